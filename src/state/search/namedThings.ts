import { useEffect, useState } from "react";
import { toError } from "../../domain/text/errorText.ts";
import type { Persons } from "../../domain/candidates/nameMerges.ts";
import type { Panel } from "../../domain/panels/panel.ts";
import type { Session } from "../../domain/session/session.ts";
import { beginsWords, textToTokens } from "../../domain/text/tokens.ts";
import { findSessions } from "../../storage/session/listing.ts";
import { useApp } from "../app/appContext.ts";
import { usePersons } from "../candidates/persons.ts";
import { useGuides, type GuideEntry } from "../guides/guideLineages.ts";
import { usePanels } from "../panels/panels.ts";

/** A candidate, by the name that stays where others were merged into it. */
export interface NamedCandidate {
  readonly name: string;
  /** The id of a session or a panel of theirs. */
  readonly partId: string;
}

/** What has a name that begins like what is looked for: of each kind the newest few. */
export interface NamedThings {
  readonly sessions: readonly Session[];
  readonly candidates: readonly NamedCandidate[];
  readonly guides: readonly GuideEntry[];
  readonly panels: readonly Panel[];
  /** How the name of a candidate is shown. */
  readonly shown: Persons["shown"];
}

/** Of each kind. */
const SHOWN = 6;

/** Sessions that are read to find the candidates of that name: somebody may have many. */
const LOOKED_AT = 60;

const noSessions: readonly Session[] = [];

/** @param text beginnings of words; without one nothing is found */
export function useNamedThings(text: string): NamedThings {
  const { database } = useApp();
  const guides = useGuides();
  const panels = usePanels();
  const persons = usePersons();
  const [sessions, setSessions] = useState(noSessions);
  const [error, setError] = useState<Error>();
  const words = textToTokens(text);
  useEffect(() => {
    let isCurrent = true;
    const filter = { status: null, text, from: null, until: null };
    const finding =
      textToTokens(text).length === 0
        ? Promise.resolve(noSessions)
        : findSessions(database, filter, LOOKED_AT).then((page) => page.sessions);
    finding.then(
      (found) => {
        if (isCurrent) setSessions(found);
      },
      (reason: unknown) => {
        if (isCurrent) setError(toError(reason));
      },
    );
    return () => {
      isCurrent = false;
    };
  }, [database, text]);
  // For the screen that says what can be done.
  if (error !== undefined) throw error;
  const isNamed = (name: string) => words.length > 0 && beginsWords(name, words);
  // What was found for the letters before goes on being shown as far as it still fits.
  const sessionsNow = sessions.filter(({ candidate, role, interviewer }) =>
    isNamed(`${candidate} ${persons.shown(candidate)} ${role} ${interviewer}`),
  );
  const allPanels = panels?.map(({ panel }) => panel) ?? [];
  return {
    sessions: sessionsNow.slice(0, SHOWN),
    candidates: candidatesOf([...sessionsNow, ...allPanels], isNamed, persons).slice(0, SHOWN),
    guides: (guides?.lineages ?? [])
      .filter(({ isArchived, newest }) => !isArchived && isNamed(`${newest.title} ${newest.role}`))
      .map(({ newest }) => newest)
      .slice(0, SHOWN),
    panels: allPanels
      .filter(({ candidate, role }) => isNamed(`${candidate} ${persons.shown(candidate)} ${role}`))
      .slice(0, SHOWN),
    shown: persons.shown,
  };
}

function candidatesOf(
  parts: readonly { readonly id: string; readonly candidate: string }[],
  isNamed: (name: string) => boolean,
  persons: Persons,
): readonly NamedCandidate[] {
  const byPerson = new Map<string, NamedCandidate>();
  for (const { id, candidate } of parts) {
    const person = persons.of(candidate);
    const name = persons.shown(candidate);
    if ((isNamed(candidate) || isNamed(name)) && !byPerson.has(person))
      byPerson.set(person, { name, partId: id });
  }
  return [...byPerson.values()];
}
