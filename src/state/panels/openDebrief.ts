import { useEffect, useState } from "react";
import { createStore, type StoreApi } from "zustand/vanilla";
import { useStore } from "zustand";
import {
  debriefEntries,
  debriefParts,
  withDebriefParts,
  type DebriefPart,
} from "../../domain/panels/debriefParts.ts";
import type { Debrief, Panel } from "../../domain/panels/panel.ts";
import { createDocumentWriter } from "../../storage/documentWriter.ts";
import { dropWritten, isLeftBehind, leaveBehind, untilLanded } from "../../storage/leftBehind.ts";
import { debriefDocument } from "../../storage/panels/debriefDocument.ts";
import { isUnwritten, type Unwritten, type WriterState } from "../../storage/writerState.ts";
import { useApp, type AppParts } from "../app/appContext.ts";
import { createUnsavedWork } from "../documents/unsavedWork.ts";
import type { LivePanelView } from "./panels.ts";

/** A debrief as it is on the screen, and how far its saving is. */
export interface DebriefState {
  readonly debrief: Debrief;
  readonly saveState: WriterState;
}

/** The debrief of a panel that is open. Any tab may write: each writes its own changes only. */
export interface OpenDebrief {
  readonly store: StoreApi<DebriefState>;
  /** Applies one change and writes it through: what it changed, and nothing else. */
  readonly change: (change: (debrief: Debrief) => Debrief) => void;
  /** Takes in the panel as it was read from the disk, where nothing of this tab is on its way there. */
  readonly follow: (panel: Panel) => void;
  /** For a screen that is left: what is not written yet is tried until it is, and the next visit has it. */
  readonly close: () => void;
}

/** Debriefs whose screen was left before their last changes were written. */
const unsaved = createUnsavedWork<OpenDebrief>();

/**
 * Opens the debrief of a panel.
 *
 * @param leftBefore what the page before had left behind of it when the panel was read
 */
export function openDebrief(
  { database, clock }: AppParts,
  panel: Panel,
  leftBefore: readonly DebriefPart[],
): OpenDebrief {
  const panelId = panel.id;
  const kept = unsaved.take(panelId);
  if (kept) return kept;
  /** What the page before left behind; on the screen at once, and saved when what that page wrote has landed. */
  let left = leftBefore;
  const store = createStore<DebriefState>(() => ({
    debrief: withDebriefParts(panel.debrief, left),
    saveState: { kind: "saved" },
  }));
  /** When the panel was changed last, as this tab wrote or read it. */
  let { updatedAt } = panel;
  const changedKeys = new Set<string>();
  const document = debriefDocument(panelId, clock.now, (written) => {
    ({ updatedAt } = written);
  });
  const writer = createDocumentWriter(database, document, [], (saveState) => store.setState({ saveState }));

  function save(debrief: Debrief, parts: readonly DebriefPart[]): void {
    store.setState({ debrief, saveState: writer.save(parts) });
  }

  /** What was left, but for what was typed over it meanwhile. */
  const unchangedSince = () => left.filter(({ key }) => !changedKeys.has(key));

  async function takeUp(): Promise<void> {
    await untilLanded();
    const parts = unchangedSince();
    left = [];
    writer.takeUp();
    save(withDebriefParts(store.getState().debrief, parts), parts);
    // All of it is older than what was changed since, and that may be written already.
    if (writer.state().kind === "saved") dropWritten(database, document, changedKeys);
  }

  if (left.length > 0) void takeUp();

  const opened: OpenDebrief = {
    store,
    change: (changeOne) => {
      const { debrief } = store.getState();
      const changed = changeOne(debrief);
      const parts = [
        ...debriefParts(debrief, changed),
        ...debriefEntries(panelId, debrief, changed, clock.now()),
      ];
      for (const { key } of parts) changedKeys.add(key);
      // Another tab may be about to write what was left: it is to write this.
      if (isLeftBehind(document)) {
        leaveBehind(database, { kind: "debrief", panelId, parts, at: clock.now() });
        writer.takeUp();
      }
      save(changed, parts);
    },
    follow: (read) => {
      // What was read before the last write says what was there before it.
      if (writer.state().kind !== "saved" || read.updatedAt < updatedAt) return;
      ({ updatedAt } = read);
      store.setState({ debrief: withDebriefParts(read.debrief, unchangedSince()) });
    },
    close: () => {
      const isDone = () => writer.state().kind === "saved" && left.length === 0;
      unsaved.endWhenDone(panelId, opened, store.subscribe, isDone, writer.abandon);
    },
  };
  return opened;
}

/**
 * Opens the debrief of a panel for this screen; it is closed with it.
 *
 * @param panel as it was read last; another panel needs another screen
 */
export function useOpenDebrief({ panel, left }: Pick<LivePanelView, "panel" | "left">): OpenDebrief {
  const app = useApp();
  const [opened] = useState(() => openDebrief(app, panel, left));
  useEffect(() => () => opened.close(), [opened]);
  useEffect(() => opened.follow(panel), [opened, panel]);
  return opened;
}

/** @returns the debrief as it is now, how far its saving is, and why it can't be saved; null where it can */
export function useDebriefState({
  store,
}: OpenDebrief): DebriefState & { readonly unwritten: Unwritten | null } {
  const state = useStore(store);
  return { ...state, unwritten: isUnwritten(state.saveState) ? state.saveState : null };
}
