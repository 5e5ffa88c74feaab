import { groupBy } from "../../../domain/panels/groupBy.ts";
import { isAddressed, isAsked, isAskedByWay } from "../labels/askedText.ts";
import { type Label, partOf } from "../labels/guideLabels.ts";
import type { Block } from "../sources/blocks.ts";
import type { PageLine } from "./pageLines.ts";
import { isAway, personOf } from "./personText.ts";
import { isSentence } from "../words/plainText.ts";

/** "Look for calm handling." as a sentence of its own, maybe in brackets. */
const looking = new RegExp(
  `^(?:\\[[^\\]]{2,40}\\] ?)?[(（[]?(?:${[
    "(?:you |please |here |mainly )?(?:look|listen|watch) (?:out )?for|(?:extra credit|bonus(?: points)?) (?:if|for)|(?:please )?expect (?:them|candidates|an? (?:answer|candidate)|to hear)|we (?:look|listen|hope) for|(?:a )?(?:good|strong|great) (?:answers?|candidates?)|(?:the |good )?(?:candidates?|applicants?) (?:should|will|would)",
    "(?:they |answers? |he |she )?(?:should|must|ought to|needs? to) (?:mention|cover|name|include|know|explain|be able)|we(?:['’]d| would)? (?:want|like|need|hope|expect) (?:to hear|to see|someone|somebody|an? )|(?:i|we)(?:['’]d| would) (?:like|want) to (?:hear|see)|(?:i|we)(?:['’]m|['’]re| am| are) (?:usually |really |mostly )?(?:(?:looking|listening|watching)(?: out)? for|hoping to (?:hear|see|learn))|i (?:love|like|hope) (?:to (?:hear|see)|answers)",
    "(?:evaluate|assess|gauge|understand) (?:(?:(?:how|whether|if) )?(?:the |an? )?(?:candidates?|applicants?)(?:['’]s?)?|(?:how|whether|if) (?:they|he|she)|their|(?:the )?ability)",
    "(?:achten|achte) (?:sie )?auf|gute antworten|wir (?:wollen|möchten) hören|wir (?:suchen|erwarten) (?:jemand|eine?n?)|erwartet wird",
    "on (?:attend|cherche|veut)|nous (?:attendons|cherchons)|une bonne réponse|soyez attentif",
    "(?:busque|busca|fíjese|fíjate)|buscamos|queremos (?:oír|ver)|se espera|una buena respuesta",
  ].join(
    "|",
  )})[: ](?=.*\\p{L})|^[>（(]? ?(?:我们|面试官)?(?:期待|希望|理想地期待)(?:候选人|应聘者|听到|看到)|^(?:נצפה|מצפים) |^(?:يُ?توقع|نتوقع) `,
  "iu",
);

/** What opens a note on the answer where the page is full of such notes: "Understands the difference between …". */
const judging =
  /^(?:should|must|able to|understand(?:s|ing)?|demonstrates?|shows?|is (?:able|familiar|aware)|familiar|aware|knows?|recogni[sz]es?|evaluates?|assess(?:es)?|mentions?|explains|describes|kennt|versteht|zeigt|sait|connaît|montre|sabe|conoce|muestra)(?=[^\p{L}])/iu;

/** What says why something is asked, or forbids it. */
const explaining =
  /^(?:(?:please )?(?:do not|don['’]t)|this|these|we ask|the (?:point|aim|idea|purpose)|why|diese frage|damit|cette question|esta pregunta|con esta|这(?:个|道)|この質問|שאלה זו|هذا السؤال)/iu;

/** "If they get stuck, ask about neighbours." as a sentence of its own. */
const probing =
  /^(?:(?:if|when) (?:they|he|she|the (?:candidate|applicant)|stuck|needed|necessary|not mentioned|time)\b[^.?:]{0,40},? (?:ask|probe|prompt|push|try)\b|an?(?:other)? (?:\p{L}+ )?follow[- ]?up (?:question )?(?:is|would be|could be|might be)\b|as an? follow[- ]?up(?: question)?, (?:you (?:can|could|may|might) )?ask\b|(?:you (?:can|could|may|might) )?(?:follow up (?:with|on|by)|push (?:back|further|twice)|probe (?:for|on|further))\b|(?:wenn|falls) (?:er|sie|nötig|die person|der bewerber)\b[^.?:]{0,40},? (?:fragen|nachfragen|haken)\b|s['’]ils? [^.?:]{0,40},? (?:demandez|demander|relancez|relancer)\b|si (?:duda|no (?:sabe|menciona|responde))[^.?:]{0,40},? (?:pregunte|pregunta|pregúntele)\b)/iu;

/** What is to be done, or will be, and says nothing of an answer. */
const arranging =
  /^(?:please )?(?:give|hand|show|thank|let|ask|tell|allow|offer|remind|introduce)\b|\b(?:candidates?|applicants?) (?:now|then|will (?:be|hear|get|receive|have))\b|(?:bewerb|kandidat)\p{L}* .{0,60}(?:lassen|zeigen|geben)[.!]?$/iu;

/** So far above a line the question is looked for that it may follow up. */
const MOST_ABOVE = 12;
/** A longer paragraph on what candidates say is to be read before the interview. */
const LONGEST_NOTE = 260;
/** Fewer notes say nothing of the page. */
const FEWEST_NOTES = 3;

/**
 * Finds the notes below questions that say, in sentences and without a label, what to listen for or what to ask
 * further: by their own words, and where most notes of the page do so, the others, too.
 */
export function addSentences(lines: readonly PageLine[], found: Map<Block, Label>): void {
  const left = leftIn(lines);
  const isFree = ({ block, known }: PageLine) =>
    known?.isCertain !== true && !found.has(block) && !left.has(block);
  const reasons = new Set(
    lines.filter(({ isReason, index }) => isReason && isSpoken(lines[index - 1])).map(({ index }) => index),
  );
  for (const line of lines) {
    if (reasons.has(line.index) && isFree(line))
      found.set(line.block, { kind: "purpose", rest: line.block.text, isCertain: true });
  }
  const levels = askedLevels(lines);
  const isBelowSpoken = (at: number) => {
    const { kind, level } = lines[at]?.block ?? {};
    return isSpoken(lines[at]) || (kind === "heading" && level !== undefined && levels.has(level));
  };
  const notes = lines.filter(
    (line) =>
      isFree(line) &&
      line.block.kind === "paragraph" &&
      isBelowSpoken(line.index - (reasons.has(line.index - 1) ? 2 : 1)) &&
      (!line.isAsked || (isAway(line.block.text) && !isAskedByWay(line.block.text))),
  );
  const more = lines.filter((line) => isFree(line) && !line.isAsked && isBelowNote(lines, line.index));
  const isListening = ({ block: { text } }: PageLine) => !isAsked(text) && looking.test(text);
  const isTelling = (line: PageLine) =>
    !explaining.test(line.block.text) &&
    (isListening(line) || judging.test(line.block.text) || isAway(line.block.text));
  const told = notes.filter(isTelling).length;
  // Beside reasons more of them must be notes.
  const least = reasons.size > 0 ? 0.6 : 0.5;
  const isPageOfNotes = notes.length >= FEWEST_NOTES && told >= notes.length * least;
  for (const note of notes) {
    const { text } = note.block;
    const isOne =
      isPageOfNotes && text.length <= LONGEST_NOTE && !explaining.test(text) && !isAddressed(text);
    if (isOne || isListening(note)) found.set(note.block, { kind: "areas", rest: text, isCertain: true });
  }
  for (const note of isPageOfNotes ? more : []) {
    const { text } = note.block;
    const isTold = explaining.test(text) || probing.test(text) || arranging.test(text);
    if (!isTold && (isListening(note) || personOf(text) === "candidate"))
      found.set(note.block, { kind: "areas", rest: text, isCertain: true });
  }
  for (const line of lines) {
    const { index, block } = line;
    const isBelow = lines.slice(Math.max(0, index - MOST_ABOVE), index).some(({ isQuestion }) => isQuestion);
    if (isBelow && isFree(line) && probing.test(block.text))
      found.set(block, { kind: "followUps", rest: block.text, isCertain: true });
  }
}

/** The levels of which nearly all headings are asked: one without its mark is asked, too. */
function askedLevels(lines: readonly PageLine[]): ReadonlySet<number> {
  const headings = groupBy(
    lines.filter(({ block }) => block.kind === "heading"),
    ({ block }) => block.level,
  );
  return new Set(
    [...headings]
      .filter(([, all]) => {
        const spoken = all.filter(isSpoken).length;
        return spoken > FEWEST_NOTES && spoken * 5 >= all.length * 4;
      })
      .map(([level]) => level),
  );
}

/** What stands in parts in which nothing is asked of whoever is interviewed: nothing there is listened for. */
function leftIn(lines: readonly PageLine[]): ReadonlySet<Block> {
  const left = new Set<Block>();
  let level = 0;
  for (const { block } of lines) {
    if (block.kind === "heading" && (level === 0 || block.level <= level))
      level = partOf(block.text) === "other" ? block.level : 0;
    if (level > 0) left.add(block);
  }
  return left;
}

/** So many paragraphs of notes stand below a question at most. */
const MOST_NOTES = 4;

/** Whether a sentence stands below others in paragraphs, and the first of these right below what is said to a candidate. */
function isBelowNote(lines: readonly PageLine[], index: number): boolean {
  for (let at = index; at > index - MOST_NOTES; at -= 1) {
    const line = lines[at];
    if (line?.block.kind !== "paragraph" || line.isQuestion || !isSentence(line.block.text)) return false;
    if (at < index && isSpoken(lines[at - 1])) return true;
  }
  return false;
}

/** Whether a line is a question, and not one of whoever reads: "How many questions should I ask?" is answered below. */
function isSpoken(line: PageLine | undefined): boolean {
  if (line?.isQuestion !== true) return false;
  const person = personOf(line.block.text);
  return person === "you" || person === "nobody" || isAskedByWay(line.block.text);
}
