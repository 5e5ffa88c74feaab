import { useRef } from "react";
import styles from "./SourceIntake.module.css";

interface Props {
  /** What the field holds. */
  readonly text: string;
  readonly onType: (text: string) => void;
  /** @param html the clipboard's rich text, or an empty string */
  readonly onPaste: (html: string, text: string) => Promise<void>;
  readonly onContinue: () => void;
  readonly onFiles: (files: readonly File[]) => Promise<void>;
}

/** Takes a guide from wherever it is: pasted, typed, dropped or chosen. */
export function SourceIntake({ text, onType, onPaste, onContinue, onFiles }: Props) {
  const chooser = useRef<HTMLInputElement>(null);
  return (
    <div
      className={styles.intake}
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event) => {
        const files = [...event.dataTransfer.files];
        if (files.length === 0) return;
        event.preventDefault();
        void onFiles(files);
      }}
    >
      <p className="soft" id="source-help">
        Copy the page or document with your questions, and paste it here; or choose its file. You can check
        each line and correct it. Until you save, it is kept in this tab only.
      </p>
      <label htmlFor="source" className={styles.label}>
        Your questions
      </label>
      <textarea
        id="source"
        className={styles.source}
        dir="auto"
        spellCheck={false}
        placeholder="Paste here"
        aria-describedby="source-help"
        value={text}
        onChange={(event) => onType(event.target.value)}
        onPaste={(event) => {
          // A piece that is put into a text stays a piece.
          if (text.trim() !== "") return;
          const pasted = event.clipboardData.getData("text/plain");
          const html = event.clipboardData.getData("text/html");
          if (pasted.trim() === "" && html === "") return;
          event.preventDefault();
          void onPaste(html, pasted);
        }}
      />
      <div className="row">
        <button type="button" className="primary" disabled={text.trim() === ""} onClick={onContinue}>
          Continue
        </button>
        <button type="button" onClick={() => chooser.current?.click()}>
          Choose files<span className="heard"> with questions</span>
        </button>
        <span className="small soft">
          Or drop files here: Word (.docx), PDF, web page, Markdown, plain text or guide file. Each file
          becomes a draft.
        </span>
        <input
          ref={chooser}
          type="file"
          multiple
          hidden
          data-testid="guide-file"
          accept=".txt,.md,.markdown,.html,.htm,.docx,.pdf,.json"
          onChange={(event) => {
            const files = [...(event.target.files ?? [])];
            if (files.length > 0) void onFiles(files);
            event.target.value = "";
          }}
        />
      </div>
    </div>
  );
}
