import { shuttingSession } from "../../domain/admission/admission.ts";
import { isConclusion } from "../../domain/candidates/auditEntry.ts";
import { idsIn, madeSince, type Candidate } from "../../domain/candidates/candidate.ts";
import { fileName } from "../../domain/text/fileName.ts";
import { seatPanel, type SeatedPanel } from "../../domain/panels/debrief.ts";
import { withoutConclusions, type Panel } from "../../domain/panels/panel.ts";
import type { Scorecard } from "../../domain/session/scorecard.ts";
import { auditLines, auditLogToCsv, type AuditRecords } from "../../interchange/documents/auditLog.ts";
import {
  readAuditEntries,
  readRecordedNames,
  readRemovedScorecards,
} from "../../storage/candidates/auditLog.ts";
import { readPersons } from "../../storage/candidates/nameMerges.ts";
import { findExportsOf } from "../../storage/exports/exportLog.ts";
import { readOpenSessions } from "../../storage/panels/panels.ts";
import { loadScorecards } from "../../storage/session/scorecards.ts";
import type { AppParts } from "../app/appContext.ts";
import { unsealPanels } from "../panels/panels.ts";

/** As the list of exports names it. */
export const AUDIT_LOG_FORM = "Audit log (CSV)";

/** A CSV file of the audit log. */
export interface AuditLogFile {
  readonly name: string;
  readonly text: string;
}

/** @returns what was logged of a panel and of the scorecards that its debrief has shown */
export async function readPanelRecords(
  { database }: Pick<AppParts, "database">,
  { panel, seated }: SeatedPanel,
): Promise<AuditRecords> {
  const ids = new Set([panel.id, ...seated.map(({ scorecard }) => scorecard.first.session.id)]);
  const [entries, exports, deletedByHand] = await Promise.all([
    readAuditEntries(database, ids),
    findExportsOf(database, ids, panel.createdAt),
    readRemovedScorecards(database, panel.id),
  ]);
  // Whoever gets the packet is told of no other candidate, also where a merge was an error.
  return { entries, exports, deletedByHand, nameById: new Map([[panel.id, panel.candidate]]) };
}

/** @returns the audit log of a panel: of its scorecards as much as the debrief has shown */
export async function writePanelAuditLog(
  app: AppParts,
  panel: Panel,
  scorecards: readonly Scorecard[],
): Promise<AuditLogFile> {
  const shown = seatPanel(panel, scorecards);
  const lines = auditLines({
    ...(await readPanelRecords(app, shown)),
    scorecards: [],
    panels: [shown],
    sessions: shown.seated.map(({ scorecard }) => scorecard.first.session),
  });
  return toFile([panel.candidate, panel.role], auditLogToCsv(panel.candidate, lines));
}

/**
 * @returns the audit log of a candidate. Of scorecards it has those submitted here, unless one has still to submit on the
 * candidate, and of each panel what its debrief has shown
 */
export async function writeCandidateAuditLog(app: AppParts, candidate: Candidate): Promise<AuditLogFile> {
  const { database } = app;
  const { name, parts, deletedByHand } = candidate;
  const sessions = parts.flatMap((part) => part.sessions);
  const panels = parts.flatMap(({ panel }) => panel ?? []);
  const started = panels.filter(({ debrief }) => debrief.startedAt !== null).map(({ id }) => id);
  const ids = new Set([...idsIn(parts), ...deletedByHand.map(({ id }) => id)]);
  const [entries, exports, own, open, unsealed, persons] = await Promise.all([
    readAuditEntries(database, ids),
    // What is deleted may have been in earlier ones.
    findExportsOf(database, ids, deletedByHand.length > 0 ? 0 : madeSince(parts)),
    loadScorecards(
      database,
      sessions.map(({ id }) => id),
    ),
    readOpenSessions(database),
    unsealPanels(app, started),
    readPersons(database),
  ]);
  const mergedIds = entries.flatMap(({ change }) =>
    "goesId" in change ? [change.goesId, change.staysId].filter((id) => id !== null) : [],
  );
  const readable = panels.map((panel) => {
    const scorecards = unsealed.get(panel.id);
    // What can't be opened here says nothing here, nor does what was concluded from it.
    return scorecards === undefined || scorecards instanceof Error
      ? { panel: withoutConclusions(panel), seated: [], isShut: true }
      : { ...seatPanel(panel, scorecards), isShut: false };
  });
  const shutIds = new Set(readable.flatMap(({ panel, isShut }) => (isShut ? panel.id : [])));
  const lines = auditLines({
    nameById: await readRecordedNames(database, mergedIds),
    entries: entries.filter(({ subjectId, change }) => !shutIds.has(subjectId) || !isConclusion(change)),
    exports,
    deletedByHand,
    sessions,
    scorecards: own.filter(({ first }) => !shuttingSession(open, first, persons.of)),
    panels: readable,
  });
  return toFile([name], auditLogToCsv(name, lines));
}

function toFile(about: readonly string[], text: string): AuditLogFile {
  return { name: fileName([...about, "audit log"], "csv"), text };
}
