import { gapToWords, openGapOf } from "../../../domain/session/call.ts";
import { memo, useEffect, useRef, useState, type ReactNode, type RefObject } from "react";
import { unratedAreas } from "../../../domain/session/answer.ts";
import type { Question } from "../../../domain/guides/guide.ts";
import { nextItem } from "../../../domain/session/agenda.ts";
import { followUpsOf, questionById } from "../../../domain/session/wholeSession.ts";
import { msToClock } from "../../../domain/session/timer.ts";
import { quantityToText } from "../../../domain/text/quantityText.ts";
import { useKeySettings } from "../../../state/session/keySettings.ts";
import { useLiveViewState } from "../../../state/session/liveView.ts";
import { useSessionState } from "../../../state/session/sessionContext.ts";
import { FloatNotice } from "../../../ui/float/FloatNotice.tsx";
import type { Float } from "../float/Floating.tsx";
import { pointKeys } from "../../../ui/keys/areaKeys.ts";
import { keysOf } from "../keys/liveKeys.ts";
import { itemToTitle, type LiveActions } from "../liveActions.ts";
import styles from "./LiveFooter.module.css";

interface Props {
  readonly question: Question;
  readonly actions: LiveActions;
  readonly float: Float | undefined;
}

/** What was done last or waits for a word, whether the keys are on, and what comes next. */
export function LiveFooter({ question, actions, float }: Props) {
  const points = useSessionState((state) => state.whole.guide.scale.points);
  const rating = pointKeys(points.map(({ value }) => value));
  const isFollowUpsOpen = useLiveViewState((state) => state.sheet === "followUps");
  const isNotesOpen = useLiveViewState((state) => state.sheet === "notes");
  const askedCount = useSessionState((state) => state.whole.answers[question.id]?.followUpsAsked.length ?? 0);
  const followUpCount = useSessionState((state) => followUpsOf(state.whole, question).length);
  const next = useSessionState(({ whole }) => {
    const item = nextItem(whole);
    if (!item) return null;
    const title = itemToTitle(whole, item);
    return `Next: ${item.kind === "question" ? title : title.toLowerCase()}`;
  });
  return (
    <footer className={styles.foot}>
      <div className={styles.hints}>
        <Hint keys={["↑", "↓"]}>area</Hint>
        <Hint keys={[...rating.slice(0, 1), ...rating.slice(1).slice(-1)]} between="–">
          rate
        </Hint>
        <Hint keys={["Space"]}>covered</Hint>
        <Hint keys={["N"]}>note</Hint>
        <Hint keys={["F"]}>follow-up</Hint>
        <Hint keys={["Q"]}>quick note</Hint>
      </div>
      <LastDone />
      <Waiting actions={actions} float={float} />
      <button
        type="button"
        className={styles.onlySmall}
        aria-expanded={isFollowUpsOpen}
        onClick={actions.toggleFollowUps}
        {...keysOf("chooseFollowUp")}
      >
        Follow-ups {askedCount}/{followUpCount}
      </button>
      <button
        type="button"
        className={styles.onlySmall}
        aria-expanded={isNotesOpen}
        onClick={actions.toggleNotes}
        {...keysOf("quickNote")}
      >
        Notes
      </button>
      <KeysButton actions={actions} />
      {next !== null ? (
        <button
          type="button"
          className={`primary ${styles.next}`}
          onClick={actions.next}
          title={next}
          {...keysOf("next")}
        >
          <span key={next} dir="auto">
            {next}
          </span>
        </button>
      ) : (
        <button
          type="button"
          className={`primary ${styles.next}`}
          onClick={actions.finish}
          {...keysOf("finish")}
        >
          Finish and wrap up
        </button>
      )}
    </footer>
  );
}

interface HintProps {
  readonly keys: readonly string[];
  readonly between?: string;
  readonly children: ReactNode;
}

function Hint({ keys, between = "", children }: HintProps) {
  return (
    <span>
      {keys.map((key, index) => (
        <span key={key}>
          {index > 0 && between}
          <kbd>{key}</kbd>
        </span>
      ))}{" "}
      {children}
    </span>
  );
}

/** Whether the keys are on; it opens the sheet of all of them. */
const KeysButton = memo(function KeysButton({ actions }: Pick<Props, "actions">) {
  const { singleKeys } = useKeySettings();
  const canWrite = useSessionState((state) => state.mode === "writing");
  return (
    <button
      type="button"
      className={`plain ${styles.keys}`}
      data-keys={singleKeys && canWrite ? "on" : "off"}
      onClick={actions.openKeys}
      {...keysOf("keys")}
    >
      <span className={styles.on}>Shortcuts:</span>
      <span className={styles.typing}>Esc for keys</span>
      <span className={styles.off}>Keys off</span>
      <kbd aria-hidden="true">?</kbd>
    </button>
  );
});

/** @returns whether the window that it is in is the one that is worked in: the other one shows the same, and is still */
function useIsInFront(element: RefObject<HTMLElement | null>): boolean {
  const [isInFront, setInFront] = useState(true);
  useEffect(() => {
    const page = element.current?.ownerDocument;
    const view = page?.defaultView;
    if (!page || !view) return undefined;
    const look = () => setInFront(page.hasFocus());
    look();
    view.addEventListener("focus", look);
    view.addEventListener("blur", look);
    return () => {
      view.removeEventListener("focus", look);
      view.removeEventListener("blur", look);
    };
  }, [element]);
  return isInFront;
}

/** What was done last. */
const LastDone = memo(function LastDone() {
  const said = useLiveViewState((state) => state.said);
  // With each word the other one, so that it stands as long as the first.
  const turn = useLiveViewState((state) => state.saidCount % 2);
  const status = useRef<HTMLDivElement>(null);
  const isInFront = useIsInFront(status);
  return (
    <div
      ref={status}
      role="status"
      aria-live={isInFront ? undefined : "off"}
      className={styles.said}
      data-turn={said === "" ? undefined : turn}
    >
      {said}
    </div>
  );
});

/** The one thing that waits for a word: a panel that is gone, time that may not count, or areas that were left. */
function Waiting({ actions, float }: Pick<Props, "actions" | "float">) {
  const gap = useSessionState(({ whole }) => openGapOf(whole)?.gap ?? null);
  const leftId = useLiveViewState((state) => state.leftId);
  const left = useSessionState(({ whole }) => questionById(whole, leftId)) ?? null;
  const leftCount = useSessionState(({ whole }) =>
    left && left.id !== whole.session.currentQuestionId
      ? unratedAreas(left, whole.answers[left.id]).length
      : 0,
  );
  if (float?.trouble != null) {
    return (
      <div className={styles.waiting}>
        <FloatNotice {...float} keys={keysOf("float")}>
          <kbd aria-hidden="true">P</kbd>
        </FloatNotice>
      </div>
    );
  }
  if (gap) {
    return (
      <div className={styles.waiting}>
        <span>{gapToWords(gap)}</span>
        {gap.gapMs > 0 && (
          <button type="button" onClick={actions.subtractGap} {...keysOf("gap")}>
            Subtract {msToClock(gap.gapMs)}
          </button>
        )}
        <button type="button" className="plain" onClick={actions.keepGap} {...keysOf("keepGap")}>
          {gap.gapMs > 0 ? "Keep" : "OK"}
        </button>
      </div>
    );
  }
  if (!left || leftCount === 0) return null;
  return (
    <div key={left.id} className={styles.waiting} data-left>
      <span>
        {quantityToText(leftCount, "area")} of “<bdi>{left.title}</bdi>” not rated yet.
      </span>
      <button type="button" onClick={actions.rateLeft} {...keysOf("left")}>
        Rate now
      </button>
      <button type="button" className="plain" onClick={actions.dropLeft} {...keysOf("leave")}>
        Later
      </button>
    </div>
  );
}
