import { readdirSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Guide, Question } from "../../../src/domain/guides/guide.ts";
import { guideWarnings, type GuideWarningKind } from "../../../src/domain/guides/guideWarnings.ts";
import { decodeGuideFile } from "../../interchange/guideText/fileTexts.ts";
import { smallGuide } from "../../smallInterview.ts";

const guidesFolder = resolve(import.meta.dirname, "../../../data/guides");

function questionOf(id: string, change: Partial<Question>): Question {
  return {
    id,
    title: id,
    text: "",
    competencyId: "",
    plannedMinutes: 15,
    areas: [{ id: `${id}.a`, text: "What was done", anchors: [{ point: 3, text: "a real case" }] }],
    followUps: [],
    ...change,
  };
}

function guideOf(questions: readonly Question[], language = "en"): Guide {
  return { ...smallGuide, language, questions };
}

function kindsFor(text: string, language = "en"): readonly GuideWarningKind[] {
  return guideWarnings(guideOf([questionOf("q", { text })], language)).map(({ kind }) => kind);
}

test.each(readdirSync(guidesFolder))("the guide %s that comes with the app gives no warning", (file) => {
  const decoded = decodeGuideFile(readFileSync(resolve(guidesFolder, file), "utf8"));
  if (!decoded.ok) throw new Error(`${file} can't be read.`);
  expect(guideWarnings(decoded.value)).toEqual([]);
});

describe.each<[GuideWarningKind, string, readonly string[]]>([
  [
    "hypothetical",
    "en",
    [
      "What would you do if a release failed?",
      "How would you design a cache?",
      "How would you go about it if the team said no?",
      "Imagine a customer shouts at you. What do you do?",
      "Suppose the disk is full. Where do you begin?",
      "Your build is broken. What would you look at first?",
      "If you had to choose one language, which would it be?",
      "What if the deadline moves?",
    ],
  ],
  [
    "leading",
    "en",
    [
      "Don't you think that tests are worth it?",
      "Don’t you find meetings a waste of time?",
      "You do write tests, right?",
      "You have led a team, haven't you?",
      "Wouldn't you agree that speed matters most?",
      "Would you agree that speed matters most?",
      "Surely you have used a debugger?",
    ],
  ],
  [
    "closed",
    "en",
    [
      "Did you write tests?",
      "Do you like pair programming?",
      "Have you ever led a team?",
      "Are you comfortable with being on call?",
      "Can you work under pressure?",
      "In your last job, did you write tests?",
      "We use Postgres here. Have you used it?",
    ],
  ],
  [
    "hypothetical",
    "fr",
    ["Que feriez-vous si un client se plaignait ?", "Imaginez une panne. Que faites-vous ?"],
  ],
  [
    "leading",
    "fr",
    ["Ne pensez-vous pas que les tests sont utiles ?", "Vous testez votre code, n’est-ce pas ?"],
  ],
  ["closed", "fr", ["Avez-vous déjà dirigé une équipe ?", "Est-ce que vous aimez travailler en équipe ?"]],
  [
    "hypothetical",
    "de",
    ["Was würden Sie tun, wenn ein Release fehlschlägt?", "Stellen Sie sich vor, der Server fällt aus."],
  ],
  ["leading", "de", ["Finden Sie nicht auch, dass Tests wichtig sind?", "Sie schreiben Tests, oder?"]],
  ["closed", "de", ["Haben Sie schon einmal ein Team geleitet?", "Gibt es Tests in Ihrem Team?"]],
])("a question is found to be %s (%s)", (kind, language, texts) => {
  test.each(texts)("%s", (text) => {
    expect(kindsFor(text, language)).toEqual([kind]);
  });
});

test.each([
  ["en", "Can you tell me about a time when a release failed?"],
  ["en", "Could you please walk me through your last project?"],
  ["en", "Would you describe a conflict in your team?"],
  ["en", "Have you ever led a team? Tell me about it."],
  ["en", "Have you ever missed a deadline, and what did you do about it?"],
  ["en", "Did you ever disagree with your manager? How did it end?"],
  ["en", "Do you have an example of a hard bug?"],
  ["en", "What did you do, and what would you do differently today?"],
  ["en", "Looking back, how would you have found it sooner?"],
  ["en", "I would like to hear about a time you were wrong."],
  ["en", "What did the team do when you said that would not work?"],
  ["en", "How did you make sure that you were right?"],
  ["en", "Who did you imagine would use it?"],
  ["fr", "Pouvez-vous me parler d’une panne que vous avez résolue ?"],
  ["fr", "Avez-vous déjà raté une échéance ? Racontez-moi."],
  ["fr", "Parlez-moi d’un conflit dans votre équipe."],
  ["fr", "Qu’avez-vous fait quand le serveur est tombé ?"],
  ["fr", "Pourriez-vous décrire un projet difficile ?"],
  ["de", "Können Sie mir von einem Konflikt im Team erzählen?"],
  ["de", "Haben Sie schon einmal ein Team geleitet? Erzählen Sie mir davon."],
  ["de", "Erzählen Sie mir von einem Fehler, den Sie gemacht haben."],
  ["de", "Hatten Sie einmal einen Konflikt, und wie ging er aus?"],
  ["de", "Was haben Sie getan, als das Release fehlschlug?"],
])("an open question about the past is left alone (%s): %s", (language, text) => {
  expect(kindsFor(text, language)).toEqual([]);
});

test("the wording of a language that is not known is not judged, nor is one language by another's rules", () => {
  expect(kindsFor("Did you write tests?", "sv")).toEqual([]);
  expect(kindsFor("Did you write tests?", "de-CH")).toEqual([]);
  expect(kindsFor("Did you write tests?", "en-GB")).toEqual(["closed"]);
  expect(kindsFor("Did you write tests?", "")).toEqual([]);
});

test("two questions that ask for the same are found, and the second one names the first", () => {
  const warnings = guideWarnings(
    guideOf([
      questionOf("first", { title: "A row", text: "Tell me about a time you disagreed with your manager." }),
      questionOf("other", { text: "Describe a bug that took long to find." }),
      questionOf("second", {
        text: "Give me an example of a situation when you and your managers disagreed.",
      }),
    ]),
  );
  expect(warnings).toEqual([
    {
      kind: "similar",
      place: { part: "question", questionId: "second" },
      // Its direction does not turn the rest of the sentence round.
      message: "It is very similar to “A row”.",
    },
  ]);
});

test("most of the words in common is the same, half of them is not", () => {
  const kindsOf = (first: string, second: string) =>
    guideWarnings(guideOf([questionOf("1", { text: first }), questionOf("2", { text: second })])).map(
      ({ kind }) => kind,
    );
  const first = "Tell me about a slow database query you had to fix.";
  expect(kindsOf(first, "Describe a slow database query that you fixed in production.")).toEqual(["similar"]);
  expect(kindsOf(first, "Describe a slow release that you fixed with colleagues.")).toEqual([]);
});

test("in a language that is not known only the same text is found to be the same", () => {
  const twice = (first: string, second: string) =>
    guideWarnings(guideOf([questionOf("1", { text: first }), questionOf("2", { text: second })], "ja")).map(
      ({ kind }) => kind,
    );
  expect(twice("最近の失敗について話してください。", "最近の失敗について話してください")).toEqual([
    "similar",
  ]);
  expect(twice("最近の失敗について話してください。", "最近の成功について話してください。")).toEqual([]);
});

describe("what a question lacks or has too much of", () => {
  const kindsOf = (change: Partial<Question>) =>
    guideWarnings(guideOf([questionOf("q", { text: "Tell me about a bug.", ...change })])).map(
      ({ kind }) => kind,
    );
  const areas = (count: number) =>
    Array.from({ length: count }, (_, index) => ({
      id: `a${index}`,
      text: "x",
      anchors: [{ point: 1, text: "nothing" }],
    }));

  test("eight areas are fine, nine are not, none are not", () => {
    expect(kindsOf({ areas: areas(8) })).toEqual([]);
    expect(kindsOf({ areas: areas(9) })).toEqual(["manyAreas"]);
    expect(kindsOf({ areas: [] })).toEqual(["noAreas"]);
  });

  test("3 to 60 minutes are fine, 2 and 61 are odd", () => {
    expect([3, 60].flatMap((plannedMinutes) => kindsOf({ plannedMinutes }))).toEqual([]);
    expect([2, 61].map((plannedMinutes) => kindsOf({ plannedMinutes }))).toEqual([
      ["oddMinutes"],
      ["oddMinutes"],
    ]);
  });

  test("an area needs anchors of its own or of its competency", () => {
    const bare = [{ id: "a", text: "x", anchors: [] }];
    expect(kindsOf({ areas: bare })).toEqual(["noAnchors"]);
    expect(kindsOf({ areas: bare, competencyId: "dough" })).toEqual([]);
  });

  test("where no question has anchors, that is said once for the guide", () => {
    const bare = (id: string, text: string) =>
      questionOf(id, { text, areas: [{ id: `${id}.a`, text: "x", anchors: [] }] });
    const warnings = guideWarnings(
      guideOf([bare("1", "Tell me about a bug."), bare("2", "Describe a move.")]),
    );
    expect(warnings.map(({ kind, place }) => [kind, place])).toEqual([
      ["noAnchors", { part: "competencies" }],
    ]);
  });

  test("a question without text, and a point without a label", () => {
    expect(kindsOf({ text: " " })).toEqual(["noText"]);
    const points = smallGuide.scale.points.map((point) => ({
      ...point,
      label: point.value === 2 ? "" : "x",
    }));
    const guide = { ...guideOf([questionOf("q", { text: "Tell me about a bug." })]), scale: { points } };
    expect(guideWarnings(guide).map(({ message }) => message)).toEqual([
      "Point 2 of the scale has no label, so interviewers may read it differently.",
    ]);
  });
});

test("any text at all is looked at, without an error and in the order of the guide", () => {
  fc.assert(
    fc.property(
      fc.array(fc.string({ unit: "grapheme", maxLength: 80 }), { maxLength: 12 }),
      fc.constantFrom("en", "fr", "de", "xx"),
      (texts, language) => {
        const guide = guideOf(
          texts.map((text, index) => questionOf(`${index}`, { text })),
          language,
        );
        const positions = guideWarnings(guide).map(({ place }) =>
          place.part === "question" ? Number(place.questionId) : -1,
        );
        expect(positions).toEqual(positions.toSorted((a, b) => a - b));
      },
    ),
  );
});

test("a second copy of any question is found", () => {
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom("deploy", "customer", "budget", "outage", "design", "review", "hiring"), {
        minLength: 1,
        maxLength: 6,
      }),
      fc.constantFrom("en", "fr", "de", "xx"),
      (topics, language) => {
        const text = topics.join(" ");
        const guide = guideOf([questionOf("1", { text }), questionOf("2", { text })], language);
        expect(guideWarnings(guide).map(({ kind }) => kind)).toContain("similar");
      },
    ),
  );
});
