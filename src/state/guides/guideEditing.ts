import { createStore, type StoreApi } from "zustand/vanilla";
import { errorToText } from "../../domain/text/errorText.ts";
import type { Guide } from "../../domain/guides/guide.ts";
import { newGuide, type GuidePlace } from "../../domain/guides/guideEditing.ts";
import { versionOf, type Refusal } from "../../domain/guides/guideVersion.ts";
import { recordStep, redoStep, startHistory, undoStep, type History } from "../../domain/guides/history.ts";
import { dropLeftBehind, leaveBehind, readLeftDraft } from "../../storage/leftBehind.ts";
import type { AppParts } from "../app/appContext.ts";
import {
  discardGuideDraft,
  dropSavedDraft,
  loadGuideVersion,
  readGuideDraft,
  saveGuideVersion,
  writeGuideDraft,
  type GuideDraft,
} from "./guides.ts";
import { guideLockId, takeSessionLock, waitForSessionLock, type SessionLock } from "../app/documentLock.ts";

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
  | { readonly kind: "refused"; readonly refusal: Refusal };

/** A guide being edited: its state, and the ways to change it. Each change is kept in a draft soon after. */
export interface GuideEditing {
  readonly store: StoreApi<EditingState>;
  /** When the draft was last written that the guide was opened with, epoch ms; null where there was none. */
  readonly draftFoundAt: number | null;
  readonly change: (edit: (guide: Guide) => Guide, options?: ChangeOptions) => void;
  readonly show: (place: GuidePlace) => void;
  readonly undo: () => void;
  readonly redo: () => void;
  /** Goes back to the guide as it was before it was edited. It can be undone. */
  readonly discard: () => void;
  /** Makes the guide a version. @throws where it can't be stored; the draft stays then */
  readonly saveVersion: () => Promise<SaveResult>;
  /** Writes what waits at once: for a page that goes away. */
  readonly flush: () => Promise<void>;
  /** Writes what waits, and writes no more after that. */
  readonly close: () => void;
}

interface Opened {
  /** The draft's key. */
  readonly id: string;
  readonly base: Guide;
  readonly guide: Guide;
  readonly previousId: string | null;
  readonly draftFoundAt: number | null;
  /** A page that went away left the draft, and it is not on the disk. */
  readonly isUnwritten: boolean;
}

/** Between two writes of a draft; a key that is pressed alone is written at once. */
export const WRITE_EVERY_MS = 300;
const RETRY_MS = 1000;
const saving: DraftState = { kind: "saving" };
/** How long a page that is going away (a reload) may keep the lock before the guide counts as open elsewhere. */
export const LET_GO_MS = 400;
/** A page that goes away lets go of the lock before the writes it started have landed. */
const LANDING_MS = 150;

export interface OpenOptions {
  /** An id that nothing is stored under is that of a new guide. */
  readonly isNew: boolean;
  /** Takes the guide from a tab that edits it. */
  readonly takesOver: boolean;
  /** Another tab has taken the guide over; what waited here is written. */
  readonly onLost: () => void;
  /** Gives up waiting for the tab that edits it; left out, a page that is going away has the time it takes. */
  readonly signal?: AbortSignal;
}

/**
 * Opens a guide version, or the draft of that id, for editing. One tab edits a guide at a time.
 *
 * @returns "elsewhere" where another tab edits it
 * @throws where there is neither a version nor a draft of that id
 */
export async function openGuideEditing(
  app: AppParts,
  id: string,
  { isNew, takesOver, onLost, signal = AbortSignal.timeout(LET_GO_MS) }: OpenOptions,
): Promise<GuideEditing | "elsewhere"> {
  const opened: { editing?: GuideEditing } = {};
  const events = {
    onAsked: async () => opened.editing?.flush(),
    onLost: () => {
      opened.editing?.close();
      onLost();
    },
  };
  const lockId = guideLockId(id);
  const lock = await (
    takesOver ? takeSessionLock(lockId, events) : waitForSessionLock(lockId, events, signal)
  ).catch(() => null);
  if (!lock) return "elsewhere";
  try {
    if (isReload()) await pause(LANDING_MS);
    const content = await readOpened(app, id, isNew);
    // It may have been taken over meanwhile.
    if (!lock.isHeld()) return "elsewhere";
    opened.editing = createGuideEditing(app, content, lock);
  } catch (error) {
    lock.release();
    throw error;
  }
  return opened.editing;
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, ms);
  });
}

function isReload(): boolean {
  const [entry] = performance.getEntriesByType("navigation");
  return entry !== undefined && "type" in entry && entry.type === "reload";
}

async function readOpened(app: AppParts, id: string, isNew: boolean): Promise<Opened> {
  const stored = await readGuideDraft(app, id);
  const left = await readLeftDraft(app.database, id, stored);
  const draft = left ?? stored;
  const previousId = draft ? draft.previousId : isNew ? null : id;
  const base = previousId === null ? newGuide(app.newId()) : (await loadGuideVersion(app, previousId)).guide;
  return {
    id,
    base,
    guide: draft?.guide ?? base,
    previousId,
    draftFoundAt: draft?.updatedAt ?? null,
    isUnwritten: left !== null,
  };
}

function createGuideEditing(app: AppParts, opened: Opened, lock: SessionLock): GuideEditing {
  const { id, base, previousId, draftFoundAt } = opened;
  const { clock } = app;
  const [first] = opened.guide.questions;
  const store = createStore<EditingState>(() => ({
    history: startHistory(opened.guide),
    place:
      first && opened.guide.title !== "" ? { part: "question", questionId: first.id } : { part: "about" },
    revision: 0,
    draft: draftFoundAt === null ? { kind: "none" } : { kind: "saved" },
  }));
  const present = () => store.getState().history.present;

  let timer: ReturnType<typeof setTimeout> | undefined;
  /** How many changes were made, and up to which one a write was begun. */
  let changeCount = 0;
  let writtenCount = 0;
  let inFlight = 0;
  let lastWriteAt = -Infinity;
  let isClosed = false;
  let lastWrite = Promise.resolve();
  /** The newer draft is the later one, also where the clock was set back. */
  let updatedAt = draftFoundAt ?? 0;

  /** @returns what to say of the draft until it is written */
  function schedule(): DraftState {
    changeCount++;
    timer ??= setTimeout(() => void write(), Math.max(0, lastWriteAt + WRITE_EVERY_MS - clock.monotonic()));
    const { draft } = store.getState();
    return draft.kind === "failed" ? draft : saving;
  }

  function isWritten(): boolean {
    return writtenCount === changeCount && inFlight === 0;
  }

  function draftOf(guide: Guide): GuideDraft {
    updatedAt = Math.max(clock.now(), updatedAt);
    return { id, guide, previousId, updatedAt };
  }

  /** For a page that goes away, and may not hear the end of what it writes. */
  function leave(): void {
    void write();
    if (isWritten()) return;
    if (present() === base) dropLeftBehind({ kind: "guideDraft", id });
    else leaveBehind(app.database, { kind: "guideDraft", draft: draftOf(present()) });
  }

  function write(): Promise<void> {
    clearTimeout(timer);
    timer = undefined;
    if (writtenCount !== changeCount) lastWrite = writeNewest();
    return lastWrite;
  }

  async function writeNewest(): Promise<void> {
    const upTo = changeCount;
    writtenCount = upTo;
    inFlight++;
    lastWriteAt = clock.monotonic();
    const guide = present();
    let failure: unknown = null;
    try {
      await (guide === base ? discardGuideDraft(app, id) : writeGuideDraft(app, draftOf(guide)));
    } catch (error) {
      failure = error ?? new Error("The write was aborted.");
    }
    inFlight--;
    if (failure === null && isWritten()) dropLeftBehind({ kind: "guideDraft", id });
    if (isClosed) return;
    if (failure !== null) {
      writtenCount = -1;
      timer ??= setTimeout(() => void write(), RETRY_MS);
      const message = errorToText(failure);
      store.setState({ draft: { kind: "failed", message } });
    } else if (isWritten()) {
      store.setState({ draft: { kind: guide === base ? "none" : "saved" } });
    }
  }

  function change(
    edit: (guide: Guide) => Guide,
    { run = null, place, isOutside = false }: ChangeOptions = {},
  ): void {
    const { history, place: shown, revision } = store.getState();
    const where = place ?? shown;
    const next = recordStep(history, edit(history.present), { where, run, now: clock.monotonic() });
    if (next === history) return;
    store.setState({
      history: next,
      place: nearestPlace(where, history.present, next.present),
      revision: revision + Number(isOutside),
      draft: schedule(),
    });
  }

  /** Takes over a guide that the form on the screen does not know yet. */
  function adopt(history: History<Guide, GuidePlace>, where: GuidePlace | undefined): void {
    const before = store.getState();
    if (history === before.history) return;
    store.setState({
      history,
      place: nearestPlace(where ?? before.place, before.history.present, history.present),
      revision: before.revision + 1,
      draft: schedule(),
    });
  }

  const onHidden = () => {
    if (document.visibilityState === "hidden") void write();
  };
  document.addEventListener("visibilitychange", onHidden);
  window.addEventListener("pagehide", leave);
  // WebKit says no more than this where a script closes the page.
  window.addEventListener("beforeunload", leave);

  function stop(): void {
    isClosed = true;
    clearTimeout(timer);
  }

  function letGo(): void {
    document.removeEventListener("visibilitychange", onHidden);
    window.removeEventListener("pagehide", leave);
    window.removeEventListener("beforeunload", leave);
    lock.release();
  }

  function close(): void {
    if (isClosed) return;
    const written = write();
    stop();
    // Until then the page may go with it, and nobody else is to write.
    void written.finally(letGo);
  }

  if (opened.isUnwritten) store.setState({ draft: schedule() });

  return {
    store,
    draftFoundAt,
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
        stop();
        // A draft that stays behind is found the next time; the version is safe either way.
        await dropSavedDraft(app, id).catch(() => {});
        letGo();
      } else {
        // Something was typed while the version was written: that stays as a draft.
        close();
      }
      return { kind: "saved", id: version.id };
    },
    flush: write,
    close,
  };
}

/** @returns the place, or where it is gone, the question that stands there now */
function nearestPlace(place: GuidePlace, before: Guide, after: Guide): GuidePlace {
  if (place.part !== "question" || after.questions.some(({ id }) => id === place.questionId)) return place;
  const index = before.questions.findIndex(({ id }) => id === place.questionId);
  const next = after.questions[Math.min(index, after.questions.length - 1)] ?? after.questions[0];
  return next ? { part: "question", questionId: next.id } : { part: "about" };
}
