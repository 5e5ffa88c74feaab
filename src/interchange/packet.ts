import { format } from "date-fns";
import { areaAnswer, isAsked } from "../domain/answer.ts";
import { competencyMeans, overallMeans, questionMeans, type PanelMean } from "../domain/comparison.ts";
import {
  compareAreas,
  coverageOf,
  isToDiscuss,
  recommendationsOf,
  seatedScorecards,
  widestFirst,
  type ComparedArea,
  type Mark,
  type Seat,
  type SeatedScorecard,
} from "../domain/debrief.ts";
import type { FollowUp, Level, Question } from "../domain/guide.ts";
import type { Attendance, Decision, Panel } from "../domain/panel.ts";
import type { Scorecard } from "../domain/scorecard.ts";
import { questionsOf, type Recommendation, type WholeSession } from "../domain/session.ts";
import { elapsedMs, msToClock } from "../domain/timer.ts";

/** The packet's style. The app's own policy names its hash as well, since a packet that it opens is bound by both. */
export const packetStyle = `
:root { color-scheme: light; font: 15px/1.45 ui-sans-serif, system-ui, sans-serif; color: #1d1e20; background: #fff; }
* { box-sizing: border-box; }
body { max-width: 60rem; margin: 0 auto; padding: 2rem 1.25rem 4rem; }
h1, h2, h3, p, ul, ol, dl, dd { margin: 0; padding: 0; }
h1 { font-size: 1.7rem; line-height: 1.25; }
h2 { margin: 2.2rem 0 .6rem; font-size: 1.25rem; }
h3 { margin: 1.3rem 0 .4rem; font-size: 1rem; }
ul { list-style: none; }
dl { display: flex; flex-wrap: wrap; gap: .3rem 2.2rem; margin-top: .8rem; }
dt, .soft { color: #63625e; }
dt, .small { font-size: .87rem; }
.written { white-space: pre-wrap; overflow-wrap: anywhere; }
table { width: 100%; border-collapse: collapse; }
th, td { padding: .35rem .6rem .35rem 0; border-top: 1px solid #d9d5cc; text-align: start; vertical-align: top; font-weight: 400; overflow-wrap: break-word; }
thead th { border: 0; color: #63625e; font-size: .87rem; vertical-align: bottom; }
thead { display: table-header-group; }
td { font-variant-numeric: tabular-nums; }
.block { display: block; }
.decision { margin-top: 1.4rem; padding: .9rem 1.1rem; border: 2px solid #1d1e20; border-radius: 10px; }
.decision h2 { margin: 0 0 .3rem; }
.mark { display: inline-block; min-width: 1.9em; padding: .05em .4em; border: 1px solid #8a867d; border-radius: 6px; font-weight: 600; text-align: center; print-color-adjust: exact; -webkit-print-color-adjust: exact; }
.t1 { background: #a34a00; color: #fff; }
.t2 { background: #e3a568; }
.t3 { background: #6f6c66; color: #fff; }
.t4 { background: #8fb0de; }
.t5 { background: #2a559a; color: #fff; }
.none { padding: 0 .35em; border: 1px dashed #8a867d; border-radius: 6px; font-size: .87rem; }
.rating { width: 7.5rem; }
.log li { display: flex; gap: .7rem; }
.log time { flex: none; color: #63625e; }
@media print {
  :root { font-size: 9.5pt; }
  body { max-width: none; padding: 0; }
  h2, h3 { break-after: avoid; }
  tr, .decision, .log li { break-inside: avoid; }
  .scorecard { break-before: page; }
  .scorecard > h2 { margin-top: 0; }
}
@page { margin: 16mm; }
`;

/** What a packet is made of. */
export interface PacketParts {
  readonly panel: Panel;
  readonly attendance: readonly Attendance[];
  readonly scorecards: readonly Scorecard[];
}

/**
 * The decision packet: one HTML file that needs nothing else and runs nothing. It holds what the debrief has shown so
 * far: no scores before it has started, no recommendations before they were shown.
 *
 * @param at epoch ms
 * @param app name and version of the app that writes the file
 */
export async function encodePacket(parts: PacketParts, at: number, app: string): Promise<string> {
  const { panel } = parts;
  const hash = await sha256(packetStyle);
  const policy = `default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'`;
  const head = html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta http-equiv="Content-Security-Policy" content="${policy}" />
        <meta name="viewport" content="width=device-width" />
        <title>Decision packet: ${panel.candidate}</title>
     `;
  // Outside of the template: the hash is of these very characters.
  return `${head.html}<style>${packetStyle}</style>\n</head>\n<body>\n${body(parts, at, app).html}\n</body>\n</html>\n`;
}

async function sha256(text: string): Promise<string> {
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text));
  return btoa(String.fromCharCode(...new Uint8Array(digest)));
}

/** Text that is HTML; all else is escaped on its way in. */
interface Html {
  readonly html: string;
}

type Insert = string | number | Html | readonly Html[];

function html({ raw }: TemplateStringsArray, ...inserts: readonly Insert[]): Html {
  return { html: raw.map((part, at) => part + insertToHtml(inserts[at] ?? "")).join("") };
}

function insertToHtml(insert: Insert): string {
  if (typeof insert === "number") return String(insert);
  if (typeof insert === "string") return escapeHtml(insert);
  return "html" in insert ? insert.html : insert.map((part) => part.html).join("\n");
}

const escapes: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

function escapeHtml(text: string): string {
  return text.replaceAll(/[&<>"']/gu, (character) => escapes[character] ?? "");
}

const nothing: Html = { html: "" };

const levelWords: Readonly<Record<Level, string>> = {
  junior: "junior",
  mid: "mid-level",
  senior: "senior",
  lead: "lead",
};
const recommendationWords: Readonly<Record<Recommendation, string>> = {
  strongNo: "strong no",
  no: "no",
  yes: "yes",
  strongYes: "strong yes",
  noDecision: "no decision",
};
const decisionWords: Readonly<Record<Decision["outcome"], string>> = {
  hire: "hire",
  noHire: "no hire",
  undecided: "undecided",
};
const markWords = {
  noEvidence: "no evidence",
  notAsked: "not asked",
  notPlanned: "–",
  otherVersion: "other guide version",
} as const satisfies Readonly<Record<Extract<Mark, string>, string>>;

const dayAndTime = (at: number) => format(at, "d MMMM yyyy, HH:mm");

function body(parts: PacketParts, at: number, app: string): Html {
  const { panel, scorecards } = parts;
  const { debrief } = panel;
  const seated = seatedScorecards(panel, scorecards);
  const seats = seated.map(({ seat }) => seat);
  const areas = compareAreas(panel, scorecards);
  const guideTitle = areas[0]?.guide.title ?? panel.role;
  return html`<header>
      <p class="soft small">Decision packet</p>
      <h1 dir="auto">${panel.candidate}</h1>
      <dl>
        <div>
          <dt>Role</dt>
          <dd><bdi>${panel.role}</bdi>, ${levelWords[panel.level]}${panel.remote ? ", remote" : ""}</dd>
        </div>
        <div>
          <dt>Guide</dt>
          <dd><bdi>${guideTitle}</bdi>, version ${panel.guideId.slice(0, 12)}</dd>
        </div>
        <div>
          <dt>Debrief</dt>
          <dd>${debrief.startedAt === null ? "not started" : dayAndTime(debrief.startedAt)}</dd>
        </div>
        <div>
          <dt>Written</dt>
          <dd>${dayAndTime(at)}, ${app}</dd>
        </div>
      </dl>
    </header>
    ${decisionSection(debrief.decision)} ${panelSection(parts)} ${recommendationSection(parts)}
    ${agreedSection(panel, areas)} ${meansSections(panel, areas, seats)} ${agendaSection(areas, seats)}
    ${seated.map((one) => scorecardSection(panel, one))}`;
}

function decisionSection(decision: Decision | null): Html {
  if (!decision) return html`<section class="decision"><h2>No decision yet</h2></section>`;
  return html`<section class="decision">
    <h2>Decision: ${decisionWords[decision.outcome]}</h2>
    <p class="written" dir="auto">${decision.reason}</p>
    <p class="soft small">${dayAndTime(decision.decidedAt)}</p>
  </section>`;
}

function panelSection({ panel, attendance }: PacketParts): Html {
  const { seats } = coverageOf(panel, attendance);
  return html`<section>
    <h2>Panel</h2>
    <table>
      <thead>
        <tr>
          <th scope="col">Interviewer</th>
          <th scope="col">Questions</th>
          <th scope="col">Areas rated</th>
          <th scope="col">Submitted</th>
        </tr>
      </thead>
      <tbody>
        ${seats.map(
          (seat) =>
            html`<tr>
              <th scope="row" dir="auto">${seat.name}</th>
              <td>${seat.questionCount}</td>
              <td>${seat.isIn ? `${seat.ratedCount} of ${seat.areaCount}` : ""}</td>
              <td>${seat.submittedAt === null ? "not in" : dayAndTime(seat.submittedAt)}</td>
            </tr>`,
        )}
      </tbody>
    </table>
  </section>`;
}

function recommendationSection({ panel, scorecards }: PacketParts): Html {
  const shown = recommendationsOf(panel, scorecards);
  if (!shown) {
    return html`<section>
      <h2>Recommendations</h2>
      <p class="soft">They were not shown yet.</p>
    </section>`;
  }
  const words = (recommendation: Recommendation | null) =>
    recommendation === null ? "none" : recommendationWords[recommendation];
  return html`<section>
    <h2>Recommendations</h2>
    <table>
      <thead>
        <tr>
          <th scope="col">Interviewer</th>
          <th scope="col">First</th>
          <th scope="col">Final</th>
          <th scope="col">Why</th>
        </tr>
      </thead>
      <tbody>
        ${shown.map(
          (one) =>
            html`<tr>
              <th scope="row" dir="auto">${one.name}</th>
              <td>${words(one.first)}</td>
              <td>${words(one.final)}</td>
              <td>
                <span class="block written" dir="auto">${one.summary}</span>
                ${one.firstSummary === one.summary ? nothing : html`<span class="block small soft written">First: <bdi>${one.firstSummary}</bdi></span>`}
                ${reasonsPart(one.reasons)}
              </td>
            </tr>`,
        )}
      </tbody>
    </table>
  </section>`;
}

function reasonsPart(reasons: readonly string[]): Html {
  if (reasons.length === 0) return nothing;
  return html`<span class="block small soft written">Revised: <bdi>${reasons.join(" · ")}</bdi></span>`;
}

function agreedSection({ debrief: { agreedByAreaId } }: Panel, areas: readonly ComparedArea[]): Html {
  const talked = areas.flatMap((area) => {
    const agreed = Object.hasOwn(agreedByAreaId, area.id) ? agreedByAreaId[area.id] : undefined;
    return agreed ? [{ area, agreed }] : [];
  });
  if (talked.length === 0) return nothing;
  return html`<section>
    <h2>Agreed in the debrief</h2>
    <table>
      <thead>
        <tr>
          <th scope="col">Area</th>
          <th scope="col">Agreed</th>
          <th scope="col">Note</th>
        </tr>
      </thead>
      <tbody>
        ${talked.map(
          ({ area, agreed }) =>
            html`<tr>
              <th scope="row">${areaName(area)}</th>
              <td>
                ${agreed.rating === null ? html`<span class="small">talked about, no rating</span>` : markPart(area, agreed.rating)}
              </td>
              <td class="written" dir="auto">${agreed.note}</td>
            </tr>`,
        )}
      </tbody>
    </table>
  </section>`;
}

function areaName({ area, question }: ComparedArea): Html {
  return html`<span dir="auto">${area.text}</span
    ><span class="block small soft" dir="auto">${question.title}</span>`;
}

function markPart({ guide }: Pick<ComparedArea, "guide">, mark: Mark): Html {
  if (mark === null) return html`<span class="none">not rated</span>`;
  if (typeof mark !== "number") {
    return mark === "notPlanned" ? html`–` : html`<span class="none">${markWords[mark]}</span>`;
  }
  const { points } = guide.scale;
  const place = points.findIndex(({ value }) => value === mark);
  const tone = 1 + Math.round((4 * place) / Math.max(1, points.length - 1));
  return html`<span class="mark t${tone}">${mark}</span>`;
}

function firstAndFinal(area: Pick<ComparedArea, "guide">, first: Mark, final: Mark): Html {
  if (first === final) return markPart(area, final);
  return html`${markPart(area, final)}<span class="block small soft"
      >first ${typeof first === "number" ? String(first) : markPart(area, first)}</span
    >`;
}

const meanWords = (mean: number | null) => (mean === null ? "not assessed" : mean.toFixed(1));

function raterWords({ raterCount, lowest, highest }: PanelMean): string {
  if (lowest === null || highest === null) return "nobody";
  return raterCount === 1 ? "1" : `${raterCount}, ${meanWords(lowest)} to ${meanWords(highest)}`;
}

function meansSections({ debrief }: Panel, areas: readonly ComparedArea[], seats: readonly Seat[]): Html {
  if (areas.length === 0) return nothing;
  const competencies = competencyMeans(areas, debrief);
  const row = (name: string, remark: string, mean: PanelMean) =>
    html`<tr>
      <th scope="row">
        <span dir="auto">${name}</span
        >${remark === "" ? nothing : html`<span class="block small soft">${remark}</span>`}
      </th>
      <td><b>${meanWords(mean.mean)}</b></td>
      <td>${raterWords(mean)}</td>
      ${mean.bySeat.map((one) => html`<td>${one.mean === null ? "–" : one.mean.toFixed(1)}</td>`)}
    </tr>`;
  const table = (first: string, rows: readonly Html[]) =>
    html`<table>
      <thead>
        <tr>
          <th scope="col">${first}</th>
          <th scope="col">Mean</th>
          <th scope="col">Raters, range</th>
          ${seats.map(({ name }) => html`<th scope="col" dir="auto">${name}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${rows}
      </tbody>
    </table>`;
  const scaleOf = ({ scale: { points } }: { readonly scale: ComparedArea["guide"]["scale"] }) =>
    `scale of ${points[0]?.value ?? ""} to ${points.at(-1)?.value ?? ""}`;
  const isOneScale = new Set(competencies.map(scaleOf)).size < 2;
  const isWeighted = debrief.weights !== null && debrief.weightsReason.trim() !== "";
  return html`<section>
      <h2>Competencies</h2>
      ${table(
        "Competency",
        competencies.map((mean) =>
          row(
            mean.name === "" ? "No competency named" : mean.name,
            [
              ...(isOneScale ? [] : [scaleOf(mean)]),
              ...(mean.isAcrossVersions ? ["different guide versions"] : []),
              ...(isWeighted ? [`weight ${debrief.weights[mean.competencyId] ?? 1}`] : []),
            ].join(" · "),
            mean,
          ),
        ),
      )}
      ${overallMeans(competencies, debrief).map(
        (mean) =>
          html`<p>
            <b>${mean.equal.toFixed(1)}</b> equal-weight mean of ${mean.competencyCount}, ${scaleOf(mean)}.
            ${mean.weighted === null ? nothing : html`<b>${mean.weighted.toFixed(1)}</b> weighted: <bdi>${debrief.weightsReason}</bdi>`}
          </p>`,
      )}
      <p class="small soft">
        A mean is of the interviewers’ own means. What was not assessed is in none of them, nor is what was
        agreed on.
      </p>
    </section>
    <section>
      <h2>Questions</h2>
      ${table(
        "Question",
        questionMeans(areas, debrief).map((mean) => row(mean.title, isOneScale ? "" : scaleOf(mean), mean)),
      )}
    </section>`;
}

function agendaSection(areas: readonly ComparedArea[], seats: readonly Seat[]): Html {
  if (areas.length === 0) return nothing;
  return html`<section>
    <h2>Areas, widest first</h2>
    <table>
      <thead>
        <tr>
          <th scope="col">Area</th>
          ${seats.map(({ name }) => html`<th scope="col" dir="auto">${name}</th>`)}
          <th scope="col">Spread</th>
        </tr>
      </thead>
      <tbody>
        ${widestFirst(areas).map(
          (area) =>
            html`<tr>
              <th scope="row">${areaName(area)}</th>
              ${area.cells.map((cell) => html`<td>${firstAndFinal(area, cell.first, cell.final)}</td>`)}
              <td>${spreadWords(area)}</td>
            </tr>`,
        )}
      </tbody>
    </table>
  </section>`;
}

function spreadWords(area: ComparedArea): string {
  if (!area.spread) return "";
  if (area.spread.range === 0) return "agree";
  return `${area.spread.range} apart${isToDiscuss(area) ? ", to discuss" : ""}`;
}

function scorecardSection({ debrief }: Panel, { seat, scorecard, final }: SeatedScorecard): Html {
  const { session } = scorecard.first;
  const endedAt = session.endedAt ?? session.updatedAt;
  return html`<section class="scorecard">
    <h2>Scorecard of <bdi>${seat.name}</bdi></h2>
    <p class="soft">
      Interview ${dayAndTime(session.startedAt ?? session.scheduledAt)}, submitted
      ${dayAndTime(session.submittedAt ?? session.updatedAt)}
    </p>
    ${
      debrief.recommendationsShownAt === null
        ? nothing
        : html`<p>
              Recommendation:
              <b
                >${final.session.recommendation === null ? "none" : recommendationWords[final.session.recommendation]}</b
              >
            </p>
            <p class="written" dir="auto">${final.session.summary}</p>`
    }
    ${questionsOf(final).map((question) => questionPart(scorecard, final, question, endedAt))}
  </section>`;
}

function questionPart(scorecard: Scorecard, final: WholeSession, question: Question, endedAt: number): Html {
  const answer = final.answers[question.id];
  if (!isAsked(answer, endedAt)) {
    return html`<h3 dir="auto">${question.title}</h3>
      <p class="soft">Not asked.</p>`;
  }
  return html`<h3 dir="auto">${question.title}</h3>
    <p class="soft" dir="auto">${question.text}</p>
    <p class="small soft">${answer ? msToClock(elapsedMs(answer.timer, endedAt)) : ""}</p>
    <table>
      <thead>
        <tr>
          <th scope="col" class="rating">Rating</th>
          <th scope="col">Area and evidence</th>
        </tr>
      </thead>
      <tbody>
        ${question.areas.map((area) => {
          const before = areaAnswer(scorecard.first.answers[question.id], area.id);
          const after = areaAnswer(answer, area.id);
          const reasons = scorecard.revisions
            .filter(({ areas }) => Object.hasOwn(areas, area.id))
            .map(({ reason }) => reason);
          return html`<tr>
            <td>${firstAndFinal(final, before.rating, after.rating)}</td>
            <td>
              <span dir="auto">${area.text}</span>
              ${after.note === "" ? nothing : html`<span class="block soft written" dir="auto">${after.note}</span>`}
              ${before.note === after.note || before.note === "" ? nothing : html`<span class="block small soft written">First note: <bdi>${before.note}</bdi></span>`}
              ${reasonsPart(reasons)}
            </td>
          </tr>`;
        })}
      </tbody>
    </table>
    ${logPart(
      "Follow-ups asked",
      (answer?.followUpsAsked ?? []).map(({ followUpId, atMs }) => [
        atMs,
        followUpText(final, question, followUpId),
      ]),
    )}
    ${logPart(
      "Notes",
      (answer?.notes ?? []).map(({ atMs, text }) => [atMs, text]),
    )}`;
}

function logPart(title: string, entries: readonly (readonly [atMs: number, text: string])[]): Html {
  if (entries.length === 0) return nothing;
  return html`<p class="small soft">${title}</p>
    <ul class="log">
      ${entries.map(([atMs, text]) => html`<li><time>${msToClock(atMs)}</time><span class="written" dir="auto">${text}</span></li>`)}
    </ul>`;
}

function followUpText({ guide }: WholeSession, question: Question, followUpId: string): string {
  const all: readonly FollowUp[] = [
    ...question.followUps,
    ...guide.advice.flatMap((advice) => advice.followUps),
  ];
  return all.find(({ id }) => id === followUpId)?.text ?? followUpId;
}
