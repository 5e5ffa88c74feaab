import { competencyName, type Question } from "../../../domain/guides/guide.ts";
import { useLiveViewState } from "../../../state/session/liveView.ts";
import { useSessionState } from "../../../state/session/sessionContext.ts";
import { keysOf } from "../keys/liveKeys.ts";
import type { LiveActions } from "../liveActions.ts";
import styles from "./AskedQuestion.module.css";

interface Props {
  readonly question: Question;
  readonly actions: LiveActions;
}

/** What is read out: as much of it as there is room for, and all of it over the screen on demand. */
export function AskedQuestion({ question, actions }: Props) {
  const guide = useSessionState((state) => state.whole.guide);
  const questionIds = useSessionState((state) => state.whole.session.questionIds);
  const isOpen = useLiveViewState((state) => state.sheet === "question");
  const position = questionIds.indexOf(question.id) + 1;
  const competency = competencyName(guide, question.competencyId);
  return (
    <div className={styles.ask}>
      <button
        type="button"
        className={`plain ${styles.fold}`}
        aria-expanded={isOpen}
        title="The whole question"
        onClick={() => actions.toggleSheet("question")}
        {...keysOf("question")}
      >
        <span aria-hidden="true">{isOpen ? "▴" : "▾"}</span>
        <span className={styles.position}>
          Question {position} of {questionIds.length}
          {competency !== "" && (
            <>
              {" "}
              · <bdi>{competency}</bdi>
            </>
          )}
        </span>
        <span className={styles.title} dir="auto">
          <span className="figures">
            {position}/{questionIds.length}
          </span>{" "}
          {question.title}
        </span>
      </button>
      <h1 className={styles.text} dir="auto" lang={guide.language}>
        {question.text}
      </h1>
      {isOpen && (
        <section
          className={styles.whole}
          aria-label="Whole question"
          dir="auto"
          lang={guide.language}
          // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- It scrolls where it is long.
          tabIndex={0}
          data-own-keys
        >
          {question.text}
        </section>
      )}
    </div>
  );
}
