import { describe, expect, test } from "vitest";
import { guideFromText } from "../../../src/interchange/guideText/guideText.ts";
import type { LineLabel } from "../../../src/interchange/guideText/labels/lineLabels.ts";
import { withIndented } from "../../../src/interchange/guideText/sources/indentedLines.ts";
import { textToBlocks } from "../../../src/interchange/guideText/sources/textBlocks.ts";
import { questionLines } from "./questionLines.ts";

const read = (lines: readonly string[], said: Readonly<Record<number, LineLabel>> = {}, isAnyway = false) => {
  const labels = new Map(Object.entries(said).map(([line, label]) => [Number(line), label]));
  return guideFromText(lines.join("\n"), undefined, { said: labels, passed: [], asked: [] }, isAnyway);
};
const lists = (lines: readonly string[], said: Readonly<Record<number, LineLabel>> = {}) =>
  questionLines(read(lines, said).guide);
const labels = (lines: readonly string[], said: Readonly<Record<number, LineLabel>> = {}) =>
  read(lines, said).lines.map(({ label }) => label);

/** A guide in no language at all: only its form says what its lines are. */
const unknown = [
  "1. Zab lom tirek?",
  "Kuto vel:",
  "- mirra",
  "- sotam",
  "Hep nali:",
  "- Orik zan?",
  "2. Zab pelo dunn?",
  "Kuto vel:",
  "- grati",
  "Hep nali:",
  "- Orik bal?",
  "3. Zab nim?",
  "Kuto vel:",
  "- lossa",
];

describe("what is asked in two languages", () => {
  const twice = (asked: readonly (readonly [string, ...string[]])[]) => [
    "# Interview questions",
    ...asked.flatMap(([first, ...below]) => [`- ${first}`, ...below.map((line) => `  - ${line}`)]),
  ];
  const oven = ["What did you do when the oven failed?", "オーブンが壊れたとき、何をしましたか？"] as const;
  const rush = ["How do you plan a morning rush?", "朝の混雑をどのように計画しますか？"] as const;
  const guest = ["Tell me about an angry guest.", "怒ったお客様について教えてください。"] as const;

  test("is one question in both", () => {
    expect(lists(twice([oven, rush, guest]))).toEqual(
      [oven, rush, guest].map(([first, second]) => `${first} ${second} |  | `),
    );
    const [, ...lines] = labels(twice([oven, rush, guest]));
    expect(lines).toEqual([oven, rush, guest].flatMap(() => ["question", "continues"]));
  });

  test("is one question also above a head in the second language", () => {
    const [first = "", ...others] = twice([oven, rush, guest]);
    expect(lists([first, ...others.slice(0, 2), "## 店について", ...others.slice(2)])).toEqual(
      [oven, rush, guest].map(([asked, again]) => `${asked} ${again} |  | `),
    );
  });

  test("in another script below a few of many questions is not said twice", () => {
    const others = ["Why do you bake?", "Who taught you?", "What did you burn last?"];
    expect(lists(twice([oven, ...others.map((text) => [text] as const), rush, guest]))[0]).toBe(
      `${oven[0]} |  | ${oven[1]}`,
    );
  });

  test("is a probe where two stand below each question, and an area where nothing is asked", () => {
    const probes = ["いつですか？", "誰が助けましたか？"];
    expect(lists(twice([oven, rush, guest].map(([first]) => [first, ...probes] as const)))[0]).toBe(
      `${oven[0]} |  | ${probes.join("; ")}`,
    );
    expect(lists(twice([oven, rush, guest].map(([first]) => [first, "落ち着き"] as const)))[0]).toBe(
      `${oven[0]} | 落ち着き | `,
    );
  });
});

describe("what stands in another script below each question and is not what it says", () => {
  const ofOne = (pairs: readonly (readonly [string, string])[]) => [
    "# Interview questions",
    ...pairs.flatMap(([asked, below], index) => [`${index + 1}. ${asked}`, `   - ${below}`]),
  ];
  test.each([
    [
      "names in Latin letters",
      ofOne([
        ["Как вы разворачиваете сервисы?", "Docker, Kubernetes, Helm?"],
        ["Как вы следите за ними?", "Prometheus, Grafana?"],
        ["Что вы делаете ночью?", "PagerDuty, Opsgenie?"],
      ]),
      "followUp",
    ],
    [
      "names among words of the same language",
      ofOne([
        ["你如何做部署？", "用过 Docker 或 Kubernetes 吗？"],
        ["你如何做监控？", "用过 Prometheus 或 Grafana 吗？"],
        ["你如何做测试？", "用过 Jest 或 Playwright 吗？"],
      ]),
      "followUp",
    ],
    [
      "a short probe",
      ofOne([
        ["What did you do when the oven failed in the middle of a rush?", "いつですか？"],
        ["How do you plan a morning with half of the usual people?", "なぜですか？"],
        ["Tell me about a guest who was angry with somebody else.", "誰ですか？"],
      ]),
      "followUp",
    ],
    [
      "the same probe each time",
      ofOne([
        ["What did you do when the oven failed?", "Кто вам тогда помог, и чем именно?"],
        ["How do you plan a morning rush?", "Кто вам тогда помог, и чем именно?"],
        ["Tell me about an angry guest.", "Кто вам тогда помог, и чем именно?"],
      ]),
      "followUp",
    ],
    [
      "another question, which is counted on",
      [
        "# Interview questions",
        "1. What did you do when the oven failed?",
        "2. 朝の混雑をどのように計画しますか？",
        "3. Tell me about an angry guest.",
        "4. 冷蔵庫が壊れたとき、何をしましたか？",
        "5. How do you teach somebody to bake?",
        "6. 一番難しかった決断は何ですか？",
      ],
      "question",
    ],
    [
      "the question of the next part",
      [
        ["Oven", "What did you do when the oven failed?", "Печь", "Что вы делали, когда печь сломалась?"],
        ["Rush", "How do you plan a morning rush?", "Поток", "Как вы планируете утренний поток?"],
        ["Guest", "Tell me about an angry guest.", "Гость", "Расскажите о недовольном госте."],
      ].flatMap(([first, asked, second, again]) => [
        `## ${first}`,
        `- ${asked}`,
        `## ${second}`,
        `- ${again}`,
      ]),
      "question",
    ],
  ] as const)("is no part of it: %s", (_, lines, label) => {
    const below = read(lines).lines.filter(({ text }) =>
      /[\p{Script=Cyrillic}\p{Script=Han}\p{Script=Hiragana}]|, [A-Z]/u.test(text),
    );
    expect(below.length).toBeGreaterThan(2);
    expect(below.filter((line) => line.label === "continues")).toEqual([]);
    expect(read(lines).lines.some((line) => line.label === label)).toBe(true);
  });

  test("is what a person says of one of them", () => {
    const lines = ofOne([
      ["What did you do when the oven failed?", "オーブンが壊れたとき、何をしましたか？"],
      ["How do you plan a morning rush?", "朝の混雑をどのように計画しますか？"],
      ["Tell me about an angry guest.", "怒ったお客様について教えてください。"],
    ]);
    expect(labels(lines, { 3: "followUp" }).filter((label) => label === "continues")).toEqual([]);
  });
});

describe("a label that no list of words knows", () => {
  test("is told by standing again and again before a list, and its lists say what it is", () => {
    expect(lists(unknown)).toEqual([
      "Zab lom tirek? | mirra; sotam | Orik zan?",
      "Zab pelo dunn? | grati | Orik bal?",
      "Zab nim? | lossa | ",
    ]);
  });

  test("may stand before its list on the same line", () => {
    expect(
      lists([
        "Tell me about a late train.",
        "Mull over: calm, order",
        "Then go on to: Who rang you?",
        "How do you tell a crowd to wait?",
        "Mull over: tone, facts",
        "Then go on to: What did they say?",
      ]),
    ).toEqual([
      "Tell me about a late train. | calm; order | Who rang you?",
      "How do you tell a crowd to wait? | tone; facts | What did they say?",
    ]);
  });

  test("above lists of what is asked, with no question above, is no label of follow-ups", () => {
    const part = (name: string, ...questions: readonly string[]) => [
      `## ${name}`,
      "",
      "Works with care.",
      "",
      "Possible ones",
      ...questions.map((question) => `- ${question}`),
      "",
    ];
    const guide = [
      ...part("Care", "Which mistake did you make last?", "How do you check a bill?"),
      ...part("Help", "When did you last ask for help?", "Whom do you ask first?"),
    ];
    expect(lists(guide).map((line) => line.replace(/ \|.*/u, ""))).toEqual([
      "Which mistake did you make last?",
      "How do you check a bill?",
      "When did you last ask for help?",
      "Whom do you ask first?",
    ]);
  });

  test("that says why it is asked may stand between a question and its list", () => {
    const part = (question: string, why: string, area: string) => [
      `**Q. ${question}**`,
      `*Why we ask:* ${why}`,
      `- ${area}`,
    ];
    expect(
      lists([
        ...part("What did you change last?", "it is the job.", "names who was against it"),
        ...part("Where do you begin?", "order of work.", "asks first"),
      ]),
    ).toEqual([
      "What did you change last? | names who was against it | ",
      "Where do you begin? | asks first | ",
    ]);
  });

  test("that is counted heads a question each", () => {
    expect(
      lists([
        "Karte 1",
        "Erzählen Sie von einem Dach.",
        "Karte 2",
        "Was tun Sie bei Sturm?",
        "Karte 3",
        "Wie sichern Sie eine Leiter?",
      ]),
    ).toHaveLength(3);
  });

  test("between two labels of the scale words the scale, and is nothing to tick off", () => {
    const lines = ["Why us?", "Weak: no reason", "Solid: one reason", "Strong: several"];
    const other = ["Why now?", "Weak: money", "Solid: growth", "Strong: the work"];
    const four = ["question", "anchor", "anchor", "anchor"];
    expect(labels([...lines, "", ...other])).toEqual([...four, ...four]);
  });

  test("is none where it is a line of a list that questions share", () => {
    const list = ["Look for:", "- Clarity", "- Depth"];
    expect(lists(["Why us?", ...list, "Why now?", ...list])).toEqual([
      "Why us? | Clarity; Depth | ",
      "Why now? | Clarity; Depth | ",
    ]);
  });
});

describe("whom a line speaks to", () => {
  test("tells what to listen for from what is asked, without a label", () => {
    expect(
      lists([
        "Tell me about something you finished although nobody waited for it.",
        "Did the candidate know why it mattered?",
        "Did they tell anyone?",
        "Weak: lists duties",
        "Strong: what came of it later",
      ]),
    ).toEqual([
      "Tell me about something you finished although nobody waited for it. | Did the candidate know why it mattered?; Did they tell anyone? | ",
    ]);
  });

  test("tells what to listen for below a blank line, too, where a label stands behind it", () => {
    const part = (question: string, first: string, last: string) => [
      "Core question",
      question,
      "",
      first,
      "Did they tell people early?",
      "",
      "If stuck",
      last,
      "",
    ];
    expect(
      lists([
        ...part("Tell me about a promise you could not keep.", "Did they own it?", "It may be small."),
        ...part("Describe a fight at your own level.", "Did the candidate ask why?", "Think of a room."),
      ]),
    ).toEqual([
      "Tell me about a promise you could not keep. | Did they own it?; Did they tell people early? | It may be small.",
      "Describe a fight at your own level. | Did the candidate ask why?; Did they tell people early? | Think of a room.",
    ]);
  });

  test("leaves out what hands over to the candidate", () => {
    const questions = ["1. What did you build?", "", "2. How did you test it?", ""];
    for (const last of [
      "Do you have any questions for us?",
      "Welche Fragen haben Sie an uns?",
      "还有什么问题想问我们吗？",
    ])
      expect(read([...questions, last]).guide.questions).toHaveLength(2);
  });

  test("leaves out what is asked of a referee, by the candidate and of oneself", () => {
    const guide = read([
      "# Interview: dispatcher",
      "",
      "## Questions",
      "",
      "- How do you cover a route at short notice?",
      "- What was your worst night on the desk?",
      "",
      "## Questions the candidate may ask you",
      "",
      "- How many vehicles do you run?",
      "",
      "## Questions for the referee",
      "",
      "- Would you employ them again?",
      "",
      "## Questions for yourself afterwards",
      "",
      "- Did I talk more than the candidate?",
    ]).guide;
    expect(guide.questions.map(({ text }) => text)).toEqual([
      "How do you cover a route at short notice?",
      "What was your worst night on the desk?",
    ]);
  });

  test("is the list’s, where a line announces it", () => {
    const lines = ["Hello Karim,", "", "please ask her these:", "", "- why she left", "- how she found us"];
    expect(read(lines).guide.questions.map(({ text }) => text)).toEqual(["why she left", "how she found us"]);
  });
});

describe("a list without bullets", () => {
  test("is set in below whole lines, again and again", () => {
    expect(
      lists([
        "What brought you here?",
        "  an honest reason",
        "  knows the trade",
        "There is water in the cellar. What do you do?",
        "  shuts it off",
      ]),
    ).toEqual([
      "What brought you here? | an honest reason; knows the trade | ",
      "There is water in the cellar. What do you do? | shuts it off | ",
    ]);
  });

  test("is none where a line is only wrapped", () => {
    expect(
      lists(["1. What brought you here, of all the", "   places that there are?", "2. And why now?"]),
    ).toEqual(["What brought you here, of all the places that there are? |  | ", "And why now? |  | "]);
  });
});

test("times of day in a table are no points of a scale", () => {
  expect(labels(["| 0:00 | Hello |", "| 0:10 | Talk |", "", "What did you build?"]).slice(0, 2)).toEqual([
    "leftOut",
    "leftOut",
  ]);
});

describe("a part", () => {
  test("of contents ends with its lines, which stand again further down", () => {
    const lines = ["Contents", "Boats", "Tides", "", "Boats", "Tell me about a boat you repaired."];
    expect(
      lists([
        ...lines,
        "Look for",
        "patience",
        "",
        "Tides",
        "How do you read a tide table?",
        "Look for",
        "care",
      ]),
    ).toEqual([
      "Tell me about a boat you repaired. | patience | ",
      "How do you read a tide table? | care | ",
    ]);
  });

  test("is set by the numbers of an outline", () => {
    expect(
      lists([
        "1. Purpose",
        "2. Questions",
        "2.1 Order",
        "2.1.1 Tell me about a collection in boxes.",
        "2.1.1.1 respect for its order",
        "2.1.2 How do you decide what is not kept?",
        "2.1.2.1 criteria",
      ]),
    ).toEqual([
      "Tell me about a collection in boxes. | respect for its order | ",
      "How do you decide what is not kept? | criteria | ",
    ]);
  });

  test("of a title and a duty is no question, though a label stands below it", () => {
    const lines = [
      "# Field engineer",
      "",
      "Responsible for masts in the north.",
      "",
      "What we look for:",
      "",
      "- a licence",
      "",
      "## Questions",
      "",
      "1. How do you plan a climb?",
      "2. When did you last turn back?",
    ];
    expect(lists(lines)).toEqual(["How do you plan a climb? |  | ", "When did you last turn back? |  | "]);
  });
});

test.each([
  [
    "text",
    "Feld\tFrage\tWorauf es ankommt hier\tWenn zu kurz\nA\tWas prüfen Sie zuerst?\tReihenfolge\tUnd bei Eile?\nB\tErzählen Sie von einem Unfall.\tEhrlichkeit\tWas ist seitdem anders?",
  ],
  [
    "html",
    "<table><tr><th>No</th><th>We say</th><th>Of note</th><th>More</th></tr><tr><td>1</td><td>Was prüfen Sie zuerst?</td><td>Reihenfolge</td><td>Und bei Eile?</td></tr><tr><td>2</td><td>Erzählen Sie von einem Unfall.</td><td>Ehrlichkeit</td><td>Was ist seitdem anders?</td></tr></table>",
  ],
] as const)("a table of questions says by its columns what they hold: %s", (format, source) => {
  const { questions } = guideFromText(source, format).guide;
  expect(questions.map(({ text, areas, followUps }) => [text, areas[0]?.text, followUps[0]?.text])).toEqual([
    ["Was prüfen Sie zuerst?", "Reihenfolge", "Und bei Eile?"],
    ["Erzählen Sie von einem Unfall.", "Ehrlichkeit", "Was ist seitdem anders?"],
  ]);
});

const helpPage = [
  "# Expenses",
  "",
  "## How do I claim a train ticket?",
  "",
  "Send the receipt to finance within thirty days.",
  "",
  "## What if I lost the receipt?",
  "",
  "Write a short note and have your lead sign it.",
  "",
  "## Who approves large amounts?",
  "",
  "The director does. Allow for a week.",
  "",
  "## Can I book first class?",
  "",
  "For trips of more than four hours.",
  "",
  "## Where do I send the form?",
  "",
  "To finance.",
  "",
  "## When is it paid?",
  "",
  "With the next salary.",
];

/** What hundreds of pages have around what they are about. */
const filler = Array.from({ length: 9 }, (_, index) => [
  "",
  `The room is free at ${index + 8} today.`,
]).flat();

describe("a guide that nowhere says that it is one", () => {
  test.each([
    [
      "stories and scenes",
      "Tell us about an order that went missing.",
      "When did you last tell a customer no?",
      "A driver calls: the bridge is closed. What do you do?",
      "How did you plan your last week with two people short?",
    ],
    [
      "Geschichten und Szenen",
      "Wann haben Sie zuletzt eine Bestellung verloren?",
      "Ein Fahrer ruft an: Die Brücke ist zu. Was tun Sie?",
      "Wie sagen Sie einer Kundin ab?",
      "Erzählen Sie von Ihrer letzten Stelle.",
    ],
    [
      "体験",
      "荷物をなくしたときのことを話してください。",
      "人手が足りない日にどう割り振りましたか。",
      "橋が通れないと電話がありました。最初に何をしますか。",
      "前職で一番大きな失敗は何でしたか。",
    ],
  ])("is told by %s", (_, ...questions) => {
    const { guide, withheld } = read([...questions, ...filler]);
    expect([guide.questions.map(({ text }) => text), withheld]).toEqual([questions, 0]);
  });

  test.each(["Notes:", "Score: ___ / 5"])("and leaves room below each question: %s", (room) => {
    const stories = ["What did you like?", "How did you choose?", "Why did you go?", "Who did you meet?"];
    const page = (below: string) => [
      ...stories.flatMap((text, at) => [`${String(at + 1)}. ${text}`, below, ""]),
      ...filler,
      ...Array.from({ length: 6 }, (_, at) => `The ${String(at + 1)}th loaf is for the birds.`),
    ];
    expect(read(page(room)).withheld).toBe(0);
    expect(read(page("Bread is on the table.")).withheld).toBe(4);
  });

  test("and is nothing but questions", () => {
    const asked = [
      "What is a cone?",
      "Bisque and glaze: what is the difference?",
      "What is grog for?",
      "What does quartz do at 573 degrees?",
      "How do you bank a kiln?",
      "What is a celadon?",
      "Which glaze runs?",
      "How do you wedge?",
      "What is a crawl?",
      "What is in an ash glaze?",
      "Have you fired with wood?",
      "What is a saggar?",
      "What is a reduction?",
      "How hot is a cherry red?",
    ];
    expect(read(asked.map((text) => `- ${text}`)).withheld).toBe(0);
  });

  test.each([
    ["interviewQuestions.txt", 0],
    ["pottery_interview-2.md", 0],
    ["pottery.txt", 12],
    ["user interviews.txt", 12],
    ["", 12],
  ])("but for its file’s name: %s", (fileName, withheld) => {
    const study = Array.from({ length: 12 }, (_, at) => `${at + 1}. What is glaze ${at + 1} made of?`);
    const page = [
      "# Glazes",
      "",
      ...study,
      "",
      "Glazes are kept in the cellar.",
      "",
      "The key hangs by the door.",
    ];
    expect(guideFromText(page.join("\n"), "markdown", undefined, false, fileName).withheld).toBe(withheld);
  });

  test("and asks by way of somebody else, where a line announces what to find out", () => {
    const mail = [
      "In short I would like to know:",
      "",
      "- how she left the museum",
      "- what she would change",
    ];
    expect(lists(mail)).toEqual(["how she left the museum |  | ", "what she would change |  | "]);
    const notes = ["What you should know:", "", "- the room is free", "- the door sticks"];
    expect(lists(notes)).toEqual([]);
  });
});

describe("what is told to whoever interviews", () => {
  test("is to be asked of somebody who is named by their trade", () => {
    const task = ["Ask the nurse to plan a night without help.", "", "Good things to look for:"];
    const { guide } = read(["# Interview: nurse", "", "## A task", "", ...task, "- Asks about beds"]);
    expect(guide.questions.map(({ text, areas }) => [text, areas.map((area) => area.text)])).toEqual([
      ["Ask the nurse to plan a night without help.", ["Asks about beds"]],
    ]);
  });

  test("is what to listen for below “You are listening for:”", () => {
    const ask = 'Ask: *"Can you give me a quick overview of your work?"*';
    const list = ["- A line that can be followed", "- Energy — do they light up as they speak of bread?"];
    const { guide } = read(["# Interview: baker", "", ask, "", "You are listening for:", ...list]);
    expect(guide.questions.map(({ areas }) => areas.length)).toEqual([2]);
  });

  test("is what to listen for, where it says what to assess, also behind a word in brackets", () => {
    const first = ["How do you stay up to date with grain?", "", "Assess the candidate’s wish to learn."];
    const second = ["What did you bake last?", "", "[LEARNING] Evaluate how they plan."];
    const { guide } = read(["# Past loaves", "", ...first, "", ...second]);
    expect(guide.questions.map(({ areas }) => areas.length)).toEqual([1, 1]);
  });
});

test("a sample answer that is told step by step is no list of what to listen for", () => {
  const sample = (word: string) =>
    [
      "**Star example**:",
      `**Situation (${word})**:\nA loaf had failed, and ${word} waited.`,
      `**Task (${word})**:\nI was to bake ${word} again.`,
      `**Action (${word})**:\n1. I asked for ${word}\n2. I lit the oven for ${word}`,
      `**Result (${word})**:\n- The bread of ${word} was there\n`,
    ].join("\n\n");
  const first = ["1. Tell me about a batch that failed.", "", sample("rye")];
  const second = ["2. Tell me about a night without help.", "", sample("oat")];
  const third = ["3. What do you bake at home?", "", "Look for:", "- Joy in it"];
  const { guide } = read(["# Interview: baker", "", ...first, ...second, ...third]);
  expect(guide.questions.map(({ areas }) => areas.map(({ text }) => text))).toEqual([[], [], ["Joy in it"]]);
});

test("paragraphs that all ask are questions, too, below a list that was announced as one of questions", () => {
  const list = [
    "- Please walk me through your loaf.",
    "- How would you bake it again?",
    "- What did you leave out?",
  ];
  const more = ["What did you learn last?", "Which bread do you like?", "What do you look for in a bakery?"];
  const page = (beside: readonly string[]) =>
    read([
      "# Interview: baker\n",
      "We ask the following questions:\n",
      ...list,
      "",
      ...beside.flatMap((text) => [text, ""]),
    ]).guide.questions.length;
  expect(page(more)).toBe(6);
  expect(page([...more, "Thank them for coming."])).toBe(6);
  expect(page(["Write to us when you are done.", ...more])).toBe(3);
});

test("what is to be asked for before the call is not asked in it", () => {
  const things = ["1. The title and the level of the role", "2. The hours of the shift", "3. The pay"];
  const asked = ["- What did you bake last?", "- How do you plan a night?"];
  const { guide } = read([
    "# Recruiter screen\n\nBefore you build a set of questions, ask for:",
    ...things,
    "\n## In the call\n",
    ...asked,
  ]);
  expect(guide.questions.map(({ text }) => text)).toEqual(asked.map((text) => text.slice(2)));
});

test("a list that goes on counting from questions holds questions, under a head of its own, too", () => {
  const asked = Array.from(
    { length: 16 },
    (_, at) => `${String(at + 1)}. What did you bake on day ${String(at)}?`,
  );
  const told = ["Speaking at a market.", "Your strongest bread and why.", "Showing a loaf to a child."];
  const page = (first: number) => [
    "# Interview: baker\n\n## Bread\n",
    ...asked,
    "\n## Talk\n",
    ...told.map((text, at) => `${String(first + at)}. ${text}`),
  ];
  expect(read(page(17)).guide.questions).toHaveLength(19);
  expect(read(page(1)).guide.questions).toHaveLength(16);
});

test("a fence around what is said word for word, to be copied, holds no listing", () => {
  const fenced = ["```", '"Let us begin with the oven. Can you walk me through', 'how it is lit?"', "```"];
  const { guide } = read(["# Interview: baker", "", ...fenced, "", "What to look for:", "- Care"]);
  expect(guide.questions.map(({ text, areas }) => [text, areas.length])).toEqual([
    ["Let us begin with the oven. Can you walk me through how it is lit?", 1],
  ]);
});

test("a page is a guide where its title says that we ask what is on it", () => {
  const study = Array.from(
    { length: 13 },
    (_, at) => `${String(at + 1)}. What is grain ${String(at)} made of?`,
  );
  const page = (title: string) => read([`# ${title}`, "", "## Questions:", ...study]);
  expect(page("These are questions we can ask after the task").withheld).toBe(0);
  expect(page("These are questions of the task").withheld).toBe(13);
});

describe("a page that is no guide", () => {
  test("asks nothing of those whom its title invites, however short it is", () => {
    const page = [
      "We want you to do well. Here is how it works.",
      "## Before",
      "- Check your camera",
      "- Read about the mill again: what excites you?",
      "## During",
      "We will ask for examples from your work. Think of a time when a loaf went wrong. What did you do, and what did you learn?",
      "## After",
      "You hear from us within five days. Write to us.",
    ];
    expect(guideFromText(["# What to expect in your interview", ...page].join("\n")).guide.questions).toEqual(
      [],
    );
  });

  const stories = [
    "What did you like?",
    "How did you choose?",
    "Why did you go?",
    "Who did you meet?",
    "What did you miss?",
  ];

  test("is told by what it calls itself, though it asks for stories", () => {
    expect(read(["Canteen survey", "", ...stories, ...filler]).withheld).toBe(5);
    expect(read(["Mitarbeiterbefragung", "", ...stories, ...filler]).withheld).toBe(5);
    expect(read(["Canteen lead", "", ...stories, ...filler]).withheld).toBe(0);
  });

  test("is not told by a sentence that speaks of a survey or an exam", () => {
    const said = "This should feel like a talk and not like an exam.";
    expect(read(["Canteen lead", said, "", ...stories, ...filler]).withheld).toBe(0);
    expect(read(["Canteen exam", "", ...stories, ...filler]).withheld).toBe(5);
  });

  test("is told by speaking of those who take part in a study", () => {
    const page = (who: string) => [
      `Tell the ${who} who you are.`,
      ...stories,
      `Thank your ${who}.`,
      ...filler,
    ];
    expect(read(page("participant")).withheld).toBe(5);
    expect(read(page("visitor")).withheld).toBe(0);
  });

  test.each([
    ["# Interview: ski instructor", "Lessons have six participants.", "Participants are adults."],
    ["# Interview: account executive", "Discovery questions", ""],
    ["# Interview: baker", "Two people ask.", "10 minutes: your questions to us"],
  ])("is not told by what an interview has too: %s, %s %s", (...top) => {
    expect(read([...top, "", ...stories.map((text) => `- ${text}`), ...filler]).withheld).toBe(0);
  });

  test.each([
    ["DIN norms", (at: number) => `Was regelt die DIN ${String(at)}?`],
    ["Kitchen basics", (at: number) => `What is pan ${String(at)} made of?`],
    ["Triangles", (at: number) => `How many deg are in triangle ${String(at)}?`],
  ])("asks nobody, though words in it are “you” elsewhere: %s", (title, question) => {
    const asked = Array.from({ length: 13 }, (_, at) => `- ${question(at + 1)}`);
    expect(read([title, "", ...asked]).withheld).toBe(13);
  });

  test("has room for notes too, as a reader’s sheet has", () => {
    const asked = [
      "What is the setting of the story?",
      "Who is the main character?",
      "What does the character want?",
      "Why does the river flood?",
      "How does the story end?",
      "What did you learn from the story?",
      "Which part did you like?",
      "What would you change?",
      "Who tells the story?",
      "How would you feel in her place?",
      "What is the theme?",
      "When does the story take place?",
    ];
    const page = asked.flatMap((text) => [text, "Notes:", ""]);
    expect(read(["Reading: The river house", "", ...page]).withheld).toBe(12);
  });

  test("is told by answers to tick, unless it has none", () => {
    const page = (answers: readonly string[]) => [
      ...stories.flatMap((text, at) => [
        `Q${String(at + 1)}. ${text}`,
        ...answers.map((answer) => `- ${answer}`),
        "",
      ]),
      ...filler,
    ];
    expect(read(page(["Bread and salt", "Other: ", "Don’t know"])).withheld).toBe(5);
    expect(read(page(["Bread and salt", "A reason", "Who paid"])).withheld).toBe(0);
  });

  test("is told by options below its questions, though it calls them interview questions", () => {
    const page = (head: string) => [
      "# Interview questions for canteen staff",
      "",
      ...stories.flatMap((text) => [`**${text}**`, "", head, "- Bread and salt", "- A table", ""]),
      ...filler,
    ];
    expect(read(page("Options:")).withheld).toBe(5);
    expect(read(page("Antwortmöglichkeiten:")).withheld).toBe(5);
    expect(read(page("Listen for:")).withheld).toBe(0);
  });

  test("is told by the talk that opens a vacancy, though it speaks of the candidates to come", () => {
    const asked = stories.map((text) => `- "${text}"`);
    const spoken = Array.from({ length: 4 }, (_, at) => `The candidate is told of day ${String(at + 1)}.`);
    expect(read(["# Job intake", "", ...asked, ...spoken, ...filler]).withheld).toBe(5);
    expect(read(["# Job talk", "", ...asked, ...spoken, ...filler]).withheld).toBe(0);
  });

  test("is told by a word, and not by the end of one: “Вопросы” are no “опросы”", () => {
    const asked = [
      "Расскажите, что вы делали, когда сломалась печь.",
      "Расскажите, как вы планируете утро в пекарне.",
      "Расскажите, почему вы уходите из мельницы.",
      "Расскажите, кто вас научил печь хлеб.",
      "Опишите хлеб, который не удался.",
    ];
    const page = (title: string) => [title, "", ...asked.map((text) => `- ${text}`), ...filler];
    expect(read(page("# Вопросы пекарю")).withheld).toBe(0);
    expect(read(page("# Опросы пекарей")).withheld).toBe(5);
  });

  test.each([
    ["( ) bread ( ) salt ( ) soup", 5],
    ["□ パン　□ 塩　□ スープ", 5],
    ["[ ] 1 [ ] 2 [ ] 3", 0],
    ["bread (fresh), salt", 0],
  ])("is told by boxes in a row, and not by points: %s", (row, withheld) => {
    const asked = stories.flatMap((text, at) => [`${String(at + 1)}. ${text}`, row, ""]);
    expect(read([...asked, ...filler]).withheld).toBe(withheld);
  });

  test("is told by asking nobody, where nothing says that it is an interview", () => {
    const grains = [
      "rye",
      "oat",
      "corn",
      "rice",
      "hops",
      "flax",
      "teff",
      "spelt",
      "bran",
      "malt",
      "sago",
      "soy",
    ];
    const study = grains.map((grain, at) => `${String(at + 1)}. What is ${grain} made of?`);
    expect(read(["# Grains", "", ...study]).withheld).toBe(12);
    expect(read(["# Interview: miller", "", ...study]).withheld).toBe(0);
  });

  test("is told by who asks: whoever reads it, for themselves", () => {
    const page = (who: string) => [
      "# Days off",
      "",
      "Candidates have days off, too.",
      "",
      "A candidate is met at the door. An applicant is asked for no papers.",
      "",
      "The applicant is shown the mill.",
      "",
      ...["rye", "oat", "corn", "rice", "hops", "flax"].flatMap((grain) => [
        `**Q: What if ${who} ${grain} is gone?**`,
        "",
        "A: It is kept.",
        "",
      ]),
      ...filler,
    ];
    expect(read(page("my")).withheld).toBe(6);
    expect(read(page("your")).withheld).toBe(0);
  });

  test.each([
    ["1 on 1 meeting questions", 5],
    ["1-on-1 templates", 5],
    ["Questions for 1-on-1s", 5],
    ["Bread on a meeting day", 0],
  ])("is told by a talk of another kind in its title: %s", (title, withheld) => {
    expect(read([`# ${title}`, "", ...stories.map((text) => `- ${text}`), ...filler]).withheld).toBe(
      withheld,
    );
  });

  test.each([
    "Umgekehrtes Bewerbungsgespräch",
    "Entretien inversé",
    "Entrevista inversa",
    "Bakers: questions for the company",
    "6 kluge Fragen an den Arbeitgeber",
    "Les 5 meilleures questions à poser au recruteur",
    "13 great questions to ask potential employers",
    "Questions for the end of a one-to-one",
    "Bakery discovery questions",
  ])("asks the other way round: %s", (title) => {
    expect(read([`# ${title}`, "", ...stories, ...filler]).withheld).toBe(5);
  });

  test("advertises a place of work, though it names interviews", () => {
    const page = (ends: readonly string[]) => [
      "# Miller: two interviews",
      "",
      ...stories.slice(0, 3),
      ...filler,
      ...ends,
    ];
    expect(
      read(page(["", "## What we offer", "", "Bread.", "", "## How to apply", "", "Send your CV."])).withheld,
    ).toBe(3);
    expect(read(page(["", "## Afterwards", "", "Bread."])).withheld).toBe(0);
  });

  test("is told by speaking to whoever is to be interviewed", () => {
    const told = ["Prepare for your interview.", "", "This is what we may ask:", "", "You can ask us, too."];
    expect(read([...told, "", ...stories, ...filler]).withheld).toBe(5);
    expect(read(["Go ahead.", "", "This is what to ask:", "", ...stories, ...filler]).withheld).toBe(0);
    const help = (title: string) => [
      `# ${title}`,
      "¡Enhorabuena! Has llegado a la fase de entrevistas. Aquí te contamos qué esperar.",
      "## ¿Con quién hablarás?",
      "Con la persona responsable del equipo y alguien de recursos humanos.",
      "## ¿Cuánto dura?",
      "Unos 45 minutos.",
      "## ¿Qué puedes preparar?",
      "- Lee nuestra página y piensa por qué te interesa el puesto.",
      "- Prepara dos ejemplos de tu trabajo.",
      "- ¿Qué quieres saber de nosotros? Apunta tus preguntas.",
      "## ¿Y después?",
      "Te escribimos en una semana.",
    ];
    expect(read(help("Entrevista con la panadera")).withheld).toBe(0);
    expect(read(help("Cómo preparar tu entrevista con nosotros")).withheld).toBe(4);
    const soon = ["We’ll ask you to bake.", "", "You’ll be asked to carry."];
    expect(read([...soon, "", ...stories, ...filler]).withheld).toBe(5);
  });

  test("asks a few things by the way, with nothing to listen for", () => {
    const page = [...stories.slice(0, 3), ...filler];
    expect(read(page).guide.questions).toHaveLength(3);
    expect(read([...page, ...filler, ...filler]).withheld).toBe(3);
  });

  test("speaks of interviews and candidates, and has hardly a question among many lines", () => {
    const page = (...asked: readonly string[]) =>
      [
        "# How we hire",
        "",
        "The candidate gets a letter.",
        "Candidates meet two of us.",
        "We interview in pairs.",
        "The candidate hears by Friday.",
        ...Array.from({ length: 30 }, (_, at) => `Step ${at + 1} is written down by the office.`),
        ...asked,
      ].flatMap((line) => [line, ""]);
    expect(read(page("Tell us about your last mill.")).guide.questions).toEqual([]);
    expect(read(page(...stories)).guide.questions).toHaveLength(5);
  });

  test("asks hardly anything, unless that stands together: the guide in a handbook is one", () => {
    const told = Array.from({ length: 16 }, (_, at) => `The posting stands on our site for ${at + 2} weeks.`);
    const asked = [
      "- Why do you look for a new mill?",
      "- What do you know about us?",
      "- When could you start?",
    ];
    const page = [
      "# Interview guide for millers",
      "",
      "## Opening a role",
      "",
      ...told.flatMap((line) => [line, ""]),
    ];
    const more = ["", "## Onsite", "", ...told.flatMap((line) => [line.replace("site", "door"), ""])];
    expect(read([...page, "## Phone screen", "", ...asked, ...more]).guide.questions).toHaveLength(3);
  });

  test("answers what is asked often, though it speaks of candidates and interviews", () => {
    const page = (title: string) => [
      title,
      "",
      ...[
        "How were the candidates found?",
        "Who interviewed them?",
        "What was looked for?",
        "What comes next?",
      ].flatMap((text) => [`### Q: ${text}`, "", "A: The candidates were interviewed by two of us.", ""]),
      ...filler,
    ];
    expect(read(page("## Frequently asked questions")).guide.questions).toEqual([]);
    expect(read(page("## Frequently asked interview questions")).guide.questions).toHaveLength(4);
  });

  test("is a list to study, though it is nothing but questions", () => {
    const rivers = [
      "meander",
      "delta",
      "weir",
      "ford",
      "levee",
      "spring",
      "mouth",
      "bank",
      "bed",
      "loop",
      "gorge",
      "lock",
      "pool",
      "reef",
    ];
    expect(read(rivers.map((word) => `- What is a ${word}?`)).withheld).toBe(14);
  });

  test("offers nothing, and no line of it is lost", () => {
    const { guide, withheld, lines } = read(helpPage);
    expect(guide.questions).toEqual([]);
    expect(withheld).toBeGreaterThan(0);
    expect(lines).toHaveLength(helpPage.filter((line) => line !== "").length);
    const whole = [guide.title, guide.introduction].join("\n");
    expect(lines.filter(({ text }) => !whole.includes(text))).toEqual([]);
  });

  test("is read anyway for whoever asks for it, or says that a line is a question", () => {
    expect(read(helpPage, {}, true).guide.questions.length).toBeGreaterThan(0);
    const { guide, withheld } = read(helpPage, { 3: "question" });
    expect(guide.questions.length).toBeGreaterThan(0);
    expect(withheld).toBe(0);
  });
});

describe("what a person says of a line", () => {
  test("of a list says what its label means wherever it stands", () => {
    const { areas = [], followUps = [] } = read(unknown, { 3: "followUp" }).guide.questions[1] ?? {};
    expect(areas).toEqual([]);
    expect(followUps.map(({ text }) => text)).toEqual(["grati", "Orik bal?"]);
  });

  test("is said of that line, whatever the rest of the page says", () => {
    const { lines } = read(unknown, { 4: "leftOut" });
    expect(lines.find(({ line }) => line === 4)?.label).toBe("leftOut");
    expect(lists(unknown, { 4: "leftOut" })[0]).toBe("Zab lom tirek? | mirra | Orik zan?");
  });

  test("of one checklist is evidence for the lines beside it", () => {
    const lines = [
      "# Interview",
      "",
      "- Have you booked the room?",
      "- Do you have the CV?",
      "",
      "## Questions",
      "",
      "- How do you plan a week?",
      "- What did you drop last?",
    ];
    const before = read(lines.map((line) => line.replace("## Questions", "## Talk"))).guide.questions;
    expect(before).toHaveLength(4);
    const said = lines.map((line) => line.replace("## Questions", "## Talk"));
    expect(read(said, { 3: "leftOut" }).guide.questions.map(({ text }) => text)).toEqual([
      "How do you plan a week?",
      "What did you drop last?",
    ]);
  });
});

test("lines that look alike and stand in the same kind of place have one shape", () => {
  const { lines } = read(unknown);
  const shapeOf = (text: string) => lines.find((line) => line.text === text)?.shape;
  expect(shapeOf("mirra")).toBe(shapeOf("grati"));
  expect(shapeOf("mirra")).toBe(shapeOf("lossa"));
  expect(shapeOf("Orik zan?")).toBe(shapeOf("Orik bal?"));
  expect(shapeOf("mirra")).not.toBe(shapeOf("Orik zan?"));
  expect(new Set(lines.filter(({ text }) => text === "Kuto vel:").map(({ shape }) => shape)).size).toBe(1);
});

describe("what stands below lines that look alike", () => {
  test("a line that names advice heads a list of each question where it stands below each", () => {
    const guide = lists([
      "Gespräch mit Bewerbern",
      "",
      "Wie planen Sie eine Woche?",
      "",
      "Hinweise für den Interviewer",
      "- Schreibt sie auf",
      "- Lässt Luft",
      "",
      "Wie sagen Sie einem Kunden ab?",
      "",
      "Hinweise für den Interviewer",
      "- Ruft selbst an",
      "- Bietet etwas anderes an",
      "",
      "Wie lernen Sie jemanden an?",
      "",
      "Hinweise für den Interviewer",
      "- Macht es vor",
    ]);
    expect(guide).toEqual([
      "Wie planen Sie eine Woche? | Schreibt sie auf; Lässt Luft | ",
      "Wie sagen Sie einem Kunden ab? | Ruft selbst an; Bietet etwas anderes an | ",
      "Wie lernen Sie jemanden an? | Macht es vor | ",
    ]);
  });

  test("advice at the end of each part is no list of the question above it", () => {
    const guide = lists([
      "Bewerbungsgespräch Koch",
      "",
      "Fachliches",
      "",
      "1. Wie planen Sie eine Woche?",
      "2. Was tun Sie, wenn der Ofen ausfällt?",
      "",
      "Hinweise für den Interviewer",
      "- Zeit lassen",
      "- Nicht ins Wort fallen",
      "",
      "Persönliches",
      "",
      "3. Wie sagen Sie einem Gast ab?",
      "4. Warum möchten Sie zu uns?",
      "",
      "Hinweise für den Interviewer",
      "- Getränk anbieten",
      "- Keine Fragen nach Familie",
    ]);
    expect(guide).toEqual([
      "Wie planen Sie eine Woche? |  | ",
      "Was tun Sie, wenn der Ofen ausfällt? |  | ",
      "Wie sagen Sie einem Gast ab? |  | ",
      "Warum möchten Sie zu uns? |  | ",
    ]);
  });

  test("a line set in above bullets that stand where it does is none of them", () => {
    const lines = [
      "How do you plan a week?",
      "    Zab lom",
      "    – Writes it down",
      "What do you do when a lorry is late?",
      "    Zab lom",
      "    – Calls the client",
    ];
    const kinds = withIndented(textToBlocks(lines.join("\n"))).map(({ kind }) => kind);
    expect(kinds).toEqual(["paragraph", "paragraph", "item", "paragraph", "paragraph", "item"]);
  });

  test("the last of several lines set in is one of them, though a bullet stands below it", () => {
    const [line] = lists([
      "Interview guide: receptionist",
      "",
      "Why do you want to work here?",
      "    Knows the house",
      "    Likes guests",
      "    Can work weekends",
      "    - also in summer",
      "How do you deal with a rude guest?",
      "    Stays calm",
      "    Offers something",
    ]);
    expect(line).toBe(
      "Why do you want to work here? | Knows the house; Likes guests; Can work weekends; also in summer | ",
    );
  });
});

describe("whether a page is a guide", () => {
  const offered = (lines: readonly string[]) => read(lines).guide.questions.length;

  test("headings that ask and tell nothing below them are asked", () => {
    const asked = [
      "### What draws you to work in a vineyard?",
      "### How do you present a simple wine to a guest?",
      "### Which grapes do you know best?",
      "### How would you explain a label to a child?",
      "### Do you speak Italian well enough for a complaint?",
      "### What do you answer to a helper who won't wear gloves?",
      "### Why would you leave a large house for one of our size?",
      "### How do you prepare for a busy season?",
      "### What would your last manager say of you?",
      "### How did you come to this trade?",
      "### Which tools do you bring?",
      "### How do you keep your notes?",
      "### When did you see that a vat had gone wrong?",
    ];
    const page = (below: readonly string[]) => [
      "# A house by the river",
      "",
      ...Array.from({ length: 64 }, (_, index) =>
        index % 2 === 0 ? `Room ${index} looks on the river.` : "",
      ),
      "",
      "## Vines and cellar",
      "",
      ...asked.slice(0, 6).flatMap((line) => [line, ...below, ""]),
      "## Guests and house",
      "",
      ...asked.slice(6).flatMap((line) => [line, ...below, ""]),
      "## All else",
      "",
      "What is written here stays in the house.",
    ];
    expect(offered(page([]))).toBe(asked.length);
    expect(offered(page(["", "More of it stands on our page of help."]))).toBe(0);
  });

  test("a runbook that is to be resumed is none", () => {
    const runbook = [
      "Runbook: queue is stuck",
      "",
      "The queue stops when a worker dies. Resume it once the cause is known.",
      "Page the owner if it is stuck for ten minutes.",
      "",
      "1. What did you see first?",
      "- Did you get a page?",
      "- Did you look at the graph?",
      "2. When did you last deploy?",
      "- What did you change?",
      "3. Is the disk full?",
      "4. Is the database up?",
      "",
      "Drain the queue and resume the workers.",
      "Write down what you did.",
      "Tell the owner in the morning.",
    ];
    expect(offered(runbook)).toBe(0);
  });

  test("an outline of talks with people who use something, in Chinese, is one; the record of a talk is none", () => {
    expect(
      offered([
        "# 模型收藏者访谈提纲",
        "",
        "目的：弄清他们怎么选今天拍哪一只。",
        "",
        "对象八位，分四类，每类两位。",
        "",
        "每场三十分钟，由两人主持。",
        "",
        "## 暖场",
        "",
        "- 最近入手的一只是什么？",
        "- 为什么买它？",
        "",
        "## 收藏",
        "",
        "- 怎么记录自己的收藏？",
        "- 想买的清单怎么管理？",
        "- 有多少开箱后就一直站着？",
        "",
        "## 拍摄",
        "",
        "- 上次拍是什么时候？",
        "- 拍完之后呢？",
        "- 都看谁的照片？",
        "",
        "结果写进纪要，贴在墙上。",
        "",
        "八场之后做一次归纳。",
        "",
        "话说了五次，就算成立。",
      ]),
    ).toBe(8);
    expect(
      offered([
        "# 访谈记录",
        "",
        "时间：周三",
        "参加：三人",
        "",
        "大家先说了仓库的情况。货架不够用，新来的人找不到东西。",
        "",
        "为什么货架不够？因为去年少买了两排。",
        "",
        "谁来负责？老王。",
        "",
        "下周再看一次。",
        "",
        "下次开会在周五。",
        "",
        "要买什么？两排货架和一台秤。",
        "",
        "结束。",
        "",
        "各位辛苦了。",
      ]),
    ).toBe(0);
  });

  test("advice in Japanese to whoever is to be interviewed is none", () => {
    expect(
      offered([
        "# 面接の質問と回答例",
        "",
        "### 1. 自己紹介をお願いします",
        "強みを簡潔にアピールしましょう。",
        "",
        "- **回答例**：",
        "  「パンを十年焼いてきました。」",
        "",
        "### 2. 志望した理由を教えてください",
        "店のことを調べておくことが大切です。",
        "",
        "- **回答例**：",
        "  「御社の白パンが好きだからです。」",
        "",
        "### 3. 強みは何ですか？",
        "例とともに話します。",
        "",
        "- **回答例**：",
        "  「朝が早いことです。」",
        "",
        "### 4. 弱みは何ですか？",
        "直し方も話します。",
        "",
        "- **回答例**：",
        "  「計量が苦手です。」",
        "",
        "面接対策の本も読んでください。",
      ]),
    ).toBe(0);
  });

  test.each([
    [
      5,
      "in English",
      [
        "# Panel interview: branch librarian",
        "",
        "Read aloud: Thank you for your application. We'll ask you to tell us about your work.",
        "",
        "Before we start, note that the candidate has had the questions for ten minutes. You have been invited by the head of the branch.",
        "",
        "## Opening",
        "",
        "1. Tell us what drew you to this branch.",
        "2. How do you plan a week of story times?",
        "",
        "Give the candidate time to think. The candidate may ask for a question again.",
        "",
        "## Practice",
        "",
        "3. What do you do when two readers want the same seat?",
        "4. How have you dealt with a complaint about noise?",
        "5. Describe a day when too few people were at the desk.",
        "",
        "The panel scores each candidate on its own.",
        "",
        "At the end tell the candidate: your application will be answered in a week.",
      ],
    ],
    [
      4,
      "in German",
      [
        "# Interview der Filialleitung",
        "",
        "Zur Begrüßung: Danke, dass du deine Bewerbung geschickt hast. Dein Lebenslauf liegt uns vor.",
        "",
        "Die Kandidatin darf die Fragen lesen.",
        "",
        "1. Was hat dich zu uns geführt?",
        "2. Wie planst du eine Woche im Laden?",
        "3. Wann hast du zuletzt einen Fehler gemacht?",
        "4. Was machst du, wenn zwei Kunden gleichzeitig kommen?",
        "",
        "Die Bewerber bekommen Wasser.",
        "",
        "Dein Vorstellungsgespräch dauert eine halbe Stunde.",
      ],
    ],
  ])("a guide whose welcome speaks to the candidate is one: %i questions %s", (count, _, page) => {
    expect(offered(page)).toBe(count);
  });
});

test("whoever said something at a time, in brackets, is no label", () => {
  const { guide } = read([
    "# Interview: bread club",
    "",
    "dana [2:02 PM]",
    "1. In what way do you share flour?",
    "",
    "olu [2:04 PM]",
    "There are some twenty clubs around here, and we know somebody in each of them. We lend what we have.",
    "",
    "dana [2:05 PM]",
    "Do you have a room for it?",
    "",
    "olu [2:07 PM]",
    "We have a shed behind the mill where most of it stands. It is not in good order.",
    "",
    "dana [2:09 PM]",
    "How do you know what is there?",
    "",
    "olu [2:11 PM]",
    "The treasurer counts the bags. Nobody writes it down.",
    "",
    "dana [2:12 PM]",
    "Who may take some?",
    "",
    "olu [2:15 PM]",
    "Whoever asks first. We trust each other to bring it back.",
  ]);
  expect(guide.questions.flatMap(({ areas }) => areas)).toEqual([]);
});

test("hints to interviewers in German are no questions, though they quote some", () => {
  const { guide } = read([
    "# Interviewleitfaden Bäckerei",
    "",
    "1. Wie planen Sie einen Tag in der Backstube?",
    "2. Wann ging zuletzt ein Brot daneben?",
    "3. Was würden Sie an unserem Laden ändern?",
    "",
    "## Interviewer-Hinweise",
    "",
    "- **Offen fragen:** „Wie gehen Sie damit um?“ statt „Ist das ein Problem für Sie?“",
    "- **Pausen aushalten:** Nach der Frage drei Sekunden warten",
  ]);
  expect(guide.questions.map(({ text }) => text)).toEqual([
    "Wie planen Sie einen Tag in der Backstube?",
    "Wann ging zuletzt ein Brot daneben?",
    "Was würden Sie an unserem Laden ändern?",
  ]);
});

test("a heading that stands in the part of each group, above nothing but questions, is no label of follow-ups", () => {
  const hurts = (asked: readonly string[]) => ["**What hurts**", ...asked, ""];
  const [first, second] = [
    [
      "- What is hardest about a week at sea?",
      "- Tell me about the last time you lost a net. What happened?",
    ],
    ["- Who of your family goes to sea?", "- How often do they ask you for help?"],
  ];
  const { guide } = read([
    "# Interview guide: harbour",
    "",
    "## Crew",
    "",
    "**Warm-up**",
    "- How did you come to this boat?",
    "- Who taught you?",
    "",
    ...hurts(first),
    "## Families",
    "",
    ...hurts(second),
  ]);
  expect(guide.questions.map(({ text }) => `- ${text}`)).toEqual(
    expect.arrayContaining([...first, ...second]),
  );
  expect(guide.questions.flatMap(({ followUps }) => followUps)).toEqual([]);
});
