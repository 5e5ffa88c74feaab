import { useEffect, useRef } from "react";

/*
 * What was typed into a form and is not stored yet. It is kept in the tab's own storage: a reload, the way back and a crash
 * leave it there, and it goes with the tab. It names people, so no other tab, no backup and no file has it.
 */

/**
 * Keeps what a form holds, each change in its own event; nothing where it holds what it begins with. What was not changed
 * here is taken from what the form begins with then: another tab may have stored something else.
 *
 * @param key the same for the same form; where it edits what has an id, that is behind the first space
 * @param draft all that the form holds; JSON
 * @returns forgets it, for a form that was stored or is begun anew
 */
export function useTabDraft<T extends object>(key: string, draft: T, beginning: T): () => void {
  const changed = Object.entries(draft).flatMap(([name, value]) =>
    isSame(value, beginning[name as keyof T]) ? [] : name,
  );
  const lists = changed.filter((name) => Array.isArray(beginning[name as keyof T]));
  const began = Object.fromEntries(lists.map((name) => [name, beginning[name as keyof T]]));
  const text = changed.length > 0 ? JSON.stringify({ ...draft, changed, began }) : null;
  const known = useRef(text);
  // After a key or a click React runs an effect before the event is over.
  useEffect(() => {
    if (text === known.current) return;
    known.current = text;
    write(key, text);
  }, [key, text]);
  return () => write(key, null);
}

/**
 * Reads what was typed into a form before, over what it begins with. An earlier version of the app may have kept it: a field
 * of another kind begins anew.
 *
 * @param merge how a list that was changed here goes together with the stored one, which may be another by now, given the
 * one that was changed here
 * @returns the draft, or null where nothing was kept
 */
export function readTabDraft<T extends object>(
  key: string,
  beginning: T,
  merge: { readonly [Name in keyof T]?: (began: T[Name], drafted: T[Name], stored: T[Name]) => T[Name] } = {},
): T | null {
  const kept = read(key);
  if (typeof kept !== "object" || kept === null) return null;
  const { changed, began } = kept as { readonly changed?: readonly unknown[]; readonly began?: Partial<T> };
  const fieldOf = <Name extends keyof T>(name: Name): T[Name] => {
    const stored = beginning[name];
    const drafted = changed?.includes(name) === false ? undefined : (kept as Partial<T>)[name];
    if (drafted === undefined || !isLike(drafted, stored)) return stored;
    const before = began?.[name];
    return before === undefined ? drafted : (merge[name]?.(before, drafted, stored) ?? drafted);
  };
  const fields = Object.keys(beginning).map((name) => [name, fieldOf(name as keyof T)]);
  return Object.fromEntries(fields) as T;
}

/**
 * Forgets what was typed into forms about people, interviews and panels that were deleted.
 *
 * @param isMeant is given what the form's field for a candidate held, and the id of what the form edits
 * @returns puts back what was forgotten, for what can be undone
 */
export function forgetTabDrafts(isMeant: (candidate: string, id: string) => boolean): () => void {
  const forgotten = keptKeys().flatMap((key) => {
    const draft = read(key);
    const hasCandidate = typeof draft === "object" && draft !== null && "candidate" in draft;
    const isForgotten = hasCandidate && isMeant(String(draft.candidate), key.slice(key.indexOf(" ") + 1));
    return isForgotten ? [{ key, text: JSON.stringify(draft) }] : [];
  });
  for (const { key } of forgotten) write(key, null);
  return () => {
    for (const { key, text } of forgotten) write(key, text);
  };
}

/** Forgets what was typed into forms that edit what has that id. @returns puts it back */
export function forgetTabDraftsOf(id: string): () => void {
  return forgetTabDrafts((_candidate, draftedId) => draftedId === id);
}

/** @returns whether a form holds the same in both */
export function isSame(value: unknown, other: unknown): boolean {
  return JSON.stringify(value) === JSON.stringify(other);
}

function isLike(value: unknown, other: unknown): boolean {
  return typeof value === typeof other && Array.isArray(value) === Array.isArray(other) && value !== null;
}

function read(key: string): unknown {
  try {
    return JSON.parse(sessionStorage.getItem(keyOf(key)) ?? "null");
  } catch {
    // The browser keeps nothing, or another page at this address wrote it.
    return null;
  }
}

function write(key: string, text: string | null): void {
  try {
    if (text === null) sessionStorage.removeItem(keyOf(key));
    else sessionStorage.setItem(keyOf(key), text);
  } catch {
    // The browser keeps nothing: the form works all the same.
  }
}

const PREFIX = "draft ";

function keyOf(key: string): string {
  return PREFIX + key;
}

function keptKeys(): readonly string[] {
  try {
    return Object.keys(sessionStorage).flatMap((key) =>
      key.startsWith(PREFIX) ? [key.slice(PREFIX.length)] : [],
    );
  } catch {
    return [];
  }
}
