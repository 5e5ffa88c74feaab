import { useRef } from "react";
import type { ExportLeft } from "../../domain/candidates/deletion.ts";
import { useApp } from "../../state/app/appContext.ts";
import { dismissExportsLeft, useExportsLeft } from "../../state/candidates/candidates.ts";
import { useFocusNextRow } from "../../ui/page/focusOnMount.ts";
import { fileToText, momentToText } from "./candidateWords.ts";
import styles from "./Candidates.module.css";

/** The exports that were made of deleted candidates, which are to be deleted by hand. */
export function ExportsLeft() {
  const left = useExportsLeft();
  return left.length === 0 ? null : <ExportList left={left} />;
}

function ExportList({ left }: { readonly left: readonly ExportLeft[] }) {
  const app = useApp();
  return (
    <section className="notice" aria-labelledby="exports-title">
      <h2 id="exports-title">Delete these exports yourself</h2>
      <p>
        They contain candidates who have been deleted. The app can’t reach what was saved, sent, printed or
        pasted.
      </p>
      <ul className={styles.exports}>
        {left.map((one) => (
          <ExportRow key={one.id} one={one} />
        ))}
      </ul>
      {left.length > 1 && (
        <button type="button" onClick={() => void dismissExportsLeft(app, left)}>
          All done
        </button>
      )}
    </section>
  );
}

function ExportRow({ one }: { readonly one: ExportLeft }) {
  const app = useApp();
  const row = useRef<HTMLLIElement>(null);
  useFocusNextRow(row, "button");
  const what = `${fileToText(one)}, ${momentToText(one.at)}`;
  return (
    <li ref={row} className="row">
      <span>{what}</span>
      <button type="button" className="push" onClick={() => void dismissExportsLeft(app, [one])}>
        Done
        <span className="heard">: {what}</span>
      </button>
    </li>
  );
}
