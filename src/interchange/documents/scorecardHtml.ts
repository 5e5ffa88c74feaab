import { markToWords, type Mark } from "../../domain/panels/debrief.ts";
import { levelWords, type Scale } from "../../domain/guides/guide.ts";
import type { Figures } from "../../domain/panels/figures.ts";
import type { ReportedQuestion, ScorecardReport } from "../../domain/session/scorecardReport.ts";
import { msToClock } from "../../domain/session/timer.ts";
import { statusWords } from "../../domain/session/session.ts";
import {
  equalAreasWords,
  changedParts,
  dayAndTime,
  reportedRecommendation,
  resultToText,
  resultWords,
  spentToText,
} from "./documentWords.ts";
import { frameDocument, html, lines, listed, nothing, type Html } from "./htmlDocument.ts";

/**
 * What stands around the scorecards of an HTML file, which needs nothing else and runs nothing.
 *
 * @param title what the file is called in a browser's tab
 * @param at epoch ms
 * @param app name and version of the app that writes the file
 */
export async function frameScorecards(
  title: string,
  at: number,
  app: string,
): Promise<{ readonly head: string; readonly tail: string }> {
  const { head, tail } = await frameDocument(title);
  return { head, tail: `${html`<p class="soft small">Written ${dayAndTime(at)}, ${app}</p>`.html}${tail}` };
}

/** @returns one scorecard for an HTML file, or as a piece of HTML to be pasted into a document or a mail */
export function scorecardToFragment(report: ScorecardReport, figures: Figures): string {
  const { final, first, isSubmitted } = report;
  const { session, guide } = final;
  const { points } = guide.scale;
  return html`<article class="scorecard">
    <header>
      <p class="soft small">Scorecard${session.sample ? ", sample" : ""}</p>
      <h1 dir="auto">${session.candidate}</h1>
      <dl>
        ${fact("Role", html`<bdi>${session.role}</bdi>, ${levelWords[session.level]}${session.remote ? ", remote" : ""}`)}
        ${fact("Interviewer", html`<bdi>${session.interviewer}</bdi>`)}
        ${fact("Guide", html`<bdi>${guide.title}</bdi>, version ${session.guideId.slice(0, 12)}`)}
        ${fact("Interview", html`${dayAndTime(report.interviewedAt)}, ${spentToText({ elapsedMs: report.elapsedMs, plannedMs: session.slotMinutes * 60_000 })}`)}
        ${report.segments.map((one) => fact(one.title, html`${spentToText(one)}`))}
        ${fact("Submitted", html`${first.session.submittedAt === null ? `no: ${statusWords[session.status]}` : dayAndTime(first.session.submittedAt)}`)}
      </dl>
    </header>
    ${isSubmitted ? nothing : html`<p><b>Not submitted yet. This may still change.</b></p>`}
    <section>${recommendationPart(report)}</section>
    ${revisionsPart(report)}
    ${
      report.competencies.length === 0
        ? nothing
        : html`<section>
            <h2>Competencies</h2>
            <table>
              <thead>
                <tr>
                  <th scope="col">Competency</th>
                  <th scope="col">${resultWords[figures]}</th>
                  <th scope="col">Rated</th>
                  <th scope="col">Not assessed</th>
                </tr>
              </thead>
              <tbody>
                ${report.competencies.map(
                  (one) =>
                    html`<tr>
                      <th scope="row"><bdi>${one.competencyId === "" ? "No competency" : one.name}</bdi></th>
                      <td>${resultToText(one.points, figures)}</td>
                      <td>${one.points.length}</td>
                      <td>${one.notAssessedCount}</td>
                    </tr>`,
                )}
              </tbody>
            </table>
            <p class="small soft">
              One interviewer’s ratings. ${figures === "on" ? `${equalAreasWords} ` : ""}The scale:
              ${listed(points.map(({ value, label }) => html`${value} <bdi>${label}</bdi>`))}.
            </p>
          </section>`
    }
    <section>
      <h2>Questions</h2>
      ${report.questions.map((one) => questionPart(report, one))}
    </section>
  </article> `.html;
}

/** One of the facts at the head of a file. */
export function fact(name: string, value: Html): Html {
  return html`<div>
    <dt>${name}</dt>
    <dd>${value}</dd>
  </div>`;
}

/** The recommendation and its reasons, as they stand and as they were submitted. */
export function recommendationPart(report: ScorecardReport): Html {
  const { first, final } = report;
  const { recommendation, summary } = final.session;
  return html`<p>Recommendation: <b>${reportedRecommendation(report, "final")}</b></p>
    ${recommendation === first.session.recommendation ? nothing : html`<p class="small soft">Submitted as: ${reportedRecommendation(report, "first")}</p>`}
    <p class="written" dir="auto">${lines(summary)}</p>
    ${summary === first.session.summary ? nothing : html`<p class="small soft written">Submitted as: <bdi>${lines(first.session.summary)}</bdi></p>`}`;
}

function revisionsPart({ revisions }: ScorecardReport): Html {
  if (revisions.length === 0) return nothing;
  return html`<section>
    <h2>Revised</h2>
    <ul class="log">
      ${revisions.map(
        (one) =>
          html`<li>
            <time>${dayAndTime(one.at)}</time>
            <span
              ><span class="written" dir="auto">${lines(one.reason)}</span>
              <span class="small soft" dir="auto">Changed: ${changedParts(one).join("; ")}</span></span
            >
          </li>`,
      )}
    </ul>
  </section>`;
}

/** One question with its areas, follow-ups and notes. */
export function questionPart({ final }: ScorecardReport, asked: ReportedQuestion): Html {
  const { question } = asked;
  const { scale } = final.guide;
  if (!asked.isAsked) {
    return html`<h3 dir="auto">${question.title}</h3>
      <p class="soft">Not asked.</p>`;
  }
  return html`<h3 dir="auto">${question.title}</h3>
    <p class="soft lead" dir="auto">${question.text}</p>
    <p class="small soft lead">
      ${msToClock(asked.elapsedMs)} of
      ${msToClock(asked.plannedMs)}${asked.competency === "" ? nothing : html` · <bdi>${asked.competency}</bdi>`}
    </p>
    ${
      asked.areas.length === 0
        ? nothing
        : html`<table>
            <thead>
              <tr>
                <th scope="col" class="rating">Rating</th>
                <th scope="col">Area and evidence</th>
              </tr>
            </thead>
            <tbody>
              ${asked.areas.map(
                (one) =>
                  html`<tr>
                    <td class="rating">${firstAndFinal(scale, one.first, one.rating)}</td>
                    <td>
                      <div dir="auto">${one.area.text}</div>
                      ${one.isCovered ? nothing : html`<div class="small soft">not covered</div>`}
                      ${one.note === "" ? nothing : html`<div class="soft written" dir="auto">${lines(one.note)}</div>`}
                      ${one.firstNote === one.note || one.firstNote === "" ? nothing : html`<div class="small soft written">First note: <bdi>${lines(one.firstNote)}</bdi></div>`}
                      ${reasonsPart(one.reasons)}
                    </td>
                  </tr>`,
              )}
            </tbody>
          </table>`
    }
    ${logPart("Follow-ups asked", asked.followUpsAsked)} ${logPart("Notes", asked.notes)}`;
}

/** Why something was revised. */
export function reasonsPart(reasons: readonly string[]): Html {
  if (reasons.length === 0) return nothing;
  return html`<div class="small soft written">Revised: <bdi>${lines(reasons.join(" · "))}</bdi></div>`;
}

/** A rating, on the tone of its place on the scale, or why there is none. */
export function markPart({ points }: Scale, mark: Mark): Html {
  if (typeof mark !== "number") {
    return mark === "notPlanned" ? html`–` : html`<span class="none">${markToWords(mark)}</span>`;
  }
  const place = points.findIndex(({ value }) => value === mark);
  const tone = 1 + Math.round((4 * place) / Math.max(1, points.length - 1));
  return html`<span class="mark t${tone}">${mark}</span>`;
}

/** A rating as it stands, and under it as it was submitted where that was another. */
export function firstAndFinal(scale: Scale, first: Mark, final: Mark): Html {
  if (first === final) return markPart(scale, final);
  return html`<div>${markPart(scale, final)}</div>
    <div class="small soft">
      first ${typeof first === "number" ? String(first) : markPart(scale, first)}
    </div>`;
}

function logPart(title: string, entries: readonly { readonly atMs: number; readonly text: string }[]): Html {
  if (entries.length === 0) return nothing;
  return html`<p class="small soft lead">${title}</p>
    <ul class="log">
      ${entries.map(({ atMs, text }) => html`<li><time>${msToClock(atMs)}</time> <span class="written" dir="auto">${lines(text)}</span></li>`)}
    </ul>`;
}
