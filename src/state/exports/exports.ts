import { useLiveQuery } from "dexie-react-hooks";
import { seatedScorecards } from "../../domain/panels/debrief.ts";
import type { Attendance, Panel } from "../../domain/panels/panel.ts";
import type { Scorecard } from "../../domain/session/scorecard.ts";
import { competencyNamesOf } from "../../domain/session/scorecardReport.ts";
import type { Asked } from "../../domain/session/wholeSession.ts";
import {
  defaultAshbyMapping,
  toAshbyMapping,
  type AshbyMapping,
} from "../../interchange/tracking/ashbyFile.ts";
import { loadAsked, loadScorecards } from "../../storage/session/scorecards.ts";
import { findSessionIds, type SessionFilter } from "../../storage/session/listing.ts";
import { readShutting } from "../../storage/session/shutting.ts";
import { readSetting, writeSetting } from "../../storage/session/sessions.ts";
import { useApp, type AppParts } from "../app/appContext.ts";
import type { ExportedIds } from "./exportLog.ts";
import { openSessionToText } from "../session/refusalMessage.ts";
import { unsavedSession } from "../session/runningSession.ts";

/** What is exported: sessions of this device, or what the debrief of a panel has shown so far. */
export type ExportSource = { readonly kind: "sessions"; readonly ids: readonly string[] } | PanelSource;

/** A panel with its scorecards; see `scorecardsOf` for what of them goes out. */
export interface PanelSource {
  readonly kind: "panel";
  readonly panel: Panel;
  readonly attendance: readonly Attendance[];
  readonly scorecards: readonly Scorecard[];
}

/** @returns how many scorecards the source has */
export function countScorecards(source: ExportSource): number {
  return source.kind === "sessions" ? source.ids.length : source.scorecards.length;
}

/**
 * @returns whether both give the same scorecards: a word in a note of a debrief changes its panel, and none of them.
 * False where it takes more than a look to tell.
 */
export function haveSameScorecards(a: ExportSource, b: ExportSource): boolean {
  if (a === b) return true;
  if (a.kind !== "panel" || b.kind !== "panel" || a.scorecards !== b.scorecards) return false;
  const [one, other] = [a.panel, b.panel];
  return (
    one.id === other.id &&
    one.guideId === other.guideId &&
    one.interviewers === other.interviewers &&
    one.debrief.startedAt === other.debrief.startedAt &&
    one.debrief.recommendationsShownAt === other.debrief.recommendationsShownAt
  );
}

/** @returns whom an export of the source is about */
export function sourceToIds(source: ExportSource): ExportedIds {
  if (source.kind === "sessions") return { sessionIds: source.ids };
  return { panelIds: [source.panel.id], sessionIds: source.scorecards.map(({ first }) => first.session.id) };
}

/** As many are read in one transaction. */
const BATCH = 25;
/** As many without their answers. */
const PLANS_BATCH = 500;

/**
 * Gives the scorecards of a source one after another, so that ten thousand are never in memory together. Of a panel it
 * gives what the debrief has shown: nothing before its start, no recommendation before those were shown.
 *
 * @throws where one of them may not be read before the own interview is submitted
 */
export async function* scorecardsOf({ database }: AppParts, source: ExportSource): AsyncGenerator<Scorecard> {
  if (source.kind === "panel") {
    for (const { scorecard } of seatedScorecards(source.panel, source.scorecards)) yield scorecard;
    return;
  }
  for (let from = 0; from < source.ids.length; from += BATCH) {
    const ids = source.ids.slice(from, from + BATCH);
    const [own] = (await readShutting(database, ids)).values();
    if (own) throw new Error(openSessionToText(own));
    for (const scorecard of await loadScorecards(database, ids)) {
      const newest = unsavedSession(scorecard.first.session.id);
      yield newest ? { ...scorecard, first: newest } : scorecard;
    }
  }
}

/**
 * @returns the names of the competencies that the questions of a source's sessions are about, each once, in the order
 * in which they come; last an empty one where a question names none
 */
export async function readCompetencyNames(
  { database }: Pick<AppParts, "database">,
  source: ExportSource,
): Promise<readonly string[]> {
  const names = new Set<string>();
  const addOf = (asked: Asked) => {
    for (const name of competencyNamesOf(asked)) names.add(name);
  };
  if (source.kind === "panel") source.scorecards.forEach(({ first }) => addOf(first));
  else {
    for (let from = 0; from < source.ids.length; from += PLANS_BATCH) {
      for (const asked of await loadAsked(database, source.ids.slice(from, from + PLANS_BATCH)))
        addOf(unsavedSession(asked.session.id) ?? asked);
    }
  }
  return [...names].toSorted((a, b) => Number(a === "") - Number(b === ""));
}

/** @returns the ids of all sessions that match, newest first */
export function readSessionIds({ database }: AppParts, filter: SessionFilter): Promise<readonly string[]> {
  return findSessionIds(database, filter);
}

const ASHBY_MAPPING = "ashbyMapping";

/** @returns which Ashby field takes what, kept up to date; undefined until it is read */
export function useAshbyMapping(): AshbyMapping | undefined {
  const { database } = useApp();
  return useLiveQuery(async () => toAshbyMapping(await readSetting(database, ASHBY_MAPPING)), [database]);
}

/** Keeps which Ashby field takes what; null for what the app comes with. */
export function keepAshbyMapping({ database }: AppParts, mapping: AshbyMapping | null): Promise<void> {
  return writeSetting(database, ASHBY_MAPPING, mapping ?? defaultAshbyMapping);
}
