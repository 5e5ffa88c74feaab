import { groupBy } from "../../../domain/panels/groupBy.ts";
import {
  endsAsking,
  handsOver,
  isAddressed,
  isAskedByWay,
  isGreeting,
  isProbeNote,
  isQuoted,
  isRequest,
  isRhetorical,
  leadsOn,
  opensAsking,
  speaksOfAsking,
} from "./askedText.ts";
import { partName, partOf } from "./guideLabels.ts";
import { isAway, type Person, personAsked, personOf } from "../evidence/personText.ts";
import { type Place, placeKeyOf, placesOf, type Run, runsOf } from "../evidence/places.ts";
import { type Entry, isTitleLike } from "./lineEntries.ts";
import { isSentence } from "../words/plainText.ts";
import { messages } from "./lineLabels.ts";

/** What speaks for a line being a question adds up; from here on it is one. */
const ENOUGH = 1.2;
/** Fewer lines that ask of somebody say nothing of the page. */
const FEWEST_OF_THEM = 4;
/** A shorter heading is a title. */
const SHORTEST_ASKED = 25;
/** Of more lines that look alike, most of them asked, all that are asked are questions. */
const MANY_ASKED = 8;
/** In a longer list not every line needs to look as if it were asked. */
const SHORT_LIST = 6;
/** More lines below a question are no list of what to listen for. */
const LONGEST_LIST = 20;

/** What the lines that no label has named are judged by. */
interface Free {
  readonly places: ReadonlyMap<string, Place>;
  readonly runs: ReadonlyMap<Entry, Run>;
  /** The outermost place where questions are asked again and again. */
  readonly main: Place | undefined;
  readonly isAnyCertain: boolean;
  /** Whether tables or labels gave questions before. */
  readonly isAnyFound: boolean;
  /** "Question: …" stands on the line of all questions that are certain: what has no such label is none, but for a list that asks. */
  readonly isEachLabelled: boolean;
  /** Paragraphs below a list that a line announced as one of questions: they speak to whoever reads. */
  readonly besideList: ReadonlySet<Entry>;
  /** All that is asked speaks of somebody: the page says what to find out. */
  readonly isOfThem: boolean;
  /** The first row of a table that is a question. */
  readonly firstRow: number;
  readonly firstCertain: number;
  readonly lastCertain: number;
  /** Of a head that says that questions follow, and not which: what stands above one for some of them may be asked, too. */
  readonly firstHead: number;
}

/** Finds the questions that have no lists, and the lists that have no labels. */
export function resolveFree(entries: readonly Entry[]): void {
  const announced = announcedOf(entries);
  const places = placesOf(entries);
  // A table says nothing of where questions stand that are in none.
  const shown = entries.filter(({ isCertain, first }) => isCertain && first.kind !== "row");
  const isAnyCertain = shown.some(({ label }) => label === "question");
  const firstRow = entries.findIndex(({ label, first }) => label === "question" && first.kind === "row");
  const isAnyFound = entries.some(({ label }) => label === "question");
  const free: Free = {
    places,
    runs: runsOf(entries, places),
    main: isAnyCertain ? undefined : mainOf(places),
    isAnyCertain,
    isAnyFound,
    isEachLabelled: isEachLabelled(entries),
    besideList: besideListOf(entries),
    isOfThem: isOfThem(entries),
    firstRow: firstRow < 0 ? Number.POSITIVE_INFINITY : firstRow,
    firstCertain: entries.findIndex(({ isCertain, first }) => isCertain && first.kind !== "row"),
    lastCertain: entries.findLastIndex(({ isCertain }) => isCertain),
    firstHead: entries.findIndex(
      ({ part, label, text }) => part === "questions" && label === "heading" && partName(text) === "",
    ),
  };
  const isNothingAsked = !entries.some((entry) => isOpen(entry) && entry.isAsked);
  const bare = new Set([...announced, ...(isNothingAsked && !isAnyCertain ? bareListOf(entries) : [])]);
  let current: Entry | undefined;
  let isAttached = false;
  let isBehindList = false;
  for (const [index, entry] of entries.entries()) {
    if (entry.label === "question") {
      current = entry;
      isAttached = true;
      isBehindList = false;
      continue;
    }
    if (entry.label === "minutes" || entry.label === "competency" || entry.label === "continues") continue;
    if (!isOpen(entry)) {
      if (entry.first.kind === "heading" && entry.found === undefined) current = undefined;
      // Why it is asked stands between a question and its list.
      isBehindList = entry.label === "area" || entry.label === "followUp";
      isAttached &&= isBehindList || (entry.found?.kind === "purpose" && entry.found.rest !== "");
      continue;
    }
    if (isAttached && current !== undefined && isTickedOff(entry, current)) {
      entry.label = "area";
      continue;
    }
    const isGoingOn = isAttached && (!isBehindList || entry.first.kind === "item");
    const isInner = current !== undefined && isGoingOn && entry.rank > current.rank;
    const run = free.runs.get(entry);
    // What asks of the candidate below a question is none, though it stands where others are.
    const isOfPlace =
      run !== undefined &&
      (run.place === free.main ||
        run.place.certain > 0 ||
        (entry.first.kind === "paragraph" && run.entries.length > MANY_ASKED && isMadeOfAsked(entry, run))) &&
      !(isInner && isAway(entry.text) && !isAskedByWay(entry.text));
    const isEnough = () => evidenceFor(entry, index, free) >= ENOUGH || isCarried(entry, index, free);
    if (bare.has(entry) || ((!isInner || isOfPlace) && isEnough())) {
      entry.label = "question";
      current = entry;
      isAttached = true;
      isBehindList = false;
    } else if (isInner && isMinus(entries, index)) {
      entry.label = "leftOut";
      entry.message = messages.explains;
    } else if (isInner && (entry.first.kind === "item" || entry.isAsked)) {
      entry.label = entry.isAsked ? "followUp" : "area";
    } else {
      if (isAttached && entry.first.kind !== "heading" && !isTitleLike(entry))
        entry.message = messages.explains;
      // "Then pick from:" goes on with the question above.
      isAttached &&= entry.first.kind === "paragraph" && leadsOn(entry.text);
      if (!isAttached && (entry.first.kind === "heading" || isTitleLike(entry))) current = undefined;
    }
  }
  nameUnlabelledLists(entries);
}

/** "Did they ask early?" is answered by whoever heard them. */
const yesOrNoOfThem =
  /^(?:(?:did|do|does|has|have|had|was|were|is|are|can|could|would|will) (?:they|he|she|the)|(?:hat|haben|war|ist|kann) (?:er|sie|die|der)|(?:a|est|sait|peut)-t?-?(?:il|elle|ils|elles))(?=[^\p{L}])/iu;

/** Where nobody is spoken to, most lines are asked and speak of somebody: what to find out of whoever is interviewed. */
function isOfThem(entries: readonly Entry[]): boolean {
  const open = entries.filter(
    (entry) => (isOpen(entry) && !isTitleLike(entry)) || entry.label === "question",
  );
  const asked = open.filter(({ isAsked }) => isAsked);
  const persons = asked.map(({ text }) => personOf(text));
  const judged = asked.filter(({ text }) => yesOrNoOfThem.test(text));
  return (
    asked.length > FEWEST_OF_THEM &&
    judged.length * 2 < asked.length &&
    asked.length * 2 > open.length &&
    !persons.includes("you") &&
    persons.filter((person) => person === "they").length * 2 > asked.length
  );
}

function isEachLabelled(entries: readonly Entry[]): boolean {
  const certain = entries.filter(({ isCertain }) => isCertain);
  const others = entries.filter((entry) => isOpen(entry) && entry.isAsked);
  return (
    certain.length > 2 &&
    others.length <= certain.length &&
    certain.every(({ found }) => found?.kind === "question" && found.rest !== "")
  );
}

/** "- blames others" in a list that begins with "+ owns it" is what a weak answer says, and nothing to cover. */
function isMinus(entries: readonly Entry[], index: number): boolean {
  const entry = entries[index];
  if (entry === undefined || entry.isAsked) return false;
  const { marker } = entry.first;
  if (/^[✗✘✕]$/u.test(marker)) return true;
  if (!/^[-−–]$/u.test(marker)) return false;
  let from = index;
  while (index - from < LONGEST_LIST && entries[from - 1]?.rank === entry.rank && isMarked(entries[from - 1]))
    from -= 1;
  return entries[from]?.first.marker === "+";
}

function isMarked(entry: Entry | undefined): boolean {
  return entry !== undefined && /^[-−–+]$/u.test(entry.first.marker);
}

/** "Did they own it?" below what is said to the candidate; a colon parts what is asked from when it is. */
function isTickedOff({ first, isAsked, text }: Entry, question: Entry): boolean {
  return (
    isAsked &&
    first.kind === "paragraph" &&
    !/[:：]/u.test(text) &&
    isAway(text) &&
    personOf(question.text) === "you"
  );
}

function isOpen({ label, part }: Entry): boolean {
  return label === undefined && part !== "advice" && part !== "other";
}

/** How much speaks for a line being asked: its words, the place that it stands in, and the lines beside it. */
function evidenceFor(entry: Entry, index: number, free: Free): number {
  const run = free.runs.get(entry);
  if (run === undefined || (free.isEachLabelled && !isSpokenList(entry, run))) return 0;
  const person = personIn(entry, run, free);
  return (
    askingOf(entry, person, index, run) +
    placeOf(entry, person, run, free) +
    surroundingsOf(entry, person, index, run, free)
  );
}

/** Whom a line speaks to, among those that stand beside it. */
function personIn({ text }: Entry, run: Run, free: Free): Person {
  const person = personAsked(text);
  // "Why you rather than another candidate?" among what is said to "you".
  const isOther = person === "candidate" && run.candidate === 1 && run.you * 2 >= run.entries.length;
  if (isOther && /[?？؟]/u.test(text) && isAddressed(text)) return "you";
  return person === "they" && (free.isOfThem || run.byWay > 1) ? "nobody" : person;
}

/** In a list of which all is asked, a line that could be said to anybody goes with those that are said to "you". */
function isCarried(entry: Entry, index: number, free: Free): boolean {
  const run = free.runs.get(entry);
  if (
    run === undefined ||
    entry.first.kind !== "item" ||
    !entry.isAsked ||
    run.asked * 4 < run.entries.length * 3 ||
    run.candidate > 0
  )
    return false;
  // Where a head says that questions follow, one that is said to "you" is enough.
  const fewest = run.isHeaded ? 1 : run.entries.length / 2;
  run.isCarrying ??=
    run.entries.filter((other) => evidenceFor(other, index, free) >= ENOUGH).length >= fewest;
  return run.isCarrying;
}

function askingOf(entry: Entry, person: Person, index: number, run: Run): number {
  const { text } = entry;
  const { place, asked, told, from, to } = run;
  const lines = run.entries.length;
  if (handsOver(text) || isGreeting(text) || isOfBeginnings(run)) return -3;
  if (isAskedByWay(text)) return 1.4;
  if (!entry.isAsked) {
    // "Questions about their past work" names some, and asks none.
    if (partOf(text) === "questions" || namesQuestions.test(text)) return -3;
    // A question need not look like one where most of its list does.
    if (
      place.listedAsked > 1 &&
      place.listedAsked * 2 >= place.listHeads.size &&
      place.listHeads.has(entry) &&
      !(entry.first.kind === "heading" ? text.length < SHORTEST_ASKED : isTitleLike(entry))
    )
      return 1.4;
    // A sentence that is one of few among many that are asked.
    const isBetween = index > from && index < to;
    const isSentenceBetween = isBetween && isSentence(text) && asked >= 3 * told;
    // "Ask about their last job" among headings of which most are asked.
    const isHeadBetween =
      entry.first.kind === "heading" &&
      text.length >= SHORTEST_ASKED &&
      place.asked.length * 4 >= place.entries.length * 3 &&
      entry.first.line > (place.asked[0]?.first.line ?? 0) &&
      entry.first.line < (place.asked.at(-1)?.first.line ?? 0);
    const isSibling =
      (entry.first.kind === "item"
        ? asked * (run.isHeaded ? 4 : 2) >= lines ||
          ((lines === 1 || isGoneOnWith(run)) && isCountedOn(entry, place)) ||
          isCountedAmongCertain(entry, run)
        : isHeadBetween || (isSentenceBetween && person !== "they" && person !== "reader")) &&
      person !== "candidate";
    // "**Drive:** …" among others that are named so.
    const isNamed = entry.first.lead !== "" && (place.asked[0]?.first.lead ?? "") !== "";
    return isSibling && (isNamed || !isNoted(text)) ? 1 : -3;
  }
  if (person === "candidate") return -3;
  // "You have had a coffee here, I hope." goes on with a question where all else is asked of you.
  const isOfYou = person === "you" && lines > MANY_ASKED / 2 && run.you * 5 >= lines * 4;
  if (entry.first.kind === "paragraph" && isRhetorical(text) && !isOfYou) return -1;
  if (entry.isTask || isRequest(text)) return 2;
  // "Why did they choose it?" beside "Find out what they worked on."
  const isAmongBids = entry.first.kind === "item" && run.byWay > 0 && lines > 2 && asked * 2 >= lines;
  if (!endsAsking(text) && !endsAsking(entry.first.text)) return isOfYou || isAmongBids ? 0.6 : -0.3;
  if (person === "you") return isQuoted(text) ? 2 : 1.4;
  // "Where should our roof leak first?" among what is asked of you.
  const isAmongYours =
    place.asked.length * 2 >= place.entries.length &&
    place.you * 3 >= place.asked.length * 2 &&
    !/[.:?!。：？！؟].*[?？؟]/u.test(text);
  if (person === "nobody" || (person === "they" && isAmongBids)) return 0.8;
  if (person === "they") return -0.4;
  return isAmongYours ? 0.4 : -0.8;
}

/** Lines of which most break off show how to begin questions, where far more stand in whole. */
function isOfBeginnings({ entries, broken, place }: Run): boolean {
  return entries.length > 2 && broken * 2 > entries.length && place.entries.length > 2 * entries.length;
}

const namesQuestions =
  /^(?:questions (?:to|about|on|regarding|around|that|sur|pour)|fragen (?:zu[mr]?|nach|über)|preguntas (?:sobre|para|acerca)|perguntas (?:sobre|para)|domande (?:su[l]?|per)|vragen (?:over|om))(?=[^\p{L}])/iu;

/** Whether a line is counted on from others of which most are asked, and heads stand between them. */
function isCountedOn({ first: { number, marker } }: Entry, { asked, entries }: Place): boolean {
  return (number > 1 || marker === "Q") && asked.length * 2 >= entries.length;
}

/** Whether a list goes on counting from those above it, of which nearly all is asked: "42. Public speaking". */
function isGoneOnWith({ entries, place }: Run): boolean {
  return (entries[0]?.first.number ?? 0) > MANY_ASKED && place.asked.length * 5 >= place.entries.length * 4;
}

/** Whether a line is one of a list that counts and asks. */
function isCountedAmongCertain({ first: { number } }: Entry, { asked, place }: Run): boolean {
  return number > 0 && asked > 0 && place.certain > 2;
}

/** "Advice: yes / no / maybe" is filled in, "Salary: name the band" is to be said. */
function isNoted(text: string): boolean {
  return /^(?:[^:：/]{2,40}[:：] ?[^/.?？]{1,20}(?:\/[^/.?？]{1,30})+|\p{L}+ ?[:：] [^?？]+)$/u.test(text);
}

/** Where lists show where questions stand, other places hold fewer of them; what is said to "you" is asked there, too. */
function placeOf(entry: Entry, person: Person, run: Run, { main, isAnyCertain }: Free): number {
  const { place } = run;
  if (!isAnyCertain) return place === main ? 1 : 0;
  if (place.certain > 0) return 1;
  if (isMadeOfAsked(entry, run)) return 0.5;
  if (person !== "you") return -1;
  return place.listHeads.has(entry) ? 0 : -0.6;
}

/**
 * Whether a page has many lines where that one stands, most of them asked, and some of "you"; "Probe for details: “What did
 * you do?”" is advice.
 */
function isMadeOfAsked({ text }: Entry, { place: { entries, asked, you } }: Run): boolean {
  const isMostAsked = entries.length > MANY_ASKED && asked.length * 3 >= entries.length * 2;
  return isMostAsked && you * 4 >= asked.length && !/[:：] ?["“„«]/u.test(text);
}

function surroundingsOf(entry: Entry, person: Person, index: number, run: Run, free: Free): number {
  if (free.besideList.has(entry)) return -3;
  let sum = run.denied > 0 ? -2 : run.place.denied > run.place.certain ? -0.8 : 0;
  const isEarly =
    index < free.firstHead ||
    (index < free.firstCertain && run.place.certain === 0 && index < free.firstRow) ||
    isAlone(entry, index, run, free);
  if (entry.part === "questions") sum += 0.6;
  else if (isEarly && !isSpokenList(entry, run) && !isMadeOfAsked(entry, run)) sum -= 1.5;
  // At the end a list that speaks of somebody is asked of whoever interviewed them.
  const isOfSomebody =
    !free.isOfThem &&
    run.byWay < 2 &&
    run.they > 0.3 * run.entries.length &&
    (free.isAnyFound || run.they >= run.you);
  if (isOfSomebody && run.from > free.lastCertain && !isSeries(run)) sum -= 3;
  // What is plainly asked of "you" in a list is, whatever stands beside it.
  const isPlain = person === "you" && entry.first.kind === "item" && /[?？؟]$/u.test(entry.text);
  if (run.candidate > 0.3 * run.entries.length && !isPlain && !isAskedByWay(entry.text))
    sum -= person === "you" ? 1 : 2;
  const isMixed = entry.first.kind === "item" && run.entries.length > 2 && run.asked * 2 < run.entries.length;
  if (isMixed && !run.isHeaded && !isCountedAmongCertain(entry, run) && !isGoneOnWith(run)) sum -= 1;
  if (run.entries.length > 2 && run.you >= 0.6 * run.entries.length) sum += 0.6;
  return sum;
}

/** Whether a list goes on counting from one above it, of a place where most is asked: heads part what is one list. */
function isSeries({ entries, place: { asked, entries: all } }: Run): boolean {
  return (entries[0]?.first.number ?? 0) > 1 && asked.length * 2 >= all.length;
}

/** What is said and asked once, in a paragraph below a head of its own, above the lists or below them, opens or closes. */
function isAlone(entry: Entry, index: number, run: Run, { firstCertain, lastCertain }: Free): boolean {
  const { first, text, isAsked } = entry;
  const isOutside = index < firstCertain || (lastCertain >= 0 && index > lastCertain);
  return (
    isOutside &&
    isAsked &&
    first.kind === "paragraph" &&
    !run.place.listHeads.has(entry) &&
    /[.?!。？！؟]["”»」]? ?[^.?!。？！؟"”»」]/u.test(text) &&
    run.asked === 1
  );
}

/** Whether a line stands in a list of which all is asked of somebody, in a long one most, or is said word for word. */
function isSpokenList({ first, text }: Entry, { entries, asked, you }: Run): boolean {
  if (first.kind === "heading") return false;
  const lines = entries.length;
  const isAsked = lines > SHORT_LIST ? asked * 3 >= lines * 2 : lines > 2 && asked === lines;
  return (first.kind === "item" && isQuoted(text)) || (isAsked && you >= 0.6 * lines);
}

/** The outermost place where questions are asked again and again. */
function mainOf(places: ReadonlyMap<string, Place>): Place | undefined {
  const open = [...places.values()]
    .filter(({ asked }) => asked.some(isOpen))
    .toSorted((a, b) => a.rank - b.rank);
  for (const [index, place] of open.entries()) {
    const own = place.asked.filter(isOpen);
    const inner = open.slice(index + 1).flatMap(({ asked }) => asked.filter(isOpen));
    // What is asked on the way among much that is told is no place of questions where another one has most of them.
    const isStrewn = own.length * 4 < place.entries.length && own.length * 2 < inner.length;
    if ((own.length > 1 && !isStrewn) || inner.length === 0) return place;
  }
  return open.at(-1);
}

/** A list counts as many lines more as these, as much asked as all lists of its form are. */
const LINES_OF_FORM = 2;
/** Fewer lists say nothing of their form. */
const FEWEST_OF_FORM = 3;
/** Where lists of a form are asked to this share, one of two lines that is not is a note among them. */
const NEARLY_ALL = 0.8;

/** A list without a label is of one kind: of follow-ups, if most of it is asked, and most of the lists that look like it. */
function nameUnlabelledLists(entries: readonly Entry[]): void {
  const runs: Entry[][] = [];
  let run: Entry[] = [];
  let isLabelled = false;
  for (const entry of entries) {
    if (entry.found !== undefined || (entry.label === "heading" && entry.first.kind === "row"))
      isLabelled = true;
    if (entry.label === "question") isLabelled = entry.found !== undefined && entry.found.kind !== "question";
    const isInRun =
      !isLabelled && (entry.label === "area" || entry.label === "followUp") && entry.first.kind !== "row";
    if (isInRun && run.length === 0) runs.push(run);
    if (isInRun) run.push(entry);
    else run = [];
  }
  for (const alike of groupBy(runs, ([first]) => first && placeKeyOf(first)).values()) {
    const all = alike.flat();
    const share = alike.length < FEWEST_OF_FORM ? 0.5 : askedFurther(all) / all.length;
    for (const own of alike) nameList(own, share);
  }
}

/** @param share of all lists of its form that is asked */
function nameList(own: readonly Entry[], share: number): void {
  const asked = askedFurther(own);
  // Of two lines of which one is asked, each is what it is.
  if (asked === 1 && own.length === 2 && share < NEARLY_ALL) return;
  const isOfCandidate =
    own.some(({ text }) => personOf(text) === "candidate") &&
    own.filter(({ text }) => isAway(text)).length * 2 >= own.length;
  const isMostAsked = (asked + share * LINES_OF_FORM) * 2 >= own.length + LINES_OF_FORM;
  const label = isMostAsked && !isOfCandidate ? "followUp" : "area";
  for (const entry of own)
    if (entry.first.kind === "item") entry.label = isAskedByWay(entry.text) ? "followUp" : label;
}

function askedFurther(lines: readonly Entry[]): number {
  return lines.filter((entry) => isAskedFurther(entry)).length;
}

/** What is said to the candidate below a question asks further: "Bonus points if you can name a fourth." */
function isAskedFurther({ isAsked, text }: Entry): boolean {
  return isAsked || isProbeNote(text) || personOf(text) === "you";
}

/** What is told to whoever asks is nothing to ask. */
const whenAsked =
  /\b(?:if|when|once|where) (?:\p{L}+ ){0,3}ask(?:s|ed)?\b|(?:auf|bei) nachfrage|(?:wenn|falls) (?:\p{L}+ ){0,3}(?:gefragt|fragt|fragen)|sur demande|s['’]ils? (?:le |la |les )?demandent?|si (?:lo |la |le )?pregunta|聞かれたら|被问到|אם (?:שואל|נשאל)|إذا سأل/iu;

const wanting =
  /\b(?:go (?:through|over)|find out|(?:know|hear|learn|cover)|savoir|aborder|wissen|erfahren|durchgehen|saber|repasar)\b|知り|了解|לדעת|معرفة/iu;
/** What is asked of somebody by way of somebody else: "how she would plan a visit". */
const indirect =
  /^(?:how|what|why|whether|when|which|where|who|his|her|their|wie|was|warum|ob|wann|welche\w*|comment|ce qu|pourquoi|si|quel\w*|cómo|qué|por qué|cuándo)(?=[^\p{L}])|^(?:איך|מה|למה|האם|كيف|لماذا|هل)(?= )/iu;

/** "Before the call, ask for:" */
const askedFor = /\bask(?:s|ed|ing)? for[:：]$/iu;

/** Whether a line says that the list below it is one of questions, or of what there is to find out. */
function isAnnouncement({ text, first, found }: Entry, next: Entry | undefined): boolean {
  return (
    found === undefined &&
    first.kind === "paragraph" &&
    /[:：]$/u.test(text) &&
    !whenAsked.test(text.slice(-200)) &&
    !askedFor.test(text.slice(-20)) &&
    (speaksOfAsking(text) || wanting.test(text.slice(-200))) &&
    next?.first.kind === "item" &&
    next.found === undefined
  );
}

/** Fewer paragraphs below a list that was announced say nothing of what is asked. */
const FEWEST_BESIDE = 3;

/** Up to the next heading, a list that was announced is all that is asked, but for paragraphs that go on asking. */
function besideListOf(entries: readonly Entry[]): ReadonlySet<Entry> {
  const sections: Entry[][] = [];
  let beside: Entry[] | undefined;
  for (const [index, entry] of entries.entries()) {
    if (entry.first.kind === "heading") beside = undefined;
    if (entry.first.kind === "paragraph") beside?.push(entry);
    if (beside || !isAnnouncement(entry, entries[index + 1])) continue;
    beside = [];
    sections.push(beside);
  }
  return new Set(sections.flatMap(behindAsked));
}

/** @returns what stands behind the paragraphs that go on asking below a list; all of them where few do */
function behindAsked(section: readonly Entry[]): readonly Entry[] {
  const end = section.findIndex(({ isAsked }) => !isAsked);
  const asked = end < 0 ? section.length : end;
  return asked < FEWEST_BESIDE ? section : section.slice(asked);
}

/** "Here is what I would like you to ask her:" and a list: what is in it is asked, whatever it looks like. */
function announcedOf(entries: readonly Entry[]): readonly Entry[] {
  const found: Entry[] = [];
  for (const [index, entry] of entries.entries()) {
    const next = entries[index + 1];
    if (next === undefined) continue;
    const [isBegun, isOuter] = [isStem(entry, next), isItemAbove(entry, next)];
    if (!isBegun && !isOuter && !isAnnouncement(entry, next)) continue;
    const below = entries.slice(index + 1, index + 1 + LONGEST_LIST);
    const end = below.findIndex(
      (line) => (!isOpen(line) && line.first.kind !== "aside") || line.rank < next.rank,
    );
    const list = (end < 0 ? below : below.slice(0, end)).filter(
      (line) => placeKeyOf(line) === placeKeyOf(next),
    );
    if (isBegun || isOuter) {
      entry.label = "heading";
      const isAll =
        isBegun ||
        (speaksOfAsking(entry.text) &&
          list.length > 1 &&
          !list.some(({ text }) => personOf(text) === "candidate"));
      found.push(...(isAll ? list.map(askedByAnnouncement) : list.filter(({ isAsked }) => isAsked)));
      continue;
    }
    const isIndirect = list.filter((line) => indirect.test(line.text)).length * 2 > list.length;
    if (!speaksOfAsking(entry.text) && !isIndirect) continue;
    if (list.length < 2 || list.filter((line) => line.isAsked).length * 2 > list.length) continue;
    if (list.some(({ text, isAsked }) => !isAsked && namesLists.test(text))) continue;
    found.push(...list.map(askedByAnnouncement));
  }
  return found;
}

/** "Interview questions on steel": what a link to a list of them is called. */
const namesLists =
  /\binterview questions\b|interviewfragen|questions d['’]entretien|preguntas de (?:la )?entrevista|вопросы (?:для|на|к) собеседовани|面试题|面接質問/iu;

function askedByAnnouncement(line: Entry): Entry {
  line.part = "questions";
  line.isCertain = true;
  return line;
}

/** "9. Where applicable:" or "Questions on steel, for example:" above questions; a longer line may tell a scene. */
const headOfAsked =
  /^(?:(?:[^\s\p{Script=Han}]+ )?[^\s\p{Script=Han}]+|.{0,40}(?:questions|fragen|preguntas|domande|perguntas|vragen|вопросы|问题|問題|質問|שאלות|أسئلة).{0,160})[:：]$/iu;

/** Whether an item is the head of the list set in below it, and not what that asks further of. */
function isItemAbove(entry: Entry, next: Entry): boolean {
  const { first, text, found, rank } = entry;
  const isInner = next.first.kind === "item" && next.rank > rank;
  const isHead = first.kind === "item" && found === undefined && headOfAsked.test(text) && isOpen(entry);
  const isTold = speaksOfAsking(text) && theseBelow.test(text);
  return isInner && isHead && (isTold || (next.isAsked && !entry.isAsked && !isAddressed(text)));
}

/** "Ask her these:" */
const theseBelow =
  /(?:^|[^\p{L}])(?:following|these|folgende[nr]?|diese|suivante?s|ces|siguientes|estas|seguenti|queste|seguintes|estas|volgende|deze)(?=[^\p{L}])|以下|下列|这些|次の|הבאות|التالية/iu;

/** "What would you do if…" above a list: each item ends the question. */
function isStem(entry: Entry, next: Entry): boolean {
  return (
    isOpen(entry) &&
    /(?:\.{3}|…)$/u.test(entry.text) &&
    opensAsking(entry.text) &&
    next.first.kind === "item" &&
    next.rank > entry.rank &&
    isOpen(next)
  );
}

/** Below a head that says "Interview questions" a list is one of questions, whatever it looks like. */
function bareListOf(entries: readonly Entry[]): ReadonlySet<Entry> {
  const items = entries.filter(
    (entry) => isOpen(entry) && entry.part === "questions" && entry.first.kind === "item",
  );
  const own = items.filter((entry) => entry.text.length > 12);
  return new Set(own.length > 1 ? own : []);
}
