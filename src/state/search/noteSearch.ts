import { useEffect, useState } from "react";
import { toError } from "../../domain/text/errorText.ts";
import { shuttingSession } from "../../domain/admission/admission.ts";
import { findNotes, holdsWords, queryToKeys, type FoundNote } from "../../domain/search/noteSearch.ts";
import type { Scorecard } from "../../domain/session/scorecard.ts";
import type { Session } from "../../domain/session/session.ts";
import { questionById } from "../../domain/session/wholeSession.ts";
import { isDocumentOpen } from "../../storage/openWriters.ts";
import { readPersons } from "../../storage/candidates/nameMerges.ts";
import { readOpenSessions } from "../../storage/panels/panels.ts";
import { indexPlainNames } from "../../storage/search/nameIndex.ts";
import { readNotes, findSubmittedNotes, indexNotes, unindexedIds } from "../../storage/search/noteIndex.ts";
import { loadScorecards } from "../../storage/session/scorecards.ts";
import { useApp, type AppParts } from "../app/appContext.ts";

/** A note that was found, with whose interview it is from and what it is about. */
export interface NoteHit extends FoundNote {
  readonly session: Session;
  /** The title of its question; empty for the summary. */
  readonly question: string;
  /** What its area is; empty for a note with its time, and for the summary. */
  readonly area: string;
}

/** Interviews that are read at a time. */
const READ_AT_ONCE = 4;

/** So many are read by one word alone: where all words are common, the others need not be looked up. */
const FIRST_LOOK = 5 * READ_AT_ONCE;

/** Between two batches of words in the background. */
const PAUSE_MS = 100;
/** While they wait for a document to be closed. */
const LOOK_AGAIN_MS = 5000;

/** Looks through the notes of this device as they were when it was first asked: for as long as nothing is typed beside it. */
export interface NoteSearch {
  /** Reads what is read once, so that the first search waits for less. */
  readonly prepare: () => Promise<unknown>;
  /** Ends what is still being prepared: nobody asks any more. */
  readonly end: () => void;
  /**
   * Looks for words in what was written in the interviews. Nobody else's scorecard is looked at while one has still to submit
   * on its candidate.
   *
   * @param text beginnings of words; all must be in the notes of one interview
   * @param most notes that are wanted
   * @param signal aborted: nobody waits for it any more
   * @returns the notes, those of the last interviews first; none where the words are too short
   */
  readonly find: (text: string, most: number, signal: AbortSignal) => Promise<readonly NoteHit[]>;
}

export function createNoteSearch({ database }: AppParts): NoteSearch {
  const ended = new AbortController();
  let reading: ReturnType<typeof read> | undefined;

  async function read() {
    const [open, { of: personOf }, missing] = await Promise.all([
      readOpenSessions(database),
      readPersons(database),
      unindexedIds(database),
    ]);
    await indexNotes(database, missing, () => Promise.resolve(), ended.signal);
    const begun = open.filter(({ status }) => status !== "planned");
    return { open, personOf, openNotes: await readNotes(database, begun) };
  }

  /** @returns those of the ids in whose notes the other words stand too */
  async function narrow(ids: readonly string[], keys: readonly string[], begunIds: ReadonlySet<string>) {
    const found = await Promise.all(keys.map((key) => findSubmittedNotes(database, key)));
    const sets = found.map((sessions) => new Set(sessions.map(({ id }) => id)));
    return ids.filter((id) => begunIds.has(id) || sets.every((set) => set.has(id)));
  }

  const prepare = () => (reading ??= read());

  return {
    prepare,
    end: () => ended.abort(),
    find: async (text, most, wanted) => {
      // The longest word is in the fewest notes, mostly.
      const [first, ...others] = queryToKeys(text).toSorted((a, b) => b.length - a.length);
      if (first === undefined) return [];
      const { open, personOf, openNotes } = await prepare();
      const begun = openNotes.flatMap(({ session, folded }) => (holdsWords(folded, text) ? session : []));
      let ids = [...(await findSubmittedNotes(database, first)), ...begun]
        .toSorted((a, b) => b.scheduledAt - a.scheduledAt)
        .map(({ id }) => id);
      const hits: NoteHit[] = [];
      for (let looked = 0; ids.length > 0 && hits.length < most && !wanted.aborted; looked += READ_AT_ONCE) {
        if (looked === FIRST_LOOK) ids = await narrow(ids, others, new Set(begun.map(({ id }) => id)));
        for (const scorecard of await loadScorecards(database, ids.slice(0, READ_AT_ONCE))) {
          if (!shuttingSession(open, scorecard.first, personOf)) hits.push(...hitsIn(scorecard, text));
        }
        ids = ids.slice(READ_AT_ONCE);
      }
      return hits.slice(0, most);
    },
  };
}

function hitsIn(scorecard: Scorecard, text: string): readonly NoteHit[] {
  const { first } = scorecard;
  return findNotes(scorecard, text).map((found) => {
    const question = questionById(first, found.questionId);
    return {
      ...found,
      session: first.session,
      question: question?.title ?? "",
      area: question?.areas.find(({ id }) => id === found.areaId)?.text ?? "",
    };
  });
}

/** Notes that a list shows. */
const SHOWN = 20;
/** After the last letter: whoever types on waits for nothing. */
const WAIT_MS = 50;

const noNotes: { readonly text: string; readonly notes: readonly NoteHit[] } = { text: "", notes: [] };

/** @returns the notes that hold the words, a moment after they were typed; none until they are found */
export function useFoundNotes(text: string): readonly NoteHit[] {
  const app = useApp();
  const [found, setFound] = useState(noNotes);
  const [error, setError] = useState<Error>();
  const [search] = useState(() => createNoteSearch(app));
  useEffect(() => {
    // Where it fails, the search does too.
    search.prepare().catch(() => {});
    return search.end;
  }, [search]);
  useEffect(() => {
    const controller = new AbortController();
    const { signal } = controller;
    const find = () =>
      search.find(text, SHOWN, signal).then(
        (notes) => {
          if (!signal.aborted) setFound({ text, notes });
        },
        (reason: unknown) => {
          if (!signal.aborted) setError(toError(reason));
        },
      );
    const later = setTimeout(() => void find(), WAIT_MS);
    return () => {
      clearTimeout(later);
      controller.abort();
    };
  }, [search, text]);
  // For the screen that says what can be done.
  if (error !== undefined) throw error;
  return found.text === text ? found.notes : noNotes.notes;
}

/**
 * Makes what is missing to look notes and names up by, in the background: the first search then waits for nothing. It
 * stands still while a document is open here, whose keys would wait for it.
 */
export async function keepIndexed({ database }: AppParts, signal: AbortSignal): Promise<void> {
  const rest = (ms: number) =>
    new Promise<void>((resolve) => {
      setTimeout(resolve, ms);
    });
  const untilNoneIsOpen = async () => {
    while (isDocumentOpen() && !signal.aborted) await rest(LOOK_AGAIN_MS);
  };
  const pause = async () => {
    await rest(PAUSE_MS);
    await untilNoneIsOpen();
  };
  const missing = await unindexedIds(database);
  if (missing.length > 0) {
    await untilNoneIsOpen();
    await indexNotes(database, missing, pause, signal);
  }
  await indexPlainNames(database, pause, signal);
}
