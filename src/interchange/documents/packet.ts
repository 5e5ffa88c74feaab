import { capitalised } from "../../domain/text/capitalised.ts";
import {
  competencyMeans,
  overallMeans,
  questionMeans,
  ratingDots,
  weightsOf,
  type PanelMean,
  type QuestionMean,
} from "../../domain/panels/comparison.ts";
import {
  afterStartWords,
  areasLeft,
  compareAreas,
  coverageOf,
  neverAsked,
  pendingWords,
  recommendationsOf,
  toAgenda,
  type ComparedArea,
  type Seat,
  type SeatedPanel,
  type SeatedScorecard,
} from "../../domain/panels/debrief.ts";
import {
  decisionWords,
  type Attendance,
  type Debrief,
  type Decision,
  type EarlyUnlocking,
  type Panel,
} from "../../domain/panels/panel.ts";
import { figuresWords, type Figures } from "../../domain/panels/figures.ts";
import { scorecardToReport } from "../../domain/session/scorecardReport.ts";
import { levelWords, type Guide } from "../../domain/guides/guide.ts";
import { fullTitle } from "../../domain/guides/questionTitle.ts";
import { scaleKey, scaleToText } from "../../domain/guides/scaleSteps.ts";
import { recommendationToWords } from "../../domain/session/session.ts";
import { documentTitles } from "../files/fileFormats.ts";
import { changeLines, type AuditRecords } from "./auditLog.ts";
import {
  dayAndTime,
  meanToText,
  raterWords,
  resultToText,
  spreadWords,
  unaskedWords,
} from "./documentWords.ts";
import { frameDocument, html, lines, listed, nothing, tableOfCards, type Html } from "./htmlDocument.ts";
import { firstAndFinal, markPart, questionPart, reasonsPart, recommendationPart } from "./scorecardHtml.ts";

/** What a packet is made of. */
export interface PacketParts extends SeatedPanel {
  readonly attendance: readonly Attendance[];
  readonly figures: Figures;
  /** Why nothing may be said of what was revealed and decided; undefined where it may. */
  readonly shutBecause?: string | undefined;
  /** Undefined where the file has no audit log in it. */
  readonly records?: AuditRecords;
}

/**
 * The decision packet: one HTML file that needs nothing else and runs nothing. It holds what the debrief has shown so
 * far: no scores before it has started, no recommendations before they were shown.
 *
 * @param at epoch ms
 * @param app name and version of the app that writes the file
 */
export async function encodePacket(parts: PacketParts, at: number, app: string): Promise<string> {
  const { head, tail } = await frameDocument(documentTitles.debrief);
  return `${head}${packetToFragment(parts, at, app)}${tail}`;
}

/** @returns what is in the packet, as a piece of HTML to be pasted into a document or a mail */
export function packetToFragment(parts: PacketParts, at: number, app: string): string {
  return packetBody(parts, at, app).html;
}

function packetBody(parts: PacketParts, at: number, app: string): Html {
  const { panel, seated, figures } = parts;
  const { debrief } = panel;
  const seats = seated.map(({ seat }) => seat);
  const areas = compareAreas(panel, seated, figures);
  const version = panel.guideId.slice(0, 12);
  const guide = guideOf(parts);
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
          <dd>${guide ? html`<bdi>${guide.title}</bdi>, version ${version}` : `Version ${version}`}</dd>
        </div>
        <div>
          <dt>Debrief</dt>
          <dd>${debrief.startedAt === null ? "not started" : dayAndTime(debrief.startedAt)}</dd>
        </div>
        <div>
          <dt>Computed figures</dt>
          <dd>${figuresWords[figures]}</dd>
        </div>
        <div>
          <dt>Written</dt>
          <dd>${dayAndTime(at)}, ${app}</dd>
        </div>
      </dl>
    </header>
    ${
      parts.shutBecause === undefined
        ? html`${decisionSection(debrief)} ${panelSection(parts)} ${recommendationSection(panel, seated)}`
        : html`${panelSection(parts)} ${shutSection(parts.shutBecause)}`
    }
    ${agreedSection(panel, areas)} ${meansSections(panel, areas, seats, figures)}
    ${agendaSection(panel, areas, seats, figures)} ${auditSection(parts)}
    ${seated.map((one) => scorecardSection(panel, one))}`;
}

/** @returns the panel's guide version; it comes with the scorecards, of which there is none before the debrief */
function guideOf({ panel, seated }: SeatedPanel): Guide | undefined {
  return seated.find(({ final }) => final.session.guideId === panel.guideId)?.final.guide;
}

function shutSection(because: string): Html {
  return html`<section>
    <h2>Recommendations and decision</h2>
    <p>Not in this file: they are closed on this device. <span dir="auto">${because}</span></p>
  </section>`;
}

function decisionSection({ decision, earlierDecisions = [] }: Debrief): Html {
  if (!decision) return html`<section class="decision"><h2>No decision yet</h2></section>`;
  return html`<section class="decision">
    <h2>Decision: ${decisionWords[decision.outcome]}</h2>
    <p class="written" dir="auto">${lines(decision.reason)}</p>
    <p class="soft small">${dayAndTime(decision.decidedAt)}</p>
    ${earlierDecisions.toReversed().map(earlierDecision)}
  </section>`;
}

function earlierDecision({ outcome, reason, decidedAt }: Decision): Html {
  return html`<p class="small">Before: <b>${decisionWords[outcome]}</b>, ${dayAndTime(decidedAt)}</p>
    <p class="small soft written" dir="auto">${lines(reason)}</p>`;
}

function panelSection(parts: PacketParts): Html {
  const { panel, attendance } = parts;
  const coverage = coverageOf(panel, attendance);
  const { seats } = coverage;
  const guide = guideOf(parts);
  const unasked = guide ? neverAsked(coverage, guide) : [];
  return html`<section>
    <h2>Panel</h2>
    ${tableOfCards(
      ["Interviewer", "Questions", "Areas assessed", "Submitted"],
      seats.map((seat) => [
        html`<bdi>${seat.name}</bdi>`,
        String(seat.questionCount),
        seat.isIn ? `${seat.assessedCount} of ${seat.areaCount}` : "",
        html`${seat.submittedAt === null ? pendingWords : dayAndTime(seat.submittedAt)}
        ${seat.isAfterStart ? html`<div class="small">${afterStartWords}</div>` : nothing}`,
      ]),
    )}
    ${unasked.length > 0 ? html`<p>Planned but not asked: <bdi>${unasked.join(", ")}</bdi>.</p>` : nothing}
    ${(panel.unlockedEarly ?? []).map((early) => earlyLine(panel, early))}
  </section>`;
}

function earlyLine({ interviewers }: Panel, { interviewerId, reason, at }: EarlyUnlocking): Html {
  const name = interviewers.find(({ id }) => id === interviewerId)?.name ?? "";
  return html`<p class="small">
    ${name} unlocked the scorecards before the lead had submitted, ${dayAndTime(at)}. The lead’s reason:
    ${reason}
  </p>`;
}

function recommendationSection(panel: Panel, seated: readonly SeatedScorecard[]): Html {
  const shown = recommendationsOf(panel, seated);
  if (!shown) {
    return html`<section>
      <h2>Recommendations</h2>
      <p class="soft">Not revealed yet.</p>
    </section>`;
  }
  return html`<section>
    <h2>Recommendations</h2>
    ${tableOfCards(
      ["Interviewer", "First", "Final", "Why"],
      shown.map((one) => [
        html`<bdi>${one.name}</bdi>`,
        capitalised(recommendationToWords(one.first)),
        capitalised(recommendationToWords(one.final)),
        html`<div class="written" dir="auto">${lines(one.summary)}</div>
          ${one.firstSummary === one.summary ? nothing : html`<div class="small soft written">First: <bdi>${lines(one.firstSummary)}</bdi></div>`}
          ${reasonsPart(one.reasons)}`,
      ]),
      "who",
    )}
  </section>`;
}

function agreedSection({ debrief: { agreedByAreaId } }: Panel, areas: readonly ComparedArea[]): Html {
  const talked = areas.flatMap((area) => {
    const agreed = Object.hasOwn(agreedByAreaId, area.id) ? agreedByAreaId[area.id] : undefined;
    return agreed ? [{ area, agreed }] : [];
  });
  if (talked.length === 0) return nothing;
  return html`<section>
    <h2>Agreed in the debrief</h2>
    ${tableOfCards(
      ["Area", "Agreed", "Note"],
      talked.map(({ area, agreed }) => [
        areaName(area),
        html`<span class="rating">
          ${agreed.rating === null ? html`<span class="small">discussed, no rating</span>` : markPart(area.guide.scale, agreed.rating)}
        </span>`,
        html`<div class="written" dir="auto">${lines(agreed.note)}</div>`,
      ]),
      "area",
    )}
  </section>`;
}

function areaName({ area, question }: ComparedArea): Html {
  return html`<div dir="auto">${area.text}</div>
    <div class="small soft" dir="auto">${fullTitle(question)}</div>`;
}

function meansSections(
  { debrief }: Panel,
  areas: readonly ComparedArea[],
  seats: readonly Seat[],
  figures: Figures,
): Html {
  if (areas.length === 0) return nothing;
  const competencies = competencyMeans(areas, debrief, figures);
  const isOn = figures === "on";
  const row = (name: string, remark: string, mean: PanelMean & Pick<QuestionMean, "scale">) => [
    html`<div dir="auto">${name}</div>
      ${remark === "" ? nothing : html`<div class="small soft">${remark}</div>`}`,
    ...(isOn ? [html`<b>${meanToText(mean.mean)}</b>`] : []),
    html`${raterWords(mean)}${isOn ? ratersPart(mean, seats) : nothing}`,
    ...mean.bySeat.map((one) => (one.points.length === 0 ? "–" : resultToText(one.points, figures))),
  ];
  const table = (first: string, rows: readonly (readonly (string | Html)[])[]) =>
    tableOfCards(
      [first, ...(isOn ? ["Mean", "Raters, range"] : ["Raters"]), ...seats.map(({ name }) => name)],
      rows,
    );
  const scaleOf = ({ scale }: Pick<QuestionMean, "scale">) => `scale of ${scaleToText(scale)}`;
  const isOneScale = new Set(competencies.map(({ scale }) => scaleKey(scale))).size < 2;
  const weights = isOn ? weightsOf(debrief) : null;
  return html`<section>
      <h2>Competencies</h2>
      ${table(
        "Competency",
        competencies.map((mean) =>
          row(
            mean.name === "" ? "No competency" : mean.name,
            [
              ...(isOneScale ? [] : [scaleOf(mean)]),
              ...(mean.isAcrossVersions ? ["different guide versions"] : []),
              ...(weights === null ? [] : [`weight ${weights[mean.competencyId] ?? 1}`]),
            ].join(" · "),
            mean,
          ),
        ),
      )}
      ${overallMeans(competencies, debrief).map(
        (mean) =>
          html`<p>
            <b>${meanToText(mean.equal)}</b> equal-weight mean of ${mean.competencyCount}, ${scaleOf(mean)}.
            ${mean.weighted === null ? nothing : html`<b>${meanToText(mean.weighted)}</b> weighted: <bdi>${debrief.weightsReason}</bdi>`}
          </p>`,
      )}
      <p class="small soft">
        ${isOn ? "A mean averages the interviewers’ own means. Areas not assessed and agreed ratings are not in the means." : "The ratings of each interviewer, area by area."}
      </p>
    </section>
    <section>
      <h2>Questions</h2>
      ${table(
        "Question",
        questionMeans(areas, debrief, figures).map((mean) =>
          row(mean.title, isOneScale ? "" : scaleOf(mean), mean),
        ),
      )}
    </section>`;
}

/** Each rating on the scale, from its low end on, with whose it is: no mean stands without what it is of. */
function ratersPart({ scale, bySeat }: Pick<QuestionMean, "scale" | "bySeat">, seats: readonly Seat[]): Html {
  const dots = ratingDots(bySeat);
  if (dots.length === 0) return nothing;
  const nameOf = (id: string) => seats.find((seat) => seat.id === id)?.name ?? "";
  const isAt = (value: number) => dots.filter(({ point }) => point === value);
  return html`<ul class="raters small">
    ${scale.points
      .filter(({ value }) => isAt(value).length > 0)
      .map(
        ({ value }) =>
          html`<li>
            ${markPart(scale, value)}
            ${listed(isAt(value).map(({ seatId, count }) => html`<bdi>${nameOf(seatId)}</bdi>${count > 1 ? ` ×${count}` : ""}`))}
          </li>`,
      )}
  </ul>`;
}

function agendaSection(
  { debrief }: Panel,
  areas: readonly ComparedArea[],
  seats: readonly Seat[],
  figures: Figures,
): Html {
  if (areas.length === 0) return nothing;
  const agenda = toAgenda(areas, Object.keys(debrief.agreedByAreaId));
  const left = new Set(areasLeft(agenda, debrief));
  return html`<section>
    <h2>${figures === "on" ? "Areas, largest gap first" : "Areas"}</h2>
    ${tableOfCards(
      ["Area", ...seats.map(({ name }) => name), ...(figures === "on" ? ["Gap"] : [])],
      agenda.map((area) => [
        areaName(area),
        ...area.cells.map((cell) => firstAndFinal(area.guide.scale, cell.first, cell.final)),
        ...(figures === "on" ? [`${spreadWords(area)}${left.has(area) ? ", to discuss" : ""}`] : []),
      ]),
    )}
    ${agenda.length < areas.length ? html`<p class="small soft">${unaskedWords(areas.length - agenda.length)}</p>` : nothing}
  </section>`;
}

function auditSection({ panel, seated, records }: PacketParts): Html {
  if (!records) return nothing;
  const sessions = seated.map(({ scorecard }) => scorecard.first.session);
  const log = changeLines({ ...records, scorecards: [], panels: [{ panel, seated }], sessions });
  if (log.length === 0) return nothing;
  return html`<section>
    <h2>Audit log</h2>
    ${tableOfCards(
      ["When and by whom", "Event", "Old value", "New value", "Reason"],
      log.map(({ at, by, event, question, area, from, to, reason }) => [
        html`${dayAndTime(at)}
          <div class="small soft" dir="auto">${by}</div>`,
        html`${event} ${area === "" ? nothing : html`<div class="small" dir="auto">${area}</div>`}
        ${question === "" ? nothing : html`<div class="small soft" dir="auto">${question}</div>`}`,
        ...[from, to, reason].map((text) => html`<div dir="auto">${lines(text)}</div>`),
      ]),
      "who",
    )}
    <p class="small soft">Ratings and recommendations as submitted are in the scorecards.</p>
  </section>`;
}

function scorecardSection({ debrief }: Panel, { seat, scorecard }: SeatedScorecard): Html {
  const report = scorecardToReport(scorecard);
  const { session } = report.first;
  return html`<section class="scorecard">
    <h2>Scorecard of <bdi>${seat.name}</bdi></h2>
    <p class="soft">
      Interview ${dayAndTime(report.interviewedAt)}, submitted
      ${dayAndTime(session.submittedAt ?? session.updatedAt)}${seat.isAfterStart ? ". " + afterStartWords : ""}
    </p>
    ${debrief.recommendationsShownAt === null ? nothing : recommendationPart(report)}
    ${report.questions.map((one) => questionPart(report, one))}
  </section>`;
}
