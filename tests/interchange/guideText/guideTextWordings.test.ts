import { describe, expect, test } from "vitest";
import { guideFromText } from "../../../src/interchange/guideText/guideText.ts";
import { lists } from "./questionLines.ts";

const asked = (lines: readonly string[]) =>
  guideFromText(lines.join("\n")).guide.questions.map(({ text }) => text);

describe("a sentence that forbids something", () => {
  test.each([
    [
      "English",
      "Please do not ask about children or religion.",
      ["How do you plan your week?", "What did you learn from your last mistake?"],
    ],
    [
      "Chinese, where 问题 is no asking",
      "问题不必逐字照念，但不要改变原意。",
      ["您怎么安排一周的工作？", "您上一次犯错学到了什么？"],
    ],
  ])("leaves the questions below it, in %s", (_language, sentence, questions) => {
    expect(
      asked(["Interview: line cook", "", sentence, "", ...questions.map((text, at) => `${at + 1}) ${text}`)]),
    ).toEqual(questions);
  });

  test("that speaks of what is below it takes that out", () => {
    const found = asked([
      "Interview: line cook",
      "",
      "1) How do you plan your week?",
      "2) What did you learn from your last mistake?",
      "",
      "Never ask these questions.",
      "",
      "- Are you married?",
      "- Do you want children?",
    ]);
    expect(found).toEqual(["How do you plan your week?", "What did you learn from your last mistake?"]);
  });
});

test("one question of three that speaks of somebody else leaves them all questions", () => {
  const questions = [
    "Die Maschine steht, in zwanzig Minuten ist Schichtwechsel. Was tun Sie?",
    "Wie viel Zeit vergeht bei Ihnen zwischen Reklamation und Antwort?",
    "Was sieht eine Kundin als Erstes, wenn sie unser Geschäft betritt?",
  ];
  expect(
    asked(["Auswahlgespräch Filialleitung", "", ...questions.map((text, at) => `${at + 1}) ${text}`)]),
  ).toEqual(questions);
});

test.each([
  ["Hebrew", "ש", "מה אתה מחפש בצוות?", "איך אתה עובד תחת לחץ?", "שמירה על קור רוח"],
  ["Arabic", "س", "ماذا تبحث عنه في الفريق؟", "كيف تعمل تحت الضغط؟", "الهدوء"],
  ["Russian", "В", "Что вы ищете в команде?", "Как вы работаете под давлением?", "Спокойствие"],
])(
  "questions that a letter of %s counts have the lists below them",
  (_language, letter, first, second, area) => {
    expect(
      lists([`${letter}1. ${first}`, "", `- ${area}`, "", `${letter}2. ${second}`, "", `- ${area}`]),
    ).toEqual([`${first} | ${area} | `, `${second} | ${area} | `]);
  },
);

test.each([
  [
    "English",
    "I would like to hear how you plan a week.",
    "Put yourself in the shoes of a tenant who waits.",
  ],
  ["German", "Mich interessiert, wie Sie sich organisieren.", "Zeichnen Sie bitte Ihr letztes System auf."],
  [
    "French",
    "Nous souhaiterions savoir comment vous gérez le secret.",
    "Retracez le dernier incident de votre équipe.",
  ],
  ["Spanish", "Quisiéramos saber cómo organiza su semana.", "Llévenos paso a paso por su última clase."],
  ["Japanese", "まず、簡単に自己紹介をお願いします。", "このペンを私に売ってみてください。"],
  ["Chinese", "想听听您对这个岗位的理解。", "把这支笔卖给我。"],
  ["Hebrew", "אשמח לשמוע על הניסיון שלך.", "נמק/י מדוע את/ה מתאים/ה לתפקיד."],
  ["Arabic", "أود أن أسمع عن خبرتك.", "هات مثالا على موقف أقنعت فيه شخصا."],
  ["Korean", "이전 직장에서 맡았던 업무를 말씀해 주세요.", "이 펜을 저에게 팔아 보세요."],
  ["Polish", "Proszę krótko opowiedzieć o swojej pracy.", "Chciałbym usłyszeć, jak planuje Pani tydzień."],
])("requests are questions in %s", (_language, ...requests) => {
  expect(asked(["Interview", "", ...requests.flatMap((text) => [text, ""])])).toEqual(requests);
});

test.each([
  "Ask for figures",
  "Pedir cifras",
  "Demander des chiffres",
  "Nach Zahlen fragen",
  "数字を聞く",
  "追问数字",
  "לבקש נתונים",
  "اطلب أرقاما",
])("what to ask further is a follow-up among questions, as a note: %s", (note) => {
  const [line] = lists([
    "1. How do you plan a week?",
    `   - ${note}`,
    "   - Ask about the team",
    "   - What then?",
    "",
    "2. What did you learn last?",
    "   - From whom?",
    "   - Why?",
  ]);
  expect(line).toBe(`How do you plan a week? |  | ${note}; Ask about the team; What then?`);
});

test.each(["Si la réponse est courte :", "回答が浅い場合："])(
  "a list that is for an answer of a kind has follow-ups: %s",
  (label) => {
    const [line] = lists(["1. How do you plan a week?", "", label, "", "- What then?", "- Who helped?"]);
    expect(line).toBe("How do you plan a week? |  | What then?; Who helped?");
  },
);

test("“Optional: …” is no label of follow-ups", () => {
  const found = guideFromText(
    "# Growth meeting\n\n- Purpose: alignment\n- Optional: Dana, Tom\n- Time: Tuesdays\n- Board: growth\n- Attendees: all\n- Notes: none",
  );
  expect(found.guide.questions).toEqual([]);
});

test.each([
  ["What would you like to add that we have not asked about?", "Is there anything you would like to add?"],
  ["Gibt es etwas, das Sie uns noch sagen möchten?", "Haben Sie noch etwas, das Sie ansprechen möchten?"],
  ["言い残したことがあれば、どうぞお話しください。", "何かお聞きになりたいことはございますか？"],
])("what hands over to the candidate is no question: %s", (...lines) => {
  const questions = ["How do you plan your week?", "What did you learn last year?", "Who helps you at work?"];
  expect(asked([...questions, ...lines].flatMap((text) => [text, ""]))).toEqual(questions);
});

test("“P1:” counts questions, also those that are worded as none", () => {
  const questions = [
    "Una caja cerrada con llave y nadie en el almacén.",
    "Un cliente que llora en el mostrador.",
  ];
  expect(
    lists(
      questions.flatMap((text, at) => [`P${at + 1}: ${text}`, "", "- Pide ayuda", "- Mantiene la calma", ""]),
    ),
  ).toEqual(questions.map((text) => `${text} | Pide ayuda; Mantiene la calma | `));
});

test("questions in a list below a table of questions are found, though labels stand further down", () => {
  const found = asked([
    "# Test lead",
    "",
    "| Question | What to look for |",
    "| --- | --- |",
    "| How do you choose what not to test? | risk |",
    "| Tell me about a bug that got out. | owns it |",
    "",
    "## More",
    "",
    "1. Which tool would you throw out?",
    "2. What would you like to learn?",
    "",
    "## Exercise",
    "",
    "What would you check on this screen, and in which order?",
    "",
    "Look for:",
    "",
    "- asks who uses it",
  ]);
  expect(found).toEqual([
    "How do you choose what not to test?",
    "Tell me about a bug that got out.",
    "Which tool would you throw out?",
    "What would you like to learn?",
    "What would you check on this screen, and in which order?",
  ]);
});

test("the name of a page that stands on its next sheet, too, is no label", () => {
  const found = lists([
    "Oakham & Daughter, Joinery                                        Page 1",
    "",
    "          TALKING TO JOINERS: A SHEET FOR THE WORKSHOP",
    "",
    "What have you made lately that you'd be happy to show your mum?",
    "    Must mention: the joints and not the finish",
    "",
    "How do you set out a winder?",
    "    Must mention: going at the narrow end",
    "",
    "Oakham & Daughter, Joinery                                        Page 2",
    "",
    "What's the worst thing that's happened to you on a spindle moulder?",
    "    And what do you do differently since?",
    "    Must mention: guards, two-handed push blocks",
  ]);
  expect(found).toEqual([
    "What have you made lately that you'd be happy to show your mum? | the joints and not the finish | ",
    "How do you set out a winder? | going at the narrow end | ",
    "What's the worst thing that's happened to you on a spindle moulder? | guards; two-handed push blocks | And what do you do differently since?",
  ]);
});
