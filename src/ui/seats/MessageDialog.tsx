import { useId, useRef, useState } from "react";
import { downloadText } from "../files/download.ts";
import { useOpenDialog } from "../page/useOpenDialog.ts";
import styles from "./MessageDialog.module.css";

interface Props {
  /** What the message is, and for whom. */
  readonly title: string;
  readonly subject: string;
  readonly text: string;
  /** What is to be attached; empty for nothing. */
  readonly attach: string;
  /** The file to attach, where it is not in the downloads yet. */
  readonly file?: { readonly name: string; readonly text: string } | null;
  /** Writes down that the message has left: it was copied or handed to the mail program, or its file was saved. */
  readonly onSent?: () => Promise<void>;
  readonly onClose: () => void;
}

/** A message to somebody, to be changed, then copied or mailed. Nothing is sent from here. */
export function MessageDialog({ title, subject, text, attach, file = null, onSent, onClose }: Props) {
  const ref = useOpenDialog();
  const fieldId = useId();
  const field = useRef<HTMLTextAreaElement>(null);
  const [written, setWritten] = useState(text);
  const [said, setSaid] = useState("");

  const address = mailAddress(subject, written);

  const noteSent = async () => {
    try {
      await onSent?.();
    } catch {
      setSaid("This was not recorded as sent. Reload the page, then copy it again.");
    }
  };
  const copy = async (saidThen: string) => {
    try {
      await navigator.clipboard.writeText(written);
    } catch {
      field.current?.select();
      setSaid("Selected. Press Ctrl or Cmd + C");
      return;
    }
    setSaid(saidThen);
    await noteSent();
  };

  return (
    <dialog ref={ref} aria-labelledby={`${fieldId}-title`} onClose={onClose} className={styles.dialog}>
      <h2 id={`${fieldId}-title`}>{title}</h2>
      <label htmlFor={fieldId} className="heard">
        Message
      </label>
      <textarea
        ref={field}
        id={fieldId}
        dir="auto"
        rows={12}
        value={written}
        onChange={(event) => setWritten(event.target.value)}
      />
      {attach !== "" && <p className="small soft">{attach}</p>}
      <div className="row">
        <button type="button" className="primary" onClick={() => void copy("Copied")}>
          Copy message
        </button>
        {file && (
          <button
            type="button"
            onClick={() => {
              downloadText(file.name, file.text);
              void noteSent();
            }}
          >
            Save the file
          </button>
        )}
        <a
          href={address.href}
          className="button"
          onClick={() =>
            void (address.isWhole
              ? noteSent()
              : copy("Too long for an email link. The message is copied: paste it into the email"))
          }
        >
          Open in email
        </a>
        <span role="status" className="small soft">
          {said}
        </span>
        <button type="button" className="plain push" onClick={() => ref.current?.close()}>
          Close
        </button>
      </div>
    </dialog>
  );
}

/** Programs cut longer addresses off; the message is copied then. */
const LONGEST_ADDRESS = 1900;

function mailAddress(subject: string, text: string): { readonly href: string; readonly isWhole: boolean } {
  const whole = `mailto:?${toQuery({ subject, body: text.replaceAll("\n", "\r\n") })}`;
  const isWhole = whole.length <= LONGEST_ADDRESS;
  return { href: isWhole ? whole : `mailto:?${toQuery({ subject })}`, isWhole };
}

/** Mail programs take a plus for itself. */
function toQuery(fields: Record<string, string>): string {
  return new URLSearchParams(fields).toString().replaceAll("+", "%20");
}
