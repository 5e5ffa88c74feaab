import { useDeferredValue, useMemo, useState } from "react";
import { Link, useLocation } from "wouter";
import type { Guide } from "../../domain/guide.ts";
import { guideFromText } from "../../interchange/guideText.ts";
import { useApp } from "../../state/appContext.ts";
import { saveGuideVersion } from "../../state/guides.ts";
import styles from "./PasteGuidePage.module.css";

/** Makes a guide from a text: the source on one side, what was understood of it on the other. */
export function PasteGuidePage() {
  const app = useApp();
  const [, navigate] = useLocation();
  const [source, setSource] = useState("");
  const [problem, setProblem] = useState<string | null>(null);
  // Typing does not wait for a long text to be read.
  const read = useDeferredValue(source);
  const { guide, findings } = useMemo(() => guideFromText(read), [read]);
  const isEmpty = read.trim() === "";
  const hasQuestions = guide.questions.length > 0;

  const save = async () => {
    try {
      const { id } = await saveGuideVersion(app, guideFromText(source).guide, null);
      navigate(`/plan/with/${id}`);
    } catch (error) {
      setProblem(`The guide was not saved. ${error instanceof Error ? error.message : String(error)}`);
    }
  };

  return (
    <>
      <header className="topBar">
        <Link href="/plan" className="button plain" aria-label="To the plan" title="To the plan">
          ←
        </Link>
        <b>Bring in a guide</b>
        <span className="actions">
          <button
            type="button"
            className="primary"
            disabled={!hasQuestions || read !== source}
            onClick={() => void save()}
          >
            Save guide
          </button>
        </span>
      </header>
      <main className={`page ${styles.page}`}>
        <div className={styles.side}>
          <h1>
            <label htmlFor="source">Your questions</label>
          </h1>
          <p className="small soft" id="source-help">
            Paste a page, a document or a Markdown file. Name the lists “Areas to cover” and “Follow-up
            questions”, and put each question above its lists. Nothing is stored before you save.
          </p>
          {problem !== null && (
            <p className="notice error" role="alert">
              {problem}
            </p>
          )}
          <textarea
            id="source"
            className={styles.source}
            dir="auto"
            spellCheck={false}
            aria-describedby="source-help"
            value={source}
            onChange={(event) => setSource(event.target.value)}
          />
        </div>
        <div className={styles.side}>
          <h2>What was understood</h2>
          <p role="status" className={hasQuestions || isEmpty ? "soft" : styles.none}>
            {isEmpty ? "It appears here as you paste." : countsToText(guide, findings.length)}
          </p>
          {!isEmpty && findings.length > 0 && (
            <section className="card" aria-labelledby="findings">
              <h3 id="findings" className={styles.heading}>
                Left out, or in doubt
              </h3>
              <ul className={styles.findings}>
                {findings.map(({ line, text, message }) => (
                  <li key={`${line} ${message}`}>
                    <span className="soft figures">Line {line}</span> <span dir="auto">{text}</span>{" "}
                    <span className="small soft">{message}</span>
                  </li>
                ))}
              </ul>
            </section>
          )}
          {hasQuestions && <Understood guide={guide} />}
        </div>
      </main>
    </>
  );
}

function Understood({ guide }: { readonly guide: Guide }) {
  return (
    <section className="card" aria-labelledby="guide-title">
      <h3 id="guide-title" className={styles.heading} dir="auto">
        {guide.title}
      </h3>
      {guide.introduction !== "" && (
        <p className={`small soft ${styles.introduction}`} dir="auto">
          {guide.introduction}
        </p>
      )}
      <ol className={styles.questions}>
        {guide.questions.map((question) => (
          <li key={question.id} className={styles.question}>
            <details>
              <summary dir="auto">{question.text}</summary>
              <h4>Areas to cover</h4>
              <Texts items={question.areas} />
              <h4>Follow-ups</h4>
              <Texts items={question.followUps} />
            </details>
            <p className="small soft">
              {quantity(question.areas.length, "area")}, {quantity(question.followUps.length, "follow-up")}
            </p>
          </li>
        ))}
      </ol>
      {guide.advice.length > 0 && (
        <details className={styles.question}>
          <summary>Advice</summary>
          <Texts items={guide.advice.map(({ id, title }) => ({ id, text: title }))} />
        </details>
      )}
    </section>
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

function countsToText({ questions, advice }: Guide, findings: number): string {
  if (questions.length === 0) return "No question was understood yet.";
  const areas = questions.reduce((sum, question) => sum + question.areas.length, 0);
  const followUps = questions.reduce((sum, question) => sum + question.followUps.length, 0);
  return [
    quantity(questions.length, "question"),
    quantity(areas, "area"),
    quantity(followUps, "follow-up"),
    ...(advice.length > 0 ? [`${advice.length} of advice`] : []),
    ...(findings > 0 ? [`${findings} left out or in doubt`] : []),
  ].join(" · ");
}

function quantity(count: number, word: string): string {
  return `${count} ${word}${count === 1 ? "" : "s"}`;
}
