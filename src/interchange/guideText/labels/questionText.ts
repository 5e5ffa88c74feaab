import { UNTITLED } from "../../../domain/guides/guideTitle.ts";
import { isAsked } from "./askedText.ts";
import { isCompetencyName } from "./guideLabels.ts";
import { LONGEST_TITLE } from "./lineEntries.ts";
import { minutesIn, withoutMinutes } from "./minutesText.ts";

export const UNNAMED = "";

const LONGEST_COMPETENCY = 40;

interface AskedParts {
  /** Without minutes, and without a competency in brackets. */
  readonly text: string;
  /** With what stands in brackets. */
  readonly whole: string;
  readonly competency: string;
  readonly title: string;
  readonly minutes: number | undefined;
}

/** Takes apart what stands on the line of a question. */
export function askedParts(source: string, lead: string): AskedParts {
  const minutes = minutesIn(source);
  let whole = withoutMinutes(source);
  let title = "";
  let competency: string = UNNAMED;
  const prefix = /^(\p{L}[^:：?.]{1,40}?)[:：]\s+(?=\S)/u.exec(whole);
  const name = prefix?.[1]?.trim() ?? "";
  if (prefix !== null && isAsked(whole.slice(prefix[0].length)) && !isAsked(name)) {
    const isLead = lead.replace(/[:：]\s*$/, "").trim() === name;
    if (isCompetencyName(name)) competency = name;
    if (isLead || isCompetencyName(name)) {
      title = name;
      whole = whole.slice(prefix[0].length);
    }
  }
  const bracketed = withoutCompetency(whole);
  const opening = /^[[【]([\p{Lu}\p{Lo}][^[\]【】?]{1,38})[\]】]\s*(?=\S)/u.exec(whole);
  let { text } = bracketed;
  if (bracketed.competency !== UNNAMED) competency = bracketed.competency;
  else if (opening !== null) {
    text = whole.slice(opening[0].length);
    competency = opening[1]?.trim() ?? UNNAMED;
  }
  return { whole, text, competency, title, minutes };
}

/** Splits off a competency that stands in brackets at the end of a question. */
function withoutCompetency(text: string): { readonly text: string; readonly competency: string } {
  const start = Math.max(...["(", "[", "（", "【"].map((sign) => text.lastIndexOf(sign)));
  const inside = text.slice(start + 1, -1);
  const isClosed = { "(": ")", "[": "]", "（": "）", "【": "】" }[text[start] ?? ""] === text.at(-1);
  const isName =
    start > 0 &&
    isClosed &&
    inside.length <= LONGEST_COMPETENCY &&
    inside.trim().split(" ").length <= 5 &&
    /^(?:\p{Lu}|\p{Lo})[^()[\]（）【】?？.]*$/u.test(inside) &&
    !/^(?:optional|follow|if |only|for |note|e\.g|i\.e|STAR\b|probe|אם|如果|可选|若)/iu.test(inside);
  return isName
    ? {
        text: text.slice(0, start).trim(),
        competency: inside
          .replace(/^(?:competency|skill|competence|kompetenz|competencia|能力|כשירות)\s*[:：]\s*/iu, "")
          .trim(),
      }
    : { text, competency: UNNAMED };
}

/** @returns a text without the quotation marks around the whole of it */
export function withoutQuotes(text: string): string {
  const inner = /^["“„«'‘「『](.+)["”“»'’」』]$/u.exec(text)?.[1];
  return inner === undefined || /["“”]/.test(inner) ? text : inner.trim();
}

/** Words that a question opens with and that say nothing of what it is about. */
const emptyOpening = new Set(
  (
    "a about an and can could describe did discuss do ever example experience explain for give had has have " +
    "how i in instance is me of on one or please recall share situation talk tell that the think through " +
    "time times to us walk was were what what's when when's where which who why with you you'd you've your"
  ).split(" "),
);

/** @returns up to four words that say what the question is about, for the rail */
export function titleFor(text: string): string {
  const isEmpty = (word: string) =>
    emptyOpening.has(
      word
        .toLowerCase()
        .replaceAll("’", "'")
        .replaceAll(/[^\p{L}']/gu, ""),
    );
  const words = wordsOf(text);
  const start = words.findIndex((word) => !isEmpty(word));
  const about = words.slice(start, start + 4);
  while (about.length > 1 && about.slice(-1).every(isEmpty)) about.pop();
  const title = start < 0 ? openingWords(text) : openingWords(about.join(" "));
  return title.charAt(0).toUpperCase() + title.slice(1);
}

/** @returns the first words of a text, so many at most */
export function openingWords(text: string, most = 4): string {
  const few = wordsOf(text).slice(0, most).join(" ");
  const opening = few.length > LONGEST_TITLE ? few.slice(0, LONGEST_TITLE) : few;
  const whole = opening.replaceAll(/\p{Surrogate}/gu, "");
  return whole.replace(/\s?\p{P}{1,9}$/u, "") || whole;
}

function wordsOf(text: string): readonly string[] {
  return text
    .slice(0, 500)
    .split(" ")
    .filter((word) => word !== "");
}

/** A page that opens with a paragraph or a question is called by its first words: as many as tell “Tell me about a time …” from another. */
export function titleFrom(opening: string): string {
  if (opening === "") return UNTITLED;
  const [first = opening] = opening.split(/(?<=[?？]) /u, 1);
  const words = openingWords(first, 8);
  const name = /^(?:\p{Lu}[\p{L}\p{N}-]*(?: (?=\p{Lu})|(?![\p{L}\p{N}-]))){2,6}/u.exec(opening)?.[0];
  return name?.trim() ?? (/^[\p{P}\s]*$/u.test(first.slice(words.length)) ? words : `${words} …`);
}

/** What a guide calls itself before or behind the role that it is for. */
const guideWords = String.raw`(?:(?:job |phone |structured |technical |behaviou?ral )?interview(?: (?:guide|kit|questions?|plan|script|template|scorecard|form))?|questions|interview(?:leitfaden|fragen|bogen)|leitfaden|(?:vorstellungs|bewerbungs)gespräch|fragen|(?:guide|grille|questions|trame) d['’]entretien|entretien(?: d['’]embauche)?|(?:guía|guion|preguntas) de entrevista|entrevista(?: de trabajo)?|preguntas|(?:roteiro|guia|perguntas) de entrevista|perguntas|(?:guida al |domande (?:per il |di ))?colloquio(?: di lavoro)?|sollicitatiegesprek|sollicitatievragen|собеседование|面试(?:指南|提纲|问题|题)?|面接(?:ガイド|質問)?|(?:מדריך |שאלות )?ראיון(?: עבודה)?|(?:دليل |أسئلة ال)?مقابلة(?: عمل)?)`;
const linking = String.raw`[\s:：,|–—-]*(?:(?:for|with|of|für|pour|para|per|voor|на|לתפקיד|ל|لوظيفة)(?: (?:an?|the|eine?n?|un[ae]?|een|o|a|la|el|le|il))? )?`;
const guideBefore = new RegExp(String.raw`^${guideWords}(?![\p{L}\p{N}])${linking}`, "iu");
const guideBehind = new RegExp(
  String.raw`(?:[\s:：,|–—(-]+|(?<=[\p{Script=Han}\p{Script=Kana}])(?=[面]))${guideWords}\)?$`,
  "iu",
);

/** @returns the role that a guide is for, of its title: "Warehouse lead" of "Interview guide: Warehouse lead"; all of one that names none */
export function roleFrom(title: string): string {
  const role = title.replace(guideBefore, "").replace(guideBehind, "").trim();
  return role === "" || guideBefore.test(role) ? title : role.charAt(0).toUpperCase() + role.slice(1);
}

/** "From: Dana" above "Subject: Re: Gardeners on Tuesday". */
const sender = /^(?:from|von|de|da|van|от|发件人|差出人|מאת|من) ?[:：]/iu;
const subject =
  /^(?:subject|betreff|objet|asunto|oggetto|assunto|onderwerp|тема|主题|主旨|件名|ה?נושא|الموضوع) ?[:：]\s*(?:(?:re|fwd?|aw|wg|tr|rv|回复|转发)[:：]\s*)*(?=\S)/iu;

/** @returns whether a line opens the head of a mail, which is called by its subject */
export function isSender(text: string): boolean {
  return sender.test(text);
}

/** @returns what a mail is about, of the line that says so */
export function subjectOf(text: string): string | undefined {
  return subject.test(text) ? text.replace(subject, "") : undefined;
}
