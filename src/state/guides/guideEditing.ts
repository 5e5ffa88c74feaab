import type { Guide } from "../../domain/guides/guide.ts";
import { newGuide, type GuidePlace } from "../../domain/guides/guideEditing.ts";
import { versionOf, type GuideRefusal } from "../../domain/guides/guideVersion.ts";
import { recordStep, redoStep, startHistory, undoStep, type History } from "../../domain/guides/history.ts";
import { createDocumentWriter } from "../../storage/documentWriter.ts";
import { draftDocument } from "../../storage/guides/draftDocument.ts";
import { readGuide } from "../../storage/guides/guides.ts";
import { readLeftDraft } from "../../storage/leftBehind.ts";
import { isUnwritten, type WriterState } from "../../storage/writerState.ts";
import type { AppParts } from "../app/appContext.ts";
import { noteDeletedAmount } from "../backups/backupRecord.ts";
import { readGuideDraft } from "./guideDrafts.ts";
import { saveGuideVersion } from "./guides.ts";
import { findGuideVersion, loadGuideVersion } from "./guideVersions.ts";
import { hangWatch } from "../documents/hangs.ts";
import { createLateStore, type LateStore } from "../documents/lateStore.ts";
import { createUnsavedWork } from "../documents/unsavedWork.ts";
import { isReload, LET_GO_MS, untilPageBeforeLanded } from "../documents/pageBefore.ts";
import {
  guideLockId,
  takeDocumentLock,
  waitForDocumentLock,
  type DocumentLock,
} from "../documents/documentLock.ts";

/** Whether what was typed is on the disk. */
export type DraftState =
  /** The guide is as it was before it was edited; there is nothing to keep. */
  | { readonly kind: "none" }
  | { readonly kind: "saving" }
  | { readonly kind: "saved" }
  /** Nothing is lost: it is kept in memory and tried again. */
  | { readonly kind: "failed"; readonly message: string };

export interface EditingState {
  readonly history: History<Guide, GuidePlace>;
  /** The part of the guide that is on the screen. */
  readonly place: GuidePlace;
  /** Counts the changes that the form on the screen did not make itself and has to take over. */
  readonly revision: number;
  readonly draft: DraftState;
}

export interface ChangeOptions {
  /** Changes of one run, such as the letters of a word, are undone together. */
  readonly run?: string | null;
  /** The part to show after the change, and where it is taken back; the one on the screen where it is left out. */
  readonly place?: GuidePlace;
  /** True for a change that the form on the screen did not make itself but shows. */
  readonly isOutside?: boolean;
}

export type SaveResult =
  | { readonly kind: "saved"; readonly id: string }
  | { readonly kind: "refused"; readonly refusal: GuideRefusal };

/** A guide being edited: its state, and the ways to change it. Each change is kept in a draft. */
export interface GuideEditing {
  readonly store: LateStore<EditingState>;
  /** When the draft was last written that the guide was opened with, epoch ms; null where there was none. */
  readonly draftFoundAt: number | null;
  readonly change: (edit: (guide: Guide) => Guide, options?: ChangeOptions) => void;
  readonly show: (place: GuidePlace) => void;
  readonly undo: () => void;
  readonly redo: () => void;
  /** Goes back to the guide as it was before it was edited. It can be undone. */
  readonly discard: () => void;
  /** The draft began with a version that was deleted since: saved, it becomes a guide of its own. */
  readonly isGuideGone: boolean;
  /** Makes the guide a version. @throws where it can't be stored; the draft stays then */
  readonly saveVersion: () => Promise<SaveResult>;
  /**
   * For a screen that is left. What is not written yet is tried until it is, and only then lets go of the guide; the next
   * screen that opens it has it.
   */
  readonly close: () => void;
}

interface Opened {
  /** The draft's key. */
  readonly id: string;
  readonly base: Guide;
  readonly guide: Guide;
  readonly previousId: string | null;
  readonly draftFoundAt: number | null;
  readonly isGuideGone: boolean;
  /** A page that went away left the draft, and it is not on the disk. */
  readonly isUnwritten: boolean;
  /** There is no saved version of the draft's id: with the draft the guide goes. */
  readonly isAlone: boolean;
}

/** How often it is looked whether the page hung. */
const TICK_MS = 500;

export interface OpenOptions {
  /** An id that nothing is stored under is that of a new guide. */
  readonly isNew: boolean;
  /** Takes the guide from a tab that edits it. */
  readonly takesOver: boolean;
  /** Another tab has taken the guide over; what was typed here is written, or left behind for that tab. */
  readonly onLost: () => void;
  /** What was typed here is a version now, and the guide is free. */
  readonly onSaved?: ((versionId: string) => void) | undefined;
  /** Gives up waiting for the tab that edits it; left out, a page that is going away has the time it takes. */
  readonly signal?: AbortSignal;
}

type ScreenEvents = Pick<OpenOptions, "onLost" | "onSaved">;

/** A guide that is open in this tab, whether a screen shows it or its last changes are still to be written. */
interface OpenDraft {
  readonly editing: GuideEditing;
  /** Says what is to be told to the screen that shows it now. */
  readonly show: (screen: ScreenEvents) => void;
  /** Resolves when what was typed is where the other tab reads it. */
  readonly handOver: () => Promise<void>;
  readonly lose: () => void;
}

/** Guides whose screen was left before their last changes were written. */
const unsaved = createUnsavedWork<OpenDraft>();

/**
 * Opens a guide version, or the draft of that id, for editing. One tab edits a guide at a time.
 *
 * @returns "elsewhere" where another tab edits it
 * @throws where there is neither a version nor a draft of that id
 */
export async function openGuideEditing(
  app: AppParts,
  id: string,
  { isNew, takesOver, onLost, onSaved, signal = AbortSignal.timeout(LET_GO_MS) }: OpenOptions,
): Promise<GuideEditing | "elsewhere"> {
  const kept = unsaved.take(id);
  if (kept) {
    kept.show({ onLost, onSaved });
    return kept.editing;
  }
  const opened: { document?: OpenDraft } = {};
  const events = {
    onAsked: async () => opened.document?.handOver(),
    onLost: () => opened.document?.lose(),
  };
  const lockId = guideLockId(id);
  const lock = await (
    takesOver ? takeDocumentLock(lockId, events) : waitForDocumentLock(lockId, events, signal)
  ).catch(() => null);
  if (!lock) return "elsewhere";
  try {
    if (isReload()) await untilPageBeforeLanded();
    const content = await readOpened(app, id, isNew);
    // It may have been taken over meanwhile.
    if (!lock.isHeld()) return "elsewhere";
    opened.document = openDraft(app, content, lock);
  } catch (error) {
    lock.release();
    throw error;
  }
  opened.document.show({ onLost, onSaved });
  return opened.document.editing;
}

async function readOpened(app: AppParts, id: string, isNew: boolean): Promise<Opened> {
  const stored = await readGuideDraft(app, id);
  const left = await readLeftDraft(app.database, id, stored);
  const draft = left ?? stored;
  const previousId = draft ? draft.previousId : isNew ? null : id;
  const load = draft ? findGuideVersion : loadGuideVersion;
  const [previous, version] = await Promise.all([
    previousId === null ? null : load(app, previousId),
    readGuide(app.database, id),
  ]);
  const base = previous?.guide ?? newGuide(app.newId());
  return {
    id,
    base,
    guide: draft?.guide ?? base,
    previousId: previous ? previousId : null,
    draftFoundAt: draft?.updatedAt ?? null,
    isGuideGone: previousId !== null && !previous,
    isUnwritten: left !== null,
    isAlone: (version?.savedAt ?? null) === null,
  };
}

function openDraft(app: AppParts, opened: Opened, lock: DocumentLock): OpenDraft {
  const { id, base, previousId, draftFoundAt, isGuideGone } = opened;
  const { clock } = app;
  const [first] = opened.guide.questions;
  const store = createLateStore<EditingState>({
    history: startHistory(opened.guide),
    place:
      first && opened.guide.title !== "" ? { part: "question", questionId: first.id } : { part: "about" },
    revision: 0,
    draft: draftFoundAt === null ? { kind: "none" } : { kind: "saved" },
  });
  const present = () => store.getState().history.present;
  const writer = createDocumentWriter(app.database, draftDocument(id), [], onWriterState);
  const watchHangs = hangWatch(clock, writer.holdUntil);
  const ticking = setInterval(() => watchHangs(), TICK_MS);

  /** Whether a draft of that id is on the disk. */
  let isStored = draftFoundAt !== null && !opened.isUnwritten;
  let isLost = false;
  let screen: ScreenEvents = { onLost: () => {} };
  /** The newer draft is the later one, also where the clock was set back. */
  let updatedAt = draftFoundAt ?? 0;

  function onWriterState(state: WriterState): void {
    if (state.kind === "saved") {
      const isBase = present() === base;
      if (isBase && isStored && opened.isAlone) noteDeletedAmount({ guides: 1, drafts: 1 });
      isStored = !isBase;
    }
    store.setState({ draft: draftStateOf(state) });
  }

  function draftStateOf(state: WriterState): DraftState {
    if (state.kind === "saved") return { kind: isStored ? "saved" : "none" };
    return isUnwritten(state) ? { kind: "failed", message: state.message } : { kind: "saving" };
  }

  /** Writes the changed guide and shows it: one change of state for both, so that the screen looks once. */
  function apply(changed: Pick<EditingState, "history" | "place" | "revision">, show = store.setState): void {
    watchHangs();
    show({ ...changed, draft: save(changed.history.present) });
  }

  function save(guide: Guide): DraftState {
    updatedAt = Math.max(clock.now(), updatedAt);
    const draft = guide === base ? null : { id, guide, previousId, updatedAt };
    return draftStateOf(writer.save([{ key: "draft", draft }]));
  }

  function change(
    edit: (guide: Guide) => Guide,
    { run = null, place, isOutside = false }: ChangeOptions = {},
  ): void {
    const { history, place: shown, revision } = store.getState();
    const where = place ?? shown;
    const next = recordStep(history, edit(history.present), { where, run, now: clock.monotonic() });
    if (next === history) return;
    const changed = {
      history: next,
      place: nearestPlace(where, history.present, next.present),
      revision: revision + Number(isOutside),
    };
    // What is typed stands in its field already.
    apply(changed, run === null ? store.setState : store.setLater);
  }

  /** Takes over a guide that the form on the screen does not know yet. */
  function adopt(history: History<Guide, GuidePlace>, where: GuidePlace | undefined): void {
    const before = store.getState();
    if (history === before.history) return;
    apply({
      history,
      place: nearestPlace(where ?? before.place, before.history.present, history.present),
      revision: before.revision + 1,
    });
  }

  function letGo(): void {
    clearInterval(ticking);
    writer.abandon();
    lock.release();
  }

  function close(): void {
    if (isLost) return;
    unsaved.endWhenDone(id, openDocument, store.subscribe, () => writer.state().kind === "saved", letGo);
  }

  const editing: GuideEditing = {
    store,
    draftFoundAt,
    isGuideGone,
    change,
    show: (place) => store.setState({ place }),
    undo: () => {
      const { history } = store.getState();
      adopt(undoStep(history), history.done.at(-1)?.where);
    },
    redo: () => {
      const { history } = store.getState();
      adopt(redoStep(history), history.undone.at(-1)?.where);
    },
    discard: () => {
      const { history, place } = store.getState();
      adopt(recordStep(history, base, { where: place, run: null, now: clock.monotonic() }), place);
    },
    saveVersion: async () => {
      const guide = present();
      const written = versionOf(guide);
      if (written.kind === "refused") {
        store.setState({ place: written.refusal.place });
        return written;
      }
      const version = await saveGuideVersion(app, written.guide, previousId);
      if (present() === guide) {
        // By the writer, so that nothing that waits brings it back. One that stays behind is found the next time; the
        // version is safe either way.
        store.setState({ draft: draftStateOf(writer.save([{ key: "draft", draft: null }])) });
        await writer.settled();
      }
      if (present() === guide) {
        isLost = true;
        screen.onSaved?.(version.id);
        letGo();
      }
      // Otherwise something was typed meanwhile: that stays as a draft.
      return { kind: "saved", id: version.id };
    },
    close,
  };

  const openDocument: OpenDraft = {
    editing,
    show: (shown) => {
      screen = shown;
    },
    handOver: async () => {
      writer.flush();
      await writer.settled();
      // What does not get to the disk here may get there from the other tab.
      if (isUnwritten(writer.state())) writer.leave();
    },
    lose: () => {
      isLost = true;
      unsaved.take(id);
      letGo();
      screen.onLost();
    },
  };

  if (opened.isUnwritten) {
    writer.takeUp();
    store.setState({ draft: save(opened.guide) });
  }
  return openDocument;
}

/** @returns the place, or where it is gone, the question that stands there now */
function nearestPlace(place: GuidePlace, before: Guide, after: Guide): GuidePlace {
  if (place.part !== "question" || after.questions.some(({ id }) => id === place.questionId)) return place;
  const index = before.questions.findIndex(({ id }) => id === place.questionId);
  const next = after.questions[Math.min(index, after.questions.length - 1)] ?? after.questions[0];
  return next ? { part: "question", questionId: next.id } : { part: "about" };
}
