import { useEffect, useEffectEvent } from "react";
import { useStore } from "zustand";
import { createStore } from "zustand/vanilla";
import type { FileKind } from "../../interchange/files/openFile.ts";

/** The address of a screen that takes files and shows what came of them, or what would. */
export type FilePlace = "/" | "/guides" | "/guides/bring-in" | "/panels" | "/settings";

const places: Readonly<Record<FileKind, FilePlace>> = {
  session: "/",
  guide: "/guides",
  invitation: "/",
  calendar: "/",
  debrief: "/panels",
  sealedScorecard: "/panels",
  recovery: "/panels",
  backup: "/settings",
  text: "/guides/bring-in",
  // There it is said what is wrong with it.
  raw: "/",
  unknown: "/",
};

interface Handed {
  readonly place: FilePlace;
  readonly files: readonly File[];
}

/** What was handed over and not taken yet, the first one first. */
const handed = createStore<readonly Handed[]>(() => []);

/** More of one kind are taken for what the others are: each screen says of a file that it doesn’t take what it is, as it reads it. */
const MOST_LOOKED_INTO = 100;

/**
 * Hands files to the screen that takes their kind. Those of several kinds go to the library, where each is told of what it
 * is.
 *
 * @returns the address of that screen
 */
export async function handFiles(files: readonly File[]): Promise<FilePlace> {
  // The first screen opens no file.
  const { fileKindOf } = await import("../../interchange/files/openFile.ts");
  const found = new Set<FilePlace>();
  // No further than it takes: the screens that read many say how far they are, and can be stopped.
  for (const file of files.slice(0, MOST_LOOKED_INTO)) {
    found.add(places[await fileKindOf(file)]);
    if (found.size > 1 || found.has("/")) break;
  }
  const [only] = found;
  const place = found.size === 1 && only !== undefined ? only : "/";
  handed.setState((before) => [...before, { place, files }], true);
  return place;
}

/**
 * Takes the files that were handed to a screen: those that came before it, and those that come while it is shown, those of
 * one handing at a time.
 *
 * @param place null where the screen takes none
 * @param isReady false while files are still being read: those that come then wait
 * @returns how many files wait
 */
export function useHandedFiles(
  place: FilePlace | null,
  take: (files: readonly File[]) => void,
  isReady = true,
): number {
  const first = useStore(handed, (waiting) => waiting.find((one) => one.place === place));
  const takeNow = useEffectEvent(take);
  useEffect(() => {
    if (!first || !isReady) return;
    handed.setState((before) => before.filter((one) => one !== first), true);
    takeNow(first.files);
  }, [first, isReady]);
  return first && !isReady ? first.files.length : 0;
}
