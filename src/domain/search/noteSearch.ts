import type { Answer } from "../session/answer.ts";
import { finalOf } from "../session/revision.ts";
import type { Revision, Scorecard } from "../session/scorecard.ts";
import type { Session } from "../session/session.ts";
import { isUnspaced } from "../text/tokens.ts";

/** Where a note stands in its session. */
export interface NotePlace {
  /** Null for the summary. */
  readonly questionId: string | null;
  /** Null for a note with its time. */
  readonly areaId: string | null;
}

export interface PlacedNote extends NotePlace {
  readonly text: string;
}

/** A piece of a note around what was found in it. */
export interface Excerpt {
  readonly before: string;
  readonly found: string;
  readonly after: string;
}

export interface FoundNote extends NotePlace {
  readonly excerpt: Excerpt;
}

/** Letters of a word that it is found by. */
const LONGEST_WORD = 24;
/** A word of fewer letters begins too many others to be looked up; it is looked for in what the other words find. */
const SHORTEST_WORD = 3;
/** Letters that an excerpt has before what was found, and from there on. */
const BEFORE = 40;
const FROM = 120;

/** @returns everything that the interviewer wrote in the session, in the order of the questions; what is empty is left out */
export function notesOf(session: Session, answers: readonly Answer[]): readonly PlacedNote[] {
  const order = (questionId: string) => session.questionIds.indexOf(questionId) >>> 0;
  const inOrder = answers.toSorted((a, b) => order(a.questionId) - order(b.questionId));
  const summary = { questionId: null, areaId: null, text: session.summary };
  return [...inOrder.flatMap(notesOfAnswer), summary].filter(({ text }) => text.trim() !== "");
}

function notesOfAnswer({ questionId, areas, notes }: Answer): readonly PlacedNote[] {
  return [
    ...Object.entries(areas).map(([areaId, { note }]) => ({ questionId, areaId, text: note })),
    ...notes.map(({ text }) => ({ questionId, areaId: null, text })),
  ];
}

/**
 * @param revisions of the session: what they say is found too
 * @returns every word that the notes are looked up by, each once
 */
export function wordsOfNotes(
  session: Session,
  answers: readonly Answer[],
  revisions: readonly Revision[],
): ReadonlySet<string> {
  const texts = [
    session.summary,
    ...answers.flatMap(notesOfAnswer).map(({ text }) => text),
    ...revisions.flatMap(({ summary, areas }) => [summary, ...Object.values(areas).map(({ note }) => note)]),
  ];
  return new Set(texts.flatMap(textToKeys));
}

/**
 * @returns the words of a text as they are looked up: in lower case, cut where they are long, none that is short. Chinese,
 *   Japanese and Korean, whose words run on without a space, are cut into pairs, and the last letter of a run stands alone
 */
export function textToKeys(text: string): readonly string[] {
  return wordsIn(fold(text)).flatMap((word) => {
    if (!isUnspaced(word)) return word.length < SHORTEST_WORD ? [] : [word.slice(0, LONGEST_WORD)];
    const letters = Array.from(word);
    return letters.map((letter, at) => letter + (letters[at + 1] ?? ""));
  });
}

/** @returns what to look notes up by, of which all must be there; none where the text is too short to be looked up */
export function queryToKeys(text: string): readonly string[] {
  return wordsIn(fold(text)).flatMap((word) => {
    const keys = textToKeys(word);
    // The last letter of a run may be followed by another one where it is found.
    return [...new Set(isUnspaced(word) && keys.length > 1 ? keys.slice(0, -1) : keys)];
  });
}

/** @returns the text of each note, to be looked through */
export function foldNotes(notes: readonly PlacedNote[]): readonly string[] {
  return notes.map(({ text }) => fold(text));
}

/** @returns whether each word of a text begins a word of one of the notes, as `foldNotes` gives them */
export function holdsWords(folded: readonly string[], text: string): boolean {
  return wordsIn(fold(text)).every((word) => folded.some((note) => placeOf(note, word) !== -1));
}

/**
 * @param text beginnings of words, in any order
 * @returns the notes of a scorecard as it stands that hold all of the words; or, where none does and all together do, those
 *   that hold one of them
 */
export function findNotes(scorecard: Scorecard, text: string): readonly FoundNote[] {
  const wanted = wordsIn(fold(text));
  const { session, answers } = finalOf(scorecard);
  const notes = notesOf(session, Object.values(answers)).map((note) => {
    const folded = fold(note.text);
    return { ...note, folded, places: wanted.map((word) => placeOf(folded, word)) };
  });
  if (wanted.length === 0 || !wanted.every((_, at) => notes.some(({ places }) => places[at] !== -1)))
    return [];
  const whole = notes.filter(({ places }) => places.every((place) => place !== -1));
  const found = whole.length > 0 ? whole : notes.filter(({ places }) => places.some((place) => place !== -1));
  return found.map(({ questionId, areaId, text: own, folded, places }) => {
    const at = places.findIndex((place) => place !== -1);
    // Where folding changed the length, the places are those of the folded text.
    const shown = own.length === folded.length ? own : folded;
    return { questionId, areaId, excerpt: excerptOf(shown, places[at] ?? 0, wanted[at]?.length ?? 0) };
  });
}

function fold(text: string): string {
  return text.toLocaleLowerCase("en").normalize("NFC");
}

function wordsIn(folded: string): readonly string[] {
  return folded.match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
}

/** @returns where a word that begins so begins; -1 where none does */
function placeOf(folded: string, word: string): number {
  let at = folded.indexOf(word);
  while (at > 0 && !isUnspaced(word) && /[\p{L}\p{M}\p{N}]$/u.test(folded.slice(Math.max(0, at - 2), at)))
    at = folded.indexOf(word, at + 1);
  return at;
}

function excerptOf(text: string, at: number, length: number): Excerpt {
  const from = at <= BEFORE ? 0 : (wordsStart(text, at - BEFORE) ?? at - BEFORE);
  const end = Math.min(text.length, at + Math.max(length, FROM));
  return {
    before: (from > 0 ? "… " : "") + wellFormed(text.slice(Math.min(from, at), at)),
    found: text.slice(at, at + length),
    after: wellFormed(text.slice(at + length, end)) + (end < text.length ? " …" : ""),
  };
}

/** @returns the text without the half of a letter that a cut leaves */
function wellFormed(text: string): string {
  return text.replaceAll(/\p{Surrogate}/gu, "");
}

/** @returns where the first word after a place begins; undefined where there is no space after it */
function wordsStart(text: string, from: number): number | undefined {
  const space = text.indexOf(" ", from);
  return space === -1 ? undefined : space + 1;
}
