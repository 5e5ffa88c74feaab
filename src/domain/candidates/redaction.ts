import type { Answer } from "../session/answer.ts";
import type { Guide, Question } from "../guides/guide.ts";
import type { Attendance, Decision, Panel } from "../panels/panel.ts";
import type { Revision, Scorecard } from "../session/scorecard.ts";
import type { WholeSession } from "../session/wholeSession.ts";
import { isUnspaced } from "../text/tokens.ts";

/*
 * Names are blacked out in what is written, before a file is made of it: nothing of them gets into the file, not even
 * how long they are.
 */

/** What stands where a name was. */
export const BAR = "█████";

/** @returns the text without the names that it hides */
export type Hide = (text: string) => string;

const LETTER = String.raw`[\p{L}\p{M}\p{N}]`;

/** Turkish has an i without a dot in either case, and capitals with one: in other languages those are no cases of one letter. */
const ANY_I = String.raw`[iıİ]\u0307?`;
const anyI = new RegExp(ANY_I, "giu");

/** In capitals "Weiß" is "WEISS", and in Switzerland always "Weiss". */
const SHARP_S = "(?:ß|ẞ|ss)";
const sharpS = new RegExp(SHARP_S, "giu");

/**
 * Hides names. A text that is one of them and nothing else, as in the field of an interviewer, is hidden whole, with its
 * commas, dots and quotes; a name of one letter is hidden nowhere else. In what else is written they are hidden as whole
 * words: each name as it is written in full, with whatever stands between its words but the end of a sentence, in any
 * case, and each of its parts of two letters or more. What is of three letters or fewer is hidden in its own case alone,
 * so that "Will Do" does not take every "do" with it; "van" and the like are no parts. Of who has two names or more the
 * initials are hidden too, where they stand as such: "J. R.", "J.R.", "JR". A word in capitals that has the same letters
 * goes with them. In writing without spaces a name, and a part of two letters or more, is hidden wherever it stands.
 *
 * @param names whose to hide
 * @param kept names that stay, the candidate's for one, in any case: a part, or initials, that are theirs too are not hidden
 */
export function hideNames(names: readonly string[], kept: readonly string[]): Hide {
  const keptNames = kept.map(nameToWords);
  const keptWords = new Set(keptNames.flatMap((words) => [...words, ...partsOf(words)]).map(toOneCase));
  const keptInitials = new Set(kept.flatMap(nameToInitials));
  const isKept = (word: string) => keptWords.has(toOneCase(word));
  const whole = new Set(names.map(nameToKey).filter((key) => key !== ""));
  const inAnyCase: string[] = [];
  const inOwnCase: string[] = [];
  const anywhere: string[] = [];
  const addByLength = (words: readonly string[], toPattern = fullName) => {
    if (words.some(isLong)) inAnyCase.push(toPattern(words.map(inAnyWriting)));
    else inOwnCase.push(toPattern(words.map(withSharpS)));
  };
  for (const name of names) {
    const words = nameToWords(name);
    if (words.length > 1) {
      if (words.some(runsOn)) anywhere.push(fullName(words));
      else {
        inAnyCase.push(words.map(inAnyWriting).join(String.raw`[\s\p{Pd}'’.]{1,3}`));
        addByLength(words);
      }
    }
    for (const part of partsOf(words)) {
      if (isKept(part)) continue;
      if (runsOn(part)) anywhere.push(part);
      else addByLength([part]);
    }
    // "O’Neil" and "Meyer-Roth" are one part, and their beginning does not stay.
    for (const joined of name.split(/\s+/u).map(nameToWords)) {
      if (joined.length > 1 && !joined.every(isKept)) addByLength(joined, (parts) => parts.join(BETWEEN));
    }
    for (const initials of nameToInitials(name)) {
      if (keptInitials.has(initials)) continue;
      inOwnCase.push(initials, `${Array.from(initials).join(String.raw`\.[\s\p{Pd}]?`)}\\.?`);
    }
  }
  const staying = keptNames
    .filter((words) => words.join("").length > 1)
    .map((words) => words.map(inAnyWriting));
  const stayingAnywhere = staying.filter((words) => words.some(runsOn)).map(fullName);
  const stayingWords = staying.filter((words) => !words.some(runsOn)).map(fullName);
  const stays = new RegExp(`^${anyOf([...stayingAnywhere, ...stayingWords])}$`, "iu");
  // A name that stays takes its words out of all the steps; a longer one that is hidden comes before it.
  const found = new RegExp(
    String.raw`(${anyOf([...anywhere, ...stayingAnywhere])}(?!\p{M})|${wholeWords([...inAnyCase, ...stayingWords])})`,
    "giu",
  );
  const foundInOwnCase = new RegExp(wholeWords(inOwnCase), "gu");
  const hidePiece = (piece: string, at: number) => {
    if (at % 2 === 0) return piece.replaceAll(foundInOwnCase, BAR);
    return stays.test(piece) ? piece : BAR;
  };
  const hideInSentence = (sentence: string) => sentence.split(found).map(hidePiece).join("");
  return (text) =>
    whole.has(nameToKey(text)) ? BAR : text.normalize("NFC").split(SENTENCE_END).map(hideInSentence).join("");
}

/** Between a mark after a word in small letters, "e.g." and the like left out, and the space after it. */
const SENTENCE_END = new RegExp(String.raw`(?=\s)(?<=(?<!${LETTER})\p{Ll}{2,}[.!?…]+)`, "u");

function isLong(word: string): boolean {
  return word.replaceAll(sharpS, "ss").length > 3;
}

/** What may stand between two words of a name. */
const BETWEEN = String.raw`[^\p{L}\p{M}\p{N}]{1,4}`;

/** @returns a pattern of the name as it is written in full */
function fullName(words: readonly string[]): string {
  return words.join(words.some(runsOn) ? String.raw`[\s·・]*` : BETWEEN);
}

/** @returns whether a word is of writing without spaces, where nothing says where a name ends */
function runsOn(word: string): boolean {
  return isUnspaced(word) || /[\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u.test(word);
}

function nameToKey(name: string): string {
  return toOneCase(nameToWords(name).join(" "));
}

function inAnyWriting(word: string): string {
  return withSharpS(word.replaceAll(anyI, ANY_I));
}

function withSharpS(word: string): string {
  return word.replaceAll(sharpS, SHARP_S);
}

/** @returns what is one for a text in any case */
function toOneCase(text: string): string {
  return text.toLowerCase().replaceAll(anyI, "i").replaceAll(sharpS, "ss");
}

/** Words before a name that are no part of its initials. */
const titles = new Set(
  "dr prof mr mrs ms mx miss sir herr frau hr fr mme mlle sr sra srta sig dott dra ing dipl mag phd".split(
    " ",
  ),
);

/** @returns the initials that a name of two words or more may go by, in capitals: of all of it but titles, without particles, of its first and last word */
function nameToInitials(name: string): readonly string[] {
  const isNoTitle = (word: string) => !titles.has(word.toLowerCase());
  const words = nameToWords(name).filter(isNoTitle);
  const spaced = name.split(/\s+/u).flatMap((word) => nameToWords(word).filter(isNoTitle).slice(0, 1));
  const [first = "", ...others] = spaced;
  const inOrder = name.includes(",") ? [[...others, first]] : [];
  const capital = spaced.filter((word) => word !== word.toLowerCase());
  const ways = [spaced, words, capital, spaced.slice(0, 2), [first, others.at(-1) ?? ""], ...inOrder];
  const initials = ways
    .filter((way) => way.length > 1 && way.every(hasCase))
    .map((way) => way.map((word) => (Array.from(word)[0] ?? "").toUpperCase()).join(""));
  return [...new Set(initials)];
}

function nameToWords(name: string): readonly string[] {
  return name.normalize("NFC").match(new RegExp(`${LETTER}+`, "gu")) ?? [];
}

/** @returns the words of a name that stand for the person each on its own: no single letters, no particles */
function partsOf(words: readonly string[]): readonly string[] {
  const isCapital = (word: string) => word !== word.toLowerCase();
  const hasCapitals = words.some(isCapital);
  const parts = words.filter(
    (word) => Array.from(word).length > 1 && (!hasCapitals || isCapital(word) || !hasCase(word)),
  );
  // The given name of a Chinese or Korean name stands after the first character.
  const [only = ""] = words;
  const given = /^[\p{Script=Han}\p{Script=Hangul}]([\p{Script=Han}\p{Script=Hangul}]{2,})$/u.exec(only)?.[1];
  return words.length === 1 && given !== undefined ? [...parts, given] : parts;
}

function hasCase(word: string): boolean {
  return word.toLowerCase() !== word.toUpperCase();
}

function wholeWords(patterns: readonly string[]): string {
  return `(?<!${LETTER})${anyOf(patterns)}(?!${LETTER})`;
}

/** @returns a pattern of the longest of them that stands somewhere; of none where there are none */
function anyOf(patterns: readonly string[]): string {
  return patterns.length === 0
    ? "(?!)"
    : `(?:${[...patterns].toSorted((a, b) => b.length - a.length).join("|")})`;
}

/** @returns the scorecard with every written text of it hidden but the candidate's name */
export function hideInScorecard(scorecard: Scorecard, hide: Hide): Scorecard {
  const first = hideInSession(scorecard.first, hide);
  return { ...scorecard, first, revisions: scorecard.revisions.map((one) => hideInRevision(one, hide)) };
}

function hideInSession({ session, guide, answers }: WholeSession, hide: Hide): WholeSession {
  return {
    session: {
      ...session,
      role: hide(session.role),
      interviewer: hide(session.interviewer),
      summary: hide(session.summary),
      ownQuestions: session.ownQuestions.map((question) => hideInQuestion(question, hide)),
    },
    guide: hideInGuide(guide, hide),
    answers: Object.fromEntries(
      Object.entries(answers).map(([id, answer]) => [id, hideInAnswer(answer, hide)]),
    ),
  };
}

function hideInGuide(guide: Guide, hide: Hide): Guide {
  return {
    ...guide,
    title: hide(guide.title),
    role: hide(guide.role),
    introduction: hide(guide.introduction),
    scale: {
      points: guide.scale.points.map((point) => ({
        ...point,
        label: hide(point.label),
        meaning: hide(point.meaning),
      })),
    },
    competencies: guide.competencies.map((one) => ({ ...one, name: hide(one.name) })),
    questions: guide.questions.map((question) => hideInQuestion(question, hide)),
    advice: guide.advice.map((advice) => ({
      ...advice,
      followUps: advice.followUps.map((followUp) => ({ ...followUp, text: hide(followUp.text) })),
    })),
  };
}

function hideInQuestion(question: Question, hide: Hide): Question {
  return {
    ...question,
    title: hide(question.title),
    text: hide(question.text),
    areas: question.areas.map((area) => ({ ...area, text: hide(area.text) })),
    followUps: question.followUps.map((followUp) => ({ ...followUp, text: hide(followUp.text) })),
  };
}

function hideInAnswer(answer: Answer, hide: Hide): Answer {
  return {
    ...answer,
    areas: hideInNotes(answer.areas, hide),
    notes: answer.notes.map((note) => ({ ...note, text: hide(note.text) })),
  };
}

function hideInRevision(revision: Revision, hide: Hide): Revision {
  return {
    ...revision,
    reason: hide(revision.reason),
    summary: hide(revision.summary),
    areas: hideInNotes(revision.areas, hide),
  };
}

function hideInNotes<T extends { readonly note: string }>(
  noted: Readonly<Record<string, T>>,
  hide: Hide,
): Readonly<Record<string, T>> {
  return Object.fromEntries(Object.entries(noted).map(([id, one]) => [id, { ...one, note: hide(one.note) }]));
}

/** @returns the panel with every written text of it hidden but the candidate's name */
export function hideInPanel(panel: Panel, hide: Hide): Panel {
  const { debrief, leadName, unlockedEarly } = panel;
  const { earlierDecisions } = debrief;
  const hideInDecision = (decision: Decision) => ({ ...decision, reason: hide(decision.reason) });
  return {
    ...panel,
    role: hide(panel.role),
    interviewers: panel.interviewers.map((one) => ({ ...one, name: hide(one.name) })),
    ...(leadName !== undefined && { leadName: hide(leadName) }),
    ...(unlockedEarly && {
      unlockedEarly: unlockedEarly.map((one) => ({ ...one, reason: hide(one.reason) })),
    }),
    debrief: {
      ...debrief,
      agreedByAreaId: hideInNotes(debrief.agreedByAreaId, hide),
      weightsReason: hide(debrief.weightsReason),
      decision: debrief.decision && hideInDecision(debrief.decision),
      ...(earlierDecisions && { earlierDecisions: earlierDecisions.map(hideInDecision) }),
    },
  };
}

/** @returns the attendance with the interviewer's name hidden */
export function hideInAttendance(attendance: Attendance, hide: Hide): Attendance {
  return { ...attendance, interviewer: hide(attendance.interviewer) };
}
