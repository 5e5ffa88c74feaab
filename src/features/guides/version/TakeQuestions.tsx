import { useState } from "react";
import { Link } from "wouter";
import { errorToText } from "../../../domain/text/errorText.ts";
import type { Guide } from "../../../domain/guides/guide.ts";
import { guideTitle } from "../../../domain/guides/guideTitle.ts";
import { quantityToText } from "../../../domain/text/quantityText.ts";
import { useApp } from "../../../state/app/appContext.ts";
import { takeIntoDraft, useGuides } from "../../../state/guides/guideLineages.ts";
import { guideEditAddress } from "../../../ui/page/addresses.ts";
import { focusOnMount } from "../../../ui/page/focusOnMount.ts";
import styles from "./TakeQuestions.module.css";

interface Props {
  readonly source: Guide;
  /** The lineage of the source, which is not offered. */
  readonly lineId: string;
  readonly chosen: readonly string[];
  readonly onTaken: () => void;
}

interface Outcome {
  readonly takenCount: number;
  readonly alreadyThere: readonly string[];
  readonly hasLostAnchors: boolean;
  readonly draftId: string;
  readonly title: string;
}

const NEW_GUIDE = "";

/** Takes the chosen questions into the draft of another guide. */
export function TakeQuestions({ source, lineId, chosen, onTaken }: Props) {
  const app = useApp();
  const guides = useGuides();
  const [targetId, setTargetId] = useState(NEW_GUIDE);
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const targets = (guides?.lineages ?? []).filter(
    (lineage) => !lineage.isArchived && lineage.lineId !== lineId,
  );

  const take = async () => {
    setProblem(null);
    setOutcome(null);
    try {
      const target = targetId === NEW_GUIDE ? null : targetId;
      const { taken, alreadyThere, hasLostAnchors, draftId, guide } = await takeIntoDraft(
        app,
        source,
        chosen,
        target,
      );
      setOutcome({
        takenCount: taken.length,
        alreadyThere: alreadyThere.map(({ title, text }) => title || text),
        hasLostAnchors,
        draftId,
        title: target === null ? "a new guide" : `“${guideTitle(guide)}”`,
      });
      onTaken();
    } catch (error) {
      setProblem(`Nothing was copied. ${errorToText(error)}`);
    }
  };

  return (
    <section className={styles.bar} aria-label="Copy questions to another guide">
      {chosen.length > 0 && (
        <div className={`card row ${styles.form}`}>
          <b>{quantityToText(chosen.length, "question")} selected</b>
          <label className={styles.target}>
            <span>Copy to</span>
            <select value={targetId} onChange={(event) => setTargetId(event.target.value)}>
              <option value={NEW_GUIDE}>A new guide</option>
              {targets.map(({ newest }) => (
                <option key={newest.id} value={newest.id}>
                  {guideTitle(newest)}
                </option>
              ))}
            </select>
          </label>
          <button type="button" className="primary" onClick={() => void take()}>
            Copy
          </button>
        </div>
      )}
      {problem !== null && (
        <p className="notice error" role="alert">
          {problem}
        </p>
      )}
      <div role="status">
        {outcome && (
          <div className={`card row ${styles.form}`}>
            <p className={styles.outcome}>
              {outcome.takenCount > 0 && (
                <>
                  {quantityToText(outcome.takenCount, "question")} {outcome.takenCount === 1 ? "was" : "were"}{" "}
                  copied to the draft of <bdi>{outcome.title}</bdi>.{" "}
                </>
              )}
              {outcome.alreadyThere.length > 0 && (
                <>
                  Already there, and not copied again: <bdi>{outcome.alreadyThere.join(", ")}</bdi>.{" "}
                </>
              )}
              {outcome.hasLostAnchors && "Anchors were not copied: that guide’s scale has different points."}
            </p>
            {outcome.takenCount > 0 && (
              // The button that was pressed went with its questions.
              <Link href={guideEditAddress(outcome.draftId)} className="button push" ref={focusOnMount}>
                Open draft
              </Link>
            )}
          </div>
        )}
      </div>
    </section>
  );
}
