import { isAddressed, isAskedByWay, isQuoted, leadsOn, namesYou } from "../labels/askedText.ts";
import { isOfOtherSide, labelKindOf, partName, partOf } from "../labels/guideLabels.ts";
import type { LabelKind } from "../words/labelWords.ts";
import type { Entry } from "../labels/lineEntries.ts";
import type { Evidence } from "./documentEvidence.ts";
import { isKnownLanguage } from "../words/guideLanguage.ts";
import { interviewing, ofOffer } from "../words/interviewWords.ts";
import { isAway, personAsked, personOf } from "./personText.ts";
import type { LineLabel } from "../labels/lineLabels.ts";
import { listLabelOf } from "../labels/lineTables.ts";
import { isSentence, says } from "../words/plainText.ts";
import { isTelling } from "../labels/toldText.ts";

/** Below this a page is taken for none that an interviewer asks from, and nothing of it is offered. */
export const SURE_ENOUGH = 0.5;

/** What a page calls itself that asks, and is no interview. */
const otherwise =
  /\b(?:survey|questionnaire|poll|self[- ]?(?:review|assessment|evaluation|reflection)|retro(?:spective)?s?|usability tests?|user tests?|checklist|trivia|what went well|runbook|troubleshooting|feedback (?:form|sheet|on|for)|exit interviews?|post-?mortems?|incident (?:reviews?|questions)|faqs?|frequently asked|quiz(?:zes)?|exams?|(?:class|written|final) tests?|study guides?|worksheets?|homework|patient (?:intake|history)|intake form|ujian|soal)\b|umfrage|befragung|fragebogen|anamnes|selbsteinschätzung|selbstreflexion|autoévaluation|enquête|sondage|rétrospective|encuesta|cuestionario|autoevaluaci|usabilidad|(?<!bewerbungs)prüfung|klausur|klassenarbeit|\bexamen\b|interrogation écrite|contrôle écrit|checkliste|liste de contrôle|lista de (?:verificación|comprobación|control|verificação|checagem)|questionário|autoavaliação|enquete\b|questionario|lista di controllo|sondaggio|vragenlijst|ankiet|lista kontrolna|анкет|(?<!\p{L})опрос(?:а|ы|ник)?(?=$|[^\p{L}])|чек-?лист|チェックリスト|アンケート|試験問題|考试|试卷|מבחן|امتحان|اختبار|自己評価|振り返り|问卷|调查问|自评|סקר|הערכה עצמית|استبيان|استطلاع|تقييم ذاتي/iu;

/** A talk of another kind, though it is called an interview. */
const otherTalk =
  /\b(?:exit|stay|user|customer|research|expert|stakeholder|discovery|media|press|podcast) interviews?\b|\b(?:discovery|research) (?:calls?|sessions?|talks?)\b|\b(?:discovery|user|design) research (?:interview|session|guide|script)s?\b|^talking to (?:users|customers)\b|\bquestions? for (?:the end of )?(?:your |our |an? )?(?:one-(?:on|to)-ones?|1(?:[:-]|[- ]on[- ])1s?)\b|\b(?:one-on-one|1(?:[:-]|[- ]on[- ])1)s? (?:meetings? )?(?:questions?|agenda|templates?|check-?ins?)\b|^oral histor(?:y|ies)\b|\b(?:charity|nonprofit|community|member) spotlights?\b|\bgu[ií]a de entrevista\b.{0,5}\bstakeholders\b|\bquestions to ask yourself|questions à se poser|\binterview(?:er|ing) (?:skills )?(?:training|workshop|course)s?\b|\blearning (?:goals|objectives|outcomes)[.:]|\bafter this (?:module|course|training)\b|interviewerschulung|formation (?:des|aux) (?:recruteurs|entretiens)|\binterview with\b|\breverse interview|(?:entretien|entrevista|intervista|colloquio|wawancara|مقابلة) (?:invers|revers|invertid|terbalik|معكوس|عكسي)|(?:umgedreht|umgekehrt|обратн|зворотн|обърнат|odwrócon|ters)\p{L}* (?:interview|bewerbung|vorstellung|интервю|интервью|собесед|співбесід|інтерв|rozmow|mülakat)|\b(?:annual|performance|probation) (?:reviews?|appraisals?)\b|\bappraisals?\b|\breference (?:checks?|calls?)\b|\b(?:tak(?:e|ing) up|check(?:ing)?|call(?:ing)?) references\b|prises? de références|entretien (?:annuel|professionnel|d['’]évaluation|de départ)|(?:mitarbeiter|jahres|entwicklungs|austritts)gespräch|(?:evaluación|entrevista) (?:de |del )?(?:desempeño|salida)|人事(?:評価|面談)|1on1|绩效|离职|שיחת (?:משוב|הערכה)|تقييم الأداء/iu;

/** Whoever is interviewed in a study. */
const participant =
  /\b(?:the|your|each|this) participant\b|\b(?:ask|tell|thank|greet|remind|invite|show|give|let|pay) (?:the |your |all )?participants?\b|\bprobanden\b|(?:^|[^\p{L}])(?:al|a la|el|la|cada|le|du|au) participant[ea]?\b/iu;
/** Of a title, and not of a part of an interview. */
const ofStudy =
  /\b(?:discovery|research) questions?\b|\b(?:job|role|vacancy|hiring[- ]manager) (?:intakes?|kick-?offs?)\b/iu;

/** What a head says of an interview without its name. */
const weAsk = /\bquestions (?:that )?(?:we|i) (?:\p{L}+ )?ask\b/iu;

/** Said to somebody who is to be interviewed. */
const toCandidate =
  /\byou(?:['’]ve| have)? appl(?:y|ied)\b|\byour (?:interviews?|application)\b(?! (?:notes|panel|guide))|\b(?:we|they) (?:may|might|will) ask\b|\byou (?:may|might|will) be asked\b|\b(?:we['’]ll ask you|you['’]ll be asked) to\b|\b(?:ask|asking) us\b|\bask you[?]|\bhow (?:to|do (?:you|i)|can (?:you|i)) apply\b|\byou(?:[’']ve| have) been invited\b|\bquestions (?:that )?you (?:can|could|should|may|might) (?:ask|expect)\b|\bwhat (?:do )?we offer\b|\b(?:similar|share this|save this|report this) jobs?\b|\bapply (?:anyway|now|online)\b|(?:wir|was) bieten|bieten wir|nous (?:vous )?offrons|ofrecemos|(?:我们|我們)提供|(?:怎么|如何)申请|応募方法|אנחנו מציעים|(?:كيفية|طريقة) التقديم|للتقديم|أرسل سيرتك|\bsend (?:us )?your (?:cv|r[ée]sum[ée]|application)\b|envoyez(?:-nous)? votre cv|env[ií]a(?:nos)? tu cv|(?:发送|投递)简历|応募書類|שלחו (?:לנו )?קורות|\bprepare for (?:your|the|an) interview\b|\bquestions (?:they|you) asked\b|\bthank[- ]you (?:note|e-?mail)\b|\b(?:sua|tua) (?:candidatura|entrevista)\b|\bconseguir a vaga\b|\btirar (?:as )?suas dúvidas\b|fragen an das unternehmen richten|ihre bewerbung|ihr vorstellungsgespräch|votre (?:candidature|entretien)|(?:tu|su) (?:candidatura|entrevista)|ご応募|面接対策|アピールしましょう|[你您]的(?:申请|面试)|(?:המועמדות|הריאיון|הראיון) שלך|طلبك/u;

/** Whoever pastes as few lines as these means them; up to so many it speaks for them. */
const LEAST_MEANT = 5;
const MOST_MEANT = 12;

/** So many lines that speak of whoever is interviewed, and more say no more. */
const ENOUGH_SPOKEN = 4;

/** Of questions that are asked of nobody, so many are about what is offered, on a page that is no guide; in guides a quarter. */
const MOST_OF_OFFER = 0.3;

/** So much of a page is looked at to tell its language. */
const MOST_READ = 200;

/** Words that are said of an interview, and of other things, too: they count where something else on the page speaks for one. */
const hinting =
  /\bcvs?\b|cover letter|lebenslauf|gesprächsleitfaden|kennenlerngespräch|probearbeit|probezeit|lettre de motivation|\b(?:el|su|tu) curr[ií]culum\b(?! (?:escolar|académico|educativo|nacional))|carta de (?:presentación|motivación)|履歴書|職務経歴書|简历|簡歷|קורות ה?חיים|السيرة الذاتية|سيرته الذاتية|المتقدم(?:ين|ات)|للمحاور/iu;

/**
 * What speaks for a page being a guide and what against it, and how much: odds, fitted to some 800 pages (those
 * of the measuring set, and public guides, quizzes, surveys, lessons and handbooks) and rounded. A lost guide weighed
 * three times a claimed page.
 */
const weights = {
  /** Of a page of which nothing is seen but that it asks. */
  base: -6.5,
  short: 4.8,
  /** Asked questions that speak to somebody, with a list below; twice the share, as of all lists. */
  listed: 3,
  known: 1.3,
  /** The page has a label of a known word, wherever it stands. */
  scored: 1.2,
  /** Questions that stand right below another one and its lists. */
  clustered: 2.4,
  /** How much of the page is questions and their lists; that it is almost nothing else, and that they are strewn about it. */
  used: 3.8,
  whole: 2,
  strewn: -5,
  /** Questions that whoever interviews is told to ask; twice the share. */
  byWay: 3.5,
  /** Questions that ask for a story or set a scene, on a page that is made of questions. */
  told: 4.9,
  /** It is not known here whom a page in this language speaks to. */
  unknown: 2.9,
  /** An interview is named at the top, or anywhere; the top says that questions follow. */
  topic: 3.3,
  mentioned: 1,
  headed: 1.8,
  /** Lines that speak of whoever is interviewed, and ask nothing. */
  spokenOf: 3.9,
  /** It calls itself something else that asks, or a talk of another kind. */
  otherwise: -3.6,
  otherTalk: -5,
  /** On a page that speaks of no interview, questions that are asked of nobody. */
  impersonal: -1.5,
  /** Whoever reads the page is who asks, as in the questions of a help page. */
  byReader: -4,
  /** Its questions are about the interview or the firm, as those of whoever applies. */
  ofOffer: -7,
  /** What is said where answers are ticked, for each question. */
  ticked: -2.7,
  /** Answers to tick stand below more questions than in any guide. */
  offered: -8,
  /** It speaks to those who are to be interviewed. */
  toThem: -3.5,
  /** Questions that are headings of what is told below them, as in articles. */
  heading: -0.9,
  /** Such as ask nobody and are answered: a help page tells below each what there is to know. */
  article: -3,
  /** Questions with the marks that an answer earns behind them, as in an exam. */
  marked: -4.6,
  /** Questions that a paragraph answers. */
  answered: -1,
};

/** Of a page that is made of questions to this share, more says no more. */
const MADE_OF_QUESTIONS = 0.3;
/** To this share a page is questions alone. */
const QUESTIONS_ALONE = 0.9;
/** Where fewer of them speak to somebody, they are a list to study. */
const SOME_ADDRESSED = 0.2;
/** Guides offer answers to at most a third of their questions. */
const MOST_OFFERED = 0.4;
/** So many lists of answers say nothing of the page. */
const FEW_OFFERED = 2;
/** Of 26 pages of the measuring set and of public ones that were made of questions to less none was a guide. */
const LEAST_USED = 0.1;

/**
 * How sure it is that a page is a guide: by what its lists are, by what it calls itself, by how much of it is asked
 * of somebody, and by how it answers.
 *
 * @param entries labelled
 * @param fileName of the file that the page comes from; empty where it comes from none
 * @returns 0 to 1
 */
export function surenessOf(entries: readonly Entry[], evidence: Evidence, fileName: string): number {
  const lines = entries.filter(({ first, label }) => first.kind !== "aside" && label !== "continues");
  const questions = lines.filter(({ label }) => label === "question");
  if (questions.length === 0 || lines.length <= LEAST_MEANT) return 1;
  const titles = entries
    .filter(({ first, text }) => first.kind === "aside" && /^title ?[:：]/iu.test(text))
    .map(({ text }) => text);
  if (fileName !== "") titles.push(nameToTitle(fileName));
  const signs = signsOf(lines, questions, evidence, titles);
  let odds = weights.base;
  for (const [sign, value] of signs) odds += weights[sign] * Number(value);
  return 1 / (1 + Math.exp(-odds));
}

/** @returns "interview Questions" for "interviewQuestions.md" */
function nameToTitle(fileName: string): string {
  return fileName
    .replace(/\.[^.]*$/u, "")
    .replaceAll(/(?<=\p{Ll})(?=\p{Lu})|[-_.+]+/gu, " ")
    .trim();
}

/**
 * @param titles what the page is called elsewhere: in the data above it, by its file
 * @returns what is seen of a page: a share of its questions or lines, or whether it is so
 */
function signsOf(
  lines: readonly Entry[],
  questions: readonly Entry[],
  evidence: Evidence,
  titles: readonly string[],
): readonly (readonly [Exclude<keyof typeof weights, "base">, number | boolean])[] {
  const share = (test: (entry: Entry) => boolean) => questions.filter(test).length / questions.length;
  const twice = (count: number) => Math.min(1, (2 * count) / questions.length);
  const isOwn = ({ first }: Entry) => !evidence.labels.has(first);
  const lists = listsOf(lines, evidence);
  const starts = lines.map(({ text }) => text.slice(0, 300));
  // What is asked says nothing of what the page is.
  const opening = starts.slice(0, 3).filter((_text, at) => lines[at]?.label !== "question");
  const head = [...titles, ...opening];
  const toThem = lines.filter(
    ({ text, label }) => label !== "question" && says(toCandidate, text.slice(0, 300)),
  );
  const spokenOf = lines.filter(
    ({ text, label, isAsked }) => label !== "question" && !isAsked && personOf(text) === "candidate",
  ).length;
  const ofOffers = questions.filter(isOfOffer);
  const top = head.slice(0, titles.length + 1);
  const isStudy =
    top.some((text) => ofStudy.test(text) && !interviewing.test(text)) ||
    (spokenOf === 0 &&
      lines.filter(({ text, label }) => label === undefined && participant.test(text.slice(0, 300))).length >
        1);
  const isOtherTalk =
    isStudy ||
    head.some(
      (text, at) =>
        otherTalk.test(text) || (isOfOtherSide(text) && (at <= titles.length || isSentence(text))),
    );
  const isToThem = toThem.length > 1 || top.some((text) => says(toCandidate, text));
  const isNamed =
    !isOtherTalk && !isToThem && head.some((text) => interviewing.test(text) || weAsk.test(text));
  // An interview may be named below a title that is another one.
  const called = isNamed ? top.filter((text) => !interviewing.test(text)) : head;
  const isHeaded =
    !isOtherTalk && head.some((text) => partOf(text) === "questions" && (isNamed || partName(text) !== ""));
  // A help page answers what it asks; so do some guides, but they say that they are guides.
  const answers = Math.min(1, answersOf(lines) / questions.length);
  const answered = isNamed && isHeaded ? 0 : answers;
  const clustered = clusteredOf(lines);
  const isShort = lines.length <= MOST_MEANT;
  const isKnown = isKnownLanguage(starts.slice(0, MOST_READ).join("\n"));
  const open = lines.filter(({ part, label }) => part !== "advice" && part !== "other" && label !== "anchor");
  const used = (questions.length + lists.lines) / Math.max(1, open.length);
  const told = isKnown ? share(({ text }) => isTelling(text) || isQuoted(text)) : 0;
  const byWay = questions.filter(({ text }) => isAskedByWay(text)).length;
  const isHinted = byWay > 1 || lists.spoken > 0;
  const isMentioned = starts.some((text) => interviewing.test(text) || (isHinted && hinting.test(text)));
  const isScored = lines.some(
    (entry) => entry.found?.isCertain === true && scoring.has(entry.found.kind) && isOwn(entry),
  );
  const asksNobody = share(
    ({ first, text }) => first.kind === "heading" && !isAddressed(text) && !isTelling(text),
  );
  const isSilent = isKnown && !isMentioned && !isScored && !isShort;
  return [
    ["short", isShort && !isToThem ? 1 - answered : 0],
    ["listed", twice(lists.spoken)],
    ["known", twice(lists.known)],
    ["scored", isScored],
    ["clustered", clustered / questions.length],
    ["used", Math.min(1, used)],
    [
      "whole",
      used >= QUESTIONS_ALONE && (isMentioned || share(({ text }) => isAddressed(text)) >= SOME_ADDRESSED),
    ],
    ["strewn", used < LEAST_USED && clustered < 2],
    ["byWay", isMentioned ? twice(byWay) : 0],
    ["told", told * Math.min(1, used / MADE_OF_QUESTIONS)],
    ["unknown", !isKnown],
    ["topic", isNamed],
    ["mentioned", isMentioned],
    ["headed", isHeaded],
    ["spokenOf", isStudy ? 0 : Math.min(1, spokenOf / ENOUGH_SPOKEN)],
    [
      "otherwise",
      !isOtherTalk &&
        !(isMentioned && lists.spoken > 1) &&
        called.some((text) => !isSentence(text) && otherwise.test(text.slice(0, 200))),
    ],
    ["otherTalk", isOtherTalk],
    ["impersonal", isSilent ? share((entry) => !isSpokenTo(entry)) : 0],
    ["byReader", isKnown ? share(({ text }) => personAsked(text) === "reader") : 0],
    [
      "ofOffer",
      // Whoever leads a team is asked about the team alone.
      ofOffers.length > 1 &&
        ofOffers.length > MOST_OF_OFFER * questions.length &&
        ofOffers.some(({ text }) => interviewing.test(text)),
    ],
    ["ticked", Math.min(1, lines.filter(isTicked).length / questions.length)],
    ["offered", lists.offered > FEW_OFFERED && lists.offered > MOST_OFFERED * questions.length],
    ["toThem", Math.min(1, toThem.length / 3)],
    ["heading", headingsOf(lines) / questions.length],
    ["article", isKnown && lists.known === 0 ? Math.min(asksNobody, answers) : 0],
    ["marked", share(({ text }) => marks.test(text.slice(-20)))],
    ["answered", answered],
  ];
}

/** "How long is the interview?", "Wie groß ist das Team?": what stands in quotes is asked by somebody else. */
function isOfOffer({ text }: Entry): boolean {
  const asked = (text.split("\n", 1)[0] ?? "").replaceAll(/["“„«「][^"”“»」]*["”“»」]|\[[^\]]*\]/gu, " ");
  return ofOffer.test(asked) && !namesYou(asked);
}

/** How many questions are headings of anything but other headings. */
function headingsOf(lines: readonly Entry[]): number {
  return lines.filter(
    ({ first, label }, index) =>
      label === "question" &&
      first.kind === "heading" &&
      (lines[index + 1]?.first.kind ?? "heading") !== "heading",
  ).length;
}

/** How many questions stand right below another one and its lists. */
function clusteredOf(lines: readonly Entry[]): number {
  let count = 0;
  let isOpen = false;
  for (const { label, found, first } of lines) {
    if (label === "question") {
      if (isOpen) count += 1;
      isOpen = true;
    } else if (label === undefined && found === undefined && first.kind !== "heading") isOpen = false;
  }
  return count;
}

const scoring: ReadonlySet<LabelKind> = new Set(["areas", "followUps", "levels", "strong", "weak"]);

/**
 * How many questions have a list below a label of a known word; how many of those that are asked of somebody have any
 * list, be it of phrases that are no sentences, but not of answers to tick; and how many lines stand below labels, ask
 * further, or leave room for notes or a score below a question to somebody.
 */
function listsOf(lines: readonly Entry[], { labels }: Evidence) {
  const known = new Set<Entry>();
  const others = new Set<Entry>();
  const offered = new Set<Entry>();
  let question: Entry | undefined;
  let label: Entry | undefined;
  let count = 0;
  let hasColumns = false;
  let above: LineLabel | undefined;
  for (const entry of lines) {
    const isBelow = above === "question" || above === "area" || above === "followUp";
    above = entry.label;
    const isRoom = isBelow && entry.found?.kind === "form";
    if (isRoom && question !== undefined && isSpokenTo(question) && !offered.has(question)) count += 1;
    if (entry.first.kind === "row" && entry.label === "heading")
      hasColumns = entry.first.cells.some((cell) => scoring.has(labelKindOf(cell) ?? "form"));
    const isTickedOff = entry.label === "heading" && listLabelOf(entry.first) !== undefined;
    if (entry.label === "question") {
      if (entry.first.kind === "row" && hasColumns) known.add(entry);
      question = entry;
      label = undefined;
    } else if (entry.found !== undefined || isTickedOff) label = entry;
    const isScoreField = entry.label === "leftOut" && entry.found?.kind === "levels";
    const isItem =
      entry.label === "area" || entry.label === "followUp" || entry.label === "anchor" || isScoreField;
    if (!isItem || question === undefined) continue;
    // "1. no" is a level where a scale is.
    const isTickedAnswer = entry.label !== "anchor" && says(ticked, entry.text);
    if (isTickedAnswer || says(choices, label?.text ?? "")) offered.add(question);
    if (label !== undefined) {
      count += 1;
      (labels.has(label.first) ? others : known).add(question);
    } else if (entry.label === "followUp" || !/[.。！!]["”»]?$/u.test(entry.text)) {
      others.add(question);
      if (entry.label === "followUp" && entry.isAsked) count += 1;
    }
  }
  const spoken = [...new Set([...known, ...others])].filter(
    (entry) => entry.isAsked && !offered.has(entry) && isSpokenTo(entry),
  );
  return { known: known.size, spoken: spoken.length, offered: offered.size, lines: count };
}

function isSpokenTo({ text }: Entry): boolean {
  return isAddressed(text) || isTelling(text);
}

/** "Describe a cell. (6)", "[4 marks]" */
const marks = /[([（]\s*\d{1,2}\s*(?:marks?|points?|pts?\.?|punkte?|puntos?|分|נקודות)?\s*[)\]）]$/iu;

/** What is said where answers are ticked, as in surveys and quizzes: how to tick, boxes in a row, and answers that stand in most. */
const ticked =
  /\S ?(?:[□☐▢○◯]|\(\s?\)|\[\s?\]) ?(?=\p{L})|\b(?:select|check|choose|tick|mark) (?:all|one|any|only|the|up to)\b|\ball that apply\b|\bstrongly (?:dis)?agree\b|\b(?:very|extremely) (?:dis)?satisfied\b|\bprefer not to\b|\bplease (?:specify|rate)\b|\byes ?[/|] ?no\b|\btrue (?:or|\/) false\b|\bcorrect answer\b|stimme (?:voll|eher|nicht|gar)\b|trifft (?:voll|eher|nicht|gar)\b|mehrfach(?:nennung|auswahl)|ankreuzen|kreuzen sie|\bcochez|d['’]accord\b.{0,20}(?:tout|plutôt|pas du)|tout à fait d['’]accord|plusieurs réponses|vrai (?:ou|\/) faux|totalmente de acuerdo|(?:marque|seleccione|elija) (?:una|todas|la)|verdadero (?:o|\/) falso|複数(?:選択|回答)|当てはまるもの|正しいものを|[单單多][选選]|选择题|判断题|非常(?:满意|同意)|סמנו|מסכימ?(?:ה|ים)? מאוד|أوافق بشدة|اختر (?:إجابة|الإجابة|واحد)|^(?:(?:other|none|yes|no|ja|nein|oui|non|s[íi]|autres?|sonstiges|otr[oa]s?|ningun[oa]|是|否|其他|没有|はい|いいえ|その他|כן|לא|אחר|نعم|لا|أخرى)(?=$|[,;:：，/(_ ]*$|[,:：/] )|(?:all|none) of the (?:above|these)|(?:i )?(?:don['’]t know|not sure)|weiß nicht|keine angabe|ne sait pas|no (?:lo )?sé$|(?:sim|não|sì|tak|nie|да|нет)$|不知道|不清楚|わからない)/u;

/** What heads the answers that are ticked. */
const choices =
  /^(?:(?:answer |response )?(?:options|choices)|possible answers|(?:antwort|auswahl)(?:en|möglichkeiten|optionen)|(?:choix|options)(?: de réponse)?|réponses possibles|opciones(?: de respuesta)?|opções(?: de resposta)?|opzioni(?: di risposta)?|antwoordopties|keuzes|варианты(?: ответов?)?|选项|選項|選択肢|선택지|אפשרויות|الخيارات) ?[:：]?$/u;

/** Whether answers are ticked in a line, or, in a row of a table, beside what is asked: a listing has brackets of its own. */
function isTicked({ first, text }: Entry): boolean {
  if (first.kind === "row") return first.cells.some((cell) => says(ticked, cell));
  return first.kind !== "code" && says(ticked, text.split("\n", 1)[0] ?? "");
}

/** How many questions a plain paragraph answers. */
function answersOf(lines: readonly Entry[]): number {
  return lines.filter(
    ({ first, label, found, text }, index) =>
      lines[index - 1]?.label === "question" &&
      first.kind === "paragraph" &&
      label === undefined &&
      found === undefined &&
      // What leads on, or speaks of whoever is interviewed, answers nothing.
      !leadsOn(text) &&
      !isAway(text),
  ).length;
}
