import { useState } from "react";
import {
  competencyName,
  type Advice,
  type Anchor,
  type Guide,
  type Question,
  levelWords,
  advicePlaceWords,
} from "../../../domain/guides/guide.ts";
import { quantityToText } from "../../../domain/text/quantityText.ts";
import { capitalised } from "../../../domain/text/capitalised.ts";
import { minutesToText } from "../../../ui/words/dates.ts";
import styles from "./GuideContent.module.css";

interface Props {
  readonly guide: Guide;
  /** Ids of the questions that are chosen. */
  readonly chosen: readonly string[];
  readonly onChoose: (questionIds: readonly string[]) => void;
}

/** All that a guide says. */
export function GuideContent({ guide, chosen, onChoose }: Props) {
  const [openIds, setOpenIds] = useState<ReadonlySet<string>>(new Set());
  const { questions } = guide;
  const areAllOpen = questions.every(({ id }) => openIds.has(id));
  const toggle = (id: string, isOpen: boolean) =>
    setOpenIds((before) => {
      const after = new Set(before);
      if (isOpen) after.add(id);
      else after.delete(id);
      return after;
    });
  return (
    <div className={styles.guide} lang={guide.language}>
      {guide.introduction !== "" && (
        <p className={styles.introduction} dir="auto">
          {guide.introduction}
        </p>
      )}
      <section className={styles.section} aria-labelledby="questions">
        <div className="row" lang="en">
          <h2 id="questions">Questions</h2>
          {questions.length > 0 && (
            <button
              type="button"
              className="push"
              onClick={() => setOpenIds(new Set(areAllOpen ? [] : questions.map(({ id }) => id)))}
            >
              {areAllOpen ? "Collapse all" : "Expand all"}
            </button>
          )}
        </div>
        {questions.length === 0 ? (
          <p className="soft">This guide has no questions.</p>
        ) : (
          <p className="small soft" lang="en">
            Select questions to copy them to another guide.
          </p>
        )}
        <ol className={`card ${styles.questions}`}>
          {questions.map((question, index) => (
            <li key={question.id} className={styles.question}>
              <label className={`pick ${styles.choose}`}>
                <input
                  type="checkbox"
                  aria-label={`Select: ${question.title || question.text}`}
                  checked={chosen.includes(question.id)}
                  onChange={(event) =>
                    onChoose(
                      event.target.checked
                        ? [...chosen, question.id]
                        : chosen.filter((id) => id !== question.id),
                    )
                  }
                />
              </label>
              <details
                open={openIds.has(question.id)}
                onToggle={(event) => toggle(question.id, event.currentTarget.open)}
              >
                <summary>
                  <span className="soft figures">{index + 1}.</span>{" "}
                  {question.title !== "" && <b dir="auto">{question.title}</b>}{" "}
                  <QuestionFigures guide={guide} question={question} />
                  <span className={styles.said} dir="auto">
                    {question.text}
                  </span>
                </summary>
                <div className={styles.inside}>
                  <h3 lang="en">Areas to cover</h3>
                  {question.areas.length === 0 && <None />}
                  <ul className={styles.texts}>
                    {question.areas.map((area) => (
                      <li key={area.id}>
                        <span dir="auto">{area.text}</span>
                        <Anchors anchors={area.anchors} />
                      </li>
                    ))}
                  </ul>
                  <h3 lang="en">Follow-ups</h3>
                  {question.followUps.length === 0 && <None />}
                  <ul className={styles.texts}>
                    {question.followUps.map(({ id, text }) => (
                      <li key={id} dir="auto">
                        {text}
                      </li>
                    ))}
                  </ul>
                </div>
              </details>
            </li>
          ))}
        </ol>
      </section>
      {guide.competencies.length > 0 && (
        <section className={styles.section} aria-labelledby="competencies">
          <h2 id="competencies" lang="en">
            Competencies
          </h2>
          <ul className={styles.columns}>
            {guide.competencies.map(({ id, name, anchors }) => (
              <li key={id} className={`card ${styles.box}`}>
                <h3 dir="auto">{name}</h3>
                <Anchors anchors={anchors} />
              </li>
            ))}
          </ul>
        </section>
      )}
      <section className={styles.section} aria-labelledby="scale">
        <h2 id="scale" lang="en">
          Scale
        </h2>
        <dl className={`card ${styles.scale}`}>
          {guide.scale.points.map(({ value, label, meaning }) => (
            <div key={value} className={styles.point}>
              <dt>
                <b className="figures">{value}</b> <span dir="auto">{label}</span>
              </dt>
              <dd className="soft" dir="auto">
                {meaning}
              </dd>
            </div>
          ))}
        </dl>
      </section>
      {guide.advice.length > 0 && (
        <section className={styles.section} aria-labelledby="advice">
          <h2 id="advice" lang="en">
            Advice
          </h2>
          <ul className={styles.columns}>
            {guide.advice.map((advice) => (
              <AdviceBox key={advice.id} guide={guide} advice={advice} />
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}

function QuestionFigures({ guide, question }: { readonly guide: Guide; readonly question: Question }) {
  const competency = competencyName(guide, question.competencyId);
  return (
    <span className="small soft" lang="en">
      {competency !== "" && (
        <>
          <bdi>{competency}</bdi> ·{" "}
        </>
      )}
      {minutesToText(question.plannedMinutes)} · {quantityToText(question.areas.length, "area")} ·{" "}
      {quantityToText(question.followUps.length, "follow-up")}
    </span>
  );
}

function Anchors({ anchors }: { readonly anchors: readonly Anchor[] }) {
  if (anchors.length === 0) return null;
  return (
    <dl className={styles.anchors}>
      {anchors.map(({ point, text }) => (
        <div key={`${point} ${text}`} className={styles.anchor}>
          <dt className="figures">{point}</dt>
          <dd dir="auto">{text}</dd>
        </div>
      ))}
    </dl>
  );
}

function AdviceBox({ guide, advice }: { readonly guide: Guide; readonly advice: Advice }) {
  return (
    <li className={`card ${styles.box}`}>
      <h3 dir="auto">{advice.title}</h3>
      <p className="small soft" lang="en">
        Shown {advicePlaceWords[advice.appliesTo]}
      </p>
      <p className={styles.introduction} dir="auto">
        {advice.text}
      </p>
      {advice.signs.length > 0 && (
        <ul className={styles.texts}>
          {advice.signs.map((sign) => (
            <li key={sign} dir="auto">
              {sign}
            </li>
          ))}
        </ul>
      )}
      {advice.levels.map(({ level, text, favours }) => (
        <p key={`${level} ${text}`}>
          <b lang="en">{capitalised(levelWords[level])}:</b> <span dir="auto">{text}</span>{" "}
          {favours.length > 0 && (
            <span className="small soft">({favours.map((id) => competencyName(guide, id)).join(", ")})</span>
          )}
        </p>
      ))}
      {advice.followUps.length > 0 && (
        <>
          <p className="small soft" lang="en">
            Follow-ups for any question
          </p>
          <ul className={styles.texts}>
            {advice.followUps.map(({ id, text }) => (
              <li key={id} dir="auto">
                {text}
              </li>
            ))}
          </ul>
        </>
      )}
    </li>
  );
}

function None() {
  return (
    <p className="small soft" lang="en">
      none
    </p>
  );
}
