import { isAddressed, isRequest } from "../labels/askedText.ts";
import { partOf } from "../labels/guideLabels.ts";
import type { Entry } from "../labels/lineEntries.ts";
import type { Evidence } from "./documentEvidence.ts";
import { isKnownLanguage } from "./guideLanguage.ts";
import { type Person, personOf } from "./personText.ts";

/** Below this a page is taken for none that an interviewer asks from, and nothing of it is offered. */
export const SURE_ENOUGH = 0.5;

/** Whoever pastes as few lines as these means them. */
const MOST_MEANT = 12;

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
  const open = lines.filter(({ part }) => part !== "advice" && part !== "other");
  const share = (test: (entry: Entry) => boolean) => questions.filter(test).length / questions.length;
  const used = (questions.length + lists.lines) / Math.max(1, open.length);
  const spoken = share(({ text }) => isAddressed(text) || isRequest(text));
  const isTitled = lines.slice(0, 3).some(({ text }) => partOf(text) === "questions" && interviewing.test(text));
  const isNamed = lines.slice(0, 3).some(({ text }) => interviewing.test(text.slice(0, 300)));
  const isMentioned = lines.some(({ text }) => interviewing.test(text.slice(0, 300)));
  const isKnown = isKnownLanguage(lines.slice(0, 200).map(({ text }) => text.slice(0, 300)).join("\n"));
  const isAnnounced = lines.some(({ found, first }) => found?.kind === "question" && !evidence.labels.has(first));
  const parts = {
    lists:
      (lists.known === 0 ? 0 : lists.known === 1 ? 0.35 : 0.4) +
      (lists.inferred < 2 ? 0 : 0.3) * Math.min(1, (2 * lists.inferred) / questions.length) +
      (isAnnounced ? 0.1 : 0),
    name: isNamed ? 0.2 : isMentioned ? 0.1 : 0,
    head: isTitled ? 0.3 : share(({ part }) => part === "questions") * (isMentioned ? 0.3 : 0.15),
    density: 0.3 * Math.min(1, used * 2) * (isKnown ? 0.5 + 0.5 * spoken : 1) + 0.25 * spoken * Math.max(0, used * 2 - 1),
    address: 0.15 * spoken + 0.15 * share(({ text }) => isRequest(text)),
    few: lists.known === 0 && lists.inferred < 2 && questions.length < 3 && lines.length > 20 ? -0.2 : 0,
    away: -0.4 * share(({ text, isCertain }) => !isCertain && awayPeople.has(personOf(text))),
    // A help page answers what it asks; so do some guides, but they say that they are guides.
    answers: isTitled || lists.known > 0 ? 0 : -0.4 * (answersOf(lines) / questions.length),
  };
  const sum = Object.values(parts).reduce((total, part) => total + part, 0);
  return Math.max(0, Math.min(1, sum));
}

const awayPeople: ReadonlySet<Person> = new Set(["they", "reader"]);

/**
 * How many questions have a list below a label of a known word, and how many below another label or of phrases that
 * are no sentences; and how many lines these lists have.
 */
function listsOf(lines: readonly Entry[], { labels }: Evidence) {
  const known = new Set<Entry>();
  const inferred = new Set<Entry>();
  let question: Entry | undefined;
  let label: Entry | undefined;
  let count = 0;
  for (const entry of lines) {
    if (entry.label === "question") {
      question = entry;
      label = undefined;
    } else if (entry.found !== undefined) label = entry;
    const isItem = entry.label === "area" || entry.label === "followUp" || entry.label === "anchor";
    const isPhrase = entry.label === "followUp" || !/[.。！!]["”»]?$/u.test(entry.text);
    if (!isItem || question === undefined || (label === undefined && !isPhrase)) continue;
    count += 1;
    (label !== undefined && !labels.has(label.first) ? known : inferred).add(question);
  }
  return { known: known.size, inferred: inferred.size, lines: count };
}

/** How many questions a plain paragraph answers. */
function answersOf(lines: readonly Entry[]): number {
  return lines.filter(
    ({ first, label, found }, index) =>
      lines[index - 1]?.label === "question" && first.kind === "paragraph" && label === undefined && found === undefined,
  ).length;
}
