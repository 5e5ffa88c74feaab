import retextEnglish from "retext-english";
import retextEquality from "retext-equality";
import { unified } from "unified";
import { sensitiveTopics, type SensitiveTopic } from "../../domain/notes/sensitiveTopics.ts";
import type { SensitiveFind } from "../../domain/notes/sensitiveWords.ts";

/** A person who types that much in one note has written no note; the rest of it is not looked at. */
const MOST_CHARACTERS = 20_000;

/**
 * The rules of retext-equality that are about what a scorecard must not hold. Most others are about tone or
 * about technical words ("master", "easy"), and some mean something else beside software: "invalid", "widow",
 * "dwarf", "gimp", "ADD" and "insomnia" are left out for that.
 */
const rulesByTopic: Partial<Readonly<Record<SensitiveTopic, readonly string[]>>> = {
  age: ["senile"],
  origin: [
    "englishmen",
    "eskimo",
    "eskimos",
    "father-tongue-mother-tongue",
    "frenchmen",
    "gyp",
    "japs",
    "latino",
    "nonwhite",
    "oriental",
    "orientals",
    "pinoys",
    "redskin",
    "redskins",
  ],
  religion: ["goy", "hymie", "islamist", "islamists", "towel-heads"],
  family: [
    "aunt-uncle",
    "aunts-uncles",
    "average-housewife",
    "boyfriend-girlfriend",
    "boyfriends-girlfriends",
    "dad-mom",
    "dads-moms",
    "daughter-son",
    "daughters-sons",
    "family-burden",
    "gramps-granny",
    "granddaughter-grandson",
    "granddaughters-grandsons",
    "grandfathers-grandmothers",
    "housewife",
    "housewives",
    "husband-wife",
    "husbands-wives",
    "maternal-paternal",
    "maternity-paternity",
    "nephew-niece",
    "nephews-nieces",
    "stepbrother-stepsister",
    "stepbrothers-stepsisters",
    "stepdad-stepmom",
    "stepfathers-stepmothers",
    "working-wife",
  ],
  health: [
    "ablebodied",
    "aids-victim",
    "alcoholic",
    "amputee",
    "bipolar",
    "birth-defect",
    "commit-suicide",
    "committed-suicide",
    "deafmute",
    "depressed",
    "downs-syndrome",
    "dyslexic",
    "epileptic",
    "handicapped",
    "hearing-impaired",
    "intellectually-disabled",
    "intellectually-disabled-people",
    "learning-disabled",
    "multiple-sclerosis-victim",
    "ocd",
    "panic-attack",
    "paraplegic",
    "psychotic",
    "quadriplegic",
    "retard",
    "retards",
    "schizo",
    "stroke-victim",
    "suffers-from-disabilities",
    "suffers-from-md",
    "tourettes-syndrome",
    "victim-of-an-injury",
    "victim-of-injuries",
    "victim-of-polio",
    "wheelchair-bound",
  ],
  looks: ["buckteeth", "harelip", "harelipped"],
  accent: ["stammering", "stutterer"],
  sex: [
    "born-a-man",
    "born-a-woman",
    "boyish-girly",
    "fag",
    "females-males",
    "femininity-manliness",
    "gay-agenda",
    "gay-lifestyle",
    "gay-rights",
    "gender-pronoun",
    "hermaphrodite",
    "hermaphroditic",
    "heshe",
    "homosexual",
    "homosexual-couple",
    "homosexual-marriage",
    "homosexual-relations",
    "lady-doctor",
    "ladylike",
    "like-a-man",
    "man-enough",
    "manhood-womanhood",
    "mrs-",
    "sex-change-operation",
    "sexchange",
    "sexual-preference",
    "tranny",
    "transgendered",
    "transgenderism",
    "transgenders",
    "transvestite",
    "unmanly-unwomanly",
    "woman-lawyer",
  ],
};

const topicByRule = new Map(
  sensitiveTopics.flatMap((topic) => (rulesByTopic[topic] ?? []).map((rule) => [rule, topic] as const)),
);

const processor = unified()
  .use(retextEnglish)
  .use(retextEquality)
  .use(function () {
    this.compiler = () => "";
  });

/** @returns what retext-equality (English) finds in a text about what a scorecard must not hold */
export function findByEquality(text: string): readonly SensitiveFind[] {
  const { messages } = processor.processSync(text.slice(0, MOST_CHARACTERS));
  return messages.flatMap(({ ruleId, place }) => {
    const topic = topicByRule.get(ruleId ?? "");
    if (topic === undefined || place === undefined || !("start" in place)) return [];
    const { start, end } = place;
    return start.offset === undefined || end.offset === undefined
      ? []
      : [{ topic, start: start.offset, end: end.offset }];
  });
}
