import { arrivalEntries, removalEntries, type AuditEntry } from "../../domain/candidates/auditEntry.ts";
import type { DeletedByHand, ExportMade } from "../../domain/candidates/deletion.ts";
import { fullTitle } from "../../domain/guides/questionTitle.ts";
import {
  compareAreas,
  type ComparedArea,
  type SeatedPanel,
  type SeatedScorecard,
} from "../../domain/panels/debrief.ts";
import {
  decisionWords,
  leadNameOf,
  type Debrief,
  type Decision,
  type Panel,
} from "../../domain/panels/panel.ts";
import { areaAnswer, type Rating } from "../../domain/session/answer.ts";
import { finalOf, mergeRevisions } from "../../domain/session/revision.ts";
import type { Revision, Scorecard } from "../../domain/session/scorecard.ts";
import { scorecardToReport } from "../../domain/session/scorecardReport.ts";
import { recommendationToWords, type Session } from "../../domain/session/session.ts";
import type { WholeSession } from "../../domain/session/wholeSession.ts";
import { capitalised } from "../../domain/text/capitalised.ts";
import { monthsToText, quantityToText } from "../../domain/text/quantityText.ts";
import { toIso } from "../files/decoding.ts";
import { rowsToCsvFile, spreadsheetTime } from "./csvFile.ts";
import { ratingToWords } from "./documentWords.ts";

/** What is kept of a candidate beside interviews and panels. */
export interface AuditRecords {
  readonly entries: readonly AuditEntry[];
  readonly exports: readonly ExportMade[];
  readonly deletedByHand: readonly DeletedByHand[];
  /** The names of merged candidates by id of an interview or panel, where the log may tell them. */
  readonly nameById: ReadonlyMap<string, string>;
}

/** What the audit log of a candidate, or of one panel, is read from. */
export interface AuditSources extends AuditRecords {
  /** Those that may be read by themselves. */
  readonly scorecards: readonly Scorecard[];
  /** Of their scorecards the log tells what the debrief has shown. */
  readonly panels: readonly SeatedPanel[];
  /** Also those that are not submitted. */
  readonly sessions: readonly Session[];
}

/** One line of the log, in words; what does not apply is empty. */
export interface AuditLine {
  /** Epoch ms. */
  readonly at: number;
  readonly event: string;
  readonly by: string;
  readonly role: string;
  readonly question: string;
  readonly area: string;
  readonly from: string;
  readonly to: string;
  readonly reason: string;
}

const REMOVED = "Scorecard removed from its panel";

type Told = Pick<AuditLine, "at" | "event"> & Partial<AuditLine>;

/** Who did what no interviewer and no lead does: nobody signs in. */
const DEVICE_USER = "device user";

const toLine = (told: Told): AuditLine => ({
  by: DEVICE_USER,
  role: "",
  question: "",
  area: "",
  from: "",
  to: "",
  reason: "",
  ...told,
});

/** @returns all that was rated, changed, revised, opened and exported, the first first */
export function auditLines(sources: AuditSources): readonly AuditLine[] {
  const rated = shownScorecards(sources).flatMap(ratedLines);
  return inTime([...changeLines(sources), ...rated]);
}

/** @returns the same without what a scorecard says as it was submitted, for where that stands beside it */
export function changeLines(sources: AuditSources): readonly AuditLine[] {
  const compared = sources.panels.flatMap(({ panel, seated }) =>
    compareAreas(panel, seated, "off").map((area) => [areaKey(panel.id, area.id), area] as const),
  );
  const areas = new Map(compared);
  // Of earlier removals there is a record alone, of later ones an entry as well: it is the same one.
  const removals = sources.deletedByHand.flatMap(removalEntries);
  const kept = new Map([...sources.entries, ...removals].map((entry) => [entry.id, entry]));
  const arrivals = sources.panels.flatMap(arrivalsIn);
  // One that was removed and came back has both.
  for (const { id } of arrivals) kept.delete(id);
  const entries = [...kept.values(), ...arrivals];
  return inTime([
    ...shownScorecards(sources).flatMap(scorecardLines),
    ...sources.panels.flatMap(({ panel }) => panelLines(panel, sources.entries)),
    ...entries.flatMap((entry) => entryLine(entry, sources, areas) ?? []),
    ...sources.exports.map(({ at, form }) => toLine({ at, event: "File exported", to: form })),
    ...sources.deletedByHand
      .filter((record) => removalEntries(record).length === 0)
      .map(({ deletedAt, kind, role }) =>
        toLine({
          at: deletedAt,
          event:
            kind === "scorecard"
              ? REMOVED
              : `${capitalised(kind === "session" ? "interview" : kind)} deleted`,
          role,
        }),
      ),
  ]);
}

function arrivalsIn({ panel, seated }: SeatedPanel): readonly AuditEntry[] {
  return seated.flatMap(({ scorecard: { first, receivedAt, isFromSeat } }) =>
    receivedAt === undefined
      ? []
      : arrivalEntries(panel.id, receivedAt, { interviewer: first.session.interviewer, isFromSeat }),
  );
}

/** @returns the log as a CSV file. @param candidate the name, which no entry of the log holds */
export function auditLogToCsv(candidate: string, lines: readonly AuditLine[]): string {
  const columns: readonly (readonly [name: string, cell: (line: AuditLine) => string])[] = [
    ["Time (local time)", ({ at }) => spreadsheetTime(at)],
    ["Time (UTC)", ({ at }) => toIso(at)],
    ["Candidate", () => candidate],
    ["Role", ({ role }) => role],
    ["Event", ({ event }) => event],
    ["By", ({ by }) => by],
    ["Question", ({ question }) => question],
    ["Area", ({ area }) => area],
    ["Old value", ({ from }) => from],
    ["New value", ({ to }) => to],
    ["Reason", ({ reason }) => reason],
  ];
  return rowsToCsvFile([
    columns.map(([name]) => name),
    ...lines.map((line) => columns.map(([, cell]) => cell(line))),
  ]);
}

function inTime(lines: readonly AuditLine[]): readonly AuditLine[] {
  return lines.toSorted((a, b) => a.at - b.at);
}

function shownScorecards({ panels, scorecards }: AuditSources): readonly Scorecard[] {
  const ofPanels = panels.flatMap(({ seated }) => seated.map(({ scorecard }) => scorecard));
  const all = [...ofPanels, ...scorecards];
  const submitted = all.filter(({ first }) => first.session.status === "submitted");
  return [...new Map(submitted.map((one) => [one.first.session.id, one])).values()];
}

function submittedAt({ submittedAt: at, updatedAt }: Session): number {
  return at ?? updatedAt;
}

/** @returns what was submitted. When each rating was given is kept nowhere: see `AuditChange` */
function ratedLines(scorecard: Scorecard): readonly AuditLine[] {
  const { session, guide } = scorecard.first;
  const about = { at: submittedAt(session), by: session.interviewer, role: session.role };
  const { recommendation, summary: reason } = session;
  const areas = scorecardToReport({ ...scorecard, revisions: [] }).questions.flatMap((one) =>
    one.isAsked
      ? one.areas.map(({ area, rating }) =>
          toLine({
            ...about,
            event: "Rating submitted",
            question: fullTitle(one.question),
            area: area.text,
            to: ratingToWords(guide.scale, rating),
          }),
        )
      : [],
  );
  if (recommendation === null) return areas;
  const to = recommendationToWords(recommendation);
  return [...areas, toLine({ ...about, event: "Recommendation submitted", to, reason })];
}

function scorecardLines({ first, revisions }: Scorecard): readonly AuditLine[] {
  const { session } = first;
  const lines = [
    toLine({
      at: submittedAt(session),
      event: "Interview submitted",
      by: session.interviewer,
      role: session.role,
    }),
  ];
  let before = first;
  for (const revision of mergeRevisions(revisions, [])) {
    const after = finalOf({ first: before, revisions: [revision] });
    lines.push(...revisionLines(before, after, revision));
    before = after;
  }
  return lines;
}

function revisionLines(
  before: WholeSession,
  after: WholeSession,
  { at, reason, areas }: Revision,
): readonly AuditLine[] {
  const { session, guide } = after;
  const revised = (what: string, from: string, to: string, place: Partial<AuditLine> = {}) =>
    from === to
      ? []
      : [
          toLine({
            at,
            event: `${what} revised`,
            by: session.interviewer,
            role: session.role,
            from,
            to,
            reason,
            ...place,
          }),
        ];
  const questions = [...guide.questions, ...session.ownQuestions];
  const words = (rating: Rating | null) => ratingToWords(guide.scale, rating);
  const ofAreas = Object.keys(areas).flatMap((areaId) => {
    const question = questions.find((one) => one.areas.some(({ id }) => id === areaId));
    if (!question) return [];
    const area = question.areas.find(({ id }) => id === areaId)?.text ?? areaId;
    const place = { question: fullTitle(question), area };
    const [was, is] = [before, after].map(({ answers }) => areaAnswer(answers[question.id], areaId));
    return [
      ...revised("Rating", words(was?.rating ?? null), words(is?.rating ?? null), place),
      ...revised("Note", was?.note ?? "", is?.note ?? "", place),
    ];
  });
  const [was, is] = [before.session, after.session];
  const recommendation = (of: Session) => recommendationToWords(of.recommendation);
  return [
    ...ofAreas,
    ...revised("Recommendation", recommendation(was), recommendation(is)),
    ...revised("Summary", was.summary, is.summary),
  ];
}

/** The lead decides. */
function leadOf(panel: Panel): string {
  return leadNameOf(panel) || "panel lead";
}

function panelLines(panel: Panel, entries: readonly AuditEntry[]): readonly AuditLine[] {
  const { id, role, debrief } = panel;
  const about = { by: leadOf(panel), role };
  // Of what was decided before panels kept it there are entries alone, and no file has those.
  const logged = entries.flatMap(({ subjectId, at, change }): readonly Decision[] =>
    subjectId === id && change.what === "decided"
      ? [{ outcome: change.outcome, reason: change.reason, decidedAt: at }]
      : [],
  );
  const kept = [...(debrief.earlierDecisions ?? []), ...(debrief.decision ? [debrief.decision] : [])];
  const decisionAt = new Map([...logged, ...kept].map((decision) => [decision.decidedAt, decision]));
  const decisions = [...decisionAt.values()].toSorted((a, b) => a.decidedAt - b.decidedAt);
  const { startedAt, firstStartedAt = startedAt } = debrief;
  // One that was closed again had shown the scorecards all the same.
  const opened = [
    { at: firstStartedAt, event: "Debrief started, scorecards opened" },
    { at: startedAt === firstStartedAt ? null : startedAt, event: "Debrief started again" },
    { at: debrief.recommendationsShownAt, event: "Recommendations revealed" },
  ];
  return [
    ...(panel.unlockedEarly ?? []).map(({ interviewerId, at, reason }) =>
      toLine({
        at,
        event: "Scorecards unlocked before the lead had submitted",
        by: panel.interviewers.find((one) => one.id === interviewerId)?.name ?? "",
        role,
        reason,
      }),
    ),
    ...opened.flatMap(({ at, event }) => (at === null ? [] : toLine({ ...about, at, event }))),
    ...decisions.map(({ decidedAt, outcome, reason }, place) => {
      const last = decisions[place - 1];
      return toLine({
        ...about,
        at: decidedAt,
        event: last ? "Decision changed" : "Decision recorded",
        from: last ? decisionWords[last.outcome] : "",
        to: decisionWords[outcome],
        reason,
      });
    }),
  ];
}

/** @returns null for what was told with its panel, or is of nothing that is here */
function entryLine(
  { at, subjectId, change }: AuditEntry,
  sources: AuditSources,
  areas: ReadonlyMap<string, ComparedArea>,
): AuditLine | null {
  const found = sources.panels.find(({ panel }) => panel.id === subjectId);
  const about = found && { at, by: leadOf(found.panel), role: found.panel.role };
  switch (change.what) {
    case "takenBack": {
      const session = sources.sessions.find(({ id }) => id === subjectId);
      if (!session) return null;
      const { interviewer: by, role } = session;
      return toLine({ at, event: "Submission taken back", by, role });
    }
    case "agreed": {
      if (!found) return null;
      const known = areas.get(areaKey(subjectId, change.areaId));
      const words = (rating: Rating | null) =>
        rating === null ? "none" : known ? ratingToWords(known.guide.scale, rating) : String(rating);
      return toLine({
        ...about,
        at,
        event: "Agreed rating changed",
        question: known ? fullTitle(known.question) : "",
        area: known?.area.text ?? change.areaId,
        from: words(change.from),
        to: words(change.to),
      });
    }
    case "weighed": {
      if (!found) return null;
      const [from, to] = [change.from, change.to].map((weights) => weightsToText(weights, found.seated));
      return toLine({
        ...about,
        at,
        event: "Weights changed",
        from: from ?? "",
        to: to ?? "",
        reason: change.reason,
      });
    }
    case "decided":
      return null;
    case "received":
    case "removed": {
      const role = found?.panel.role ?? sources.deletedByHand.find(({ id }) => id === subjectId)?.role ?? "";
      const { interviewer } = change;
      return change.what === "removed"
        ? toLine({ at, event: REMOVED, role, from: interviewer })
        : toLine({ at, ...arrivalWords(change), role, to: interviewer });
    }
    case "held":
      return toLine({ at, event: "Legal hold placed", reason: change.reason });
    case "released":
      return toLine({ at, event: "Legal hold released", from: change.reason });
    case "merged":
    case "separated": {
      const name = (id: string | null) => sources.nameById.get(id ?? "") ?? "a name that is not in this log";
      const event = change.what === "merged" ? "Candidates merged" : "Merge undone";
      const [goes, stays] = [name(change.goesId), name(change.staysId)];
      return toLine({
        at,
        event,
        ...(change.what === "merged" ? { from: goes, to: stays } : { from: stays, to: goes }),
      });
    }
    case "retention": {
      const [from, to] = [monthsToText(change.from), monthsToText(change.to)];
      return toLine({ at, event: "Data retention changed", from, to });
    }
    case "deleted": {
      const to = quantityToText(change.count, "record");
      return toLine({ at, event: "Records deleted", to, reason: change.reason });
    }
  }
}

/** What the interviewer's own device delivers, nobody brings in. */
function arrivalWords({ isFromSeat }: { readonly isFromSeat?: boolean }): Pick<AuditLine, "event" | "by"> {
  if (isFromSeat === undefined) return { event: "Scorecard received", by: "" };
  return isFromSeat
    ? { event: "Scorecard received from the interviewer’s device", by: "" }
    : { event: "Scorecard added as a file", by: DEVICE_USER };
}

function areaKey(panelId: string, areaId: string): string {
  return JSON.stringify([panelId, areaId]);
}

function weightsToText(weights: Debrief["weights"], seated: readonly SeatedScorecard[]): string {
  if (weights === null) return "equal";
  const competencies = seated.flatMap(({ final }) => final.guide.competencies);
  return Object.entries(weights)
    .map(
      ([id, weight]) =>
        `${id === "" ? "No competency" : (competencies.find((one) => one.id === id)?.name ?? id)}: ${weight}`,
    )
    .join("; ");
}
