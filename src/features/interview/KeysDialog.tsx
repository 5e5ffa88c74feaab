import type { Ref } from "react";
import styles from "./KeysDialog.module.css";

const inTheList: readonly (readonly [keys: string, what: string])[] = [
  ["↑ ↓", "area above, area below"],
  ["1 – 5", "rate the area"],
  ["0", "not assessed: no evidence, then not asked, then open again"],
  ["Backspace", "take the rating back"],
  ["Space", "covered, or not"],
  ["N", "note on the area (Escape comes back)"],
  ["Q", "quick note with the time (Enter begins another, Escape comes back)"],
  ["F", "the next follow-up was asked"],
  ["R", "sounds rehearsed: signs, and what to ask"],
  ["H", "hide or show every score"],
  ["P", "show this screen in a floating panel, or close it"],
  ["?", "these keys"],
];

const anywhere: readonly (readonly [keys: string, what: string])[] = [
  ["Ctrl Enter", "next question (⌘ Enter on a Mac)"],
  ["Ctrl Shift Enter", "question before"],
];

export function KeysDialog({ ref }: { readonly ref: Ref<HTMLDialogElement> }) {
  return (
    <dialog ref={ref} aria-labelledby="keys-title" className={styles.dialog}>
      <h2 id="keys-title">Keys</h2>
      <h3>While an area has the focus</h3>
      <KeyTable rows={inTheList} />
      <h3>Anywhere</h3>
      <KeyTable rows={anywhere} />
      <form method="dialog" className="row">
        <button type="submit" className="push primary">
          Close
        </button>
      </form>
    </dialog>
  );
}

function KeyTable({ rows }: { readonly rows: readonly (readonly [string, string])[] }) {
  return (
    <dl className={styles.keys}>
      {rows.map(([keys, what]) => (
        <div key={keys}>
          <dt>{keys.split(" ").map((key) => (key === "–" ? " – " : <kbd key={key}>{key}</kbd>))}</dt>
          <dd>{what}</dd>
        </div>
      ))}
    </dl>
  );
}
