import { describe, expect, test } from "vitest";
import { personOf } from "../../../src/interchange/guideText/evidence/personText.ts";
import { guideFromText } from "../../../src/interchange/guideText/guideText.ts";
import { lists } from "./questionLines.ts";

const asked = (lines: readonly string[]) =>
  guideFromText(lines.join("\n")).guide.questions.map(({ text }) => text);

test("“Pay attention:” is what to listen for, in Hebrew too", () => {
  expect(
    lists([
      "ראיון: אופה",
      "1. איך אתה לש בצק?",
      "לשים לב: סבלנות",
      "2. מי לימד אותך?",
      "3. למה כאן?",
      "שימו לב: כנות",
    ]),
  ).toEqual(["איך אתה לש בצק? | סבלנות | ", "מי לימד אותך? |  | ", "למה כאן? | כנות | "]);
});

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

describe("what only looks like one of the words", () => {
  test("sections that are lettered keep their questions, whatever their letters", () => {
    const questions = [
      "How do you help others?",
      "When did you last disagree?",
      "What did you ship last?",
      "How did you measure it?",
    ];
    expect(
      asked([
        "Interview schedule",
        "",
        "C. Teamwork",
        `C1. ${questions[0]}`,
        `C2. ${questions[1]}`,
        "",
        "D. Delivery",
        `D1. ${questions[2]}`,
        `D2. ${questions[3]}`,
      ]),
    ).toEqual(questions);
  });

  test.each([
    "Il est interdit de poser les questions ci-dessous.",
    "Illegal questions must never be asked.",
    "Some questions are illegal. Do not ask.",
    "Unzulässige Fragen dürfen nicht gestellt werden.",
    "下面的问题不得提问。",
    "אסור לשאול את השאלות שלהלן.",
  ])("a sentence that forbids what stands below it takes it out: %s", (sentence) => {
    expect(
      asked([
        "Interview guide",
        "",
        "1. Why this post?",
        "",
        sentence,
        "",
        "- Are you married?",
        "- Do you have children?",
      ]),
    ).toEqual(["Why this post?"]);
  });

  test.each([
    "Deep dive",
    "Further questions",
    "Related questions",
    "Erwartungen",
    "Autres questions",
    "相关问题",
  ])("a section that is called “%s” keeps its questions", (head) => {
    const found = guideFromText(
      `# Interview guide\n\n## Warm-up\n\n1. Why this role?\n2. What do you do today?\n\n## ${head}\n\n1. Tell me about a project you led.\n2. How did you measure success?`,
      "markdown",
    ).guide.questions.map(({ text }) => text);
    expect(found).toEqual([
      "Why this role?",
      "What do you do today?",
      "Tell me about a project you led.",
      "How did you measure success?",
    ]);
  });

  test.each([
    "Is there anything else you would like to improve in your work?",
    "Gibt es noch etwas, das Sie heute anders machen würden?",
    "Y a-t-il quelque chose que nous faisons mal, selon vous ?",
    "¿Hay algo más que le gustaría aprender este año?",
    "هل هناك أي شيء آخر كنت ستفعله بشكل مختلف؟",
  ])("a question that opens as what hands over does is one: %s", (question) => {
    const others = ["How do you plan your week?", "What did you learn last year?"];
    expect(asked([...others, question].flatMap((text) => [text, ""]))).toEqual([...others, question]);
  });

  test.each([
    "Indiquez la note sur 5.",
    "Justifique la puntuación otorgada.",
    "Begründen Sie Ihre Bewertung.",
    "Take a moment to review your notes before the next question.",
    "请两位面试官轮流提问并总结。",
    "Je vous propose de commencer par une courte présentation de notre entreprise.",
    "בחר שלוש שאלות מתוך הרשימה.",
    "قدم الشركة بإيجاز.",
  ])("what is told to whoever interviews is no question: %s", (sentence) => {
    const questions = [
      "How do you plan your week?",
      "What did you learn last year?",
      "Who helps you at work?",
    ];
    expect(
      asked(["Interview", "", sentence, "", ...questions.map((text, at) => `${at + 1}. ${text}`)]),
    ).toEqual(questions);
  });

  test.each([
    "Explain the structure of your current team.",
    "Vergleichen Sie Ihre letzten beiden Stellen.",
    "Expliquez les étapes que vous suivez pour traiter une réclamation.",
  ])("a request that opens as an instruction does and is of one's own is a question: %s", (request) => {
    const others = ["How do you plan your week?", "What did you learn last year?"];
    expect(asked([...others, request].flatMap((text) => [text, ""]))).toEqual([...others, request]);
  });

  test("an item that is a label elsewhere stays in its list", () => {
    const [line] = lists([
      "How do you steer a team?",
      "",
      "Areas to cover:",
      "",
      "- Goals",
      "- Performance indicators",
      "- Feedback",
    ]);
    expect(line).toBe("How do you steer a team? | Goals; Performance indicators; Feedback | ");
  });

  test("to ask for help is nothing that is asked further, among what is looked for", () => {
    const [line] = lists([
      "1. What do you do when you are stuck?",
      "   - Analyse the problem",
      "   - Ask for help early",
      "   - Tell the client",
      "",
      "2. How do you plan your week?",
      "   - Writes it down",
    ]);
    expect(line).toBe(
      "What do you do when you are stuck? | Analyse the problem; Ask for help early; Tell the client | ",
    );
  });
});

describe("what whoever is interviewed asks the other side", () => {
  test.each([
    "Questions to ask a potential employer",
    "Questions à poser à l’employeur",
    "Fragen, die Sie dem Arbeitgeber stellen können",
    "Preguntas para hacer al entrevistador",
    "Perguntas para fazer ao recrutador",
    "Domande da fare al selezionatore",
    "Vragen aan de werkgever",
    "Pytania do pracodawcy",
    "Вопросы работодателю",
    "向面试官提问的问题",
    "面接官への質問",
    "שאלות למעסיק",
    "أسئلة تطرحها على صاحب العمل",
    "면접관에게 할 질문",
  ])("is no part of a guide: %s", (head) => {
    const guide = lists(
      [
        "# Interview questions",
        "",
        "## Work",
        "",
        "- How do you plan a week?",
        "- Tell me about a mistake you made.",
        "",
        `## ${head}`,
        "",
        "- How do you measure success in this role?",
        "- What do you like about your team?",
      ],
      "markdown",
    );
    expect(guide).toEqual(["How do you plan a week? |  | ", "Tell me about a mistake you made. |  | "]);
  });
});

test.each([
  "Typische Fragen der Personaler im Vorstellungsgespräch",
  "Fragen die Arbeitgeber gerne stellen",
  "Вопросы компании кандидату",
  "Interview questions to ask a potential company secretary",
  "Questions to ask a new manager candidate",
  "Questions à poser à un recruteur",
])("what an employer asks is a guide: %s", (head) => {
  const guide = lists(
    [`# ${head}`, "", "- How do you plan a week?", "- Tell me about a mistake you made."],
    "markdown",
  );
  expect(guide).toHaveLength(2);
});

test("a head that counts a question is its title where “Question:” stands below it, though that is still to be filled in", () => {
  const guide = lists(
    [
      "# Interview template",
      "",
      "### Question 1: [COMPETENCY]",
      "",
      "**Question:** [e.g. Tell me about a time when you calmed a client]",
      "",
      "### Question 2: [COMPETENCY]",
      "",
      "**Question:** [e.g. a situation]",
    ],
    "markdown",
  );
  expect(guide).toEqual([
    "[e.g. Tell me about a time when you calmed a client] |  | ",
    "[e.g. a situation] |  | ",
  ]);
});

test.each([
  [
    "Polish, though “i” is a word of it",
    "# Rozmowa z kandydatem",
    "Jak radzisz sobie z bazami i plikami?",
    "Jakie jest Twoje zdanie o testach i jakości?",
    "Dlaczego wybrałeś tę pracę i to miasto?",
  ],
  [
    "Swedish, without a question mark",
    "# Intervju",
    "Kan du beskriva dig själv som person.",
    "Ge exempel på när det gick fel.",
    "Berätta om ditt förra jobb.",
  ],
  [
    "Norwegian, without a question mark",
    "# Intervju",
    "Fortell om din forrige jobb.",
    "Gi et eksempel på en konflikt.",
    "Kan du beskrive en vanlig dag.",
  ],
  [
    "Vietnamese, without a question mark",
    "# Câu hỏi phỏng vấn",
    "Hãy kể về công việc trước đây.",
    "Hãy mô tả một ngày làm việc.",
    "Hãy chia sẻ một thất bại.",
  ],
])("questions in %s", (_, title, ...questions) => {
  const { guide } = guideFromText([title, "", ...questions.map((text) => `- ${text}`)].join("\n"));
  expect(guide.questions.map(({ text }) => text)).toEqual(questions);
});

test.each([
  ["What will i pay each month?", "reader"],
  ["Can I bring a friend?", "reader"],
  ["Jak radzisz sobie z bazami i plikami?", "nobody"],
  ["Come gestisce i clienti difficili?", "nobody"],
])("whom %j speaks to: %s", (text, person) => {
  expect(personOf(text)).toBe(person);
});
