import { describe, expect, test } from "vitest";
import { personOf } from "../../../src/interchange/guideText/evidence/personText.ts";
import { guideFromText } from "../../../src/interchange/guideText/guideText.ts";
import { lists } from "./questionLines.ts";

const asked = (lines: readonly string[]) => lists(lines).map((line) => line.split(" | ")[0]);

describe("a task for the candidate is a question", () => {
  test.each([
    [
      "English",
      "How do you knead rye?",
      "Shape ten loaves of one weight.",
      "Rank these six orders by urgency.",
    ],
    ["German", "Wie kneten Sie Roggen?", "Formen Sie fünf Brezeln.", "Ordnen Sie diese Aufträge."],
    ["French", "Comment pétrissez-vous ?", "Rédigez une réponse à cet avis.", "Tracez le plan du fournil."],
    ["Spanish", "¿Cómo amasa el centeno?", "Ordene estos seis pedidos.", "Redacte un correo breve."],
    ["Russian", "Как вы месите тесто?", "Нарисуйте план пекарни.", "Рассчитайте дозу соли."],
    ["Chinese", "你怎么揉面？", "写一段停业公告。", "比较一下两种面粉。"],
    [
      "Japanese",
      "生地をどうこねますか。",
      "五分で告知文を書いてください。",
      "棚の並べ方をやってみましょう。",
    ],
    ["Hebrew", "איך אתה לש בצק?", "סדר את שש ההזמנות לפי דחיפות.", "שרטט את המאפייה על הלוח."],
    ["Arabic", "كيف تعجن؟", "رتّب الطلبات الستة بحسب الأهمية.", "احسب كمية الطحين اللازمة."],
  ])("among others that ask, in %s", (_, ...questions) => {
    expect(asked(["# Interview: baker", "", ...questions.map((text, at) => `${at + 1}. ${text}`)])).toEqual(
      questions,
    );
  });

  test("above lists of what to listen for, where nothing is asked", () => {
    const page = (label: string) => [
      "# Interview: baker",
      "Shape ten loaves of one weight.",
      label,
      "- even hands",
      "- a clean bench",
      "",
      "Plan the ovens for a feast day.",
      label,
      "- starts from the last loaf",
      "- leaves room for a fault",
    ];
    const found = [
      "Shape ten loaves of one weight. | even hands; a clean bench | ",
      "Plan the ovens for a feast day. | starts from the last loaf; leaves room for a fault | ",
    ];
    expect(lists(page("Look for:"))).toEqual(found);
    expect(lists(page("At the bench"))).toEqual(found);
  });

  test("behind its name", () => {
    expect(
      asked([
        "# Interview: programmer",
        "1. **Events:** What is a listener?",
        "2. **Cache:** Implement one that forgets its oldest entry.",
        "3. **Copies:** Write a function that copies a tree.",
      ]),
    ).toHaveLength(3);
  });

  test("and what whoever interviews is told to do is none, nor what a page for cooks says", () => {
    expect(
      asked([
        "# Interview: baker",
        "Read the questions as they are written.",
        "How do you knead rye?",
        "What do you do with a flat loaf?",
        "Which flour did you use last?",
        "Write down what was said.",
      ]),
    ).toHaveLength(3);
    const page = [
      "# Rye bread",
      "1. Mix the flour.",
      "2. Shape ten loaves.",
      "3. Bake them.",
      "4. Let them cool.",
      "Why rye?",
      "It keeps.",
    ];
    expect(guideFromText(page.join("\n")).guide.questions).toEqual([]);
  });
});

describe("steps that ask on the way", () => {
  test.each([
    [
      "English",
      "Set up your account",
      "Open the settings page.",
      "Choose a password.",
      "Did you get a mail?",
    ],
    ["German", "Brezeln", "Kneten Sie den Teig.", "Formen Sie fünf Brezeln.", "Ist der Teig glatt?"],
    ["French", "Créer un compte", "Ouvrez la page.", "Choisissez un nom.", "Avez-vous reçu le courriel ?"],
    ["Portuguese", "Como abrir a conta", "Escolha um nome.", "Leia os termos.", "Recebeu o código?"],
    ["Dutch", "Account maken", "Kies een wachtwoord.", "Vul je adres in.", "Heb je een mail gekregen?"],
    ["Russian", "Как настроить роутер", "Включите роутер.", "Введите пароль.", "Вы видите сеть?"],
    ["Hebrew", "פתיחת חשבון", "בחר סיסמה.", "קרא את התנאים.", "קיבלת הודעה?"],
    ["Korean", "계정 만들기", "첫 페이지를 여세요.", "이름을 입력하세요.", "메일을 받으셨나요?"],
  ])("are no questions, in %s", (_, title, first, second, question) => {
    const steps = [first, second, first, question, second];
    const page = [`# ${title}`, ...steps.map((text, at) => `${at + 1}. ${text}`)];
    expect(guideFromText(page.join("\n")).guide.questions).toEqual([]);
  });

  test("on the way to an interview are none either", () => {
    const page = [
      "# Before your interview",
      "- Read the job advert.",
      "- Plan your journey.",
      "- Do you know who you will meet?",
      "- Prepare three examples.",
      "- Choose what to wear.",
    ];
    expect(asked(page).filter((text) => text?.endsWith("."))).toEqual([]);
  });
});

describe("what whoever interviews is told among questions is none", () => {
  test.each([
    ["English", "How do you plan a route?", "What do you do in fog?", "Listen for safety first."],
    [
      "French",
      "Comment préparez-vous un trajet ?",
      "Que faites-vous par brouillard ?",
      "Relevez les exemples de prudence.",
    ],
    ["Spanish", "¿Cómo planifica una ruta?", "¿Qué hace con niebla?", "Tome nota de los ejemplos."],
    ["Italian", "Come pianifica un percorso?", "Cosa fa con la nebbia?", "Ascolti senza interrompere."],
    [
      "Russian",
      "Как вы планируете маршрут?",
      "Что вы делаете в тумане?",
      "Обратите внимание на осторожность.",
    ],
    ["Japanese", "道順はどう決めますか。", "霧のときはどうしますか。", "考える時間を与えてください。"],
    ["Chinese", "你怎么规划路线？", "有雾的时候你怎么办？", "分析能力强的人会举例。"],
  ])("in %s", (_, first, last, told) => {
    expect(asked(["Interview", "", first, "", told, "", last])).toEqual([first, last]);
  });

  test("below each question in turn", () => {
    const questions = ["How do you check data?", "What tools do you use?", "Why did you leave?"];
    const answers = ["Show the last report first.", "Name the tools of the team.", ""];
    const page = questions.flatMap((text, at) => [text, "", answers[at] ?? "", ""]);
    expect(asked(["Interview: analyst", "", ...page])).toEqual(questions);
  });

  test("below a head of its own", () => {
    const page = [
      "# Interview guide",
      "## Opening",
      "- Introduce everyone.",
      "- Offer water.",
      "- Take a seat.",
    ];
    const questions = ["How did you hear of us?", "Describe your last job.", "What did you learn there?"];
    expect(asked([...page, "## Questions", ...questions.map((text) => `- ${text}`)])).toEqual(questions);
  });
});

test("where a page asks step by step, each step asks further", () => {
  expect(
    lists([
      "# Interview: driver",
      "Tell me about a time you saw a danger.",
      "Situation: What was it?",
      "Behavior: What did you do about it?",
      "Outcome: How did it end?",
      "",
      "Describe a goal that was hard to reach.",
      "Situation: Who set it?",
      "Outcome: Did you reach it?",
    ]),
  ).toEqual([
    "Tell me about a time you saw a danger. |  | What was it?; What did you do about it?; How did it end?",
    "Describe a goal that was hard to reach. |  | Who set it?; Did you reach it?",
  ]);
});

test("steps that stand below no question, or beside others, are questions", () => {
  const questions = [
    "Task: How do you split a big one?",
    "Result: How do you measure it?",
    "Behaviour: How do you react to critique?",
  ];
  const page = ["# Interview: driver", ...questions.map((text) => `- ${text}`)];
  expect(asked(page)).toHaveLength(3);
  expect(asked([...page.slice(0, 1), "- What do you do in fog?", ...page.slice(1)])).toHaveLength(4);
});

test("questions that two lists share are asked in both, and are no table of contents", () => {
  const section = (name: string, last: string) => [
    `## ${name}`,
    "- Tell me about a loaf that failed.",
    "- Tell me about a loaf that was late.",
    `- Why did you choose the ${last}?`,
    "- Tell me about a loaf that sold.",
  ];
  expect(
    asked(["# Interview", ...section("Bakers", "bakery"), ...section("Sellers", "shop")]).filter((text) =>
      text?.startsWith("Tell"),
    ),
  ).toHaveLength(6);
});

test.each([
  ["Italian", "Chiedere al candidato di descrivere la sua carriera", "Chiedergli quando potrebbe iniziare"],
  ["Portuguese", "Perguntar ao candidato por que saiu", "Pergunte ao candidato o que espera"],
  ["Polish", "Zapytaj kandydata o ostatnią pracę", "Poproś kandydata o przykład"],
  ["Russian", "Спросите кандидата о последней работе", "Попросите рассказать о провале"],
])("what to ask is a question in %s, too", (_, ...questions) => {
  expect(asked(["# Colloquio / interview", ...questions.map((text) => `- ${text}`)])).toEqual(questions);
});

test("a line that names questions asks none", () => {
  expect(
    asked([
      "# Interview: nurse",
      "- How do you calm a child?",
      "- Questions about their last ward",
      "- Why did you choose nights?",
      "- What did you learn there?",
    ]),
  ).toEqual(["How do you calm a child?", "Why did you choose nights?", "What did you learn there?"]);
});

test("what somebody has asked the other side is no question to a candidate", () => {
  expect(
    asked([
      "# My interview",
      "## Questions I was asked",
      "- Why do you want to teach here?",
      "- What would you teach first?",
      "## Questions I asked",
      "- How many are in a class?",
      "- Do you pay for books?",
    ]),
  ).toEqual(["Why do you want to teach here?", "What would you teach first?"]);
});

test.each([
  ["Connaît-il votre entreprise ?", "they"],
  ["Faut-il aimer votre métier ?", "you"],
  ["Comment vous a-t-elle trouvé ?", "you"],
  ["Cosa ti ha attirato?", "you"],
  ["Descrivi il tuo ultimo lavoro.", "you"],
  ["Quando il tuo capo ti critica, come reagisci?", "you"],
  ["¿Qué hizo bien la entrevistada?", "candidate"],
  ["Kiedy może Pan / Pani zacząć?", "you"],
  ["Czego szukają Państwo?", "you"],
])("whom %j speaks to: %s", (text, person) => {
  expect(personOf(text)).toBe(person);
});

test("what whoever interviews does in the first part of an outline is no task, and what is asked in the next ones is", () => {
  expect(
    asked([
      "Interview outline: baker",
      "",
      "1. Welcome",
      "   1.1 Introduce the others",
      "   1.2 Explain the post: nights",
      "2. Bread",
      "   2.1 How do you knead rye?",
      "   2.2 Shape ten loaves of one weight.",
      "3. People",
      "   3.1 Who taught you?",
    ]),
  ).toEqual(["How do you knead rye?", "Shape ten loaves of one weight.", "Who taught you?"]);
});

test("a name above a question in quotes is its title", () => {
  expect(
    lists([
      "# Interview: baker",
      "1. **Care:**",
      '   "Tell me about a loaf that failed. What did you do?"',
      "   - Look for: says what it was",
      "",
      "2. **Pace:**",
      '   "How do you plan a feast day?"',
      "   - Look for: starts from the last loaf",
    ]),
  ).toEqual([
    "Tell me about a loaf that failed. What did you do? | says what it was | ",
    "How do you plan a feast day? | starts from the last loaf | ",
  ]);
});
