import {
  memo,
  useImperativeHandle,
  useLayoutEffect,
  useRef,
  useState,
  type Ref,
  type SubmitEvent,
} from "react";
import type { Question } from "../../domain/guides/guide.ts";
import { titleOf } from "../../domain/guides/questionTitle.ts";
import { LONGEST_TEXT, MOST_OF_QUESTION } from "../../domain/text/limits.ts";
import { addQuestion } from "../../domain/session/call.ts";
import { useApp } from "../../state/app/appContext.ts";
import { useRunningSession, useSessionState } from "../../state/session/sessionContext.ts";
import { chordsOf, toAriaKeys } from "../../ui/keys/chords.ts";
import { readTabDraft, useTabDraft } from "../../ui/page/tabDraft.ts";
import type { LaterElement } from "../../ui/page/useLaterDialog.ts";
import { minutesToText } from "../../ui/words/dates.ts";
import styles from "./AddQuestionDialog.module.css";

interface Props {
  readonly ref: Ref<LaterElement>;
  /** Called with the title of the question that was added. */
  readonly onAdded: (title: string) => void;
}

const OWN_MINUTES = 15;

/** Adds a question of the guide that was not planned, or one of the interviewer's own, which stays in the tab until it is added. */
export const AddQuestionDialog = memo(function AddQuestionDialog({ ref, onAdded }: Props) {
  const { newId } = useApp();
  const dialog = useRef<HTMLDialogElement>(null);
  const own = useRef<HTMLFormElement>(null);
  const field = useRef<HTMLTextAreaElement>(null);
  const areasField = useRef<HTMLTextAreaElement>(null);
  useImperativeHandle(
    ref,
    () => ({
      showModal: () => {
        dialog.current?.showModal();
        // What was left there is written over by the next question, or gone on with. At once: a key may be next.
        field.current?.select();
      },
    }),
    [],
  );
  const running = useRunningSession();
  const guide = useSessionState((state) => state.whole.guide);
  const questionIds = useSessionState((state) => state.whole.session.questionIds);
  const sessionId = useSessionState((state) => state.whole.session.id);
  const candidate = useSessionState((state) => state.whole.session.candidate);
  const draftKey = `question ${sessionId}`;
  const beginning = { text: "", areas: "", candidate };
  const [draft] = useState(() => readTabDraft(draftKey, beginning) ?? beginning);
  const [text, setText] = useState(draft.text);
  const [areas, setAreas] = useState(draft.areas);
  useTabDraft(draftKey, { text, areas, candidate }, beginning);
  const isLong = linesOf(areas).length > MOST_OF_QUESTION;
  useLayoutEffect(() => {
    areasField.current?.setCustomValidity(
      isLong ? `A question has ${MOST_OF_QUESTION} areas at most. Remove some lines.` : "",
    );
  }, [isLong]);
  const others = guide.questions.filter(({ id }) => !questionIds.includes(id));

  const add = (added: Question) => {
    running.change((whole, now) => addQuestion(whole, added, now));
    dialog.current?.close();
    onAdded(added.title);
  };

  const addOwn = (event: SubmitEvent) => {
    event.preventDefault();
    if (text.trim() === "") return;
    add(ownQuestion(text, areas, newId()));
    setText("");
    setAreas("");
  };

  return (
    <dialog ref={dialog} aria-labelledby="add-title">
      <div className={styles.content}>
        <h2 id="add-title">Add a question</h2>
        <form
          ref={own}
          onSubmit={addOwn}
          onKeyDown={({ nativeEvent: event }) => {
            if (event.isComposing || event.repeat || !chordsOf(event).includes("Mod+Enter")) return;
            // The call’s own meaning of these keys is to go on.
            event.preventDefault();
            own.current?.requestSubmit();
          }}
          className={styles.own}
        >
          <label>
            Your own question
            <textarea
              ref={field}
              dir="auto"
              maxLength={LONGEST_TEXT}
              rows={2}
              required
              value={text}
              placeholder="Tell me about a time when …"
              onChange={(event) => setText(event.target.value)}
            />
          </label>
          <label>
            Areas to cover, one per line
            <textarea
              ref={areasField}
              dir="auto"
              maxLength={LONGEST_TEXT}
              rows={3}
              value={areas}
              placeholder={USUAL_AREAS.join("\n")}
              onChange={(event) => setAreas(event.target.value)}
            />
          </label>
          <div className="row">
            <button type="button" className="push" onClick={() => dialog.current?.close()}>
              Cancel
            </button>
            <button type="submit" className="primary" aria-keyshortcuts={toAriaKeys("Mod+Enter")}>
              Add as next question
            </button>
          </div>
        </form>
        {others.length > 0 && (
          <>
            <h3>From the guide</h3>
            <ul className={styles.others}>
              {others.map((question) => (
                <li key={question.id}>
                  <button type="button" onClick={() => add(question)}>
                    <b dir="auto">{question.title}</b>
                    <span className="soft small">{minutesToText(question.plannedMinutes)}</span>
                    <span className="small" dir="auto">
                      {question.text}
                    </span>
                  </button>
                </li>
              ))}
            </ul>
          </>
        )}
      </div>
    </dialog>
  );
});

/** The situation, what was done and what came of it: what any answer about the past holds. */
const USUAL_AREAS = ["The situation", "What they did themselves", "The result"];

function linesOf(areas: string): readonly string[] {
  const lines = areas.split("\n").map((line) => line.trim());
  return [...new Set(lines.filter((line) => line !== ""))];
}

function ownQuestion(text: string, areas: string, id: string): Question {
  const named = linesOf(areas);
  return {
    id,
    title: titleOf({ title: "", text }),
    text: text.trim(),
    competencyId: "",
    plannedMinutes: OWN_MINUTES,
    areas: (named.length > 0 ? named : USUAL_AREAS).map((line, index) => ({
      id: `${id}.${index + 1}`,
      text: line,
      anchors: [],
    })),
    followUps: [],
  };
}
