import { isAddressed, opensAsking } from "../labels/askedText.ts";
import type { Entry } from "../labels/lineEntries.ts";
import { personOf } from "./personText.ts";

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
export function surenessOf(entries: readonly Entry[]): number {
  const lines = entries.filter(({ first, label }) => first.kind !== "aside" && label !== "continues");
  const questions = lines.filter(({ label }) => label === "question");
  if (questions.length === 0 || lines.length <= MOST_MEANT) return 1;
  const listed = new Set<Entry>();
  let current: Entry | undefined;
  let answered = 0;
  let after: Entry | undefined;
  for (const entry of lines) {
    if (after !== undefined && entry.first.kind === "paragraph" && entry.label === "leftOut" && entry.found === undefined)
      answered += 1;
    after = entry.label === "question" ? entry : undefined;
    if (entry.label === "question") current = entry;
    else if (current !== undefined && (entry.label === "area" || entry.label === "followUp" || entry.label === "anchor"))
      listed.add(current);
  }
  const labelled = lines.filter(({ found, label }) => found !== undefined && label !== "leftOut").length;
  const spoken = questions.filter(({ text }) => isAddressed(text) || opensAsking(text)).length / questions.length;
  const requests = questions.filter(({ text }) => opensAsking(text)).length / questions.length;
  const away = questions.filter(({ text }) => personOf(text) === "reader" || personOf(text) === "they").length / questions.length;
  const used = lines.filter(({ label }) => label === "question" || label === "area" || label === "followUp" || label === "anchor" || label === "competency").length / lines.filter(({ part }) => part !== "advice" && part !== "other").length;
  const named = lines.filter(({ text }) => interviewing.test(text.slice(0, 300))).length;
  const isNamed = lines.slice(0, 3).some(({ text }) => interviewing.test(text.slice(0, 300)));
  const headed = questions.filter(({ part }) => part === "questions").length / questions.length;
  const sum =
    0.35 * headed +
    (labelled > 0 && listed.size > 0 ? 0.2 + 0.1 * Math.min(2, listed.size) : 0) +
    (isNamed ? 0.3 : Math.min(0.2, 0.1 * named)) +
    0.15 * spoken + 0.15 * requests +
    0.3 * Math.min(1, used / 0.5) -
    0.3 * away -
    0.4 * (answered / questions.length);
  if (typeof process !== "undefined" && process.env["DBG"]) console.log("SURE", sum.toFixed(2), { q: questions.length, listed: listed.size, labelled, spoken, requests, away, used, named, isNamed, answered });
  return Math.max(0, Math.min(1, sum));
}
