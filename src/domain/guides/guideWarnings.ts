import { anchorsFor, type Guide, type Question } from "./guide.ts";
import type { GuidePlace } from "./guideEditing.ts";
import { titleOf } from "./questionTitle.ts";
import { isolated } from "../text/isolated.ts";

export type GuideWarningKind =
  | "noText"
  | "noAreas"
  | "manyAreas"
  | "noAnchors"
  | "hypothetical"
  | "leading"
  | "closed"
  | "similar"
  | "oddMinutes"
  | "unworded";

/** Something about a guide that is worth a look. It forbids nothing. */
export interface GuideWarning {
  readonly kind: GuideWarningKind;
  readonly place: GuidePlace;
  /** One plain sentence. */
  readonly message: string;
}

const MOST_FOLLOWED_AREAS = 8;
const SHORTEST_MINUTES = 3;
const LONGEST_MINUTES = 60;
/** Of all the words of two questions, the share that both have, from which on they ask for the same. */
const SAME_SHARE = 0.6;
const FEWEST_SHARED = 2;

/** How one language words what is worth a warning. Patterns are tried on one sentence at a time. */
interface Wording {
  readonly hypothetical: readonly RegExp[];
  readonly leading: readonly RegExp[];
  /** How a sentence begins that a yes or a no answers. It counts with a question mark only. */
  readonly closed: RegExp;
  /** What opens such a sentence all the same: it asks for a story, or goes on with how or why. */
  readonly opened: RegExp;
  /** A sentence that asks for a story without a question mark. */
  readonly request: RegExp;
  /** Words that say nothing of what a question is about. */
  readonly stopWords: ReadonlySet<string>;
}

const english: Wording = {
  hypothetical: [
    /^(?:imagine|suppose|pretend|picture (?:a|an|this|that|the|yourself)|let['’]?s (?:say|imagine|suppose|assume)|assume (?:that|you)|say (?:that )?you)\b/iu,
    /\b(?:what|how|who|whom|where|when|which|why)\b[^.?!]*\b(?:would|will) you\b(?! (?:say|describe it)\b)(?![^.?!]*\bdifferently\b)(?! have\b)/iu,
    /\bwhat if\b/iu,
    /\bif you (?:were|had|could|found|got|met)\b[^.?!]*\bwould\b(?![^.?!]*\bdifferently\b)/iu,
  ],
  leading: [
    /^(?:and |so |but )?(?:do|would|did|is|are|was|were|wo|have|has|had|ca|could|should|does)n['’]t (?:you|it|that|this|there|they|we|the|he|she|your)\b/iu,
    /^(?:do|would|did|have|are|should) you not\b/iu,
    /\b(?:wouldn['’]t|don['’]t) you (?:agree|think|say)\b/iu,
    /^(?:would|do) you agree that\b/iu,
    /^(?:surely|obviously|of course|clearly),? /iu,
    /,\s*(?:right|correct|yes|no|okay|ok|agreed|am i right|is that right|(?:is|are|was|were|do|does|did|wo|would|have|has|had|ca|could|should)n['’]t (?:it|you|they|we|he|she|that|there))\s*\?/iu,
  ],
  closed:
    /^(?:(?:so|and|well|now|first|then),?\s+)?(?:(?:in|at|on|during|since|after|before|with)\b[^,?]{1,60},\s+)?(?:did|do|does|have|has|had|are|is|was|were|can|could|will|would|should|may)\s+(?:you|your|it|they|there|the|this|that|these|those|we|he|she|anyone|anybody|someone|somebody|a|an|any)\b/iu,
  opened:
    /^\S+(?:\s+\S+)?\s+(?:(?:please|maybe|perhaps|briefly|also|just)\s+)?(?:tell|take|walk|talk|describe|explain|give|share|show|name|list|think|recall|remember|outline|summari[sz]e|run|lead|go|say|elaborate)\b|(?:[,;:–—]|\b(?:and|or|so))\s+(?:if so,?\s+)?(?:(?:in|to|on|at|for|with|by|from|of|about)\s+)?(?:how|why|what|which|who|whom|whose|when|where)\b|\bor\b|\b(?:an|any) (?:example|instance|occasion)\b/iu,
  request:
    /^(?:(?:please|so|and|then|now|if so|next),?\s+)*(?:tell|take|walk|talk|describe|explain|give|share|show|name|list|think|recall|remember|outline|summari[sz]e|run|lead|go|say|pick|choose|let['’]?s|i['’]?d (?:like|love)|i (?:would|want|am)|elaborate|how|why|what|which|who|when|where)\b/iu,
  stopWords: words(
    "a about all also an and any are as at be because been before but by can case come could describe did do does doing done during each ever every example experience explain first for from gave get give go had has have having hear her him his how i i'd i'm if in instance into is it its last let let's like made make me more most much my not occasion of on one or our out own part pick please recall recent same share she show situation so some something somebody specific such take talk tell than that the their them then there these they thing things think this those through time times to too up us use used very walk want was way we well went were what what's when where which while who why will with work worked working would you your yours yourself",
  ),
};

const french: Wording = {
  hypothetical: [
    /^(?:imagin(?:ez|e|ons)|suppos(?:ez|e|ons)|admettons|mettons)(?:\s|-|,)/iu,
    /(?<![\p{L}-])(?!(?:pour|voud|dev|au|sau|aime|souhaite|di|accepte)ri?(?:ez|ais)-)\p{L}+r(?:iez-vous|ais-tu)(?!\p{L})(?![^.?!]*\b(?:autrement|différemment)\b)/iu,
    /(?<!\p{L})et si (?:vous|tu|on|le|la|un|une)(?!\p{L})/iu,
  ],
  leading: [
    /^n(?:['’]|e\s)[\p{L}-]*-?(?:vous|tu|il|elle|on)\s+pas(?!\p{L})/iu,
    /,\s*(?:n['’]est-ce pas|non|pas vrai|d['’]accord|hein|oui)\s*\?/iu,
    /^(?:bien sûr|évidemment|sûrement),? /iu,
    /^(?:êtes-vous|es-tu) d['’]accord (?:que|pour dire)/iu,
  ],
  closed:
    /^(?:(?:et|alors|donc),?\s+)?(?:est-ce qu(?:e\s|['’])|\p{L}+-(?:t-)?(?:vous|tu|il|elle|on|ils|elles)(?!\p{L}))/iu,
  opened:
    /^(?:est-ce que (?:vous|tu) )?(?:p(?:ouvez|ourriez|eux|ourrais)|voulez|voudriez|veux)(?:-vous|-tu)?[^?]*?(?<!\p{L})(?:parler|décrire|raconter|donner|expliquer|citer|présenter|penser|partager|dire|détailler|montrer)|(?:[,;:–—]|(?<!\p{L})(?:et|ou|puis))\s+(?:si oui,?\s+)?(?:(?:à|de|en|dans|par|pour|avec|sur)\s+)?(?:comment|pourquoi|que|qu['’]\S+|quel|quels|quelle|quelles|qui|quoi|quand|où|combien)(?!\p{L})|(?<!\p{L})ou(?!\p{L})|(?<!\p{L})un exemple(?!\p{L})/iu,
  request:
    /^(?:(?:et|puis|alors|si oui),?\s+)*(?:\p{L}+(?:ez|e|s)-(?:moi|nous|m['’]en)|(?!\p{L}+-(?:vous|tu))\p{L}+ez\s|comment|pourquoi|qu['’]|que\s|quel|quand|où|qui\s|j['’]aimerais|je voudrais)/iu,
  stopWords: words(
    "a à ai as au aux avec avez avoir c'est ce ces cette comment dans de décrivez des donnez dont du elle en est et été eu exemple expliquez fait faire fois il ils j je l la le les leur lors lorsque m ma mais me moi moment mon n ne nous on ont ou où par parlez pas plus pour pouvez qu quand que quel quelle quelles quels qui quoi racontez s sa sans se ses si situation son sont sur t un une vos votre vous y était avait aviez étiez",
  ),
};

const german: Wording = {
  hypothetical: [
    /^(?:stell(?:en Sie sich| dir)(?: bitte| einmal| mal)* vor|angenommen|nehmen wir (?:einmal |mal )?an|gesetzt den fall)(?!\p{L})/iu,
    /(?<!\p{L})(?:was|wie|wen|wem|wer|wo|wann|welche\p{L}*|warum|womit|woran|an wen)(?!\p{L})[^.?!]*(?<!\p{L})(?:würden sie|würdest du|würdet ihr)(?!\p{L})(?![^.?!]*(?<!\p{L})(?:sagen|anders)(?!\p{L}))/iu,
    /(?<!\p{L})was wäre,? wenn(?!\p{L})/iu,
  ],
  leading: [
    /^\p{L}+ (?:sie|du|ihr) (?:denn |das |auch |es )?nicht(?!\p{L})/iu,
    /,\s*(?:oder|nicht wahr|richtig|stimmt['’]?s|stimmt|nicht|gell|ja)\s*\?/iu,
    /^(?:sicher|bestimmt|natürlich|offensichtlich) (?:haben|sind|hast|bist) /iu,
    /^(?:stimmen sie zu|sind sie der meinung), dass/iu,
  ],
  closed:
    /^(?:(?:und|also|nun),?\s+)?(?:haben|hatten|hast|hattest|sind|waren|bist|warst|können|könnten|kannst|könntest|konnten|kennen|kennst|wissen|weißt|wollen|willst|möchten|möchtest|mögen|magst|würden|würdest|werden|wirst|müssen|mussten|musstest|dürfen|durften|sollten|arbeiten|arbeitest|glauben|glaubst|finden|findest|nutzen|verwenden|benutzen) (?:sie|du|ihr)(?!\p{L})|^(?:und |also )?(?:gab|gibt|ist|war|hat|hatte|kam|gelang) (?:es|das|der|die|den|dem|ihnen|dir|ihr|ihre|dein|deine|jemand)(?!\p{L})/iu,
  opened:
    /^(?:können|könnten|kannst|könntest|würden|würdest|möchten|wollen) (?:sie|du|ihr)[^?]*(?<!\p{L})(?:erzählen|beschreiben|schildern|nennen|geben|erklären|berichten|denken|sagen|zeigen|erläutern|skizzieren|durchgehen|sprechen|erinnern)(?!\p{L})|(?:[,;:–—]|(?<!\p{L})(?:und|oder))\s+(?:wenn ja,?\s+)?(?:(?:in|zu|auf|an|für|mit|von|bei)\s+)?(?:wie|warum|was|welche\p{L}*|wer|wen|wem|wo|wann|weshalb|wieso|woran|womit|wodurch|worin)(?!\p{L})|(?<!\p{L})oder(?!\p{L})|(?<!\p{L})ein beispiel(?!\p{L})/iu,
  request:
    /^(?:(?:bitte|und|dann|wenn ja),?\s+)*(?:erzähl|beschreib|schilder|nenn|gib(?!t)|geben|erklär|bericht|denk|sag|zeig|erläuter|skizzier|führ|nimm|nehmen|sprech|sprich|wähl|such|wie|warum|was|welche|wer|wen|wem|wo|wann|weshalb|ich (?:würde|möchte))\p{L}*(?!\p{L})/iu,
  stopWords: words(
    "ab aber als am an auch auf aus bei beim beispiel beschreiben bin bis bitte da dabei damit dann das dass dein dem den denken der des die dies diese du durch ein eine einem einen einer eines er erklären erzählen es etwas für geben gerade gewesen gab haben hat hatte hatten ich ihnen ihr ihre ihrem ihren ihrer im in ist ja jemals kein können mal man mein mich mir mit nach nennen nicht noch nun ob oder ohne schildern sehr sein sich sie sind situation so um und uns von vom vor war waren was wann warum weil welche welchem welchen welcher welches wenn wer wie wir wird wo worden wurde wurden würden zeit zu zum zur zuletzt über",
  ),
};

const wordings: Readonly<Record<string, Wording>> = { en: english, fr: french, de: german };

/**
 * Looks a guide over. The wording of questions is judged in English, French and German only.
 *
 * @returns warnings in the order of the guide
 */
export function guideWarnings(guide: Guide): readonly GuideWarning[] {
  const wording = wordings[guide.language.toLowerCase().split("-")[0] ?? ""];
  const similar = similarQuestions(guide.questions, wording?.stopWords);
  const withAreas = guide.questions.filter(({ areas }) => areas.length > 0);
  const isUnanchored =
    withAreas.length > 1 && withAreas.every((question) => countUnanchored(guide, question) > 0);
  return [
    ...scaleWarnings(guide),
    ...(isUnanchored
      ? [
          {
            kind: "noAnchors",
            place: { part: "competencies" },
            message:
              "No question has anchors for all its areas. Describe the rating points for each competency.",
          } as const,
        ]
      : []),
    ...guide.questions.flatMap((question, index) => {
      const place: GuidePlace = { part: "question", questionId: question.id };
      const warn = (kind: GuideWarningKind, message: string): GuideWarning => ({ kind, place, message });
      const earlier = guide.questions[similar[index] ?? -1];
      return [
        ...(question.text.trim() === "" ? [warn("noText", "It has no question text.")] : []),
        ...(wording ? wordingWarnings(question.text, wording, warn) : []),
        ...(earlier ? [warn("similar", `It is very similar to “${isolated(titleOf(earlier))}”.`)] : []),
        ...minutesWarnings(question.plannedMinutes, warn),
        ...areaWarnings(question, isUnanchored ? 0 : countUnanchored(guide, question), warn),
      ];
    }),
  ];
}

type Warn = (kind: GuideWarningKind, message: string) => GuideWarning;

function scaleWarnings({ scale }: Guide): readonly GuideWarning[] {
  const unworded = scale.points.filter(({ label }) => label.trim() === "").map(({ value }) => value);
  if (unworded.length === 0) return [];
  const message = `Point ${unworded.join(", ")} of the scale has no label, so interviewers may read it differently.`;
  return [{ kind: "unworded", place: { part: "scale" }, message }];
}

function wordingWarnings(text: string, wording: Wording, warn: Warn): readonly GuideWarning[] {
  const sentences = toSentences(text);
  const isLeading = sentences.some(
    (sentence) => sentence.endsWith("?") && wording.leading.some((pattern) => pattern.test(sentence)),
  );
  const isHypothetical = sentences.some((sentence) =>
    wording.hypothetical.some((pattern) => pattern.test(sentence)),
  );
  return [
    ...(isHypothetical ? [warn("hypothetical", "It is hypothetical. Ask for a time when they did it.")] : []),
    ...(isLeading ? [warn("leading", "It suggests the answer you hope for.")] : []),
    // Of two names for one fault, the one that says more.
    ...(!isLeading && !isHypothetical && isClosed(sentences, wording)
      ? [warn("closed", "It can be answered with yes or no. Ask how, what or when, or for an example.")]
      : []),
  ];
}

function isClosed(sentences: readonly string[], { closed, opened, request }: Wording): boolean {
  const asked = sentences.filter((sentence) => sentence.endsWith("?"));
  return (
    asked.length > 0 &&
    asked.every((sentence) => closed.test(sentence) && !opened.test(sentence)) &&
    !sentences.some((sentence) => request.test(sentence))
  );
}

/** @returns the sentences of a text, each with the mark that ends it and no quotes around it */
function toSentences(text: string): readonly string[] {
  return (text.match(/[^.?!…]+[.?!…]*/gu) ?? []).map((sentence) =>
    sentence.replaceAll(/^[\s"“”„«»‹›'‘’()¿¡]+|[\s"“”«»‹›'’()]+$/gu, "").replace(/\s+\?$/u, "?"),
  );
}

function minutesWarnings(minutes: number, warn: Warn): readonly GuideWarning[] {
  if (minutes < SHORTEST_MINUTES) {
    return [warn("oddMinutes", `${minutes} min is too short for an answer and its follow-ups.`)];
  }
  if (minutes > LONGEST_MINUTES) {
    return [warn("oddMinutes", `${minutes} min is longer than most whole interviews.`)];
  }
  return [];
}

function areaWarnings(question: Question, unanchored: number, warn: Warn): readonly GuideWarning[] {
  const count = question.areas.length;
  if (count === 0) return [warn("noAreas", "It has no areas, so there is nothing to rate.")];
  return [
    ...(count > MOST_FOLLOWED_AREAS
      ? [
          warn(
            "manyAreas",
            `${count} areas are hard to follow during an answer. Keep to ${MOST_FOLLOWED_AREAS} or fewer.`,
          ),
        ]
      : []),
    ...(unanchored > 0
      ? [
          warn(
            "noAnchors",
            `${unanchored === count ? "Its areas have" : `${unanchored} of its ${count} areas ${unanchored === 1 ? "has" : "have"}`} no anchors, so nothing describes the rating points.`,
          ),
        ]
      : []),
  ];
}

function countUnanchored(guide: Guide, question: Question): number {
  return question.areas.filter((area) => anchorsFor(guide, question, area).length === 0).length;
}

/**
 * Finds questions that ask for the same: by the words that carry meaning where the language is known, else by
 * the whole text. Each word is looked up, so that many questions do not have to be compared in pairs.
 *
 * @returns for each question the index of an earlier one that asks for the same, or -1
 */
function similarQuestions(
  questions: readonly Question[],
  stopWords: ReadonlySet<string> | undefined,
): readonly number[] {
  const indexesByWord = new Map<string, number[]>();
  const wordSets = questions.map(({ text }) => wordsOf(text, stopWords));
  return wordSets.map((own, index) => {
    const sharedCounts = new Map<number, number>();
    for (const word of own) {
      const indexes = indexesByWord.get(word);
      for (const earlier of indexes ?? []) sharedCounts.set(earlier, (sharedCounts.get(earlier) ?? 0) + 1);
      if (indexes) indexes.push(index);
      else indexesByWord.set(word, [index]);
    }
    let nearest = -1;
    let greatest = 0;
    for (const [earlier, shared] of sharedCounts) {
      const inBoth = own.size + (wordSets[earlier]?.size ?? 0) - shared;
      const share = shared / inBoth;
      const isSame = share === 1 || (share >= SAME_SHARE && shared >= FEWEST_SHARED);
      if (isSame && share > greatest) {
        nearest = earlier;
        greatest = share;
      }
    }
    return nearest;
  });
}

function wordsOf(text: string, stopWords: ReadonlySet<string> | undefined): ReadonlySet<string> {
  const plain = text.toLowerCase().normalize("NFC").replaceAll("’", "'");
  if (!stopWords)
    return new Set(plain.trim() === "" ? [] : [plain.replaceAll(/[^\p{L}\p{M}\p{N}]+/gu, " ").trim()]);
  const found = plain.match(/[\p{L}\p{M}\p{N}']+/gu) ?? [];
  return new Set(found.filter((word) => !stopWords.has(word)).map(withoutEnding));
}

/** One word in another form is the same word; roughly is enough. */
function withoutEnding(word: string): string {
  const singular = word.length > 3 ? word.replace(/s$/u, "") : word;
  return singular.replace(/(?<=...)(?:ing|ed|en|er|e)$/u, "");
}

function words(list: string): ReadonlySet<string> {
  return new Set(list.split(" "));
}
