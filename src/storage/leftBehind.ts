import type { Answer } from "../domain/session/answer.ts";
import type { GuideDraft } from "../domain/backups/storedRows.ts";
import type { DebriefPart } from "../domain/panels/debriefParts.ts";
import type { Session } from "../domain/session/session.ts";
import type { Database } from "./database.ts";
import { itemKeys, readItem, writeItem } from "./localItems.ts";

/*
 * What a page that goes away has begun to write, and will not hear the end of. Browsers drop the writes that a page
 * leaves in their queue, so it is put beside the database as well, synchronously. Chromium and WebKit keep what
 * localStorage is given in `pagehide`; Firefox loses that where a tab is closed, and is the one that keeps the writes.
 */

/** The rows of a document that are not on the disk, each in its newest state. */
export type LeftBehind =
  | {
      readonly kind: "session";
      /** Also where it is on the disk: it says what the answers belong to. */
      readonly session: Session;
      readonly answers: readonly Answer[];
    }
  | { readonly kind: "guideDraft"; readonly draft: GuideDraft }
  | LeftDebrief;

interface LeftDebrief {
  readonly kind: "debrief";
  readonly panelId: string;
  readonly parts: readonly DebriefPart[];
  /** Epoch ms. */
  readonly at: number;
}

export interface DocumentName {
  readonly kind: LeftBehind["kind"];
  readonly id: string;
}

interface Item {
  /** The version of the database's schema that the page knew. */
  readonly verno: number;
  readonly left: LeftBehind;
}

const KEY = /^left behind (session|guideDraft|debrief) ([^]*)$/u;

/** What is left behind has been the same since this version of the schema: an update must not lose the last keys. */
const SAME_SINCE = 5;

/** Writes of a page that is gone may land so long after it. */
const LANDING_MS = 300;

/** Puts down what a page that goes away has not on the disk yet. Other tabs may have left parts of the same debrief. */
export function leaveBehind(database: Database, left: LeftBehind): void {
  put(database, left.kind === "debrief" ? withOthers(database, left) : left);
}

function put(database: Database, left: LeftBehind): void {
  const item: Item = { verno: database.verno, left };
  writeItem(keyOf({ kind: left.kind, id: idOf(left) }), JSON.stringify(item));
}

function withOthers(database: Database, left: LeftDebrief): LeftDebrief {
  const parts = [...peekLeftDebrief(database, left.panelId), ...left.parts];
  return { ...left, parts: [...new Map(parts.map((part) => [part.key, part])).values()] };
}

function idOf(left: LeftBehind): string {
  switch (left.kind) {
    case "session":
      return left.session.id;
    case "guideDraft":
      return left.draft.id;
    case "debrief":
      return left.panelId;
  }
}

/** Takes it away: it is on the disk, or what it belongs to was deleted or replaced. */
export function dropLeftBehind(name: DocumentName): void {
  writeItem(keyOf(name), null);
}

/**
 * Takes away what one writer left behind, which is on the disk now. Of a debrief, what others left stays.
 *
 * @param written the keys of the parts that it wrote
 */
export function dropWritten(
  database: Database,
  name: DocumentName,
  written: { readonly has: (key: string) => boolean },
): void {
  const left = peekLeft(database, name);
  dropLeftBehind(name);
  if (left?.kind !== "debrief") return;
  const parts = left.parts.filter(({ key }) => !written.has(key));
  if (parts.length > 0) put(database, { ...left, parts });
}

/** Takes away what was left behind of those sessions. */
export function dropLeftSessions(ids: readonly string[]): void {
  for (const id of ids) dropLeftBehind({ kind: "session", id });
}

/** Takes away what was left behind of the debriefs of those panels. */
export function dropLeftDebriefs(panelIds: readonly string[]): void {
  for (const id of panelIds) dropLeftBehind({ kind: "debrief", id });
}

/** @returns whether something was left behind of that document */
export function isLeftBehind(name: DocumentName): boolean {
  return readItem(keyOf(name)) !== null;
}

/** @returns what was left behind of that document, as it is kept: to see whether it is still the same; null for nothing */
export function leftText(name: DocumentName): string | null {
  return readItem(keyOf(name));
}

/** @returns the documents of which something was left behind */
export function listLeftBehind(): readonly DocumentName[] {
  return itemKeys().flatMap((key) => keyToName(key) ?? []);
}

/** @returns the document that the item under that key of localStorage is of; undefined where it is another's item */
export function keyToName(key: string): DocumentName | undefined {
  const [, kind, id] = KEY.exec(key) ?? [];
  return kind !== undefined && id !== undefined ? { kind: kind as DocumentName["kind"], id } : undefined;
}

/**
 * Reads what was left behind of a session, for the tab that writes it from now on: `takeUpLeft` brings the session up to
 * it, and it is dropped once that is written. What the page before wrote last has landed when this resolves.
 *
 * @returns null where nothing was left
 */
export async function readLeftSession(
  database: Database,
  id: string,
): Promise<(LeftBehind & { readonly kind: "session" }) | null> {
  const left = await readLeft(database, { kind: "session", id });
  return left?.kind === "session" ? left : null;
}

/**
 * Reads what was left behind of a guide's draft where it is newer than the draft that is stored, as `readLeftSession`
 * does; where it is older, it is dropped.
 *
 * @returns null where nothing newer was left
 */
export async function readLeftDraft(
  database: Database,
  id: string,
  stored: GuideDraft | undefined,
): Promise<GuideDraft | null> {
  const name: DocumentName = { kind: "guideDraft", id };
  const left = await readLeft(database, name);
  if (left?.kind !== "guideDraft") return null;
  if (isNewer(left.draft, stored)) return left.draft;
  dropLeftBehind(name);
  return null;
}

/** @returns whether a draft that was left behind is to be written over the one that is stored */
export function isNewer(left: GuideDraft, stored: GuideDraft | undefined): boolean {
  return !stored || stored.updatedAt <= left.updatedAt;
}

/** Resolves when what a page that is gone wrote last has landed. */
export function untilLanded(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, LANDING_MS);
  });
}

/** @returns the parts of a debrief that were left behind, as they are now; none where nothing was */
export function peekLeftDebrief(database: Database, panelId: string): readonly DebriefPart[] {
  const left = peekLeft(database, { kind: "debrief", id: panelId });
  return left?.kind === "debrief" ? left.parts : [];
}

/** @returns what was left behind of that document, when what the page wrote last has landed; null where nothing was */
export async function readLeft(database: Database, name: DocumentName): Promise<LeftBehind | null> {
  if (!isLeftBehind(name)) return null;
  await untilLanded();
  // It may have been deleted meanwhile, or be another one.
  return peekLeft(database, name);
}

function peekLeft(database: Database, name: DocumentName): LeftBehind | null {
  const text = readItem(keyOf(name));
  if (text === null) return null;
  const item = parseItem(text);
  if (!item || item.verno < SAME_SINCE || item.verno > database.verno) {
    // What another version of the app means by it is not known here.
    dropLeftBehind(name);
    return null;
  }
  return item.left;
}

function parseItem(text: string): Item | null {
  try {
    return JSON.parse(text) as Item;
  } catch {
    // Another page at this address wrote it.
    return null;
  }
}

function keyOf({ kind, id }: DocumentName): string {
  return `left behind ${kind} ${id}`;
}
