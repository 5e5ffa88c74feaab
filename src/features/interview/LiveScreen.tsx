import {
  useCallback,
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
  type ChangeEvent,
  type MouseEvent,
} from "react";
import { useLocation } from "wouter";
import { questionById } from "../../domain/session/wholeSession.ts";
import { useApp } from "../../state/app/appContext.ts";
import { useKeySettings } from "../../state/session/keySettings.ts";
import { useWantedNote } from "../../state/session/notePlace.ts";
import { useLiveView, useLiveViewState } from "../../state/session/liveView.ts";
import {
  followFrames,
  OnFrameContext,
  useRunningSession,
  useSessionState,
} from "../../state/session/sessionContext.ts";
import { handOverAddress } from "../../ui/page/addresses.ts";
import { isElement, isElementOf } from "../../ui/page/elements.ts";
import { partOf } from "../../ui/page/LoadedPart.tsx";
import { useLaterDialog } from "../../ui/page/useLaterDialog.ts";
import type { Float } from "./float/Floating.tsx";
import { createScreenLink } from "./screenLink.ts";
import { AgendaRail } from "./agenda/AgendaRail.tsx";
import { CallClock } from "./agenda/CallClock.tsx";
import { LiveFooter } from "./frame/LiveFooter.tsx";
import { LiveHeader } from "./frame/LiveHeader.tsx";
import { ShareScreen } from "./frame/ShareScreen.tsx";
import { keysOf, liveKeys } from "./keys/liveKeys.ts";
import { useLiveKeys } from "./keys/useLiveKeys.ts";
import { createLiveActions } from "./liveActions.ts";
import { areaOf, AreaList } from "./question/AreaList.tsx";
import { AreaPane } from "./question/AreaPane.tsx";
import { AskedQuestion } from "./question/AskedQuestion.tsx";
import { FollowUps } from "./question/FollowUps.tsx";
import { Notes } from "./question/Notes.tsx";
import styles from "./LiveScreen.module.css";

/* Read beside the screen, which does not need them. */
const AddQuestionDialog = partOf(
  () => import("./AddQuestionDialog.tsx").then((module) => module.AddQuestionDialog),
  { frame: "dialog" },
);
const KeysDialog = partOf(() => import("./keys/KeysDialog.tsx").then((module) => module.KeysDialog), {
  frame: "dialog",
});

interface Props {
  /** Absent where the browser has no window for it. */
  readonly float?: Float | undefined;
}

/**
 * The live screen in whatever window it is put: one question at a time, everything on it reachable without looking, and
 * nothing on it moves. Its form follows from its own size.
 */
export function LiveScreen({ float }: Props) {
  const { clock } = useApp();
  const running = useRunningSession();
  const view = useLiveView();
  const [, navigate] = useLocation();
  const question = useSessionState(({ whole }) => questionById(whole, whole.session.currentQuestionId));
  const scale = useSessionState((state) => state.whole.guide.scale);
  const canWrite = useSessionState((state) => state.mode === "writing");
  const isShared = useSessionState((state) => state.isShared);
  const sheet = useLiveViewState((state) => state.sheet);
  const settings = useKeySettings();
  const { ref: keysDialog, open: openKeys } = useLaterDialog();
  const { ref: addDialog, open: openAdding } = useLaterDialog();
  const [link] = useState(createScreenLink);
  const screen = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const element = screen.current;
    link.update({
      ...settings,
      element,
      goToLibrary: () => navigate("/"),
      goToHandOver: () => navigate(handOverAddress(running.store.getState().whole.session.id)),
      float: float?.act,
    });
  });

  const onFrame = useMemo(
    () =>
      followFrames(running, (draw) => {
        link.now().element?.ownerDocument.defaultView?.requestAnimationFrame(draw);
      }),
    [running, link],
  );
  const actions = useMemo(
    () => createLiveActions({ running, view, link, now: clock.now, openKeys, openAdding }),
    [running, view, link, clock, openKeys, openAdding],
  );

  const canFloat = float !== undefined;
  const rows = useMemo(
    () =>
      liveKeys(
        scale.points.map(({ value }) => value),
        canFloat,
      ),
    [scale, canFloat],
  );
  const keyState = useCallback(() => {
    const { mode, isShared: isSharedNow } = running.store.getState();
    return { singleKeys: link.now().singleKeys, isShared: isSharedNow, isReading: mode === "reading" };
  }, [running, link]);
  useLiveKeys(link, rows, actions, keyState);

  // A dialog lies over the screen, and would go on showing what is to be hidden. The palette is beside the screen.
  useLayoutEffect(() => {
    if (!isShared) return;
    for (const dialog of screen.current?.ownerDocument.querySelectorAll<HTMLDialogElement>("dialog[open]") ??
      [])
      dialog.close();
  }, [isShared]);

  // The new question's areas are there only after it is drawn. Before the next key: later, the focus would be taken from
  // where that key went.
  const shownId = question?.id;
  useLayoutEffect(() => {
    // A row that is another question's now is read out as that.
    screen.current?.querySelector<HTMLElement>("[data-area] input:focus")?.blur();
    actions.focusCurrent();
  }, [actions, shownId, canWrite, isShared]);

  // It was about the answer before, and would hide this question's own follow-ups.
  useLayoutEffect(() => actions.openRehearsed(false), [actions, shownId]);

  useWantedNote(({ questionId, areaId }) => {
    if (questionId !== null) actions.show(questionId);
    if (areaId === null) actions.focusCurrent();
    else actions.focusArea(areaId);
  });

  useEffect(() => {
    const page = link.now().element?.ownerDocument;
    const window = page?.defaultView;
    if (!page || !window) return undefined;
    // Coming back from the call’s window.
    const onFocus = () => {
      if (page.activeElement === page.body) actions.focusCurrent(false);
    };
    window.addEventListener("focus", onFocus);
    page.addEventListener("visibilitychange", running.readClock);
    return () => {
      window.removeEventListener("focus", onFocus);
      page.removeEventListener("visibilitychange", running.readClock);
    };
  }, [actions, link, running]);

  const focusAt = (target: Element) => {
    const areaId = areaOf(target);
    if (areaId === null) actions.focusCurrent(false);
    else actions.focusArea(areaId, false);
  };

  /** What is chosen from a list by pointer gives the focus back too; by keys one may go on through it. */
  const isPointed = useRef(false);
  const afterChoice = ({ target }: ChangeEvent<HTMLDivElement>) => {
    if (!isPointed.current || !isElementOf(target, "select")) return;
    focusAt(target);
  };

  /** A click takes the focus to the area it was on, else back to the one that had it; keys leave it where it is. */
  const giveFocusBack = ({ target, detail }: MouseEvent) => {
    actions.endChoosing();
    if (detail === 0 || !isElement(target)) return;
    if (
      target.closest("[data-keeps-focus], textarea, select, dialog, input:not([type=checkbox], [type=radio])")
    )
      return;
    focusAt(target);
  };

  return (
    <OnFrameContext value={onFrame}>
      <div
        ref={screen}
        className={styles.screen}
        data-live
        onClickCapture={giveFocusBack}
        onPointerDownCapture={() => {
          isPointed.current = true;
        }}
        onKeyDownCapture={() => {
          isPointed.current = false;
        }}
        onChange={afterChoice}
      >
        {isShared ? (
          <ShareScreen question={question} actions={actions} />
        ) : (
          <div className={styles.layout} data-sheet={sheet ?? undefined}>
            <LiveHeader actions={actions} float={float} />
            <fieldset role="presentation" className={styles.body} disabled={!canWrite}>
              {question ? (
                <>
                  <nav className={styles.rail} aria-label="Agenda">
                    <AgendaRail actions={actions} />
                  </nav>
                  <main className={styles.main}>
                    <AskedQuestion question={question} actions={actions} />
                    <AreaList question={question} actions={actions} />
                    <AreaPane key={`pane ${question.id}`} question={question} actions={actions} />
                  </main>
                  <aside className={styles.side} aria-label="Clock, follow-ups and notes">
                    <CallClock question={question} actions={actions} />
                    <FollowUps question={question} actions={actions} />
                    <Notes key={question.id} question={question} />
                  </aside>
                  <LiveFooter question={question} actions={actions} float={float} />
                </>
              ) : (
                <main className="page">
                  <h1>This interview has no questions yet</h1>
                  <p className="soft">Add one to begin.</p>
                  <button type="button" className="primary" onClick={openAdding} {...keysOf("add")}>
                    Add a question
                  </button>
                </main>
              )}
            </fieldset>
          </div>
        )}
        <KeysDialog ref={keysDialog} rows={rows} />
        <AddQuestionDialog ref={addDialog} onAdded={actions.sayAdded} />
      </div>
    </OnFrameContext>
  );
}
