import { expect, test } from "vitest";
import { guideFromText } from "../../../src/interchange/guideText/guideText.ts";
import { partOf } from "../../../src/interchange/guideText/labels/guideLabels.ts";
import { lists } from "./questionLines.ts";

/** @returns the texts of the questions of a page */
const asked = (...lines: readonly string[]) => lists(lines).map((line) => line.split(" | ")[0]);

test("a head that names the questions of one role says nothing of what is asked above it", () => {
  expect(
    asked(
      "# Interview: bakery",
      "",
      "## Getting to know each other",
      "",
      "* Can you tell me about somebody whom you have taught?",
      "* Tell us about a bread that failed. What was it?",
      "",
      "## Pastry questions",
      "",
      "1. What are you most proud of?",
      "2. Where do you find new recipes?",
    ),
  ).toEqual([
    "Can you tell me about somebody whom you have taught?",
    "Tell us about a bread that failed. What was it?",
    "What are you most proud of?",
    "Where do you find new recipes?",
  ]);
});

test("a head that says no more than that questions follow sets apart what is asked above it", () => {
  const found = ["Preguntas", "Fragen", "Interview questions"].map((head) =>
    asked(
      "# Interview: bakery",
      "",
      "## Welcome",
      "",
      "Can you hear me well?",
      "",
      `## ${head}`,
      "",
      "1. What are you most proud of?",
      "2. Where do you find new recipes?",
    ),
  );
  const questions = ["What are you most proud of?", "Where do you find new recipes?"];
  expect(found).toEqual([questions, questions, questions]);
});

test("a list of questions on knowledge is a guide where its head says which questions they are, in every language", () => {
  const found = lists([
    "# Preguntas conceptuales",
    "",
    "## Masas",
    "",
    "* ¿Para qué se usa la masa madre?",
    "* ¿Por qué es importante el reposo?",
    "* ¿Qué es el gluten?",
    "* Explica con un ejemplo qué es una autólisis.",
    "",
    "## Hornos",
    "",
    "* ¿Qué es un horno de solera?",
    "* ¿Para qué sirve el vapor?",
    "* ¿Cómo le explicarías a un aprendiz el golpe de calor?",
    "* ¿Qué diferencia hay entre un horno de aire y uno de piedra?",
    "* ¿Has tenido experiencia con hornos de leña? ¿Qué aprendiste?",
    "* ¿Qué es la corteza?",
    "* ¿Puedes describir un buen greñado?",
  ]);
  expect(found).toHaveLength(11);
  const heads = [
    "Preguntas técnicas y conceptuales",
    "Technische Fragen",
    "Fachfragen zum Backen",
    "Questions comportementales",
    "Технические вопросы",
    "前端技术问题",
    "一般的な質問",
    "أسئلة تقنية",
  ];
  expect(heads.map(partOf)).toEqual(heads.map(() => "questions"));
  const others = [
    "Preguntas frecuentes",
    "Häufige Fragen",
    "Questions fréquentes",
    "Частые вопросы",
    "常见问题",
  ];
  expect(others.map(partOf)).toEqual(others.map(() => "advice"));
  expect(["Ihre Fragen", "Offene Fragen", "أسئلة المرشح"].map(partOf)).not.toContain("questions");
});

test("an item that only says when, or what about, heads the questions set in below it, and one that tells a scene is asked", () => {
  expect(
    lists([
      "# Interview: bakery",
      "",
      "1. Talk me through a recent bread:",
      "    - What was in it?",
      "    - What would you change?",
      "2. What do you do when the oven fails?",
      "3. Where applicable:",
      "    - Do you mind working at night?",
      "    - Do you mind working alone?",
      "4. A customer finds a stone in the bread:",
      "    - What do you say?",
      "    - Whom do you tell?",
      "5. Questions on flour. There are many, for example:",
      "    - Which flours have you worked with?",
      "    - How do you store them?",
      "6. When could you begin?",
    ]),
  ).toEqual([
    "Talk me through a recent bread: |  | What was in it?; What would you change?",
    "What do you do when the oven fails? |  | ",
    "Do you mind working at night? |  | ",
    "Do you mind working alone? |  | ",
    "A customer finds a stone in the bread: |  | What do you say?; Whom do you tell?",
    "Which flours have you worked with? |  | ",
    "How do you store them? |  | ",
    "When could you begin? |  | ",
  ]);
});

test("a head that says no more than that questions follow makes no guide of what a firm is asked about itself", () => {
  const asks = [
    "Quels fours sont utilisés dans votre boulangerie ?",
    "Quelles farines utilisez-vous le plus ?",
    "Qui est responsable de la qualité de la pâte ?",
    "Utilisez-vous du levain ?",
    "Quels sont les principaux problèmes de vos livraisons ?",
    "Comment le pain arrive-t-il aux magasins ?",
    "Quels logiciels utilisez-vous pour la paie ?",
    "Comment vos magasins sont-ils chauffés ?",
    "Quelles règles avez-vous pour les allergènes ?",
    "Quels sont les indicateurs que vous suivez ?",
    "Achetez-vous les machines, ou les louez-vous ?",
    "Comment les vieux fours sont-ils remplacés ?",
    "À quels syndicats appartenez-vous ?",
  ].flatMap((text, index) => [
    ...(index % 4 === 0 ? ["", "### Une partie de l’entreprise", ""] : []),
    `- ${text}`,
  ]);
  const read = (head: string) => guideFromText([`## ${head}`, ...asks].join("\n"));
  expect(read("Questions").guide.questions).toEqual([]);
  expect(read("Questions d’entretien").guide.questions).toHaveLength(13);
});

test.each([
  ["From: Jane Doe\nTo: Panel\nSubject: Re: Re: bakers on Friday\n\nHi all,\n", "bakers on Friday"],
  ["Von: Jane Doe\nAn: Alle\nBetreff: AW: Fragen am Freitag\n\nHallo zusammen,\n", "Fragen am Freitag"],
  ["De : Jane Doe\nÀ : Tous\nObjet : entretiens de vendredi\n\nBonjour,\n", "entretiens de vendredi"],
])("a mail is called by its subject, and not by who sent it", (head, title) => {
  const source = `${head}\n1. Tell me about a bread that failed.\n2. How do you plan a rush?\n3. Why do you bake?`;
  expect(guideFromText(source, "text").guide.title).toBe(title);
});

test("the role is what a title says beside that it is an interview, else the title", () => {
  const roleOf = (title: string) =>
    guideFromText(`# ${title}\n\n1. What went wrong?\n2. What did you do next?\n`, "markdown").guide.role;
  for (const [title, role] of [
    ["Ward sister interview", "Ward sister"],
    ["Interview guide: Warehouse lead", "Warehouse lead"],
    ["Interview questions for a night baker", "Night baker"],
    ["Backend developer (phone interview)", "Backend developer"],
    ["Interviewleitfaden Bäckerin", "Bäckerin"],
    ["Entretien : développeur", "Développeur"],
    ["Entrevista: desarrollador backend", "Desarrollador backend"],
    ["后端工程师面试", "后端工程师"],
    ["Interview guide", "Interview guide"],
    ["Interviewer training", "Interviewer training"],
    ["Solo", "Solo"],
  ] as const)
    expect(roleOf(title)).toBe(role);
});
