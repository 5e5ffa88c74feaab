import { type Entry, isTitleLike, titles } from "../labels/lineEntries.ts";
import { isAskedByWay } from "../labels/askedText.ts";
import { partOf } from "../labels/guideLabels.ts";
import { personAsked } from "./personText.ts";
import { isSentence } from "../words/plainText.ts";

/** Where lines stand that look alike: a level of heading, a bullet at an indent, bare paragraphs. */
export interface Place {
  readonly rank: number;
  readonly entries: Entry[];
  readonly asked: Entry[];
  /** How many of these speak to "you". */
  you: number;
  /** How many of its lines a list below, or a person, has shown to be questions. */
  certain: number;
  /** How many of its asked lines a person has said to be none. */
  denied: number;
  /** Its lines that have a list right below them, without a label, and how many of these are asked. */
  readonly listHeads: Set<Entry>;
  listedAsked: number;
}

/** Lines of one place that follow one another, with what stands below them in between. */
export interface Run {
  readonly place: Place;
  readonly entries: Entry[];
  /** Whether a head right above it says that questions follow. */
  readonly isHeaded: boolean;
  /** Whether so many of its lines are questions by themselves that the others are; undefined until it is asked for. */
  isCarrying: boolean | undefined;
  asked: number;
  /** How many of its lines are sentences that ask nothing, before its last line that is asked and behind it. */
  told: number;
  pending: number;
  /** The places of the first of its lines that is asked and of the last one. */
  from: number;
  to: number;
  /** How many of its lines speak to "you", how many of somebody else, and how many of whoever is interviewed. */
  you: number;
  they: number;
  candidate: number;
  /** How many say what to ask: "Ask her why …". */
  byWay: number;
  denied: number;
  /** How many break off: "Tell me about a time …". */
  broken: number;
}

/** @returns where a line stands; lines of one place look alike on the page */
export function placeKeyOf({ first, rank }: Entry): string {
  return `${first.kind} ${rank} ${first.marker}${first.isQuote ? ">" : ""}`;
}

/** @returns the places of the lines that are not in a list, nor a label */
export function placesOf(entries: readonly Entry[]): ReadonlyMap<string, Place> {
  const places = new Map<string, Place>();
  for (const [index, entry] of entries.entries()) {
    const isFree =
      entry.label === undefined || entry.label === "question" || entry.label === "heading" || entry.isSaid;
    if (
      !isFree ||
      entry.first.kind === "row" ||
      (entry.found !== undefined && entry.found.kind !== "question")
    )
      continue;
    const key = placeKeyOf(entry);
    const place = places.get(key) ?? {
      rank: entry.rank,
      entries: [],
      asked: [],
      you: 0,
      certain: 0,
      denied: 0,
      listHeads: new Set<Entry>(),
      listedAsked: 0,
    };
    places.set(key, place);
    place.entries.push(entry);
    if (entry.isAsked) place.asked.push(entry);
    if (entry.isAsked && personAsked(entry.text) === "you") place.you += 1;
    if (entry.isCertain) place.certain += 1;
    if (isDenied(entry)) place.denied += 1;
    const next = entries[index + 1];
    if (next?.first.kind === "item" && next.found === undefined && next.rank > entry.rank) {
      place.listHeads.add(entry);
      if (entry.isAsked) place.listedAsked += 1;
    }
  }
  return places;
}

/** @returns for each line that is in a place the run that it is part of: a head ends every run */
export function runsOf(
  entries: readonly Entry[],
  places: ReadonlyMap<string, Place>,
): ReadonlyMap<Entry, Run> {
  const found = new Map<Entry, Run>();
  const open = new Map<string, Run>();
  const inPlaces = new Set([...places.values()].flatMap((place) => place.entries));
  for (const [index, entry] of entries.entries()) {
    const above = entries[index - 1];
    const next = entries[index + 1];
    const isBareHead = isHeadOf(entry, next);
    if (entry.label === "heading" || isBareHead) open.clear();
    if (isBareHead) continue;
    const key = placeKeyOf(entry);
    const isHeading = entry.first.kind === "heading";
    if (entry.label === "heading" || (!isHeading && !inPlaces.has(entry))) continue;
    for (const [other, { place }] of open)
      if (place.rank > entry.rank || (isHeading && other !== key)) open.delete(other);
    const place = inPlaces.has(entry) ? places.get(key) : undefined;
    // An item that titles what is asked below it is none of those that are asked or told.
    const isTitle = entry.first.kind === "item" && next !== undefined && titles(entry, next);
    if (place === undefined || isTitle) continue;
    const run = open.get(key) ?? {
      place,
      entries: [],
      isHeaded:
        above?.label === "heading" && above.part === "questions" && partOf(above.text) === "questions",
      isCarrying: undefined,
      asked: 0,
      told: 0,
      pending: 0,
      from: Number.POSITIVE_INFINITY,
      to: 0,
      you: 0,
      they: 0,
      candidate: 0,
      byWay: 0,
      denied: 0,
      broken: 0,
    };
    open.set(key, run);
    const person = personAsked(entry.text);
    run.entries.push(entry);
    if (entry.isAsked || entry.isCertain) {
      run.asked += 1;
      run.from = Math.min(run.from, index);
      run.to = index;
      run.told += run.pending;
      run.pending = 0;
    } else if (index > run.from && isSentence(entry.text)) run.pending += 1;
    if (isDenied(entry)) run.denied += 1;
    if (person === "you") run.you += 1;
    if (person === "they" && entry.isAsked) run.they += 1;
    if (person === "candidate") run.candidate += 1;
    if (isAskedByWay(entry.text)) run.byWay += 1;
    if (/(?:\.{2,}|…)["”»]?$/u.test(entry.text)) run.broken += 1;
    found.set(entry, run);
  }
  return found;
}

/** Whether a bare line is the head of those right below it. */
function isHeadOf(entry: Entry, next: Entry | undefined): boolean {
  return (
    entry.first.kind === "paragraph" &&
    entry.first.isAfterBlank &&
    entry.found?.isCertain !== true &&
    next?.first.isAfterBlank === false &&
    next.found === undefined &&
    isTitleLike(entry)
  );
}

function isDenied({ isSaid, isAsked, label }: Entry): boolean {
  return isSaid && isAsked && label !== "question";
}
