import { isAddressed } from "../labels/askedText.ts";

/** Whom a line speaks to or of: "reader" asks for himself ("How do I …?"), as in the questions of a help page. */
export type Person = "you" | "candidate" | "they" | "reader" | "nobody";

/** Whoever is interviewed, by the noun: a line with it is said to somebody else. */
const candidate =
  /(?:^|[^\p{L}])(?:candidat(?:e|es|s|o|a|os|as|i|e)?|applicants?|interviewees?|kandidat(?:in|en|innen)?|bewerber(?:in|innen|s|n)?|postulantes?|aspirantes?|candidatos?|entrevistad[oa]s?|intervistat[oaie]|interviewé(?:e|s|es)?|kandidaat|sollicitanten?|sollicitant|кандидат\p{L}*|соискател\p{L}*)(?=$|[^\p{L}])|候选人|候選人|应聘者|應聘者|应征者|求职者|応募者|候補者|求職者|지원자|후보자|(?:^|[^\p{L}])(?:ו|ל|ש|של)?ה?מועמד(?:ת|ים|ות)?(?=$|[^\p{L}])|(?:ال|لل)?مرشح|المتقدم/iu;
/** "Would you hire them again?" is asked of a referee, or of whoever interviews. */
const judging =
  /(?:^|[.!?] )(?:would|could|do|can) you (?:hire|want|recommend|trust|employ|work with|like to have)\b[^?.]{0,30}\b(?:this person|them|him|her)\b/iu;
const they =
  /(?:^|[^\p{L}])(?:they|them|their|he|she|his|er|il|elle|ils|elles|él|ella|ellos|lui|lei|ele|ela|hij|он|она|они|הוא|היא|הם|هو|هي)(?=$|[^\p{L}])|他|她|-t-(?:il|elle)|(?:^|[^\p{L}])(?:the|die|der|la|this|diese|cette|esta) person(?:ne|a)?(?=$|[^\p{L}])/iu;
const germanThey = /\p{L},? (?:sie|er|ihm|ihn)(?=$|[^\p{L}])/u;
const reader =
  /(?:^|[^\p{L}])(?:my|we|our|ich|wir|mein|meine|meinen|unser|unsere|je|mon|ma|nous|nos|notre|yo|mi|mis|nosotros|nuestro|nuestra|io|mio|mia|noi|eu|meu|minha|ik|mijn|wij|onze|мы|мой|моя|אני|שלי|אנחנו|אנו|أنا|نحن)(?=$|[^\p{L}])|我|私/iu;
/** “i” is another word in Italian, Polish and others. */
const readerInEnglish =
  /(?:^|[^\p{L}])(?:I|(?:do|did|can|could|should|must|may|shall|will|would|have|was|am|if|when|that) i)(?=$|[^\p{L}])/u;

/** "Connaît-il votre entreprise ?" is asked of the panel; "Faut-il …" is asked of anybody. */
const frenchThey = /^\P{L}*(?!faut|reste|existe|est)\p{L}+-(?:t-)?(?:ils?|elles?)(?=$|[^\p{L}])/iu;
const frenchYou = /(?:^|[^\p{L}])(?:vous|tu|te|toi)(?=$|[^\p{L}])/iu;

/** "What are closures and how are they used?" speaks of what it names first. */
const ofThings =
  /^\P{L}*(?:what are|was sind|que sont|quel(?:le)?s sont|qué son|cuáles son|cosa sono|quali sono|o que são|quais são|wat zijn) .+?(?:,| and| und| et| y| e| en)(?= )/iu;

/** @returns whom a line speaks to, by its words; most lines say nothing of it */
export function personOf(text: string): Person {
  const start = text.slice(0, 400);
  if (candidate.test(start) || judging.test(start)) return "candidate";
  if (frenchThey.test(start) && !frenchYou.test(start)) return "they";
  if (isAddressed(start)) return "you";
  if (isOfThem(start) && !isOfThings(start)) return "they";
  return reader.test(start) || readerInEnglish.test(start) ? "reader" : "nobody";
}

function isOfThem(text: string): boolean {
  return they.test(text) || germanThey.test(text);
}

function isOfThings(text: string): boolean {
  const things = ofThings.exec(text)?.[0];
  return things !== undefined && !isOfThem(things);
}

/** @returns whom what a line asks speaks to: what is in brackets is a note, and so is what is told behind it */
export function personAsked(text: string): Person {
  const line = text.split("\n", 1)[0] ?? "";
  return personOf(
    line.replaceAll(/[(（][^()（）]*[)）]/gu, " ").replace(/(?<=[?？؟]["”»]?)\s+[^?？؟]*$/u, ""),
  );
}

/** @returns whether a line speaks of whoever is interviewed, and not to them */
export function isAway(text: string): boolean {
  const person = personOf(text);
  return person === "candidate" || person === "they";
}
