import fc from "fast-check";
import { expect, test } from "vitest";
import { BAR, hideInPanel, hideInScorecard, hideNames } from "../../../src/domain/candidates/redaction.ts";
import type { Panel } from "../../../src/domain/panels/panel.ts";
import { smallPanel, smallRevision, smallScorecard } from "../../smallPanel.ts";
import { ownQuestion } from "../../smallInterview.ts";

test.each([
  ["Jonas Weber said so.", `${BAR} said so.`],
  ["JONAS  WEBER", BAR],
  ["Jonas asked, then Weber.", `${BAR} asked, then ${BAR}.`],
  ["weber's notes", `${BAR}'s notes`],
  ["Jonas A. Weber", `${BAR} A. ${BAR}`],
  ["jonas-weber", BAR],
  ["The Webers, webery and Jonasson", "The Webers, webery and Jonasson"],
  ["", ""],
])("of Jonas Weber, %j becomes %j", (text, hidden) => {
  expect(hideNames(["Jonas Weber"], [])(text)).toBe(hidden);
});

test("a short part of a name is hidden in its own case alone, in full the name is hidden in any", () => {
  const hide = hideNames(["Do Li"], []);
  expect(hide("Do what they do, Li")).toBe(`${BAR} what they do, ${BAR}`);
  expect(hide("do li")).toBe(BAR);
});

test.each(["Smith, J.", 'Priya O\'Neil, "Lead"', "Dr. J. R. (HM)", "weber-roth"])(
  "a field that is nothing but the name %j is hidden whole",
  (name) => {
    expect(hideNames([name], [])(name)).toBe(BAR);
    expect(hideNames([name], [])(name.toUpperCase())).toBe(BAR);
  },
);

test.each([
  ["Smith, J.", "asked by Smith, J. and by Smith J", `asked by ${BAR}. and by ${BAR}`],
  ["Smith, J.", "J. S. asked", `${BAR} asked`],
  ["Priya O'Neil", "O'Neil, Priya", `${BAR}, ${BAR}`],
  ["Priya O'Neil", "Priya — O’Neil and Neil", `${BAR} and ${BAR}`],
  [
    "Jane Roe",
    "J. R. said so; JR agreed, J.R. too, as J.R said.",
    `${BAR} said so; ${BAR} agreed, ${BAR} too, as ${BAR} said.`,
  ],
  ["Jane Roe", "jr, JRS, XJR and Plan J: R stays", "jr, JRS, XJR and Plan J: R stays"],
  ["Anna van der Berg", "AB, AVDB and A. B.", `${BAR}, ${BAR} and ${BAR}`],
  ["Jane", "J. and J", "J. and J"],
])("of %j, %j becomes %j", (name, text, hidden) => {
  expect(hideNames([name], [])(text)).toBe(hidden);
});

test.each([
  [
    "İsmail Kaya",
    "İSMAİL asked, İSMAİL KAYA too; ismail and i\u0307smail wrote",
    `${BAR} asked, ${BAR} too; ${BAR} and ${BAR} wrote`,
  ],
  ["Işık Yıldız", "IŞIK and ışık yıldız", `${BAR} and ${BAR}`],
  ["IŞIK YILDIZ", "Işık asked Yıldız", `${BAR} asked ${BAR}`],
  ["Aylin-Işıl Demir", "AYLİN-IŞIL said, Demir heard", `${BAR} said, ${BAR} heard`],
  ["Irmak İnan", "IRMAK İNAN", BAR],
  ["Irmak İnan", "INAN, Irmak", `${BAR}, ${BAR}`],
])("of %j, Turkish capitals and small letters are of one name: %j becomes %j", (name, text, hidden) => {
  expect(hideNames([name], [])(text)).toBe(hidden);
});

test.each([
  [
    "Anna Weiß",
    "WEISS asked, ANNA WEISS too; Weiss and weiß wrote",
    `${BAR} asked, ${BAR} too; ${BAR} and ${BAR} wrote`,
  ],
  ["ANNA WEISS", "Weiß and WEIẞ", `${BAR} and ${BAR}`],
  ["Jo Straßer-Groß", "STRASSER-GROSS or Strasser, no STRASSE", `${BAR} or ${BAR}, no STRASSE`],
  ["Jo Voß", "Voss and VOSS heard; no Vos, and no Voices", `${BAR} and ${BAR} heard; no Vos, and no Voices`],
  ["Großsteiner", "GROSSSTEINER", BAR],
])("of %j, ß and ss are of one name: %j becomes %j", (name, text, hidden) => {
  expect(hideNames([name], [])(text)).toBe(hidden);
});

test("a candidate's name with ß stays in capitals, and where an interviewer has it with ss", () => {
  const hide = hideNames(["Eva Weiss"], ["Anna Weiß"]);
  expect(hide("ANNA WEISS met Eva Weiss; Weiß told Eva")).toBe(`ANNA WEISS met ${BAR}; Weiß told ${BAR}`);
});

test("a candidate's name in Turkish capitals stays", () => {
  const hide = hideNames(["İsmail Demir"], ["Işıl Demir", "İsmail Işık"]);
  expect(hide("IŞIL DEMİR met İSMAİL IŞIK and İsmail Demir")).toBe(`IŞIL DEMİR met İSMAİL IŞIK and ${BAR}`);
});

test("initials that are the candidate's too stay", () => {
  expect(hideNames(["Jane Roe"], ["Jo Ritter"])("JR met Jane")).toBe(`JR met ${BAR}`);
});

test("particles are not hidden alone", () => {
  expect(hideNames(["Anna van der Berg"], [])("van Anna, der Berg")).toBe(`van ${BAR}, der ${BAR}`);
});

test("a name that is typed without capitals is hidden in all of its parts", () => {
  expect(hideNames(["jonas weber"], [])("Weber and Jonas")).toBe(`${BAR} and ${BAR}`);
});

test("a part that the candidate's name has too stays, the whole name goes", () => {
  const hide = hideNames(["Noor Haddad"], ["Amira Haddad"]);
  expect(hide("Noor Haddad asked Haddad; Noor wrote.")).toBe(`${BAR} asked Haddad; ${BAR} wrote.`);
});

test("names in writing without spaces are hidden wherever they stand, given names too", () => {
  expect(hideNames(["王小明"], [])("由王小明提问,小明记录")).toBe(`由${BAR}提问,${BAR}记录`);
});

test.each(["Dr. Lea Berg", "Prof. Dr. Lea Berg", "Frau Lea Berg", "Berg, Dr. Lea", "Dr.Lea Berg"])(
  "the initials of %j are hidden without the title",
  (name) => {
    expect(hideNames([name], [])("L.B. asked, and LB")).toBe(`${BAR} asked, and ${BAR}`);
  },
);

test.each([
  ["Will Day", "Any will. Day one.", `Any ${BAR}. ${BAR} one.`],
  ["Do Li", "What they do. Li asked", `What they do. ${BAR} asked`],
  ["Dr. Lea Berg", "Dr. Lea Berg and J. Berg", `${BAR} and J. ${BAR}`],
])("of %j, no name runs over the end of a sentence: %j becomes %j", (name, text, hidden) => {
  expect(hideNames([name], [])(text)).toBe(hidden);
});

test.each([
  ["Do", "What do we do? Do said", `What do we do? ${BAR} said`],
  ["An", "an answer of An", `an answer of ${BAR}`],
  ["Ng", "ng-repeat, Ng", `ng-repeat, ${BAR}`],
  ["I", "I think I do", "I think I do"],
  ["J.", "plan J. or j", "plan J. or j"],
])(
  "a name of one short word, %j, is hidden in its own case alone, and one letter in no text",
  (name, text, hidden) => {
    expect(hideNames([name], [])(text)).toBe(hidden);
    expect(hideNames([name], [])(name.toLowerCase())).toBe(BAR);
  },
);

test.each([
  ["田中 太郎", "田中さんが質問した。太郎さん。", `${BAR}さんが質問した。${BAR}さん。`],
  ["王 小明", "小明问了，王小明记录", `${BAR}问了，${BAR}记录`],
  ["김 철수", "철수가 물었다.", `${BAR}가 물었다.`],
  ["สมชาย ใจดี", "ผมคิดว่าสมชายพูด", `ผมคิดว่า${BAR}พูด`],
  ["マリア・スミス", "マリア・スミスとマリアさんは現実リアル", `${BAR}と${BAR}さんは現実リアル`],
  ["マリア", "マリアのリアルな話", `${BAR}のリアルな話`],
  ["林 明", "森林に明日、林明と", `森林に明日、${BAR}と`],
])("of %j, whose parts run on into other words, %j becomes %j", (name, text, hidden) => {
  expect(hideNames([name], [])(text)).toBe(hidden);
});

test.each([
  ["Lee", "Anna Lee", "Anna Lee met ANNA LEE", "Anna Lee met ANNA LEE"],
  ["Anna Berg", "Anna", "Anna Berg met Anna", `${BAR} met Anna`],
  ["Lee Smith", "Anna Lee", "Anna Lee, Smith and Lee Smith", `Anna Lee, ${BAR} and ${BAR}`],
  ["Jane Roe", "J. R. Haddad", "J. R. Haddad met Roe", `J. R. Haddad met ${BAR}`],
  ["李小明", "王小明", "王小明见了李小明", `王小明见了${BAR}`],
  ["李 小明", "王 小明", "王小明见了李小明", `王小明见了${BAR}`],
  ["小明", "王小明", "王小明", "王小明"],
  ["이철수", "김철수", "김철수가 이철수에게", `김철수가 ${BAR}에게`],
])("hiding %j leaves the name of the candidate %j whole", (name, candidate, text, hidden) => {
  expect(hideNames([name], [candidate])(text)).toBe(hidden);
});

test("letters that are composed another way are the same name", () => {
  expect(hideNames(["Zo\u00EB Grün"], [])("Zoe\u0308 wrote")).toBe(`${BAR} wrote`);
});

test("a bar says nothing of how long the name is", () => {
  const of = (name: string) => hideNames([name], [])(name);
  expect(of("Bo")).toBe(of("Wolfeschlegelsteinhausenbergerdorff"));
});

test("whatever the names and texts are, no name is left as a whole word", () => {
  const word = fc.stringMatching(/^[A-Z][a-zß-ö]{3,8}$/u);
  const name = fc.array(word, { minLength: 1, maxLength: 3 }).map((words) => words.join(" "));
  const between = fc.constantFrom(" ", ", ", ". ", "\n", "-", "'s ", "(");
  fc.assert(
    fc.property(name, fc.array(fc.tuple(fc.string(), between)), between, (hidden, around, gap) => {
      const text = around.map(([left, right]) => `${left}${gap}${hidden}${right}`).join("");
      const left = hideNames([hidden], [])(text).split(/[^\p{L}\p{M}\p{N}]+/u);
      for (const part of hidden.split(" ")) expect(left).not.toContain(part);
    }),
  );
});

test("nothing that is written in a scorecard or a panel is passed over", () => {
  const noor = "Zuberi";
  const scorecard = smallScorecard("noor", { "failed.cause": 5 });
  const { session, guide, answers } = scorecard.first;
  /** Every text that can hold a name gets one. */
  const plant = <T>(value: T): T =>
    JSON.parse(
      JSON.stringify(value, (key, one: unknown) =>
        typeof one === "string" &&
        !/^(?:.*[iI]ds?|status|level|candidate|language|appliesTo|publicKey|favours|recommendation|outcome)$/u.test(
          key,
        ) &&
        !/^\d+$/u.test(key)
          ? `${one} ${noor}`
          : one,
      ),
    ) as T;
  const hide = hideNames([noor], ["Amira Haddad"]);
  const revision = { ...smallRevision("r1", 5, "failed.cause", 3), summary: "why" };
  const first = {
    session: { ...session, ownQuestions: [ownQuestion] },
    guide: { ...guide, advice: [] },
    answers,
  };
  const planted = plant({ first, revisions: [revision] });
  expect(JSON.stringify(planted)).toContain(noor);
  const anchors = /"anchors":\[[^\]]*\]/gu;
  expect(JSON.stringify(hideInScorecard(planted, hide)).replaceAll(anchors, "")).not.toContain(noor);

  const panel: Panel = {
    ...smallPanel,
    debrief: {
      ...smallPanel.debrief,
      agreedByAreaId: { a: { rating: 3, note: "agreed" } },
      weightsReason: "why",
      decision: { outcome: "hire", reason: "why", decidedAt: 5 },
    },
  };
  const plantedPanel = plant(panel);
  expect(JSON.stringify(plantedPanel)).toContain(noor);
  expect(JSON.stringify(hideInPanel(plantedPanel, hide))).not.toContain(noor);
});
