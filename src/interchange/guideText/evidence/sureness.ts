import { isAddressed } from "../labels/askedText.ts";
import { type LabelKind, labelKindOf, partOf } from "../labels/guideLabels.ts";
import type { Entry } from "../labels/lineEntries.ts";
import type { Evidence } from "./documentEvidence.ts";
import { isKnownLanguage } from "./guideLanguage.ts";
import { isAway, type Person, personOf } from "./personText.ts";
import { isTelling } from "./toldText.ts";

/** Below this a page is taken for none that an interviewer asks from, and nothing of it is offered. */
export const SURE_ENOUGH = 0.5;

/** What a page calls itself that asks, and is no interview. */
const otherwise =
  /\b(?:survey|questionnaire|poll|self[- ]?(?:review|assessment|evaluation|reflection)|retro(?:spective)?s?|usability tests?|user tests?|checklist|runbook|troubleshooting|feedback (?:form|sheet|on|for)|exit interviews?|one-on-ones?|faqs?)\b|umfrage|fragebogen|selbsteinschätzung|selbstreflexion|autoévaluation|enquête|sondage|rétrospective|encuesta|cuestionario|autoevaluaci|usabilidad|アンケート|自己評価|振り返り|问卷|调查问|自评|סקר|הערכה עצמית|استبيان|استطلاع|تقييم ذاتي/iu;

/** Said to somebody who is to be interviewed. */
const toCandidate =
  /\byou(?:['’]ve| have)? appl(?:y|ied)\b|\byour (?:interviews?|application)\b(?! (?:notes|panel|guide))|\b(?:we|they) (?:may|might|will) ask\b|\byou (?:may|might|will) be asked\b|\b(?:ask|asking) us\b|\bask you[?]|\bprepare for (?:your|the|an) interview\b|ihre bewerbung|ihr vorstellungsgespräch|votre (?:candidature|entretien)|(?:tu|su) (?:candidatura|entrevista)|ご応募|[你您]的(?:申请|面试)|(?:המועמדות|הריאיון|הראיון) שלך|طلبك/iu;

/** Whoever pastes as few lines as these means them. */
const MOST_MEANT = 12;

/** Fewer questions about what somebody did say less. */
const FEWEST_TOLD = 3;

/** Of a long page with no lists below its questions, and the share of its lines that they are. */
const FEWEST_BARE = 5;
const ASIDE = 0.3;

/** What guides speak of, by its words: an interview, whoever is interviewed, a place of work that is filled. */
const interviewing =
  /interview|candidate|applicant|hiring|recruit|entretien|candidat|recrut|vorstellungsgespräch|bewerb|kandidat|entrevista|contrataci|colloqui|sollicitatie|собеседовани|面试|面試|面接|採用|招聘|ראיון|ריאיון|מועמד|مقابلة|مرشح|면접/iu;

/**
 * How sure it is that a page is a guide: by what its lists are, by what it calls itself, by how much of it is asked
 * of somebody, and by how it answers.
 *
 * @param entries labelled
 * @returns 0 to 1
 */
export function surenessOf(entries: readonly Entry[], evidence: Evidence): number {
  const lines = entries.filter(({ first, label }) => first.kind !== "aside" && label !== "continues");
  const questions = lines.filter(({ label }) => label === "question");
  if (questions.length === 0 || lines.length <= MOST_MEANT) return 1;
  const lists = listsOf(lines, evidence);
  const open = lines.filter(({ part, label }) => part !== "advice" && part !== "other" && label !== "anchor");
  const share = (test: (entry: Entry) => boolean) => questions.filter(test).length / questions.length;
  const used = (questions.length + lists.lines) / Math.max(1, open.length);
  const told = questions.filter(({ text }) => isTelling(text)).length;
  const spoken = share(({ text }) => isAddressed(text) || isTelling(text));
  const isTitled = lines
    .slice(0, 3)
    .some(({ text }) => partOf(text) === "questions" && interviewing.test(text));
  const isNamed = lines.slice(0, 3).some(({ text }) => interviewing.test(text.slice(0, 300)));
  const isMentioned = lines.some(({ text }) => interviewing.test(text.slice(0, 300)));
  const isKnown = isKnownLanguage(
    lines
      .slice(0, 200)
      .map(({ text }) => text.slice(0, 300))
      .join("\n"),
  );
  const named = lines.filter(({ found, first }) => found?.kind === "question" && !evidence.labels.has(first));
  const isOtherwise = !isNamed && lines.slice(0, 3).some(({ text }) => otherwise.test(text.slice(0, 200)));
  const toThem = lines.filter(
    ({ text, label }) => label !== "question" && toCandidate.test(text.slice(0, 300)),
  );
  const covering = (count: number, most: number) =>
    count < 2 ? 0 : most * Math.min(1, (2 * count) / questions.length);
  const answers = answersOf(lines);
  const isScored =
    lists.known === 0 &&
    lines.some(
      ({ found, first }) =>
        found?.isCertain === true && scoring.has(found.kind) && !evidence.labels.has(first),
    );
  const isBare = !isScored && named.length === 0 && lists.known === 0 && lists.inferred + lists.phrases < 2;
  const parts = {
    lists:
      (lists.known === 0 ? 0 : lists.known === 1 ? 0.35 : 0.4) +
      covering(lists.inferred, 0.3) +
      covering(lists.phrases, 0.15) +
      (named.length > 0 ? 0.1 : 0) +
      covering(named.length, 0.2) +
      (isScored ? 0.2 : 0),
    other: (isOtherwise ? -0.3 : 0) - Math.min(0.45, 0.15 * toThem.length),
    name: isNamed ? 0.2 : isMentioned ? 0.1 : 0,
    head: Math.max(
      isTitled ? 0.3 : share(({ part }) => part === "questions") * (isMentioned ? 0.3 : 0.15),
      0.4 * share((entry) => entry.isAnnounced),
    ),
    density:
      0.3 * Math.min(1, used * 2) * (isKnown ? 0.5 + 0.5 * spoken : 1) +
      0.35 * (0.3 + 0.7 * spoken) * Math.max(0, Math.min(1, used * 2 - 1)) +
      (used > 0.6 && answers === 0 ? 0.1 : 0),
    address: 0.15 * spoken,
    told: 0.35 * (told / questions.length) * Math.min(1, told / FEWEST_TOLD),
    few: isBare && lines.length > 20 && questions.length < FEWEST_BARE ? -0.2 : 0,
    // A few questions that a page asks by the way, with nothing to listen for in the answers.
    aside: isBare && used < ASIDE ? -0.2 : 0,
    away: -0.4 * share(({ text, isCertain }) => !isCertain && awayPeople.has(personOf(text))),
    // A help page answers what it asks; so do some guides, but they say that they are guides.
    answers:
      answers < 2 || isTitled || lists.known > 0 || lists.inferred >= 0.75 * questions.length
        ? 0
        : -0.4 * (answers / questions.length),
  };
  const sum = Object.values(parts).reduce((total, part) => total + part, 0);
  return Math.max(0, Math.min(1, sum));
}

const awayPeople: ReadonlySet<Person> = new Set(["they", "reader"]);

const scoring: ReadonlySet<LabelKind> = new Set(["areas", "followUps", "levels", "strong", "weak"]);

/**
 * How many questions have a list below a label of a known word, below another label, or a list of phrases that are no
 * sentences; and how many lines the first two have.
 */
function listsOf(lines: readonly Entry[], { labels }: Evidence) {
  const known = new Set<Entry>();
  const inferred = new Set<Entry>();
  const phrases = new Set<Entry>();
  let question: Entry | undefined;
  let label: Entry | undefined;
  let count = 0;
  let hasColumns = false;
  for (const entry of lines) {
    if (entry.first.kind === "row" && entry.label === "heading")
      hasColumns = entry.first.cells.some((cell) => scoring.has(labelKindOf(cell) ?? "form"));
    if (entry.label === "question") {
      if (entry.first.kind === "row" && hasColumns) known.add(entry);
      question = entry;
      label = undefined;
    } else if (entry.found !== undefined) label = entry;
    const isItem = entry.label === "area" || entry.label === "followUp" || entry.label === "anchor";
    if (!isItem || question === undefined) continue;
    if (label !== undefined) {
      count += 1;
      (labels.has(label.first) ? inferred : known).add(question);
    } else if (entry.label === "followUp" || !/[.。！!]["”»]?$/u.test(entry.text)) phrases.add(question);
  }
  return { known: known.size, inferred: inferred.size, phrases: phrases.size, lines: count };
}

/** What is ticked in a survey. */
const choices = /[(（] ?[)）]|\[ ?\]|[☐○□]/gu;

/** How many questions a plain paragraph answers, or choices to tick. */
function answersOf(lines: readonly Entry[]): number {
  const isOffered = ({ label, text }: Entry) =>
    label === "question" && (text.match(choices)?.length ?? 0) > 1;
  const offered = lines.filter(isOffered).length;
  return (
    offered +
    lines.filter(
      ({ first, label, found, text }, index) =>
        lines[index - 1]?.label === "question" &&
        lines[index - 1]?.isAnnounced === false &&
        first.kind === "paragraph" &&
        label === undefined &&
        found === undefined &&
        // What speaks of whoever is interviewed says how to score, and answers nothing.
        !isAway(text),
    ).length
  );
}
