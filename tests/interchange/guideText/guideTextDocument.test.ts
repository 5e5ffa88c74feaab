import { describe, expect, test } from "vitest";
import { guideFromText } from "../../../src/interchange/guideText/guideText.ts";

/** Each line that is a question, an area or a follow-up, with what it is. */
function classes(...source: readonly string[]): readonly string[] {
  const marks: Readonly<Record<string, string>> = { question: "q", area: "a", followUp: "f" };
  return guideFromText(source.join("\n")).lines.flatMap(({ label, text }) =>
    label in marks ? [`${marks[label] ?? ""} ${text}`] : [],
  );
}

describe("what stands below a name that repeats", () => {
  test("is asked by itself, where nothing is asked above it", () => {
    const bank = ["Planning", "Money"].flatMap((theme, at) => [
      `- **${theme}**`,
      "  - *Core*",
      `    - What did you give up in week ${at}?`,
      "  - *Senior*",
      `    - Who took over from you in week ${at}?`,
      `      - How long did that take?`,
    ]);
    expect(classes("# Question bank", "", ...bank)).toEqual([
      "q What did you give up in week 0?",
      "q Who took over from you in week 0?",
      "f How long did that take?",
      "q What did you give up in week 1?",
      "q Who took over from you in week 1?",
      "f How long did that take?",
    ]);
  });

  test("goes on with the question above, and does not begin another one", () => {
    const star = (event: string) => [
      `Tell us about a ${event}.`,
      "Task:",
      `- What was asked of you in the ${event}?`,
      "Action:",
      `- What did you do in the ${event}?`,
    ];
    expect(classes(...star("flood"), "", ...star("fire"))).toEqual([
      "q Tell us about a flood.",
      "f What was asked of you in the flood?",
      "f What did you do in the flood?",
      "q Tell us about a fire.",
      "f What was asked of you in the fire?",
      "f What did you do in the fire?",
    ]);
  });
});

describe("what is asked on a condition is a follow-up", () => {
  test.each([
    ["If they are vague: Who else was there?"],
    ["(if not: who did it instead?)"],
    ["Si duda: ¿y quién más?"],
    ["Wenn unklar: Wer war dabei?"],
    ["S'il hésite : et qui d'autre ?"],
  ])("%s", (line) => {
    const page = ["1. Tell us about a flood.", line, "", "2. Tell us about a fire.", "Look for: calm"];
    expect(classes(...page).filter((text) => text.startsWith("f"))).toHaveLength(1);
  });

  test("in a list of its own", () => {
    const page = [
      "Tell us about a flood.",
      "",
      "Look for:",
      "- calm",
      "",
      "If time allows:",
      "- Who helped?",
    ];
    expect(classes(...page)).toEqual(["q Tell us about a flood.", "a calm", "f Who helped?"]);
  });

  test("below the other follow-ups, after an empty line", () => {
    const fire = ["Tell us about a fire.", "", "Look for:", "- calm"];
    const page = ["Tell us about a flood.", "", "Follow-ups:", "- Who was there?", "", "If time allows:"];
    expect(classes(...page, "- Who helped?", "", ...fire)).toContain("f Who helped?");
  });

  test("and so is what stands below it in one list, with no line above", () => {
    const page = [
      "<ul><li>Walk me through a flood.",
      "<p>If needed, ask:</p>",
      '<ul><li>If "we": who did it?</li><li>Press for an example</li></ul></li>',
      "<li>Walk me through a fire.",
      "<p>If needed, ask:</p>",
      "<ul><li>Can you be more specific?</li><li>Is that still so?</li></ul></li></ul>",
    ];
    expect(classes(...page)).toEqual([
      "q Walk me through a flood.",
      'f If "we": who did it?',
      "f Press for an example",
      "q Walk me through a fire.",
      "f Can you be more specific?",
      "f Is that still so?",
    ]);
  });
});

describe("where each question has its label", () => {
  const sheet = ["Animals", "Owners", "Theatre"].flatMap((part, at) => [
    part,
    `Ask: What frightened you in year ${at}?`,
    "Tick:",
    "[ ] calm",
    "Ask: How do you hold a cat?",
    "",
  ]);

  test("a line without it is none, and the label opens no follow-up", () => {
    const page = classes("Interview run sheet", "", "Say: is it all right if you take notes?", "", ...sheet);
    expect(page.filter((text) => text.startsWith("q"))).toHaveLength(6);
    expect(page.filter((text) => text.startsWith("f"))).toEqual([]);
  });
});

describe("a place", () => {
  test("is open for questions, though a few elsewhere have lists", () => {
    const bare = Array.from({ length: 9 }, (_, at) => `- How do you bake bread of kind ${at}?`);
    const page = [
      "# Baker",
      "",
      "## Ovens",
      "",
      ...bare,
      "",
      "## Scene",
      "",
      "What do you do in a fire?",
      "",
      "Look for:",
      "- calm",
    ];
    expect(classes(...page).filter((text) => text.startsWith("q"))).toHaveLength(10);
  });

  test("beside a list of questions holds none: what a mail asks its reader is not said to the candidate", () => {
    const mail = [
      "Hi Jo,",
      "",
      "Please ask her these questions:",
      "",
      "- What do you do in a fire?",
      "- How do you plan a week?",
      "- Who taught you most?",
      "",
      "Can you send me your notes by Friday?",
    ];
    expect(classes(...mail)).toHaveLength(3);
  });

  test("that asks on the way and goes on to say something asks nothing", () => {
    const page = [
      "Do you still hire on a hunch? Most of us do.",
      "",
      "1. What do you do in a fire?",
      "Look for calm handling.",
      "2. How do you plan a week?",
      "Look for a list.",
    ];
    expect(classes(...page)).toEqual([
      "q What do you do in a fire?",
      "a Look for calm handling.",
      "q How do you plan a week?",
      "a Look for a list.",
    ]);
  });
});

describe("a part", () => {
  test("of contents ends with its list, though the heads below stand deeper", () => {
    const page = [
      "# Baker",
      "",
      "## Contents",
      "",
      "1. Ovens",
      "2. Flour",
      "",
      "#### Ovens:",
      "",
      "- What do you do in a fire?",
      "- How do you clean one?",
      "",
      "#### Flour:",
      "",
      "- Which one do you use?",
    ];
    expect(classes(...page)).toHaveLength(3);
  });

  test("with a number is told by its head, and what the candidate asks is none of it", () => {
    const page = [
      "## 1. Interview",
      "",
      "- What did you do in the fire?",
      "- Who helped you?",
      "",
      "## 2. What candidates ask",
      "",
      "- Which software do you use?",
    ];
    expect(classes(...page)).toEqual(["q What did you do in the fire?", "q Who helped you?"]);
  });
});

test("how to ask, below a question, is no question", () => {
  const page = ["Flood", "Fire"].flatMap((event) => [
    `## ${event}`,
    "",
    `Tell us about a ${event}.`,
    "",
    'Let them choose. If they talk of the team, say: "Which part was yours?"',
    "",
    "We listen for",
    `* calm in a ${event}`,
    "",
  ]);
  expect(classes("# Interview", "", ...page)).toEqual([
    "q Tell us about a Flood.",
    "a calm in a Flood",
    "q Tell us about a Fire.",
    "a calm in a Fire",
  ]);
});

test("a row that is filled in after the interview is no question", () => {
  const table = ["", "| Overall | 1 2 3 |", "| --- | --- |", "| Would you appoint? | Yes / No |"];
  expect(classes("Tell us about a flood.", "", "Look for:", "- calm", ...table)).toEqual([
    "q Tell us about a flood.",
    "a calm",
  ]);
});

test("a short line of a script without capitals goes on with no line far shorter than the page is wide", () => {
  const page = [
    "1. 一番忙しかった日のことを、最初から最後まで順番に詳しく教えてください。",
    "評価ポイント",
    "- 声をかけたか",
    "最後に",
  ];
  const lines = guideFromText(page.join("\n")).lines;
  expect(lines.at(-1)?.label).not.toBe("continues");
});

describe("a page that is no guide", () => {
  const asked = ["What are you proud of?", "What did you find hard?", "Who helped you?"];
  const rest = Array.from({ length: 14 }, (_, at) => ["", `Your lead reads page ${at} with you.`]).flat();

  test.each(["Your annual review", "Ihr Mitarbeitergespräch", "Votre entretien annuel", "Exit interview"])(
    "is a talk of another kind: %s",
    (title) => {
      expect(guideFromText([title, "", ...asked, ...rest].join("\n")).withheld).toBe(3);
    },
  );

  test("is a conversation that is printed with its answers", () => {
    const page = [
      "Five things about Ana",
      "",
      ...asked.flatMap((text) => [`**${text}**`, "", "The oven. And my aunt.", ""]),
    ];
    expect(guideFromText(page.join("\n")).withheld).toBe(3);
  });

  const toAsk = ["What are you proud of?", "How do you plan a week?", "Tell me about a day that went wrong."];
  const items = (texts: readonly string[]) => texts.map((text) => `- ${text}`);

  test("is none that tells those who interview of each other", () => {
    const told = [
      "The lead interviewer opens, you take the notes.",
      "Tell the other interviewer what you ask.",
      "Hand your scores to the recruiter the same day.",
    ];
    const page = ["# A day of interviews", "", ...items(told), "", "## Questions", "", ...items(toAsk)];
    expect(guideFromText(page.join("\n")).guide.questions.map(({ text }) => text)).toEqual(toAsk);
  });

  test.each([
    ["Interview day", "How long is the interview?", "Does the team meet on Mondays?", "Will it be by phone?"],
    [
      "Vorstellungsgespräch",
      "Wie lange dauert das Vorstellungsgespräch?",
      "Wie groß ist das Team?",
      "Wann beginnt es?",
    ],
    [
      "Entretien",
      "Combien de temps dure l'entretien ?",
      "Comment est organisée l'équipe ?",
      "À quelle heure ?",
    ],
    ["Entrevista", "¿Cuánto dura la entrevista?", "¿Quién dirige la entrevista?", "¿Cuándo empieza?"],
    ["Собеседование", "Сколько длится собеседование?", "Кто проводит собеседование?", "Когда начало?"],
    ["面试", "面试要多久？", "贵公司有几个办公室？", "什么时候开始？"],
    ["面接", "面接は何分ですか？", "御社の規模はどのくらいですか？", "いつ始まりますか？"],
    ["ראיון", "מתי יתקיים הראיון?", "כמה אנשים יש בריאיון?", "מתי מתחילים?"],
    ["مقابلة", "ما مدة المقابلة؟", "من يدير المقابلة؟", "متى تبدأ؟"],
  ])("asks about the interview and the firm: %s", (title, ...asks) => {
    const page = [
      `# ${title}`,
      "",
      "Ana, 27.5.",
      "",
      ...items(asks),
      "",
      "# A",
      "",
      "B1.",
      "",
      "B2.",
      "",
      "B3.",
    ];
    expect(guideFromText(page.join("\n")).withheld).toBe(3);
  });

  test.each([
    ["What is the role of a cache?", "What is the role of an index?", "What is a queue?"],
    [
      "How is success of the team measured?",
      "What does the team do when a client leaves?",
      "How does the team share what it learns?",
    ],
    [
      "Par quoi commence l'entretien de la chaudière ?",
      "Combien coûte l'entretien du parc ?",
      "Quand purger ?",
    ],
    ["为什么离开上一家公司？", "如何带领团队？", "最近读了什么书？"],
    ["前の会社を辞めた理由は？", "チームで大切なことは？", "最近読んだ本は？"],
    ["Почему ушли из прошлой компании?", "Как собирали команду?", "Что читаете?"],
  ])("is none that asks what it takes, though it names a firm or a role: %s", (...asks) => {
    const page = [
      "# Interview",
      "",
      "Ana, 27.5.",
      "",
      ...items(asks),
      "",
      "# A",
      "",
      "B1.",
      "",
      "B2.",
      "",
      "B3.",
    ];
    expect(guideFromText(page.join("\n")).guide.questions.map(({ text }) => text)).toEqual(asks);
  });

  test("is none of a recruiter who is asked about interviews", () => {
    const asks = [
      "How do you open an interview?",
      "Which interview of yours went wrong?",
      "When do you end an interview early?",
    ];
    const page = [
      "# Interview: recruiter",
      "",
      "Three of us.",
      "",
      ...items(asks),
      "",
      "Thank them.",
      "",
      "Write it down.",
    ];
    expect(guideFromText(page.join("\n")).guide.questions.map(({ text }) => text)).toEqual(asks);
  });
});
