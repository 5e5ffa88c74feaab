import type { Ref } from "react";
import { competencyName, type Anchor, type Guide, type Question } from "../../../domain/guides/guide.ts";
import type { GuideRefusal } from "../../../domain/guides/guideVersion.ts";
import { LONGEST_NAME } from "../../../domain/text/limits.ts";
import { quantityToText } from "../../../domain/text/quantityText.ts";
import type { ReadLine } from "../../../interchange/guideText/guideText.ts";
import styles from "./DraftGuide.module.css";

interface Props {
  /** Where one goes from above the lines. */
  readonly headingRef: Ref<HTMLHeadingElement>;
  readonly guide: Guide;
  /** Why it can't be saved. */
  readonly refusal: GuideRefusal | null;
  readonly onName: (names: { readonly title?: string; readonly role?: string }) => void;
}

/** Preview, as it would be saved. */
export function DraftGuide({ headingRef, guide, refusal, onName }: Props) {
  const hasQuestions = guide.questions.length > 0;
  return (
    <section className={styles.draft} aria-labelledby="draft">
      <h2 id="draft" tabIndex={-1} ref={headingRef}>
        Preview
      </h2>
      {refusal && <p className="small">{refusal.message}</p>}
      {!hasQuestions && (
        <p className="small">
          Go to a line that is a question and press <kbd>Q</kbd>, or choose “Question” above the lines.
        </p>
      )}
      <div className={styles.names}>
        <label htmlFor="title">Title</label>
        <input
          id="title"
          dir="auto"
          maxLength={LONGEST_NAME}
          value={guide.title}
          aria-required
          aria-invalid={refusal?.field === "title"}
          onChange={(event) => onName({ title: event.target.value })}
        />
        <label htmlFor="role">Role</label>
        <input
          id="role"
          dir="auto"
          maxLength={LONGEST_NAME}
          value={guide.role}
          aria-invalid={refusal?.field === "role"}
          onChange={(event) => onName({ role: event.target.value })}
        />
      </div>
      {guide.introduction !== "" && (
        <details>
          <summary>Introduction</summary>
          <p className={`small soft ${styles.introduction}`} dir="auto">
            {guide.introduction}
          </p>
        </details>
      )}
      {hasQuestions && (
        <ol className="card" aria-label="Questions">
          {guide.questions.map((question) => (
            <li key={question.id} className={styles.question}>
              <QuestionDraft guide={guide} question={question} />
            </li>
          ))}
        </ol>
      )}
      {guide.competencies.some(({ anchors }) => anchors.length > 0) && (
        <details>
          <summary>Anchors</summary>
          {guide.competencies.map(({ id, name, anchors }) => (
            <Anchors key={id} title={name} anchors={anchors} />
          ))}
        </details>
      )}
      {guide.advice.length > 0 && (
        <details>
          <summary>Advice</summary>
          <Texts
            items={guide.advice.map(({ id, title, text }) => ({ id, text: title === "" ? text : title }))}
          />
        </details>
      )}
    </section>
  );
}

function QuestionDraft({ guide, question }: { readonly guide: Guide; readonly question: Question }) {
  const { areas, followUps, plannedMinutes } = question;
  const competency = competencyName(guide, question.competencyId);
  const [first] = areas;
  // Those of the question are for all of its areas.
  const isOneForAll = areas.every(
    ({ anchors }) => JSON.stringify(anchors) === JSON.stringify(first?.anchors),
  );
  return (
    <details>
      <summary dir="auto">{question.text}</summary>
      <p className="small soft">
        {quantityToText(areas.length, "area")}, {quantityToText(followUps.length, "follow-up")},{" "}
        {plannedMinutes} min
        {competency !== "" && (
          <>
            {", "}
            <bdi>{competency}</bdi>
          </>
        )}
      </p>
      <h3>Areas to cover</h3>
      <Texts items={areas} />
      <h3>Follow-ups</h3>
      <Texts items={followUps} />
      {isOneForAll
        ? first && first.anchors.length > 0 && <Anchors title="Anchors" anchors={first.anchors} />
        : areas.map(
            ({ id, text, anchors }) =>
              anchors.length > 0 && <Anchors key={id} title={`Anchors: ${text}`} anchors={anchors} />,
          )}
    </details>
  );
}

function Anchors({ title, anchors }: { readonly title: string; readonly anchors: readonly Anchor[] }) {
  return (
    <>
      <h3 dir="auto">{title}</h3>
      <Texts
        items={anchors.map(({ point, text }) => ({ id: `${point} ${text}`, text: `${point}: ${text}` }))}
      />
    </>
  );
}

function Texts({ items }: { readonly items: readonly { readonly id: string; readonly text: string }[] }) {
  if (items.length === 0) return <p className="small soft">none</p>;
  return (
    <ul className={styles.texts}>
      {items.map(({ id, text }) => (
        <li key={id} dir="auto">
          {text}
        </li>
      ))}
    </ul>
  );
}

/**
 * @param messages what is said of a line, by its number
 * @returns how much was understood: "15 questions · 120 areas · 60 follow-ups · 3 lines ignored · 1 line in doubt"
 */
export function countsToText(
  { questions, advice }: Guide,
  lines: readonly ReadLine[],
  messages: ReadonlyMap<number, string>,
): string {
  if (questions.length === 0) return "No question was detected yet.";
  const areas = questions.reduce((sum, question) => sum + question.areas.length, 0);
  const followUps = questions.reduce((sum, question) => sum + question.followUps.length, 0);
  const ignored = lines.filter(({ label }) => label === "leftOut").length;
  const doubted = lines.filter(({ line, label }) => label !== "leftOut" && messages.has(line)).length;
  return [
    quantityToText(questions.length, "question"),
    quantityToText(areas, "area"),
    quantityToText(followUps, "follow-up"),
    ...(advice.length > 0 ? [`${advice.length} of advice`] : []),
    ...(ignored > 0 ? [`${quantityToText(ignored, "line")} ignored`] : []),
    ...(doubted > 0 ? [`${quantityToText(doubted, "line")} in doubt`] : []),
  ].join(" · ");
}
