import { useLayoutEffect, useRef } from "react";

/** What was looked for, by what an entry of the history is noted with. */
const kept = new Map<string, string>();

/** What is kept with an entry of the history. The words may name a candidate: they stay with the page. */
interface Entry {
  readonly wordsId?: string;
}

/**
 * Keeps what is looked for in a list, and has it there again on the way back to it. A reload forgets it: neither the address
 * nor the disk has it.
 *
 * @param text what is looked for, empty at first
 */
export function useKeptWords(text: string, setText: (text: string) => void): void {
  const isRead = useRef(false);
  useLayoutEffect(() => {
    const before = isRead.current ? undefined : read();
    isRead.current = true;
    if (before !== undefined && text === "") setText(before);
    else write(text);
  }, [text, setText]);
}

function read(): string | undefined {
  return kept.get(entryNow()?.wordsId ?? "");
}

function write(text: string): void {
  const entry = entryNow();
  if (text === "" && entry?.wordsId === undefined) return;
  // An entry that was noted before a reload is not taken for another one.
  const wordsId = entry?.wordsId ?? `${performance.timeOrigin} ${kept.size}`;
  kept.set(wordsId, text);
  if (!entry?.wordsId) history.replaceState({ ...entry, wordsId } satisfies Entry, "");
}

function entryNow(): Entry | null {
  return history.state as Entry | null;
}
