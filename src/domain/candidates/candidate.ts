import { groupBy } from "../panels/groupBy.ts";
import { candidateKey } from "./candidateKey.ts";
import type { DeletedByHand, Hold } from "./deletion.ts";
import { personsBy, type NameMerge } from "./nameMerges.ts";
import { isSamplePanel, type Panel } from "../panels/panel.ts";
import type { Session } from "../session/session.ts";
import { beginsWords } from "../text/tokens.ts";

/*
 * What this device has of each candidate. A candidate is a name, or several that somebody said are one person's: two
 * people of one name are told apart by the parts that they have here. All times are epoch ms.
 */

/** All that there is under one name, and under those that were merged into it. */
export interface Candidate {
  /** `candidateKey` of the name. */
  readonly key: string;
  /** As it was last written; of merged names the one that stays. */
  readonly name: string;
  /** The last changed one first. */
  readonly parts: readonly CandidatePart[];
  /** The last deleted one first. */
  readonly deletedByHand: readonly DeletedByHand[];
  /** On the candidate, in whichever way a part writes the name. */
  readonly hold: Hold | null;
  /** Through which other names are this candidate's too, the last one first. */
  readonly merges: readonly NameMerge[];
}

/** What is of one and the same person for sure, and is deleted whole: a panel with all of its sessions, or one session. */
export interface CandidatePart {
  /** The panel's or the session's. */
  readonly id: string;
  /** Null for a session that is in no panel of this device. */
  readonly panel: Panel | null;
  readonly sessions: readonly Session[];
  /** Ids of the sessions whose scorecards the panel holds. */
  readonly scorecardIds: readonly string[];
  /** When anything of it was last changed; a session that has still to be held counts from its time. */
  readonly changedAt: number;
  /** When its panel decided; null where it has not, or is undecided. */
  readonly decidedAt: number | null;
}

/** What candidates are read from. */
export interface CandidateSources {
  readonly sessions: readonly Session[];
  readonly panels: readonly Panel[];
  /** Of each scorecard that a panel holds. */
  readonly scorecardKeys: readonly (readonly [panelId: string, sessionId: string])[];
  /** By session id, the last change of what is kept beside the session: answers, revisions. */
  readonly changedAtBySessionId: ReadonlyMap<string, number>;
  readonly holds: readonly Hold[];
  readonly deletedByHand: readonly DeletedByHand[];
  readonly merges: readonly NameMerge[];
}

/** @returns every candidate once, in the order of their keys */
export function groupCandidates(sources: CandidateSources): readonly Candidate[] {
  const persons = personsBy(sources.merges);
  const partsByKey = groupBy(partsOf(sources), (part) => persons.of(nameOf(part)));
  const deletedByKey = groupBy(stillDeleted(sources), ({ candidate }) => persons.of(candidate));
  const holdByKey = new Map(sources.holds.map((hold) => [hold.candidateKey, hold]));
  const heldKeys = sources.holds.map((hold) => persons.ofKey(hold.candidateKey));
  const keys = new Set([...partsByKey.keys(), ...deletedByKey.keys(), ...heldKeys]);
  return [...keys].toSorted().map((key) => {
    const parts = (partsByKey.get(key) ?? []).toSorted((a, b) => b.changedAt - a.changedAt);
    const deletedByHand = (deletedByKey.get(key) ?? []).toSorted((a, b) => b.deletedAt - a.deletedAt);
    const merges = persons.mergesInto(key).toSorted((a, b) => b.mergedAt - a.mergedAt);
    const hold = [...persons.keysOf(key), ...parts.flatMap(namesIn).map(candidateKey)]
      .map((one) => holdByKey.get(one))
      .find((one) => one !== undefined);
    const names = [...parts.map(nameOf), ...deletedByHand.map(({ candidate }) => candidate)];
    const stays = names.find((name) => candidateKey(name) === key);
    return {
      key,
      name: persons.nameOf(key) ?? stays ?? key,
      parts,
      deletedByHand,
      hold: hold ?? null,
      merges,
    };
  });
}

/** @returns the candidate of whom that session, panel or scorecard is, or was before it was deleted by hand */
export function candidateWith(candidates: readonly Candidate[], partId: string): Candidate | undefined {
  return candidates.find(
    ({ parts, deletedByHand }) => idsIn(parts).has(partId) || deletedByHand.some(({ id }) => id === partId),
  );
}

/** What came back since is no longer deleted. */
function stillDeleted({
  sessions,
  panels,
  scorecardKeys,
  deletedByHand,
}: CandidateSources): readonly DeletedByHand[] {
  const hereIds = new Set([
    ...sessions.map(({ id }) => id),
    ...panels.map(({ id }) => id),
    ...scorecardKeys.map(([, sessionId]) => sessionId),
  ]);
  return deletedByHand.filter(({ id }) => !hereIds.has(id));
}

function partsOf({
  sessions,
  panels,
  scorecardKeys,
  changedAtBySessionId,
}: CandidateSources): readonly CandidatePart[] {
  const panelById = new Map(panels.map((panel) => [panel.id, panel]));
  const panelIdBySessionId = new Map(scorecardKeys.map(([panelId, sessionId]) => [sessionId, panelId]));
  const sessionsByPanelId = groupBy(sessions, ({ id, panel }) => {
    const panelId = panel && panelById.has(panel.panelId) ? panel.panelId : panelIdBySessionId.get(id);
    return panelId !== undefined && panelById.has(panelId) ? panelId : null;
  });
  const scorecardsByPanelId = groupBy(scorecardKeys, ([panelId]) => panelId);
  const changeOf = (session: Session) => lastChangeOf(session, changedAtBySessionId.get(session.id) ?? 0);
  return [
    ...panels.map((panel): CandidatePart => {
      const own = sessionsByPanelId.get(panel.id) ?? [];
      const { decision } = panel.debrief;
      return {
        id: panel.id,
        panel,
        sessions: own,
        scorecardIds: (scorecardsByPanelId.get(panel.id) ?? []).map(([, sessionId]) => sessionId),
        changedAt: Math.max(panel.updatedAt, ...own.map(changeOf)),
        decidedAt: decision && decision.outcome !== "undecided" ? decision.decidedAt : null,
      };
    }),
    ...(sessionsByPanelId.get(null) ?? []).map((session): CandidatePart => ({
      id: session.id,
      panel: null,
      sessions: [session],
      scorecardIds: [],
      changedAt: changeOf(session),
      decidedAt: null,
    })),
  ];
}

function lastChangeOf(session: Session, changedBesideAt: number): number {
  const { status, updatedAt, seenAt, submittedAt, scheduledAt } = session;
  return Math.max(
    updatedAt,
    seenAt ?? 0,
    submittedAt ?? 0,
    changedBesideAt,
    status === "planned" ? scheduledAt : 0,
  );
}

function nameOf({ panel, sessions }: CandidatePart): string {
  return panel?.candidate ?? sessions[0]?.candidate ?? "";
}

/** @returns the candidate's name in each way it is written in the part */
export function namesIn({ panel, sessions }: CandidatePart): readonly string[] {
  const names = sessions.map(({ candidate }) => candidate);
  return [...new Set(panel ? [panel.candidate, ...names] : names)];
}

/** @returns whether a hold under that key is one on the candidate, in whichever way a part writes the name */
export function isHeldUnder({ key, hold, parts }: Candidate, heldKey: string): boolean {
  const keys = [key, hold?.candidateKey, ...parts.flatMap(namesIn).map(candidateKey)];
  return keys.includes(heldKey);
}

/** @returns all that is recorded of the candidate under a name: the name, and the id of the session or panel */
export function recordedNames({ parts, deletedByHand }: Candidate): readonly RecordedName[] {
  const here = parts.flatMap(({ panel, sessions }) => [...(panel ? [panel] : []), ...sessions]);
  return [...here, ...deletedByHand].map(({ id, candidate }) => ({ id, candidate }));
}

/**
 * @param words as `textToTokens` gives them
 * @returns whether they begin words of the candidate's names: of the one shown, of those merged into it, and of those recorded
 */
export function isNamedBy(candidate: Candidate, words: readonly string[]): boolean {
  const merged = candidate.merges.map(({ name }) => name);
  const recorded = recordedNames(candidate).map((one) => one.candidate);
  const names = new Set([candidate.key, candidate.name, ...merged, ...recorded]);
  return beginsWords([...names].join(" "), words);
}

/** A session or panel, here or deleted by hand, and the name that its candidate has in it. */
export interface RecordedName {
  readonly id: string;
  readonly candidate: string;
}

/** @returns the names of those who interviewed, or were to, each once */
export function interviewersIn(parts: readonly CandidatePart[]): readonly string[] {
  const names = parts.flatMap(({ panel, sessions }) => [
    ...(panel?.interviewers ?? []).map(({ name }) => name.trim()),
    ...sessions.map(({ interviewer }) => interviewer.trim()),
  ]);
  return [...new Set(names.filter((name) => name !== ""))];
}

/** @returns when the first session or panel of the parts was made, epoch ms; 0 where they have none */
export function madeSince(parts: readonly CandidatePart[]): number {
  const made = parts.flatMap(({ panel, sessions }) => [
    ...(panel ? [panel.createdAt] : []),
    ...sessions.map(({ createdAt }) => createdAt),
  ]);
  return made.length === 0 ? 0 : Math.min(...made);
}

/** @returns the ids of the panels and sessions of the parts, and of the scorecards they hold */
export function idsIn(parts: readonly CandidatePart[]): ReadonlySet<string> {
  return new Set(
    parts.flatMap(({ panel, sessions, scorecardIds }) => [
      ...(panel ? [panel.id] : []),
      ...sessions.map(({ id }) => id),
      ...scorecardIds,
    ]),
  );
}

/**
 * @returns the ids that may not come back once the part is deleted: of its panel, its sessions and the panels that those
 * were for, the scorecards it holds. The samples may.
 */
export function idsToBury({ panel, sessions, scorecardIds }: CandidatePart): readonly string[] {
  if (panel && isSamplePanel(panel)) return [];
  const own = sessions.filter(({ sample }) => !sample);
  const panelIds = own.flatMap((session) => session.panel?.panelId ?? []);
  const ids = own.map(({ id }) => id);
  return [...new Set([...(panel ? [panel.id] : []), ...panelIds, ...ids, ...scorecardIds])];
}
