import { useApp } from "../../state/app/appContext.ts";
import { dismissExportsLeft, useExportsLeft } from "../../state/candidates/candidates.ts";
import { fileToText, momentToText } from "./candidateWords.ts";
import styles from "./Candidates.module.css";

/** The exports that were made of deleted candidates, which are to be deleted by hand. */
export function ExportsLeft() {
  const app = useApp();
  const left = useExportsLeft();
  if (left.length === 0) return null;
  return (
    <section className="notice" aria-labelledby="exports-title">
      <h2 id="exports-title">Delete these exports yourself</h2>
      <p>
        They contain candidates who have been deleted. The app can’t reach what was saved, sent, printed or
        pasted.
      </p>
      <ul className={styles.exports}>
        {left.map((one) => (
          <li key={one.id} className="row">
            <span>
              {fileToText(one)}, {momentToText(one.at)}
            </span>
            <button type="button" className="push" onClick={() => void dismissExportsLeft(app, [one])}>
              Done
              <span className="heard">
                : {fileToText(one)}, {momentToText(one.at)}
              </span>
            </button>
          </li>
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
