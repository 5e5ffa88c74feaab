import { useSyncExternalStore } from "react";
import { readItem, writeItem } from "../../storage/localItems.ts";

/** How it stands with the copies, for all tabs. */
export interface CopyState {
  /** Epoch ms of the last copy; null where there is none. */
  readonly madeAt: number | null;
  /** It holds so much less than the one before that it stands beside it. */
  readonly isBeside: boolean;
  /** How many entries are not in it, since they could not be read again. Who they are of is not written down here. */
  readonly leftOutCount: number;
  /** This browser lets the app keep files of its own. */
  readonly isPrivate: boolean;
  /** The name of the folder that copies go into too; null where none was picked. */
  readonly folder: string | null;
  /** The browser wants to be asked again for the folder, by a click. */
  readonly isFolderLapsed: boolean;
  /** What went wrong there; null where nothing did. */
  readonly folderProblem: string | null;
  /** Why the last one could not be made; null where it could. */
  readonly problem: string | null;
}

const noCopies: CopyState = {
  madeAt: null,
  isBeside: false,
  leftOutCount: 0,
  isPrivate: true,
  folder: null,
  isFolderLapsed: false,
  folderProblem: null,
  problem: null,
};

const KEY = "interview-scorecard copies";
const listeners = new Set<() => void>();
let last = { text: "", state: noCopies };

/** @returns how it stands; the same object as long as nothing changes */
export function readCopyState(): CopyState {
  const text = readItem(KEY) ?? "";
  if (text === last.text) return last.state;
  try {
    last = { text, state: { ...noCopies, ...(JSON.parse(text || "{}") as Partial<CopyState>) } };
  } catch {
    last = { text, state: noCopies };
  }
  return last.state;
}

/** Notes what changed, and tells the screens of all tabs. */
export function noteCopyState(change: Partial<CopyState>): void {
  writeItem(KEY, JSON.stringify({ ...readCopyState(), ...change }));
  for (const listener of listeners) listener();
}

function subscribe(onChange: () => void): () => void {
  listeners.add(onChange);
  // It comes from other tabs only.
  addEventListener("storage", onChange);
  return () => {
    listeners.delete(onChange);
    removeEventListener("storage", onChange);
  };
}

/** @returns how it stands with the copies, kept up to date */
export function useCopyState(): CopyState {
  return useSyncExternalStore(subscribe, readCopyState);
}
