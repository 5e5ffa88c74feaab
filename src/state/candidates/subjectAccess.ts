import {
  idsIn,
  madeSince,
  namesIn,
  type Candidate,
  type CandidatePart,
} from "../../domain/candidates/candidate.ts";
import { errorToText } from "../../domain/text/errorText.ts";
import { dueAt } from "../../domain/candidates/retention.ts";
import { encodeSubjectAccess, type SubjectPanel } from "../../interchange/documents/subjectAccess.ts";
import { readRetention } from "../../storage/candidates/candidates.ts";
import { withoutConclusions } from "../../domain/panels/panel.ts";
import { readShutting } from "../../storage/session/shutting.ts";
import { findExportsOf } from "../../storage/exports/exportLog.ts";
import { loadScorecards } from "../../storage/session/scorecards.ts";
import type { AppParts } from "../app/appContext.ts";
import { readFigures } from "../app/figures.ts";
import { readPanelView } from "../panels/panels.ts";

/**
 * Gives everything that is kept of a candidate as one file to be read. Sealed scorecards are opened where the debrief
 * has started and nothing else keeps them shut; else they are named as sealed.
 *
 * @param parts what of the candidate goes into it
 * @param hiddenNames other people's names that are blacked out
 * @returns the text of an HTML file
 */
export async function candidateToSubjectAccess(
  app: AppParts,
  candidate: Candidate,
  parts: readonly CandidatePart[],
  hiddenNames: readonly string[],
): Promise<string> {
  const { database, clock, appName } = app;
  const sessionIds = parts.flatMap(({ sessions }) => sessions.map(({ id }) => id));
  const panelIds = parts.flatMap(({ panel }) => panel?.id ?? []);
  const shutting = await readShutting(database, sessionIds);
  const panels: SubjectPanel[] = [];
  for (const id of panelIds) {
    const panel = await readSubjectPanel(app, id);
    if (panel) panels.push(panel);
  }
  const records = {
    candidate: candidate.name,
    names: parts.flatMap(namesIn),
    panels,
    scorecards: await loadScorecards(
      database,
      sessionIds.filter((id) => !shutting.has(id)),
    ),
    shutCount: shutting.size,
    dueAt: dueAt(parts, await readRetention(database)),
    isHeld: candidate.hold !== null,
    exports: await findExportsOf(database, idsIn(parts), madeSince(parts)),
    figures: await readFigures(app),
  };
  return encodeSubjectAccess(records, hiddenNames, clock.now(), appName);
}

async function readSubjectPanel(app: AppParts, id: string): Promise<SubjectPanel | null> {
  const view = await readPanelView(app, id);
  if (!view) return null;
  const { panel, attendance, lockedIds } = view;
  const lockedNames = panel.interviewers.flatMap((one) => (lockedIds.has(one.id) ? one.name : []));
  const shut = { panel: withoutConclusions(panel), attendance, scorecards: null, lockedNames };
  if (panel.debrief.startedAt === null) {
    const notReadableBecause =
      "The panel’s debrief has not started, so nobody may read these scorecards yet.";
    return { ...shut, notReadableBecause };
  }
  try {
    return { panel, attendance, scorecards: await view.unseal(), notReadableBecause: "", lockedNames };
  } catch (error) {
    return { ...shut, notReadableBecause: errorToText(error) };
  }
}
