import { describe, expect, test } from "vitest";
import { guideFromText } from "../../../src/interchange/guideText/guideText.ts";
import { lists } from "./questionLines.ts";

const asked = (lines: readonly string[]) =>
  guideFromText(lines.join("\n")).guide.questions.map(({ text }) => text);

describe("a list of questions that heads part", () => {
  const first = ["1. How do you open the kitchen?", "2. What do you check before you light the oven?"];
  const ofGuests = [
    "What do you tell guests before they sit down?",
    "Do guests always say what they do not eat?",
    "How do they tell whoever cooks?",
    "How late do you let them change their order?",
  ];
  const last = "When do you close?";

  test("goes on where it counts on, though a part of it speaks of somebody", () => {
    const counted = ofGuests.map((text, at) => `${at + 3}. ${text}`);
    const page = [
      "# Interview: cook",
      "## Kitchen",
      ...first,
      "## Guests",
      ...counted,
      "## Night",
      `7. ${last}`,
    ];
    expect(asked(page)).toEqual([...first.map((text) => text.slice(3)), ...ofGuests, last]);
  });

  test("ends with what the panel asks itself, which begins anew", () => {
    const page = [
      "# Interview: cook",
      "## Kitchen",
      ...first,
      "## Afterwards",
      "1. Did they ask about the menu?",
      "2. Were they on time?",
      "3. Would their ideas help us?",
    ];
    expect(asked(page)).toEqual(first.map((text) => text.slice(3)));
  });
});

test("questions stand where most of what is asked does, and not where much is told and little asked", () => {
  const told = [
    "Read this before you begin.",
    "What did you do? is the best probe of all.",
    "Take your time with the first part.",
    "Write down each word.",
    "Do not fill a silence.",
    "When did it happen? helps as well.",
    "Nobody is to be led.",
    "Stop when you have what you need.",
    "Say the date aloud.",
  ];
  const list = [
    "What does your morning look like?",
    "When did you last lose an order?",
    "How often do you count the stock?",
    "Whom do you call when you are out of flour?",
    "How did you learn to bake?",
  ];
  const others = ["Who else minds the shop?", "What happens when it stays shut?"];
  const item = (text: string) => `- ${text}`;
  const page = ["# Interview guide: baker", ...told.flatMap((text) => ["", text]), "", "**Ground**"];
  const lines = [...page, ...list.map(item), "", "**Widen**", ...others.map(item), "", "**Then**", "- Why?"];
  expect(asked(lines)).toEqual(expect.arrayContaining([...list, ...others]));
});

describe("questions of the candidate", () => {
  const talk = [
    "# Interview: cook",
    "**1. How do you open the kitchen?**",
    "",
    "**Listen for:**",
    "- calm",
    "",
  ];

  test.each([
    "**2. Questions for us?**",
    "**2. Do you have any questions for us?**",
    "Any questions for me?",
  ])("stand below a label right below “%s”", (over) => {
    const page = [...talk, over, "", "**Good questions:**", "- Who are your guests?", "- What is hard here?"];
    expect(asked(page)).toEqual(["How do you open the kitchen?"]);
  });

  test("end with the next section", () => {
    const page = [
      ...talk,
      "**2. Questions for us?**",
      "",
      "**Good questions:**",
      "- Who are your guests?",
      "",
      "## Practice questions",
      "1. How would you plan a menu for sixty?",
      "2. What would you do with too much bread?",
    ];
    expect(asked(page)).toEqual([
      "How do you open the kitchen?",
      "How would you plan a menu for sixty?",
      "What would you do with too much bread?",
    ]);
  });
});

test("questions of the candidate are theirs below the heads that part them, too", () => {
  const page = [
    "# Interview: miller",
    "## Questions",
    "- How do you plan a week of grinding?",
    "- Tell me about a stone that broke.",
    "## Questions from the candidate",
    "### Questions about the mill",
    "1. How does your mill differ from others?",
    "2. What are you proud of this year?",
    "### Questions about the work",
    "1. How do you know that I do well?",
    "## More questions",
    "1. What would you do with wet grain?",
  ];
  expect(asked(page)).toEqual([
    "How do you plan a week of grinding?",
    "Tell me about a stone that broke.",
    "What would you do with wet grain?",
  ]);
});

describe("“Additional questions”", () => {
  test("heads more questions beside “Questions”", () => {
    const page = [
      "# Interview: florist",
      "## Questions",
      "1. Which flowers would you order for a wet week?",
      "2. What do you do with what is left on Saturday?",
      "3. How do you price a wreath?",
      "## Additional questions",
      "1. How would you bind a bouquet if you had no wire?",
    ];
    expect(asked(page).at(-1)).toBe("How would you bind a bouquet if you had no wire?");
  });

  test("ask further with a colon", () => {
    const page = [
      "# Interview: florist",
      "How do you price a wreath?",
      "Additional questions:",
      "- What if the client finds it dear?",
      "- Who else did you ask?",
    ];
    expect(lists(page)).toEqual([
      "How do you price a wreath? |  | What if the client finds it dear?; Who else did you ask?",
    ]);
  });
});

test.each([
  "Explain what we are here for.",
  "Explain a bit about the firm.",
  "Explain they will hear from us by Friday.",
])("whoever interviews is told to explain, and nobody is asked: %s", (told) => {
  const page = ["# Interview", told, "Tell me about your last shift.", "How do you calm an angry guest?"];
  expect(asked(page)).toEqual(["Tell me about your last shift.", "How do you calm an angry guest?"]);
});

test("“Explain a bit of your design.” is asked", () => {
  const page = ["# Interview", "Explain a bit about your design.", "How do you calm an angry guest?"];
  expect(asked(page)).toContain("Explain a bit about your design.");
});

describe("a table that checks something is no guide", () => {
  const rowsOf = (items: readonly string[], answers: readonly string[]) =>
    items.map((item, at) => `| ${at + 1} | ${item} | ${answers[at % answers.length] ?? ""} | p. ${at + 4} |`);
  const items = [
    "O texto tem uma introdução?",
    "As figuras possuem legenda e fonte?",
    "Há um registro da reunião?",
    "O cronograma mostra as datas de início e fim?",
    "As referências estão no fim do texto?",
    "Todas as tabelas são citadas?",
    "Há um histórico de versões?",
    "O título diz do que o texto trata?",
    "Os autores estão na primeira página?",
    "A página abre no celular?",
    "As cores têm contraste?",
    "Há uma página de contato?",
    "O vídeo tem legenda?",
  ];

  test("where it is filled in with yes and no", () => {
    const page = ["# Entrega 2", "", "| Nº | Item | Resultado | Fonte |", "| - | - | - | - |"];
    expect(guideFromText([...page, ...rowsOf(items, ["Sim", "Não", "Sim"])].join("\n")).withheld).toBe(13);
  });

  test("where its title says that it is a list to check", () => {
    const page = ["# Lista de verificação", "", "| Nº | Pergunta | Autor | Fonte |", "| - | - | - | - |"];
    expect(guideFromText([...page, ...rowsOf(items, ["Rita Lima"])].join("\n")).withheld).toBe(13);
  });

  test("but a guide is one, though some answers are yes", () => {
    const talk = [
      "Why did you apply here?",
      "May you work in this country?",
      "Tell me about a day that went wrong.",
      "Can you work on weekends?",
      "How do you deal with an angry guest?",
      "Do you have a driving licence?",
      "What did you learn in your last job?",
      "Can you start in June?",
      "How do you plan a shift?",
      "Can you lift twenty kilos?",
      "What would your team say about you?",
      "Have you worked with a till?",
      "What do you do when you are tired?",
    ];
    const page = [
      "# Shop assistant",
      "",
      "| No. | Question | Expected answer | Notes |",
      "| - | - | - | - |",
    ];
    expect(guideFromText([...page, ...rowsOf(talk, ["a reason", "Yes"])].join("\n")).withheld).toBe(0);
  });
});
