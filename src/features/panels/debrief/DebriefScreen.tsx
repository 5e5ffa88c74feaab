import { Activity, useMemo, useRef, useState } from "react";
import { Link } from "wouter";
import {
  areasLeft,
  compareAreas,
  isComparable,
  isToDiscuss,
  notesWithoutArea,
  seatedScorecards,
  toAgenda,
  afterStartWords,
  type ComparedArea,
  type QuestionNotes,
} from "../../../domain/panels/debrief.ts";
import { fullTitle } from "../../../domain/guides/questionTitle.ts";
import type { Debrief, Panel } from "../../../domain/panels/panel.ts";
import { quantityToText } from "../../../domain/text/quantityText.ts";
import type { Scorecard } from "../../../domain/session/scorecard.ts";
import type { Figures } from "../../../domain/panels/figures.ts";
import { unaskedWords } from "../../../interchange/documents/documentWords.ts";
import { useFigures } from "../../../state/app/figures.ts";
import { panelAddress } from "../../../ui/page/addresses.ts";
import { TimedNotes } from "./AreaFocus.tsx";
import { Agenda } from "./Agenda.tsx";
import { ConclusionSection } from "./ConclusionSection.tsx";
import { MeansSection } from "../compare/MeansSection.tsx";
import { RatingMatrix } from "./RatingMatrix.tsx";
import styles from "./Debrief.module.css";

interface Props {
  /** Its debrief has started. */
  readonly panel: Panel;
  readonly scorecards: readonly Scorecard[];
  /** Whether it came in a file and is led elsewhere. */
  readonly isCopy: boolean;
  /** The step in the address. */
  readonly step: string | undefined;
  readonly onDebrief: (change: (debrief: Debrief) => Debrief) => void;
}

/** As they stand in the address, but for the first. */
const steps = ["areas", "ratings", "means", "decision"] as const;
type Step = (typeof steps)[number];

/** A phone has no room for how they begin, and shows the rest. */
const stepWords: Readonly<Record<Step, readonly [beginning: string, rest: string]>> = {
  areas: ["", "Areas"],
  ratings: ["", "Every rating"],
  means: ["Questions and", "competencies"],
  decision: ["Recommendations and", "decision"],
};

/** A debrief that has started: area by area, then the means, then the recommendations and the decision. */
export function DebriefScreen(props: Props) {
  const figures = useFigures();
  return figures && <Steps {...props} figures={figures} />;
}

function Steps({
  panel,
  scorecards,
  isCopy,
  step: asked,
  onDebrief,
  figures,
}: Props & { readonly figures: Figures }) {
  const step = steps.find((one) => one === asked) ?? "areas";
  const [isProjected, setIsProjected] = useState(false);
  const decisionStep = useRef<HTMLAnchorElement>(null);
  const { id, guideId, interviewers } = panel;
  const { startedAt, firstStartedAt, recommendationsShownAt } = panel.debrief;
  // Not of the whole panel, which changes with every word of a note.
  const { seated, areas, seats, notes } = useMemo(() => {
    const debrief = {
      startedAt,
      recommendationsShownAt,
      ...(firstStartedAt !== undefined && { firstStartedAt }),
    };
    const outline = { id, guideId, interviewers, debrief };
    const known = seatedScorecards(outline, scorecards);
    const compared = compareAreas(outline, known, figures);
    return {
      seated: known,
      areas: compared,
      seats: known.map(({ seat }) => seat),
      notes: notesWithoutArea(outline, known),
    };
  }, [id, guideId, interviewers, startedAt, firstStartedAt, recommendationsShownAt, scorecards, figures]);
  const { agreedByAreaId } = panel.debrief;
  // Not of what was agreed, which changes with every letter of a note on it.
  const agreedIds = Object.keys(agreedByAreaId).join("\n");
  const agenda = useMemo(() => toAgenda(areas, agreedIds.split("\n")), [areas, agreedIds]);
  const unasked = areas.length - agenda.length;
  const toDiscuss = agenda.filter(isToDiscuss).length;
  const left = areasLeft(agenda, panel.debrief).length;
  const wayOn = left === 0 && (
    // It goes away with its step, and would take the focus with it.
    <Link
      href={panelAddress(id, "decision")}
      className="button"
      onClick={() => decisionStep.current?.focus()}
    >
      Go to recommendations
    </Link>
  );
  const head = (
    <div className="row">
      <div className={styles.head}>
        <h2 id="areas" className={styles.title}>
          {titleOf(figures, agenda, toDiscuss, left)}
        </h2>
        <p className="soft">
          {aboutOf(figures, agenda, toDiscuss, left)} {unasked > 0 && `${unaskedWords(unasked)} `}
          {/* It changes with the last area that is gone through, wherever on the screen that is done. */}
          <span role="status">
            {recommendationsShownAt === null &&
              (left > 0
                ? "Recommendations stay hidden until the areas are done."
                : "The recommendations can be revealed now.")}
          </span>
        </p>
      </div>
      <span className="row push noPrint">
        {agenda.length > 0 && (
          <button type="button" onClick={() => setIsProjected(true)}>
            Projector view
          </button>
        )}
        {wayOn}
      </span>
    </div>
  );
  return (
    <>
      <nav className={`noPrint ${styles.steps}`} aria-label="Steps of the debrief">
        {steps.map((one) => (
          <Link
            key={one}
            ref={one === "decision" ? decisionStep : undefined}
            href={panelAddress(id, one === "areas" ? undefined : one)}
            className="button"
            aria-current={one === step ? "step" : undefined}
          >
            <StepWords of={stepWords[one]} />
          </Link>
        ))}
      </nav>
      {/* Whoever comes back is at the area where they were, and 120 rows are not made anew. */}
      <Activity mode={step === "areas" ? "visible" : "hidden"}>
        <section className={styles.section} aria-labelledby="areas">
          <Agenda
            panelId={id}
            agenda={agenda}
            seats={seats}
            head={head}
            agreedByAreaId={agreedByAreaId}
            wayOn={wayOn}
            isProjected={isProjected}
            onProject={setIsProjected}
            onDebrief={onDebrief}
          />
          {notes.length > 0 && <NotesWithoutArea notes={notes} />}
        </section>
      </Activity>
      {step === "ratings" && <RatingMatrix areas={areas} seats={seats} />}
      {step === "means" && (
        <MeansSection areas={areas} seats={seats} panel={panel} figures={figures} onDebrief={onDebrief} />
      )}
      {step === "decision" && (
        <ConclusionSection
          panel={panel}
          seated={seated}
          areas={areas}
          isCopy={isCopy}
          onDebrief={onDebrief}
        />
      )}
    </>
  );
}

function StepWords({ of: [beginning, rest] }: { readonly of: readonly [beginning: string, rest: string] }) {
  if (beginning === "") return rest;
  return (
    <span>
      <span className={styles.beginning}>{beginning}</span> <span className={styles.rest}>{rest}</span>
    </span>
  );
}

function NotesWithoutArea({ notes }: { readonly notes: readonly QuestionNotes[] }) {
  return (
    <section className={`card noPrint ${styles.beside}`} aria-labelledby="notes-without-area">
      <h3 id="notes-without-area">Notes on questions without areas</h3>
      {notes.map(({ questionKey, question, bySeat }) => (
        <div key={questionKey}>
          <p dir="auto">{fullTitle(question)}</p>
          {bySeat.map(({ seat, timedNotes }) => (
            <div key={seat.id}>
              <b dir="auto">{seat.name}</b>
              {seat.isAfterStart && <span className="small soft"> {afterStartWords}</span>}
              <TimedNotes notes={timedNotes} name={seat.name} />
            </div>
          ))}
        </div>
      ))}
    </section>
  );
}

function titleOf(figures: Figures, agenda: readonly ComparedArea[], toDiscuss: number, left: number): string {
  if (figures === "on" && !isComparable(agenda)) return "No gaps to discuss yet";
  if (figures === "on" && toDiscuss === 0) return "No major disagreements";
  if (left === 0) return "No area is left to discuss";
  return figures === "on" ? "Discuss these first" : "Discuss each area";
}

function aboutOf(figures: Figures, agenda: readonly ComparedArea[], toDiscuss: number, left: number): string {
  if (figures === "off") {
    const areas = left > 0 ? `${quantityToText(left, "area")} left to discuss` : "All areas";
    return `${areas}, in the order of the guide. Computed figures are off.`;
  }
  if (!isComparable(agenda)) return "No area has two ratings to compare yet.";
  if (toDiscuss === 0) return "All areas, largest gap first.";
  const gaps = `${quantityToText(toDiscuss, "area")} with a gap of two or more points`;
  return `${gaps}${left > 0 ? `, ${left} left to discuss` : ""}. Largest gap first.`;
}
