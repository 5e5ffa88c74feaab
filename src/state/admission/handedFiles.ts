import { useEffect, useEffectEvent } from "react";
import { useStore } from "zustand";
import { createStore } from "zustand/vanilla";
import type { FileKind } from "../../interchange/files/openFile.ts";

/** The address of a screen that takes files and shows what came of them, or what would. */
export type FilePlace = "/" | "/panels" | "/settings" | "/guides/bring-in";

const places: Readonly<Record<FileKind, FilePlace>> = {
  session: "/",
  guide: "/",
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
  readonly place: FilePlace | null;
  readonly files: readonly File[];
}

const noFiles: readonly File[] = [];
const handed = createStore<Handed>(() => ({ place: null, files: noFiles }));

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
  for (const file of files) found.add(places[await fileKindOf(file)]);
  const [only] = found;
  const place = found.size === 1 && only !== undefined ? only : "/";
  handed.setState({ place, files });
  return place;
}

/**
 * Takes the files that were handed to a screen: those that came before it, and those that come while it is shown.
 *
 * @param place null where the screen takes none
 */
export function useHandedFiles(place: FilePlace | null, take: (files: readonly File[]) => void): void {
  const files = useStore(handed, (state) => (state.place === place ? state.files : noFiles));
  const takeNow = useEffectEvent(take);
  useEffect(() => {
    if (files.length === 0) return;
    handed.setState({ place: null, files: noFiles });
    takeNow(files);
  }, [files]);
}
