import type { ReactNode } from "react";
import {
  notAssessedReasons,
  notAssessedWords,
  unratedAreas,
  type NotAssessed,
  type Rating,
} from "../../domain/session/answer.ts";
import type { Area, Question } from "../../domain/guides/guide.ts";
import type { ReviewGaps } from "../../domain/session/reviewHints.ts";
import type { ReportedQuestion } from "../../domain/session/scorecardReport.ts";
import { useSessionState } from "../../state/session/sessionContext.ts";
import { AreaReview } from "./AreaReview.tsx";
import { QuestionReview } from "./QuestionReview.tsx";
import { byQuestion } from "./reviewed.ts";
import { ShutButton } from "../../ui/fields/ShutButton.tsx";
import styles from "./Review.module.css";

interface Props {
  /** As they were on arrival: what is rated stays where it is. */
  readonly gaps: ReviewGaps;
  readonly asked: readonly ReportedQuestion[];
  readonly notAsked: readonly ReportedQuestion[];
  /** The area that the keys act on. */
  readonly currentId: string | undefined;
  readonly showsAnchors: boolean;
  readonly onRate: (question: Question, area: Area, rating: Rating | null) => void;
  readonly onCloseRest: (question: Question, reason: NotAssessed) => void;
  readonly onGo: (areaId: string) => void;
}

/** Gaps first, then question by question what was rated, said and asked. Each area stands there once. */
export function Review(props: Props) {
  const { gaps, asked, notAsked, currentId, showsAnchors, onRate, onCloseRest, onGo } = props;
  const open = byQuestion(gaps.open);
  const withoutEvidence = byQuestion(gaps.withoutEvidence);
  const above = new Set([...gaps.open, ...gaps.withoutEvidence].map(({ area }) => area.id));

  const toRows = (question: Question, areas: readonly Area[], isOpen = false) => (
    <ul className={styles.list}>
      {areas.map((area) => (
        <AreaReview
          key={area.id}
          question={question}
          area={area}
          isCurrent={area.id === currentId}
          showsAnchors={showsAnchors || isOpen}
          onRate={onRate}
        />
      ))}
    </ul>
  );

  return (
    <>
      {open.map(({ question, areas }) => (
        <OpenAreas key={question.id} question={question} onCloseRest={onCloseRest}>
          {toRows(question, areas, true)}
        </OpenAreas>
      ))}
      {withoutEvidence.length > 0 && (
        <section className={styles.section} aria-labelledby="evidence-title">
          <h2 id="evidence-title">Evidence for your highest and lowest ratings</h2>
          {withoutEvidence.map(({ question, areas }) => (
            <div key={question.id} className="card">
              <h3 className={styles.group} dir="auto">
                {question.title}
              </h3>
              {toRows(question, areas)}
            </div>
          ))}
        </section>
      )}
      {asked.map((reported) => {
        const { question } = reported;
        const areas = question.areas.filter(({ id }) => !above.has(id));
        return (
          <QuestionReview
            key={question.id}
            reported={reported}
            above={question.areas.filter(({ id }) => above.has(id))}
            isCurrent={question.areas.some(({ id }) => id === currentId)}
            onGo={onGo}
          >
            {areas.length > 0 && <div className="card">{toRows(question, areas)}</div>}
          </QuestionReview>
        );
      })}
      {notAsked.length > 0 && (
        <section className={styles.section} aria-labelledby="not-asked-title">
          <h2 id="not-asked-title">Not asked</h2>
          <ul>
            {notAsked.map(({ question: { id, title } }) => (
              <li key={id} dir="auto">
                {title}
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

interface OpenAreasProps {
  readonly question: Question;
  readonly onCloseRest: (question: Question, reason: NotAssessed) => void;
  readonly children: ReactNode;
}

/** The areas of one question that were open, and what marks the rest of them at once. */
function OpenAreas({ question, onCloseRest, children }: OpenAreasProps) {
  const isOpen = useSessionState(
    ({ whole }) => unratedAreas(question, whole.answers[question.id]).length > 0,
  );
  return (
    <div className="card">
      <div className={styles.group}>
        <h2 className={styles.groupTitle} dir="auto">
          {question.title}
        </h2>
        <span className={`small ${styles.rest}`}>
          <span aria-hidden="true">Mark the rest:</span>
          {notAssessedReasons.map((reason) => (
            <ShutButton key={reason} isShut={!isOpen} onClick={() => onCloseRest(question, reason)}>
              <span className="heard">Mark the rest of {question.title}: </span>
              {notAssessedWords[reason]}
            </ShutButton>
          ))}
        </span>
      </div>
      {children}
    </div>
  );
}
