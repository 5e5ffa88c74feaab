import { useId, useRef, useState, type ComponentProps, type ReactNode, type SubmitEvent } from "react";
import {
  afterStartWords,
  areasLeft,
  decide,
  recommendationsOf,
  showRecommendations,
  type ComparedArea,
  type SeatedScorecard,
} from "../../../domain/panels/debrief.ts";
import { LONGEST_TEXT } from "../../../domain/text/limits.ts";
import {
  decisionOutcomes,
  type Debrief,
  type Decision,
  type Panel,
  decisionWords,
} from "../../../domain/panels/panel.ts";
import { recommendationToWords } from "../../../domain/session/session.ts";
import { quantityToText } from "../../../domain/text/quantityText.ts";
import { capitalised } from "../../../domain/text/capitalised.ts";
import { dayAndTime } from "../../../interchange/documents/documentWords.ts";
import { useApp } from "../../../state/app/appContext.ts";
import { useNoteReader } from "../../../state/notes/noteReading.ts";
import { focusAfter } from "../../../ui/page/focusAfter.ts";
import { focusOnMount } from "../../../ui/page/focusOnMount.ts";
import { readTabDraft, useTabDraft } from "../../../ui/page/tabDraft.ts";
import { DraftNotice } from "../../../ui/parts/DraftNotice.tsx";
import { NoteLine } from "../../../ui/parts/NoteLine.tsx";
import { NoteField } from "../../../ui/parts/NoteField.tsx";
import styles from "./Debrief.module.css";
import { MissingDialog } from "./MissingDialog.tsx";

interface Props {
  readonly panel: Panel;
  readonly seated: readonly SeatedScorecard[];
  readonly areas: readonly ComparedArea[];
  /** Whether it is led elsewhere: there is nothing to reveal or to decide here. */
  readonly isCopy: boolean;
  readonly onDebrief: (change: (debrief: Debrief) => Debrief) => void;
}

/** The recommendations, all at once and last, and what was decided. */
export function ConclusionSection({ panel, seated, areas, isCopy, onDebrief }: Props) {
  const { clock } = useApp();
  const { debrief } = panel;
  const left = areasLeft(areas, debrief);
  const shown = recommendationsOf(panel, seated);
  // The button goes away with the press, and would take the focus with it.
  const [isPressed, setPressed] = useState(false);
  const [isAsking, setAsking] = useState(false);
  const show = (anyway: boolean) => {
    setPressed(true);
    onDebrief((before) => showRecommendations(before, areas, { anyway }, clock.now()));
  };
  if (!shown && isCopy) {
    return (
      <section className={styles.section} aria-labelledby="recommendations">
        <h2 id="recommendations">Recommendations</h2>
        <p>Not revealed when this copy was made.</p>
      </section>
    );
  }
  if (!shown) {
    return (
      <section className={styles.section} aria-labelledby="recommendations">
        <h2 id="recommendations">Recommendations</h2>
        <p>
          {left.length === 0
            ? "No area is left to discuss. Reveal all recommendations at once."
            : `The recommendations stay hidden until the areas are done: ${quantityToText(left.length, "area")} left to discuss.`}
        </p>
        <span className="row">
          <button type="button" className="primary" disabled={left.length > 0} onClick={() => show(false)}>
            Reveal recommendations
          </button>
          {left.length > 0 && (
            <button type="button" onClick={() => setAsking(true)}>
              Reveal anyway…
            </button>
          )}
        </span>
        {isAsking && (
          <MissingDialog
            title={`Reveal the recommendations while ${quantityToText(left.length, "area")} ${left.length === 1 ? "is" : "are"} left to discuss?`}
            missing={[]}
            locked={[]}
            consequence="You can’t hide them again, and they may influence the remaining discussion."
            confirm="Reveal recommendations"
            onConfirm={() => show(true)}
            onClose={() => setAsking(false)}
          />
        )}
      </section>
    );
  }
  return (
    <>
      <section className={styles.section} aria-labelledby="recommendations">
        <h2 id="recommendations" tabIndex={-1} ref={isPressed ? focusOnMount : undefined}>
          Recommendations
        </h2>
        <ul className={styles.recommendations}>
          {shown.map((one) => (
            <li key={one.seatId} className={`card ${styles.recommendation}`}>
              <p>
                <bdi>{one.name}</bdi>:{" "}
                <b>
                  {one.isHidden ? "Not in this debrief file" : capitalised(recommendationToWords(one.final))}
                </b>
                {one.first !== one.final && (
                  <span className="soft"> (first {recommendationToWords(one.first)})</span>
                )}
              </p>
              {one.isAfterStart && <p className="small">{afterStartWords}</p>}
              <p dir="auto" className={styles.written}>
                {one.summary}
              </p>
              {one.firstSummary !== one.summary && (
                <p className="small soft">
                  First: <span dir="auto">{one.firstSummary}</span>
                </p>
              )}
              {one.reasons.length > 0 && (
                <p className="small soft">
                  Revised: <span dir="auto">{one.reasons.join(" · ")}</span>
                </p>
              )}
            </li>
          ))}
        </ul>
      </section>
      {!isCopy && <DecisionForm panel={panel} onDebrief={onDebrief} />}
      {isCopy && debrief.decision && <Recorded decision={debrief.decision} />}
      {isCopy && !debrief.decision && (
        <section className={styles.section} aria-labelledby="decision">
          <h2 id="decision">No decision yet</h2>
        </section>
      )}
      {debrief.earlierDecisions && <EarlierDecisions decisions={debrief.earlierDecisions} />}
    </>
  );
}

interface RecordedProps {
  readonly decision: Decision;
  readonly heading?: ComponentProps<"h2">;
  /** What can be done with it. */
  readonly children?: ReactNode;
}

/** What was decided, and why. */
function Recorded({ decision, heading, children }: RecordedProps) {
  return (
    <section className={styles.section} aria-labelledby="decision">
      <h2 id="decision" {...heading}>
        Decision: {decisionWords[decision.outcome]}
      </h2>
      <p dir="auto" className={styles.written}>
        {decision.reason}
      </p>
      <p className="row">
        <span className="small soft">{dayAndTime(decision.decidedAt)}</span>
        {children}
      </p>
    </section>
  );
}

interface Drafted {
  /** Empty until one is chosen. */
  readonly outcome: Decision["outcome"] | "";
  readonly reason: string;
  readonly candidate: string;
}

/** What was decided and why. What is filled in stays in the tab until it is recorded or cancelled. */
function DecisionForm({ panel, onDebrief }: Pick<Props, "panel" | "onDebrief">) {
  const { clock } = useApp();
  const { id, candidate } = panel;
  const { decision } = panel.debrief;
  const draftKey = `decision ${id}`;
  const beginning: Drafted = {
    outcome: decision?.outcome ?? "",
    reason: decision?.reason ?? "",
    candidate,
  };
  const [draft, setDraft] = useState(() => readTabDraft(draftKey, beginning));
  /** Null where nothing was filled in: then the form is as the decision is, which another tab may record. */
  const [filled, setFilled] = useState(draft);
  const [isPressed, setPressed] = useState(false);
  const { outcome, reason } = filled ?? beginning;
  const forgetDraft = useTabDraft(draftKey, filled ?? beginning, beginning);
  const [problem, setProblem] = useState<string | null>(null);
  const reasonId = useId();
  const box = useRef<HTMLDivElement>(null);
  const choices = useRef<HTMLFieldSetElement>(null);
  const changeButton = useRef<HTMLButtonElement>(null);
  const readNote = useNoteReader();

  const fillIn = (change: Partial<Drafted>) =>
    setFilled((before) => ({ ...(before ?? beginning), ...change }));
  const beginWith = (begun: Drafted | null) => {
    setProblem(null);
    setDraft(null);
    forgetDraft();
    setFilled(begun);
  };
  // Another tab may have recorded another one since.
  const beginAnew = () => beginWith(decision && beginning);
  const headingProps = { id: "decision", tabIndex: -1, ref: isPressed ? focusOnMount : undefined };

  const record = (event: SubmitEvent) => {
    event.preventDefault();
    if (outcome === "") return;
    if (reason.trim() === "") {
      setProblem("Enter a reason.");
      return;
    }
    beginWith(null);
    onDebrief((before) => decide(before, outcome, reason, clock.now()));
    setPressed(true);
  };
  const reopen = () => {
    beginAnew();
    setPressed(true);
  };
  const cancel = () =>
    focusAfter(
      () => {
        beginWith(null);
        setPressed(false);
      },
      () => changeButton.current,
    );

  if (decision && filled === null) {
    return (
      <Recorded key="recorded" decision={decision} heading={headingProps}>
        <button ref={changeButton} type="button" className="noPrint" onClick={reopen}>
          Change decision
        </button>
      </Recorded>
    );
  }
  return (
    <section key="form" className={styles.section} aria-labelledby="decision">
      <h2 {...headingProps}>Decision</h2>
      {draft && (
        <DraftNotice
          onStartOver={() => focusAfter(beginAnew, () => choices.current?.querySelector("input"))}
        />
      )}
      {decision && (
        <p className="small soft">
          Recorded {dayAndTime(decision.decidedAt)}: {decisionWords[decision.outcome]}.{" "}
          <bdi>{decision.reason}</bdi>
        </p>
      )}
      <form className={styles.form} onSubmit={record}>
        <fieldset ref={choices}>
          <legend className="heard">Decision</legend>
          <div className={styles.outcomes}>
            {decisionOutcomes.map((one) => (
              <label key={one}>
                <input
                  type="radio"
                  name="outcome"
                  required
                  checked={outcome === one}
                  onChange={() => fillIn({ outcome: one })}
                />
                {capitalised(decisionWords[one])}
              </label>
            ))}
          </div>
        </fieldset>
        <div ref={box}>
          <label htmlFor={reasonId}>Reasons</label>
          <NoteField
            id={reasonId}
            maxLength={LONGEST_TEXT}
            rows={4}
            required
            text={reason}
            placeholder="Main reasons for and against"
            onWrite={(written) => fillIn({ reason: written })}
          />
          <NoteLine noteId={`${id} decision`} box={box} readNote={readNote} />
        </div>
        {problem !== null && (
          <p className="notice error" role="alert">
            {problem}
          </p>
        )}
        <span className="row">
          <button type="submit" className="primary">
            Record decision
          </button>
          {decision && (
            <button type="button" onClick={cancel}>
              Cancel
            </button>
          )}
        </span>
      </form>
    </section>
  );
}

function EarlierDecisions({ decisions }: { readonly decisions: readonly Decision[] }) {
  return (
    <section className={styles.section} aria-labelledby="earlier">
      <h2 id="earlier">Earlier decisions</h2>
      <ol className={styles.recommendations}>
        {decisions.toReversed().map(({ outcome, reason, decidedAt }) => (
          <li key={decidedAt} className={`card ${styles.recommendation}`}>
            <p>
              <b>{capitalised(decisionWords[outcome])}</b>{" "}
              <span className="small soft">{dayAndTime(decidedAt)}</span>
            </p>
            <p dir="auto" className={styles.written}>
              {reason}
            </p>
          </li>
        ))}
      </ol>
    </section>
  );
}
