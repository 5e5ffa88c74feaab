import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import { useLocation } from "wouter";
import { errorToText } from "../../../domain/text/errorText.ts";
import { fileName } from "../../../domain/text/fileName.ts";
import type { GuidePlace } from "../../../domain/guides/guideEditing.ts";
import { guideTitle } from "../../../domain/guides/guideTitle.ts";
import type { GuideRefusal } from "../../../domain/guides/guideVersion.ts";
import { guideWarnings } from "../../../domain/guides/guideWarnings.ts";
import { useApp } from "../../../state/app/appContext.ts";
import type { EditingState } from "../../../state/guides/guideEditing.ts";
import {
  useEditedGuide,
  useEditingFollower,
  useEditingState,
  useGuideEditing,
  useSettledGuide,
} from "../../../state/guides/guideEditingContext.ts";
import { guideToFileText } from "../../../state/guides/guides.ts";
import { focusAfter } from "../../../ui/page/focusAfter.ts";
import { guideAddress } from "../../../ui/page/addresses.ts";
import { ScreenHead } from "../../../ui/head/ScreenHead.tsx";
import { timeToText } from "../../../ui/words/dates.ts";
import { downloadText } from "../../../ui/files/download.ts";
import { UndoNotice } from "../../../ui/parts/UndoNotice.tsx";
import { keyOf } from "../../../ui/keys/keyOf.ts";
import { ShutButton } from "../../../ui/fields/ShutButton.tsx";
import { GuideEditorAbout } from "./GuideEditorAbout.tsx";
import { GuideEditorAdvice } from "./GuideEditorAdvice.tsx";
import { GuideEditorCompetencies } from "./GuideEditorCompetencies.tsx";
import { GuideEditorQuestion } from "./GuideEditorQuestion.tsx";
import { GuideEditorRail } from "./GuideEditorRail.tsx";
import { GuideEditorScale } from "./GuideEditorScale.tsx";
import { GuideEditorWarnings } from "./GuideEditorWarnings.tsx";
import styles from "./GuideEditor.module.css";

/** A question that was removed, and what the guide's history became by it. */
interface Removed {
  readonly id: string;
  readonly title: string;
  readonly history: EditingState["history"];
}

/** The guide editor: parts and questions on one side, the one being edited in the middle, warnings beside it. */
export function GuideEditor() {
  const app = useApp();
  const editing = useGuideEditing();
  const [, navigate] = useLocation();
  const place = useEditingState((state) => state.place);
  const settled = useSettledGuide();
  const warnings = useMemo(() => guideWarnings(settled), [settled]);
  const warnedIds = useMemo(
    () =>
      new Set(
        warnings.flatMap((warning) => (warning.place.part === "question" ? [warning.place.questionId] : [])),
      ),
    [warnings],
  );
  const [refusal, setRefusal] = useState<GuideRefusal | null>(null);
  const onRefused = useCallback(() => setRefusal(null), []);
  const [problem, setProblem] = useState<string | null>(null);
  const [isSaving, setIsSaving] = useState(false);
  const [said, setSaid] = useState("");
  const pane = useRef<HTMLElement>(null);
  /** Said for as long as it is the last change. */
  const [removed, setRemoved] = useState<Removed | null>(null);
  const isRemovedLast = useEditingState(({ history }) => history === removed?.history);

  const step = useCallback(
    (isRedo: boolean) => {
      focusAfter(
        () => {
          const { history } = editing.store.getState();
          if (isRedo) editing.redo();
          else editing.undo();
          const isDone = editing.store.getState().history !== history;
          setSaid(isDone ? (isRedo ? "Redone" : "Undone") : `Nothing to ${isRedo ? "redo" : "undo"}`);
        },
        // What had the focus may be gone.
        () => (document.activeElement === document.body ? pane.current : null),
      );
    },
    [editing],
  );

  useEffect(() => {
    // One history for texts and order alike: a field's own would know of neither what was moved nor of other fields.
    const onKeyDown = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.altKey || event.isComposing) return;
      const key = keyOf(event);
      const isRedo = (key === "z" && event.shiftKey) || (key === "y" && !event.shiftKey);
      if (!isRedo && key !== "z") return;
      event.preventDefault();
      step(isRedo);
    };
    document.addEventListener("keydown", onKeyDown);
    return () => document.removeEventListener("keydown", onKeyDown);
  }, [step]);

  const save = async () => {
    setIsSaving(true);
    try {
      const result = await editing.saveVersion();
      if (result.kind === "saved") {
        navigate(guideAddress(result.id));
        return;
      }
      setRefusal(result.refusal);
      setProblem(null);
    } catch (error) {
      setProblem(`The version was not saved. The draft is kept. ${errorToText(error)}`);
    }
    setIsSaving(false);
  };

  const show = (shown: GuidePlace) => {
    focusAfter(
      () => editing.show(shown),
      () => pane.current,
    );
  };

  return (
    <div className={styles.screen}>
      <ScreenHead back={{ href: "/guides", to: "guides" }} title={<GuideName />} className={styles.header}>
        <DraftStatus />
        <span className="actions">
          <UndoButtons onStep={step} />
          <ShutButton className="primary" isShut={isSaving} onClick={() => void save()}>
            Save version
          </ShutButton>
        </span>
      </ScreenHead>
      <div className={styles.body}>
        <GuideEditorRail warnedIds={warnedIds} onSay={setSaid} />
        <main ref={pane} className={styles.pane} tabIndex={-1}>
          {problem !== null && (
            <p className="notice error" role="alert">
              {problem}
            </p>
          )}
          <DraftNotices
            onDownload={() => {
              const guide = editing.store.getState().history.present;
              downloadText(fileName([guide.title, "draft"], "json"), guideToFileText(app, guide));
            }}
          />
          {removed && isRemovedLast && (
            <UndoNotice key={removed.id} onUndo={() => step(false)} onDismiss={() => setRemoved(null)}>
              {removed.title === "" ? (
                "The question was removed."
              ) : (
                <>
                  Removed “<bdi>{removed.title}</bdi>”.
                </>
              )}
            </UndoNotice>
          )}
          {place.part === "about" && <GuideEditorAbout refusal={refusal} onRefused={onRefused} />}
          {place.part === "scale" && <GuideEditorScale onSay={setSaid} />}
          {place.part === "competencies" && <GuideEditorCompetencies onSay={setSaid} />}
          {place.part === "advice" && <GuideEditorAdvice onSay={setSaid} />}
          {place.part === "question" && (
            <GuideEditorQuestion
              key={place.questionId}
              questionId={place.questionId}
              refusal={refusal}
              onRefused={onRefused}
              onSay={setSaid}
              onRemoved={(title) =>
                setRemoved({ id: place.questionId, title, history: editing.store.getState().history })
              }
            />
          )}
        </main>
        <aside className={styles.side} aria-label="Warnings">
          <GuideEditorWarnings guide={settled} warnings={warnings} onShow={show} />
        </aside>
      </div>
      <p className="heard" role="status">
        {said}
      </p>
    </div>
  );
}

function GuideName() {
  const { title } = useEditedGuide((guide) => ({ title: guideTitle(guide) }));
  return title;
}

function UndoButtons({ onStep }: { readonly onStep: (isRedo: boolean) => void }) {
  const canUndo = useEditingState(({ history }) => history.done.length > 0);
  const canRedo = useEditingState(({ history }) => history.undone.length > 0);
  // Pressed all the same, it says that there is nothing.
  return (
    <>
      <button
        type="button"
        aria-disabled={!canUndo}
        aria-keyshortcuts="Control+Z Meta+Z"
        title="Undo (Ctrl or ⌘ + Z)"
        onClick={() => onStep(false)}
      >
        Undo
      </button>
      <button
        type="button"
        aria-disabled={!canRedo}
        aria-keyshortcuts="Control+Shift+Z Meta+Shift+Z"
        title="Redo (Shift + Ctrl or ⌘ + Z)"
        onClick={() => onStep(true)}
      >
        Redo
      </button>
    </>
  );
}

/** Says whether the last change is on the disk; all its words stand there, so that nothing moves. */
function DraftStatus() {
  const chip = useRef<HTMLSpanElement>(null);
  const follow = useCallback((state: EditingState) => {
    const { kind } = state.draft;
    if (chip.current && chip.current.dataset["draft"] !== kind) chip.current.dataset["draft"] = kind;
  }, []);
  useEditingFollower(follow);
  return (
    <span ref={chip} className={`chip ${styles.draft}`} data-draft="none">
      <span data-word="none">No changes</span>
      <span data-word="saving">Saving draft…</span>
      <span data-word="saved">
        <span aria-hidden="true">✓</span> Draft saved
      </span>
      <span data-word="failed">Draft not saved</span>
    </span>
  );
}

function DraftNotices({ onDownload }: { readonly onDownload: () => void }) {
  const { clock } = useApp();
  const editing = useGuideEditing();
  const failure = useEditingState(({ draft }) => (draft.kind === "failed" ? draft.message : null));
  const [isFound, setIsFound] = useState(editing.draftFoundAt !== null);
  return (
    <>
      {failure !== null && (
        <p className="notice error" role="alert">
          The draft can’t be saved: {failure} It is kept in this tab, and saving is retried.{" "}
          <button type="button" onClick={onDownload}>
            Download as a file
          </button>
        </p>
      )}
      {editing.isGuideGone && (
        <p className="notice">
          The guide this draft was based on was deleted. Saving a version makes it a separate guide.
        </p>
      )}
      {isFound && editing.draftFoundAt !== null && (
        <div className={`notice row ${styles.found}`}>
          <span>
            Draft from {timeToText(editing.draftFoundAt, clock.now())}. It isn’t saved as a version yet.
          </span>
          <span className="row push">
            <button
              type="button"
              onClick={() => {
                editing.discard();
                setIsFound(false);
              }}
            >
              Discard draft
            </button>
            <button type="button" onClick={() => setIsFound(false)}>
              Keep editing
            </button>
          </span>
        </div>
      )}
    </>
  );
}
