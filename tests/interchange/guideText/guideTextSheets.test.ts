import { describe, expect, test } from "vitest";
import { guideFromText } from "../../../src/interchange/guideText/guideText.ts";
import { isAsked, isAskedByWay } from "../../../src/interchange/guideText/labels/askedText.ts";
import { lists, questionLines } from "./questionLines.ts";

/** @returns the texts of the questions of a page */
const asked = (...lines: readonly string[]) => lists(lines).map((line) => line.split(" | ")[0]);

test("steps below a question that has a label are its follow-ups, and a list of questions without one is read beside it", () => {
  const found = lists([
    "# Interview: potter",
    "## Experience",
    "- Talk us through the kiln that you know best.",
    "- Which glazes have you mixed, and what do you think of them?",
    "- Why do you want to leave your workshop?",
    "## Care",
    "**Question.** Tell us about a crack that you found in time.",
    "- Situation: What was it about?",
    "- Action: What did you do once you had seen it?",
    "- **Evidence to look for**",
    "- found it by method",
    "- told somebody",
    "## Calm",
    "**Question.** Two buyers want the same bowl. What do you do?",
    "- Situation: Has that happened to you?",
    "- Action: How did you decide?",
    "- **Evidence to look for**",
    "- speaks to both",
    "- offers a solution",
    "## Trust",
    "**Question.** A friend asks what a buyer paid. What do you say?",
    "- **Evidence to look for**",
    "- names no figure",
    "- is not embarrassed",
  ]);
  expect(found).toEqual([
    "Talk us through the kiln that you know best. |  | ",
    "Which glazes have you mixed, and what do you think of them? |  | ",
    "Why do you want to leave your workshop? |  | ",
    "Tell us about a crack that you found in time. | found it by method; told somebody | What was it about?; What did you do once you had seen it?",
    "Two buyers want the same bowl. What do you do? | speaks to both; offers a solution | Has that happened to you?; How did you decide?",
    "A friend asks what a buyer paid. What do you say? | names no figure; is not embarrassed | ",
  ]);
});

test("a label in small letters begins a line of its own, and goes on with none", () => {
  const found = lists([
    "• Un client veut un bol de travers. Que faites-vous ?",
    "   ce que j'espère entendre : reste calme, appelle le chef, ne promet rien du tout",
    "   relance : Et s'il insiste ?",
    "",
    "• Comment réagissez-vous quand un collègue fait autrement que vous ?",
    "   ce que j'espère entendre : en parle avec lui, et pas devant les clients",
    "   relance : Avez-vous un exemple ?",
    "",
    "Pensez à leur dire que l'atelier est froid en hiver.",
  ]);
  expect(found).toEqual([
    "Un client veut un bol de travers. Que faites-vous ? | reste calme; appelle le chef; ne promet rien du tout | Et s'il insiste ?",
    "Comment réagissez-vous quand un collègue fait autrement que vous ? | en parle avec lui; pas devant les clients | Avez-vous un exemple ?",
  ]);
});

test("a counted title above a question that is wrapped is its title, and what hands over is none", () => {
  const found = lists([
    "4. A buyer waits at the gate with a broken bowl. Talk us through what you would do.",
    "   Looking for:",
    "   - listens",
    "   - replaces it",
    "",
    "5. Safety (must be asked of every candidate)",
    "   A child in your class tells you at the wheel that the kiln next door is",
    "   open. What do you do next?",
    "   Looking for:",
    "   - shuts it",
    "   - writes it down",
    "",
    "6. Is there anything you would like to ask us?",
  ]);
  expect(found).toEqual([
    "A buyer waits at the gate with a broken bowl. Talk us through what you would do. | listens; replaces it | ",
    "A child in your class tells you at the wheel that the kiln next door is open. What do you do next? | shuts it; writes it down | ",
  ]);
});

test("a sentence below a question says what somebody listens for", () => {
  const found = lists([
    "1. What made you think of clay?",
    "",
    "I'm listening for somebody who wants company as much as a trade.",
    "",
    "2. Have you spent much time at a wheel? Tell me about it.",
    "",
    "- patience",
    "- a bit of humour",
  ]);
  expect(found).toEqual([
    "What made you think of clay? | I'm listening for somebody who wants company as much as a trade. | ",
    "Have you spent much time at a wheel? Tell me about it. | patience; a bit of humour | ",
  ]);
});

test("probes below a list of main questions ask further", () => {
  const competency = (name: string, ...questions: readonly string[]) => [
    `## ${name}`,
    "### Main questions",
    ...questions.map((question, at) => `${at + 1}. ${question}`),
    "### Probes",
    "- What was the situation?",
    "- What did you do?",
    "- What did you take from it?",
  ];
  const found = lists([
    "# Potter",
    ...competency(
      "Buyers",
      "Tell me about a buyer to whom you said no.",
      "Give me an example of a mended bowl.",
    ),
    ...competency("Kilns", "Describe a firing that had to be exact.", "When did you see a rule broken?"),
  ]);
  const probes = "What was the situation?; What did you do?; What did you take from it?";
  expect(found).toEqual([
    "Tell me about a buyer to whom you said no. |  | ",
    `Give me an example of a mended bowl. |  | ${probes}`,
    "Describe a firing that had to be exact. |  | ",
    `When did you see a rule broken? |  | ${probes}`,
  ]);
});

test("the row of a table that adds up is no question", () => {
  const found = lists([
    "| No. | Question | Look for | Mark |",
    "| --- | --- | --- | --- |",
    "| 1 | How do you wedge clay? | order | |",
    "| 2 | When did a firing fail? | reasons | |",
    "| | Total | | /10 |",
  ]);
  expect(found).toEqual(["How do you wedge clay? | order | ", "When did a firing fail? | reasons | "]);
});

describe("a table", () => {
  test("that words a scale has its question in a cell as wide as the table", () => {
    const table = (count: number, question: string, ...[weak, strong]: readonly string[]) =>
      `<table><tr><td colspan="4">Question ${String(count)}</td></tr><tr><td colspan="4">${question}</td></tr><tr><td>1</td><td>${weak ?? ""}</td><td>2</td><td>${strong ?? ""}</td></tr><tr><td>3</td><td>Both</td><td>4</td><td>More</td></tr></table>`;
    const page = guideFromText(
      `<h2>Interview: weaver</h2>${table(1, "A thread tears. What do you do?", "Waits", "Knots it")}${table(2, "A guest pulls at the loom. Go.", "Shouts", "Explains")}`,
      "html",
    );
    expect(questionLines(page.guide).map((line) => line.split(" | ")[0])).toEqual([
      "A thread tears. What do you do?",
      "A guest pulls at the loom. Go.",
    ]);
    const form = [
      "| What did she do well? | |",
      "| --- | --- |",
      "| What should she do next? | |",
      "| 1 | low |",
      "| 2 | high |",
    ];
    expect(lists(["# Feedback", ...form])).toEqual([]);
  });

  test("may count its questions in the cell in which they stand", () => {
    const found = lists([
      "# Interview: potter",
      "| Question | Points to be covered | ✓ |",
      "| --- | --- | --- |",
      "| 1. A bowl cracks in the kiln. What are your actions? | shuts the kiln | |",
      "| 2. A buyer waits. What do you do? | says how long | |",
    ]);
    expect(found).toEqual([
      "A bowl cracks in the kiln. What are your actions? | shuts the kiln | ",
      "A buyer waits. What do you do? | says how long | ",
    ]);
  });

  test("below a question, with boxes to tick, is what to listen for", () => {
    const ticked = (...areas: readonly string[]) => [
      "",
      "| Darauf achten | ja | teils | nein |",
      "| --- | --- | --- | --- |",
      ...areas.map((area) => `| ${area} | ☐ | ☐ | ☐ |`),
      "",
    ];
    const found = lists([
      "# Gesprächsleitfaden Töpferei",
      "**Wie erkennen Sie, dass der Ofen zu heiß ist?**",
      ...ticked("nennt Kegel", "liest das Protokoll"),
      "**Ein Kunde will sein Geld zurück. Was tun Sie?**",
      ...ticked("bleibt ruhig"),
      "Bei Bedarf nachhaken:",
      "- Was schreiben Sie auf?",
    ]);
    expect(found).toEqual([
      "Wie erkennen Sie, dass der Ofen zu heiß ist? | nennt Kegel; liest das Protokoll | ",
      "Ein Kunde will sein Geld zurück. Was tun Sie? | bleibt ruhig | Was schreiben Sie auf?",
    ]);
  });

  test("that is filled in asks nothing: a rubric, a yes or no, the levels of a scale", () => {
    const questions = ["## Questions", "- How do you wedge clay?", "- When did a firing fail?", ""];
    const table = (...rows: readonly string[]) =>
      lists([
        "# Interview: potter",
        ...questions,
        `| ${rows[0] ?? ""} |`,
        `|${" --- |".repeat((rows[0] ?? "").split("|").length)}`,
        ...rows.slice(1).map((row) => `| ${row} |`),
      ]).length;
    expect(
      table("| Weak | Sound | Strong", "How did they handle the wheel? | | |", "Were they calm? | | |"),
    ).toBe(2);
    expect(table("Date: | Any adjustments needed? | Yes / No", "Room: | Lift needed? | Yes / No")).toBe(2);
    expect(
      table("Nivel 1 | Culpa al horno", "Nivel 2 | Describe lo que sintió", "Nivel 3 | Reconoce sus límites"),
    ).toBe(2);
  });
});

describe("what is read aloud", () => {
  test("has a label of its own, and is nothing to listen for", () => {
    const found = lists([
      "Panel pack, interview of potters",
      "",
      "READ TO THE CANDIDATE",
      '"Good morning and thank you for coming in. We have two questions.',
      "We will be writing, so please do not be put off.",
      'Are you comfortable for us to start?"',
      "",
      "QUESTION 1",
      "Tell us what attracted you to our kiln.",
      "",
      "The panel is listening for:",
      "  * knows our clay",
      "",
      "READ TO THE CANDIDATE",
      '"That is the end. What would you like to ask us?',
      'We will telephone by Friday."',
    ]);
    expect(found).toEqual(["Tell us what attracted you to our kiln. | knows our clay | "]);
  });

  test("may tell a scene, and ask about it in the next line", () => {
    const page = (...lines: readonly string[]) => [
      ...lines,
      "Worauf Sie achten:",
      "- bleibt ruhig",
      "- fragt nach",
      "",
    ];
    const found = lists([
      "# Vorstellungsgespräch Töpferei",
      "Frage 1",
      ...page("Was hat Sie zum Ton geführt?"),
      "Frage 2",
      ...page("Ein Kunde weigert sich seit zwei Tagen, seinen Krug abzuholen.", "Wie gehen Sie vor?"),
    ]);
    expect(found).toEqual([
      "Was hat Sie zum Ton geführt? | bleibt ruhig; fragt nach | ",
      "Ein Kunde weigert sich seit zwei Tagen, seinen Krug abzuholen. Wie gehen Sie vor? | bleibt ruhig; fragt nach | ",
    ]);
  });
});

describe("what asks further", () => {
  test("stands in bullets between a labelled question and what is listened for", () => {
    const found = asked(
      "# Interview: potter",
      "**Question 1.** What is the glaze that you trust least?",
      "* Who told you?",
      "* What did you write in the book?",
      "",
      "**Measure:** stays friendly; leaves a trail",
      "",
      "**Question 2.** When did you last change a firing?",
      "* Who asked?",
      "",
      "**Measure:** says why",
    );
    expect(found).toEqual(["What is the glaze that you trust least?", "When did you last change a firing?"]);
  });

  test("is set in right below a question, without a bullet", () => {
    const found = lists([
      "Interview of potters",
      "",
      "What have you made lately?",
      "    Must mention: a drawing, and no guesswork",
      "",
      "What's the worst thing that happened to you at a kiln?",
      "    And what do you do differently since?",
      "    Must mention: gloves, the second lock",
      "",
      "Who sharpens your tools?",
      "    Must mention: own stone",
    ]);
    expect(found).toEqual([
      "What have you made lately? | a drawing; no guesswork | ",
      "What's the worst thing that happened to you at a kiln? | gloves; the second lock | And what do you do differently since?",
      "Who sharpens your tools? | own stone | ",
    ]);
  });

  test("is counted by letters, below a question that is called primary", () => {
    const found = lists([
      "# Interview protocol",
      'PRIMARY: "Before you threw the bowl, did you draw it?"',
      "",
      'FOLLOW-UP A (if they mention a drawing): "What was on it?"',
      "",
      'FOLLOW-UP B (if they say no): "How did you decide?"',
      "",
      'PRIMARY: "Which clay did you use?"',
      "",
      'FOLLOW-UP A (if they mention two): "Why both?"',
    ]);
    expect(found).toEqual([
      "Before you threw the bowl, did you draw it? |  | What was on it?; How did you decide?",
      "Which clay did you use? |  | Why both?",
    ]);
  });
});

describe("the parts of a sheet", () => {
  test("may leave room for each answer, however long the line is", () => {
    const room = `Odpowiedź: ${".".repeat(60)}`;
    const questions = [
      "1. Jak długo plecie Pani kosze?",
      "2. Klient chce zwrócić kosz. Co Pani robi?",
      "3. Proszę opisać swój ostatni kosz.",
      "4. Kosz pęka na targu. Jak Pani postępuje?",
      "5. Dlaczego nasz warsztat?",
    ];
    expect(
      asked(
        "KOSZYKARKA",
        "",
        "Prowadzący: ........",
        "",
        ...questions.flatMap((question) => [question, room]),
        "",
        "Uwagi:",
      ),
    ).toEqual(questions.map((question) => question.slice(3)));
  });

  test("that it counts end the hints above them", () => {
    const found = lists([
      "Leitfaden für Auswahlgespräche",
      "",
      "Hinweise",
      "Die Fragen sind allen in gleicher Reihenfolge zu stellen.",
      "",
      "1. Begrüßung (ca. 5 Minuten)",
      "   - Vorstellung der Anwesenden",
      "",
      "2. Werdegang (ca. 10 Minuten)",
      "   2.1 Bitte schildern Sie kurz Ihren Weg zum Ton.",
      "   2.2 Was hat Sie bewogen, sich hier zu bewerben?",
    ]);
    expect(found).toHaveLength(2);
  });

  test("called a competency and counted are none of the lists above them", () => {
    const competency = (number: number, name: string, question: string) => [
      `COMPETENCY ${number}: ${name}`,
      "Definition: Plans firings so that nothing cracks.",
      "",
      "Questions",
      question,
      "",
      "What to look for",
      "- Plans the week",
      "",
      "Rating: 1 2 3 4 5",
      "",
    ];
    const { guide } = guideFromText(
      [
        "Interview guide, potter",
        "",
        ...competency(1, "PLANNING", "Tell us how you would plan your first firing."),
        ...competency(2, "CARE", "When did you last mend a bowl?"),
      ].join("\n"),
    );
    expect(guide.competencies.map(({ name }) => name)).toEqual(["PLANNING", "CARE"]);
    expect(questionLines(guide)).toEqual([
      "Tell us how you would plan your first firing. | Plans the week | ",
      "When did you last mend a bowl? | Plans the week | ",
    ]);
  });
});

describe("a line", () => {
  test("may end a question with a sentence, where all beside it is asked of you", () => {
    const found = lists([
      "Interview of potters",
      "",
      "What have you made before, and how big was it?",
      "How did you price your bowls?",
      "Which part of the work do you hand to others?",
      "What did your last kiln do better than ours? You have seen it, I hope.",
      "Tell me about somebody whom you taught.",
    ]);
    expect(found).toHaveLength(5);
  });

  test("may ask in its last sentence, in any language", () => {
    expect(
      isAsked("Un client vous accuse devant tout le monde. Racontez une situation que vous avez vécue."),
    ).toBe(true);
    expect(isAsked("Le four est vieux. Racontez une légende.")).toBe(false);
  });

  test("that asks what somebody wants to know before a task is a question, and else hands over", () => {
    const found = lists([
      "# Interview: potter",
      "1. What would you like to know before you begin?",
      "2. Which bowl would you fire first?",
      "3. What would you like to know about us?",
    ]);
    expect(found).toEqual([
      "What would you like to know before you begin? |  | ",
      "Which bowl would you fire first? |  | ",
    ]);
  });
});

test("a sentence that says why a question is asked stands between it and what is listened for", () => {
  const part = (question: string, reason: string, ...notes: readonly string[]) => [
    `## ${question}`,
    reason,
    ...notes,
  ];
  const found = lists(
    [
      "# Interview questions for potters",
      ...part("What did you mend last?", "This question tells me how somebody works. How do they begin?"),
      ...part("Which bowl is your best?", "I ask this late.", "I love to hear about the ones that cracked."),
      ...part("How do you learn?", "This one is easy.", "I'm hoping to hear that somebody reads."),
    ].flatMap((line) => [line, ""]),
  );
  expect(found).toEqual([
    "What did you mend last? |  | ",
    "Which bowl is your best? | I love to hear about the ones that cracked. | ",
    "How do you learn? | I'm hoping to hear that somebody reads. | ",
  ]);
});

describe("a mail that says what to ask somebody", () => {
  test("may part what is asked of her by who asks it, and name the place to be filled", () => {
    const mail = (opening: string) => [
      "Hi both,",
      "",
      opening,
      "",
      "**Nadia (15 min): the past**",
      "- What made her leave the mill?",
      "- Which loaf is she proud of?",
      "- Has she ever burnt a batch? Who found out?",
      "",
      "**Me (20 min): the day**",
      "- Two bakers are ill. What does she do first?",
      "- How does she choose her flour?",
      "- Is she happy to start at three?",
      "",
      "**Tom (10 min)**",
      "- When could she start?",
      "",
      "Please write down what you think before you talk to each other.",
      "",
      "Cheers, Leo",
    ];
    expect(
      asked(...mail("Tomorrow we see Petra for the baker role. I suggest we split it like this:")),
    ).toEqual([
      "What made her leave the mill?",
      "Which loaf is she proud of?",
      "Has she ever burnt a batch? Who found out?",
      "Two bakers are ill. What does she do first?",
      "How does she choose her flour?",
      "Is she happy to start at three?",
      "When could she start?",
    ]);
    expect(asked(...mail("Tomorrow we see Petra about the mill. I suggest we split it like this:"))).toEqual(
      [],
    );
  });

  const mail = (...lines: readonly string[]) => [
    "From: Dilys",
    "To: Tom",
    "Subject: Thursday, potter",
    "",
    "Hi Tom, thanks for sitting in for me. Her CV is in the folder.",
    "",
    "I'd like you to cover these:",
    "",
    ...lines,
    "",
    "Please don't ask about the children.",
    "Ring me when she's gone.",
    "",
    "Dilys",
  ];

  test("has questions in its list, also those that speak of her alone", () => {
    const found = asked(
      ...mail(
        "1) Ask her why she left the pottery after a year.",
        "2) Ask how she fires a kiln: what she does by noon, what by night.",
        "3) Has she ever lost a firing? What did they find?",
        "4) Which clay has she used, and did she mix it herself?",
        "   - Does she stay calm about it?",
      ),
    );
    expect(found).toEqual([
      "Ask her why she left the pottery after a year.",
      "Ask how she fires a kiln: what she does by noon, what by night.",
      "Has she ever lost a firing? What did they find?",
      "Which clay has she used, and did she mix it herself?",
    ]);
  });

  test("has them in its paragraphs", () => {
    const found = lists(
      mail(
        "Ask her first what a normal day looks like in her kiln.",
        "",
        "Then ask how she would handle two buyers of one bowl.",
        "",
        "Ask for an example of a bowl that she mended.",
      ),
    );
    expect(found).toHaveLength(3);
  });
});

test.each([
  ["a training of interviewers", "# Interviewer training", "Everybody who interviews takes it."],
  ["a list for talks with those who work here", "# 1:1 question list", "It is not an interview."],
  [
    "advice to candidates",
    "# Ten ways to be yourself in an interview",
    "You have been invited: well done!",
    "You will be asked about a weakness.",
  ],
  ["an oral history", "# Oral history interviews", "Bring a recorder."],
])("%s is not offered as a guide", (_what, ...opening) => {
  const bullets = (...lines: readonly string[]) => lines.map((line) => `- ${line}`);
  const page = [
    ...opening,
    "## Work",
    ...bullets("What are you proud of?", "When did you last learn something?", "How was your first week?"),
    "## Growth",
    ...bullets("Who helps you?", "What is in your way?", "Which meeting would you drop?"),
    "## Us",
    "What was said stays in the room, and is not written down.",
    "It takes half an hour, or less.",
    "Nobody has to answer.",
  ];
  const { guide, withheld } = guideFromText(page.join("\n"));
  expect([guide.questions.length, withheld]).toEqual([0, 6]);
});

test("an article with a heading for each question that asks nobody is not offered as a guide", () => {
  const part = (heading: string, ...told: readonly string[]) => [`## ${heading}`, ...told];
  const { guide, withheld } = guideFromText(
    [
      "# Recrutement",
      ...part(
        "Comment travaillent les recruteurs ?",
        "Ils utilisent des outils :",
        "- un tableau",
        "- un logiciel",
      ),
      ...part("Quels sont les outils ?", "Il y en a beaucoup, et chacun demande un apprentissage."),
      ...part("Quelles sont les étapes ?", "La première est la sélection, la seconde un test."),
      ...part("Qui décide ?", "Le chef de service, avec son équipe."),
      ...part("Quels sont les tests ?", "Ils sont courts, et se font à la maison."),
      ...part("Quel est le prix ?", "Un mois de salaire, ou deux."),
      ...part("Quels sont les délais ?", "Un mois, en été deux."),
    ].join("\n\n"),
  );
  expect([guide.questions.length, withheld]).toEqual([0, 7]);
});

test("a link behind a question points elsewhere, and the question is read", () => {
  const { guide } = guideFromText(
    [
      "# Interview questions",
      "1. What is a glaze? [Answer](glaze.md)",
      "2. Wozu dient Schamotte? [Antwort](schamotte.md)",
      "3. Describe [a kiln](kiln.md)",
    ].join("\n"),
    "markdown",
  );
  expect(guide.questions.map(({ text }) => text)).toEqual([
    "What is a glaze? → Answer",
    "Wozu dient Schamotte? → Antwort",
    "Describe a kiln",
  ]);
  expect(guide.competencies).toEqual([]);
});

test("“Fragen nach …” says what to ask", () => {
  const found = lists([
    "Interview-Leitfaden Töpferei",
    "Lebenslauf",
    "- Lassen Sie sich vom Bewerber den Lebenslauf schildern.",
    "- Stellen Sie danach folgende Fragen:",
    "- Fragen nach den Gründen für die Berufswahl",
    "- Fragen nach seiner bisherigen Stelle",
  ]);
  expect(found).toContain("Fragen nach den Gründen für die Berufswahl |  | ");
  expect(found).toContain("Fragen nach seiner bisherigen Stelle |  | ");
  expect(isAskedByWay("Fragen nach der Schwangerschaft sind unzulässig")).toBe(false);
});

describe("what the rules above do not reach", () => {
  test.each([
    ["Question | 1 | 2 | 3"],
    ["Question | Poor | Fair | Good"],
    ["Frage | 1 (schwach) | 2 (mittel) | 3 (stark)"],
    [" | Weak | Sound | Strong"],
  ])("a question sheet with places to tick: %s", (head) => {
    const width = head.split("|").length - 1;
    const rows = ["How do you wedge clay?", "When did a firing fail you?"];
    const found = asked(
      "# Interview: potter",
      `| ${head} |`,
      `|${" --- |".repeat(width + 1)}`,
      ...rows.map((row) => `| ${row} |${" |".repeat(width)}`),
    );
    expect(found).toEqual(rows);
  });

  test("questions that are to be covered, and boxes beside them", () => {
    const rows = ["Tell us about your kiln.", "Why do you want this job?", "What do you do with a crack?"];
    expect(
      asked("# Interview", "| Topics to cover | ✓ |", "| --- | --- |", ...rows.map((row) => `| ${row} | |`)),
    ).toEqual(rows);
  });

  test("several questions that are answered with yes or no", () => {
    const rows = ["Do you have a licence?", "Can you start at six?", "Are you able to lift 20 kg?"];
    expect(
      asked(
        "# Interview: carrier",
        "| Screening | Answer |",
        "| --- | --- |",
        ...rows.map((row) => `| ${row} | Yes / No |`),
      ),
    ).toEqual(rows);
  });

  test("questions below a label that a greeting stands below, too", () => {
    const block = (text: string) => ["ASK THE CANDIDATE", text, "NOTES", ""];
    expect(
      asked(
        "Interview of potters",
        "",
        ...block("Thanks for coming. Tell us about yourself."),
        ...block("How do you plan a firing?"),
        ...block("What went wrong last?"),
      ).slice(-2),
    ).toEqual(["How do you plan a firing?", "What went wrong last?"]);
  });

  test("questions in quotes below a label that a greeting in quotes stands below, too", () => {
    const say = (text: string) => ["SAY", `"${text}"`, ""];
    expect(
      asked(
        "# Interview: potter",
        ...say("Hi, thanks for coming."),
        ...say("How do you plan a firing?"),
        ...say("When did a firing fail you?"),
        ...say("Thank you for your time."),
      ),
    ).toEqual(expect.arrayContaining(["How do you plan a firing?", "When did a firing fail you?"]));
  });

  test("what is read out, and only hands over at its end, beside what is asked", () => {
    const { lines } = guideFromText(
      [
        "Interview: potter",
        "",
        "[Read out] Good morning and thank you for coming.",
        "",
        "[Ask]",
        "How do you plan a firing?",
        "",
        "[Ask]",
        "When did a firing fail you?",
        "",
        "[Read out] Thank you. What would you like to know from us?",
        "",
        "[Read out] You will hear from us soon.",
      ].join("\n"),
    );
    expect(lines.map(({ label }) => label)).toEqual([
      "title",
      "leftOut",
      "heading",
      "question",
      "heading",
      "question",
      "leftOut",
      "leftOut",
    ]);
  });

  test("a question that goes on in small letters below “Q1.”", () => {
    expect(
      lists([
        "Interview: potter",
        "",
        "Q1. Tell me about a firing that failed.",
        "what happened, and what did you change?",
        "Look for:",
        "- order",
      ]),
    ).toEqual(["Tell me about a firing that failed. what happened, and what did you change? | order | "]);
  });

  test("a request that opens with its reason", () => {
    expect(
      asked(
        "Interview questions",
        "",
        "What is your best bowl?",
        "This one is hard. Tell me about a bowl that you broke.",
        "Who taught you?",
        "How do you learn?",
      ),
    ).toContain("This one is hard. Tell me about a bowl that you broke.");
  });

  test("two lines that are set in below a question", () => {
    expect(
      lists([
        "Interview of potters",
        "",
        "What have you made lately?",
        "    Must mention: a drawing",
        "",
        "What went wrong at a kiln?",
        "    Whom did you tell?",
        "    What do you do now?",
        "    Must mention: gloves",
      ]),
    ).toEqual([
      "What have you made lately? | a drawing | ",
      "What went wrong at a kiln? | gloves | Whom did you tell?; What do you do now?",
    ]);
  });

  test("what whoever interviews listens for, below a question each", () => {
    expect(
      lists([
        "# Vorstellungsgespräch",
        "1. Wie gehen Sie mit Nachtbränden um?",
        "Für Interviewer:",
        "- ruhig",
        "2. Was tun Sie, wenn ein Ofen fällt?",
        "Für Interviewer:",
        "- ruft Hilfe",
      ]),
    ).toEqual([
      "Wie gehen Sie mit Nachtbränden um? | ruhig | ",
      "Was tun Sie, wenn ein Ofen fällt? | ruft Hilfe | ",
    ]);
  });

  test("headings that ask what happens in a scene", () => {
    expect(
      lists([
        "# Interview: engineer",
        "## What happens after a commit?",
        "Look for:",
        "- the log",
        "## What happens then, if the disk is full?",
        "Look for:",
        "- calm",
      ]),
    ).toEqual([
      "What happens after a commit? | the log | ",
      "What happens then, if the disk is full? | calm | ",
    ]);
  });

  test("counted questions that begin as a reason does", () => {
    expect(
      asked(
        "# Interview",
        "1. How do you plan?",
        "2. This one is about people. Whom did you help?",
        "3. This is a fun question. What is your favourite glaze?",
      ),
    ).toHaveLength(3);
  });

  test("tasks that explain or share, questions for all, and a school that is primary", () => {
    expect(
      asked("# Interview", "1. Explain the structure of the call stack.", "2. Share the screen and fix it."),
    ).toHaveLength(2);
    expect(
      asked("# Interview", "1. Explain the process of firing.", "2. Explain the purpose of grog."),
    ).toHaveLength(2);
    expect(
      asked(
        "# Interview",
        "- How do you mix?",
        "## Additional questions for all drivers",
        "- Do you drive at night?",
      ),
    ).toContain("Do you drive at night?");
    const { guide } = guideFromText(
      [
        "# Interview: head of school",
        "## Primary",
        "1. How do you teach clay to a child?",
        "2. How do you calm a class?",
        "## Secondary",
        "1. How do you teach glazes?",
        "2. What do you do with phones?",
      ].join("\n"),
    );
    expect(guide.competencies.map(({ name }) => name)).toEqual(["Primary", "Secondary"]);
  });

  test("areas that are called sum and total", () => {
    expect(lists(["1. How do you price a bowl?", "Look for:", "- sum", "- total"])).toEqual([
      "How do you price a bowl? | sum; total | ",
    ]);
  });

  const knowledge = Array.from({ length: 12 }, (_, at) => `${at + 1}. What is glaze number ${at + 1}?`);

  test.each([
    ["# Interview guide: User Research Lead"],
    ["# Interview: nurse (1:1 care)"],
    ["# Hiring manager interview (one-on-one)"],
    ["# Archivist interview: oral history"],
    ["# Engineering manager: interview\nWe use it for all who run one-on-ones."],
    ["# Interview – Spotlight Theatre, stage manager"],
    ["# Interview training manager"],
    ["# Entrevista: gestor de stakeholders"],
    ["# Survey analyst\nInterview questions"],
  ])("an interview for work that is named like another page: %s", (title) => {
    expect(guideFromText([title, ...knowledge].join("\n")).withheld).toBe(0);
  });

  test.each([
    ["# Computer vision (CV) basics"],
    ["# How to write a CV"],
    ["# Kennenlerngespräch mit Eltern"],
    ["# Gesprächsleitfaden Masterarbeit"],
    ["# Llamada inicial con el cliente"],
  ])("a page that is no interview, and has a word of one in its title: %s", (title) => {
    expect(guideFromText([title, ...knowledge].join("\n")).guide.questions).toEqual([]);
  });
});

test("a line that speaks of questions, and only cites one, asks nothing", () => {
  const cited = [
    'Avoid questions with a yes in them, e.g. "Do you know how to bake?", "Have you baked before?"',
    "evite perguntas com respostas booleanas. Ex: “Você sabe assar?”",
    "Vermeiden Sie geschlossene Fragen wie „Können Sie backen?“",
    "避免封闭式问题，例如：“你会烤面包吗？”",
    'Both are an answer to the question "How do you knead?"',
  ];
  expect(cited.filter(isAsked)).toEqual([]);
  const said = [
    'How do you answer a question such as "Is this bread fresh?"',
    'Ask about baking, e.g. "How do you knead?"',
    'Drive: "Tell me about a morning rush."',
  ];
  expect(said.filter(isAsked)).toEqual(said);
});

test("tasks to program are asked among questions, as a word or as a sentence", () => {
  expect(
    asked(
      "# Interview questions",
      "## First firm",
      "- Implement memcpy",
      "- Set a bit, clear a bit",
      "- What does the volatile keyword do?",
      "- Reverse a string in place.",
      "## Second firm",
      "- Implement a spell checker in C.",
      "- Given two binary numbers as text, return their sum.",
      "- Tell me about a program that you are proud of.",
    ),
  ).toHaveLength(7);
  const tasks = [
    "Implementieren Sie einen Stapel.",
    "Implémentez une file.",
    "Gegeben sei ein Baum.",
    "实现一个队列",
  ];
  expect(tasks.filter(isAsked)).toEqual(tasks);
  expect(["Reverse the order of the cards", "Implementation of a queue"].filter(isAsked)).toEqual([]);
});

test("what is read out to the end and hands over there asks nothing", () => {
  const told =
    "Now we have talked about all that I wanted to hear of you, and the rest of the hour is yours.";
  const handing = [
    `“${told} What questions can I answer for you?”`,
    `${told} Do you have any questions for us?`,
    `${told} Haben Sie noch Fragen an uns?`,
    `${told} ¿Tiene alguna pregunta para nosotros?`,
  ];
  expect(handing.filter(isAsked)).toEqual([]);
  expect(
    isAsked(`${told} What questions do you ask of a new baker on the first day at the oven, and why?`),
  ).toBe(true);
});

test("a scene that the candidate is given is asked, and what to assess below it is what to listen for", () => {
  expect(
    lists([
      "# Baker interview questions",
      "",
      "### A rush",
      "",
      "Tell me about a morning that went wrong.",
      "",
      "**What to assess:**",
      "- Keeps calm",
      "",
      "### A guest comes back",
      "",
      "**Setup:**",
      "- Tell where the shop is",
      "- Give candidate a scenario: “A guest brings the bread back”",
      "- Play the guest",
      "",
      "**What to assess:**",
      "- Opening: Do they listen first?",
      "- Close: Do they offer something?",
    ]),
  ).toEqual([
    "Tell me about a morning that went wrong. | Keeps calm | ",
    "Give candidate a scenario: “A guest brings the bread back” | Opening: Do they listen first?; Close: Do they offer something? | ",
  ]);
  const given = [
    "Geben Sie der Bewerberin eine Situation: Ein Gast beschwert sich.",
    "Présentez au candidat un cas : un client rapporte son pain.",
    "Plantee al candidato una situación difícil.",
    "给候选人一个场景：客人退货。",
  ];
  expect(given.filter(isAskedByWay)).toEqual(given);
  expect(isAskedByWay("Give the candidate a seat")).toBe(false);
});
