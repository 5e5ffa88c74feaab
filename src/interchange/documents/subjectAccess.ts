import type { Answer } from "../../domain/session/answer.ts";
import {
  hideInAttendance,
  hideInPanel,
  hideInScorecard,
  hideNames,
  type Hide,
} from "../../domain/candidates/redaction.ts";
import type { ExportMade } from "../../domain/candidates/deletion.ts";
import type { Scale } from "../../domain/guides/guide.ts";
import { seatPanel } from "../../domain/panels/debrief.ts";
import type { Attendance, Panel } from "../../domain/panels/panel.ts";
import type { Figures } from "../../domain/panels/figures.ts";
import type { Scorecard } from "../../domain/session/scorecard.ts";
import {
  scorecardToReport,
  type ReportedRevision,
  type ScorecardReport,
} from "../../domain/session/scorecardReport.ts";
import { quantityToText } from "../../domain/text/quantityText.ts";
import { recommendationToWords, stoppedAt, type Session } from "../../domain/session/session.ts";
import { elapsedMs, msToClock, type ClockGap } from "../../domain/session/timer.ts";
import { documentTitles } from "../files/fileFormats.ts";
import { dayAndTime, ratingToWords } from "./documentWords.ts";
import { frameDocument, html, lines, listed, nothing, type Html } from "./htmlDocument.ts";
import { packetToFragment } from "./packet.ts";
import { fact, scorecardToFragment } from "./scorecardHtml.ts";

/** All that is kept of one candidate, as it goes into the file. All times are epoch ms. */
export interface SubjectRecords {
  readonly candidate: string;
  /** The candidate's name in each way it is written. */
  readonly names: readonly string[];
  readonly panels: readonly SubjectPanel[];
  /** The sessions of this device. */
  readonly scorecards: readonly Scorecard[];
  /** How many more there are that nobody may read here yet. */
  readonly shutCount: number;
  /** Until when it is kept. */
  readonly dueAt: number;
  /** Whether a legal hold keeps it. Its reason may be of others, or of a case against the candidate: it is not in the file. */
  readonly isHeld: boolean;
  readonly exports: readonly Pick<ExportMade, "at" | "form">[];
  readonly figures: Figures;
}

export interface SubjectPanel {
  readonly panel: Panel;
  readonly attendance: readonly Attendance[];
  /** Null while they are shut: `notReadableBecause` says why. */
  readonly scorecards: readonly Scorecard[] | null;
  readonly notReadableBecause: string;
  /** Those whose scorecards are here, and which this device can't read before they are unlocked. */
  readonly lockedNames: readonly string[];
}

/**
 * Writes everything that is kept of a candidate into one HTML file to be read, which needs nothing else and runs nothing.
 *
 * @param hiddenNames other people's names that are blacked out wherever they stand
 * @param at epoch ms
 * @param app name and version of the app that writes the file
 */
export async function encodeSubjectAccess(
  records: SubjectRecords,
  hiddenNames: readonly string[],
  at: number,
  app: string,
): Promise<string> {
  const hide: Hide = hiddenNames.length > 0 ? hideNames(hiddenNames, records.names) : (text) => text;
  const hidden = hideInRecords(records, hide);
  const { head, tail } = await frameDocument(documentTitles.candidateData);
  return `${head}${body(hidden, hiddenNames.length > 0, at, app).html}${tail}`;
}

function hideInRecords(records: SubjectRecords, hide: Hide): SubjectRecords {
  return {
    ...records,
    scorecards: records.scorecards.map((scorecard) => hideInScorecard(scorecard, hide)),
    panels: records.panels.map(({ panel, attendance, scorecards, notReadableBecause, lockedNames }) => ({
      panel: hideInPanel(panel, hide),
      attendance: attendance.map((one) => hideInAttendance(one, hide)),
      scorecards: scorecards?.map((scorecard) => hideInScorecard(scorecard, hide)) ?? null,
      notReadableBecause: hide(notReadableBecause),
      lockedNames: lockedNames.map(hide),
    })),
  };
}

function body(records: SubjectRecords, isHidden: boolean, at: number, app: string): Html {
  const { candidate, panels, scorecards, dueAt, isHeld, exports, figures } = records;
  // A packet leaves recommendations out that the debrief has not shown; a session of this device is given whole then.
  const told = new Set(
    panels.flatMap(({ panel, scorecards: inPanel }) =>
      panel.debrief.recommendationsShownAt === null
        ? []
        : (inPanel ?? []).map(({ first }) => first.session.id),
    ),
  );
  const alone = scorecards.filter(({ first }) => !told.has(first.session.id));
  const here = new Set(scorecards.map(({ first }) => first.session.id));
  return html`<header>
      <p class="soft small">Candidate data</p>
      <h1 dir="auto">${candidate}</h1>
      <dl>
        ${fact("Written", html`${dayAndTime(at)}, ${app}`)}
        ${fact("To be deleted", isHeld ? html`not before a legal hold is released` : html`${dayAndTime(dueAt)}`)}
        ${fact("Panels", html`${panels.length}`)} ${fact("Interviews", html`${scorecards.length}`)}
      </dl>
      ${
        records.shutCount > 0
          ? html`<p>
              Not in this file: ${quantityToText(records.shutCount, "interview")} that can be read once all
              interviews with the candidate on this device are submitted.
            </p>`
          : nothing
      }
      ${isHidden ? html`<p class="small soft">Names of other people are redacted.</p>` : nothing}
    </header>
    ${exportsSection(exports)} ${panels.map((one) => panelSection(one, here, figures, at, app))}
    ${alone
      .map(scorecardToReport)
      .map(
        (report) =>
          html`<section>${{ html: scorecardToFragment(report, figures) }} ${timesPart(report)}</section>`,
      )}`;
}

function exportsSection(exports: SubjectRecords["exports"]): Html {
  if (exports.length === 0) return nothing;
  return html`<section>
    <h2>Exports</h2>
    <ul>
      ${exports.map((one) => html`<li>${one.form}, ${dayAndTime(one.at)}</li>`)}
    </ul>
  </section>`;
}

/** @param here the ids of the sessions that are in the file anyway */
function panelSection(
  { panel, attendance, scorecards, notReadableBecause, lockedNames }: SubjectPanel,
  here: ReadonlySet<string>,
  figures: Figures,
  at: number,
  app: string,
): Html {
  // Of a debrief that has not started there is nothing to say yet.
  const shutBecause =
    scorecards === null && panel.debrief.startedAt !== null ? notReadableBecause : undefined;
  const parts = { ...seatPanel(panel, scorecards ?? []), attendance, figures, shutBecause };
  const packet = packetToFragment(parts, at, app);
  const notReadable = scorecards ? [] : attendance.filter(({ sessionId }) => !here.has(sessionId));
  return html`<article class="scorecard">
    ${{ html: packet }}
    <p class="small soft">
      The panel was made ${dayAndTime(panel.createdAt)} and last changed ${dayAndTime(panel.updatedAt)}.
    </p>
    ${
      lockedNames.length === 0
        ? nothing
        : html`<p>
            Received, and not readable on this device before another interviewer’s browser unlocks it:
            ${listed(lockedNames.map((name) => html`<bdi>${name}</bdi>`))}
          </p>`
    }
    ${
      notReadable.length === 0
        ? nothing
        : html`<section>
            <h2>Not readable yet</h2>
            <p dir="auto">${notReadableBecause}</p>
            <ul>
              ${notReadable.map((one) => html`<li>The scorecard of <bdi>${one.interviewer}</bdi>, submitted ${dayAndTime(one.submittedAt)}</li>`)}
            </ul>
          </section>`
    }
    ${(scorecards ?? []).map((scorecard) => timesPart(scorecardToReport(scorecard)))}
  </article>`;
}

/** What a scorecard for reading leaves out: every time that is kept, and each revision with what it changed. */
function timesPart({ first, segments, questions, revisions }: ScorecardReport): Html {
  const { session, guide } = first;
  return html`<section>
    <h2>Times and revisions, <bdi>${session.interviewer}</bdi></h2>
    <ul>
      ${timesOf(session).map(([name, time]) => html`<li>${name}: ${dayAndTime(time)}</li>`)}
      ${session.timeMultiplier === 1 ? nothing : html`<li>Planned time was multiplied by ${session.timeMultiplier}</li>`}
      ${segments.map(({ title, elapsedMs: usedMs, plannedMs, gaps }) => html`<li>${title}: ${[`${msToClock(usedMs)} of ${msToClock(plannedMs)}`, ...gaps.map(gapToText)].join("; ")}</li>`)}
      ${questions.flatMap(({ question }) => {
        const answer = first.answers[question.id];
        return answer ? [html`<li><bdi>${question.title}</bdi>: ${answerTimes(answer, session)}</li>`] : [];
      })}
    </ul>
    ${revisions.map((revision) => revisionPart(guide.scale, revision))}
  </section>`;
}

function timesOf(session: Session): readonly (readonly [string, number])[] {
  const times: readonly (readonly [string, number | null])[] = [
    ["Planned", session.createdAt],
    ["Planned for", session.scheduledAt],
    ["Started", session.startedAt],
    ["Ended", session.endedAt],
    ["Handed over", session.handedOverAt ?? null],
    ["Submitted", session.submittedAt],
    ["Last changed", session.updatedAt],
  ];
  return times.flatMap(([name, time]) => (time === null ? [] : [[name, time] as const]));
}

function answerTimes(answer: Answer, session: Session): string {
  const parts = [
    msToClock(elapsedMs(answer.timer, stoppedAt(session))),
    `last changed ${dayAndTime(answer.updatedAt)}`,
    ...(answer.addedMinutes > 0 ? [`${answer.addedMinutes} minutes added`] : []),
    ...answer.gaps.map(gapToText),
  ];
  return parts.join("; ");
}

function gapToText({ at, gapMs, takenOff }: ClockGap): string {
  return `a gap of ${Math.round(gapMs / 1000)} seconds at ${dayAndTime(at)}${takenOff ? ", subtracted" : ""}`;
}

function revisionPart(scale: Scale, revision: ReportedRevision): Html {
  return html`<h3>Revision of ${dayAndTime(revision.at)}</h3>
    <p class="written" dir="auto">${lines(revision.reason)}</p>
    <ul>
      ${revision.areas.map(
        ({ text, rating, note }) =>
          html`<li>
            <bdi>${text}</bdi>: ${ratingToWords(scale, rating)}
            <div class="soft written" dir="auto">${lines(note)}</div>
          </li>`,
      )}
      ${revision.recommendation === null ? nothing : html`<li>Recommendation: ${recommendationToWords(revision.recommendation)}</li>`}
      ${revision.summary === "" ? nothing : html`<li class="written" dir="auto">${lines(revision.summary)}</li>`}
    </ul>`;
}
