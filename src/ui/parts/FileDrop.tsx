import { useLayoutEffect, useRef, useState, type ReactNode } from "react";
import styles from "./FileDrop.module.css";

interface Props {
  /** What is to be dropped here; not said where no pointer can. */
  readonly children: ReactNode;
  /** What there is to know of the files. */
  readonly note?: string;
  /** What the button says that chooses it. */
  readonly choose: string;
  /** Takes the place of both while files are being read. */
  readonly busy?: ReactNode;
  /** Endings and kinds of the files that can be chosen. */
  readonly accept: string;
  readonly isMultiple?: boolean;
  readonly testId: string;
  /** Gets what was dropped or chosen. */
  readonly onFiles: (files: readonly File[]) => void;
}

/** A box that files are dropped into, or chosen with. */
export function FileDrop({
  children,
  note,
  choose,
  busy,
  accept,
  isMultiple = false,
  testId,
  onFiles,
}: Props) {
  const [isOver, setOver] = useState(false);
  const chooser = useRef<HTMLInputElement>(null);
  const box = useRef<HTMLDivElement>(null);
  const isBusy = busy !== undefined;
  const wasBusy = useRef(isBusy);
  // The button that had the focus has gone: the one in its place gets it.
  useLayoutEffect(() => {
    if (wasBusy.current === isBusy) return;
    wasBusy.current = isBusy;
    const { activeElement, body } = document;
    if (activeElement === body) box.current?.querySelector("button")?.focus({ preventScroll: true });
  }, [isBusy]);
  return (
    <div
      ref={box}
      className={styles.box}
      data-over={isOver || undefined}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        event.stopPropagation();
        setOver(false);
        onFiles(Array.from(event.dataTransfer.files));
      }}
    >
      {busy ?? (
        <>
          <p>
            <span className={styles.drop}>{children}</span>
            {note !== undefined && <span className="small soft">{note}</span>}
          </p>
          <button type="button" onClick={() => chooser.current?.click()}>
            {choose}
          </button>
        </>
      )}
      <input
        ref={chooser}
        type="file"
        accept={accept}
        multiple={isMultiple}
        hidden
        data-testid={testId}
        onChange={(event) => {
          onFiles(Array.from(event.target.files ?? []));
          event.target.value = "";
        }}
      />
    </div>
  );
}
