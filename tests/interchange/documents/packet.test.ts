import { createHash } from "node:crypto";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import sample from "../../../data/samples/panel.json" with { type: "json" };
import { seatPanel } from "../../../src/domain/panels/debrief.ts";
import { attendanceOf, type Panel } from "../../../src/domain/panels/panel.ts";
import type { Scorecard } from "../../../src/domain/session/scorecard.ts";
import { decodeDebrief, type OpenPanel } from "../../../src/interchange/formats/debriefFile.ts";
import { documentStyle } from "../../../src/interchange/documents/htmlDocument.ts";
import { encodePacket } from "../../../src/interchange/documents/packet.ts";
import { MINUTE, ownQuestion, smallGuide, START } from "../../smallInterview.ts";
import { smallPanel, smallRevision, smallScorecard, startedPanel } from "../../smallPanel.ts";

const noor = smallScorecard("noor", { "failed.cause": 5, "failed.after": "noEvidence", "recipe.trial": 3 });
const ben = smallScorecard("ben", { "failed.cause": 2 }, { recommendation: "strongNo", summary: "BEN WHY" });
const shownPanel: Panel = {
  ...startedPanel,
  debrief: { ...startedPanel.debrief, recommendationsShownAt: START },
};

function packetOf(panel: Panel, scorecards: readonly Scorecard[]): Promise<string> {
  const attendance = scorecards.map(({ first }) => attendanceOf(panel, first));
  return encodePacket(
    { ...seatPanel(panel, scorecards), attendance, figures: "on" },
    START,
    "Interview Scorecard test",
  );
}

async function openSample(): Promise<OpenPanel> {
  const decoded = await decodeDebrief(sample);
  if (!decoded.ok) throw new Error(JSON.stringify(decoded.errors));
  return decoded.value;
}

test("the sample panel comes in as any debrief file, says that it is one, and is not started", async () => {
  const { panel, scorecards } = await openSample();
  expect(panel.candidate).toContain("(sample)");
  expect(scorecards.every(({ first }) => first.session.sample)).toBe(true);
  expect(panel.debrief.startedAt).toBeNull();
  expect(panel.interviewers.length - scorecards.length).toBe(1);
});

test("the packet’s title, which a browser keeps in its history, names nobody", async () => {
  expect(await packetOf(shownPanel, [])).toContain("<title>Decision packet</title>");
});

test("everything is in the packet: decision, agreed, every rating and note, first and final", async () => {
  const panel: Panel = {
    ...shownPanel,
    debrief: {
      ...shownPanel.debrief,
      agreedByAreaId: {
        "failed.cause": { rating: 4, note: "AGREED NOTE" },
        "failed.after": { rating: null, note: "" },
      },
      weights: { dough: 2 },
      weightsReason: "WEIGHTS WHY",
      decision: { outcome: "noHire", reason: "DECISION WHY", decidedAt: START },
    },
  };
  const revised: Scorecard = {
    ...ben,
    revisions: [
      {
        ...smallRevision("r1", START + 90 * MINUTE, "failed.cause", 3),
        recommendation: "no",
        summary: "BEN AFTER",
      },
    ],
  };
  const packet = await packetOf(panel, [noor, revised]);
  for (const text of [
    "Amira Haddad",
    "Decision: no hire",
    "DECISION WHY",
    "AGREED NOTE",
    "discussed, no rating",
    "weighted: <bdi>WEIGHTS WHY</bdi>",
    "noor on failed.cause",
    "revised by r1",
    "First note: <bdi>ben on failed.cause</bdi>",
    "because of r1",
    "first 2",
    "not enough signal",
    "BEN WHY",
    "BEN AFTER",
    "pending",
    "Not asked.",
    // As the debrief writes them.
    "Strong no<",
    "No<",
  ])
    expect(packet).toContain(text);
});

test("means say of how many raters they are and how far apart those were, and areas their gap, as the screens do", async () => {
  const eva = smallScorecard("eva", { "failed.cause": 5 }, { questionIds: ["failed"] });
  const packet = await packetOf(shownPanel, [noor, ben, eva]);
  expect(packet).toContain(">3 raters, 2.0 to 5.0");
  // Below a mean stands every rating, with whose it is.
  const [competencies] = /<h2>Competencies[^]*?<\/table>/u.exec(packet) ?? [];
  const raters = (/<ul class="raters[^]*?<\/ul>/u.exec(competencies ?? "")?.[0] ?? "").replaceAll(
    /<[^>]*>/gu,
    "",
  );
  expect(raters.replaceAll(/\s+/gu, " ").trim()).toBe("2 Ben 3 Noor 5 Noor, Eva");
  expect(packet).toContain(">3 points, to discuss</td>");
  const agreedByAreaId = { "failed.cause": { rating: 3, note: "" } };
  const agreed = { ...shownPanel, debrief: { ...shownPanel.debrief, agreedByAreaId } } as typeof shownPanel;
  const [afterwards] = /<h2>Areas[^]*?<\/table>/u.exec(await packetOf(agreed, [noor, ben, eva])) ?? [];
  expect(afterwards).toContain(">3 points</td>");
  expect(await packetOf(shownPanel, [noor])).toContain(">1 rater");
});

test("a question that was planned and that nobody asked is named", async () => {
  const packet = await packetOf(shownPanel, [smallScorecard("noor", { "failed.cause": 3 }), ben]);
  expect(packet).toContain("Planned but not asked: <bdi>A new recipe (Dough)</bdi>.");
});

test("before the start it holds no score, and no recommendation before those are shown", async () => {
  const sealed = await packetOf(smallPanel, [noor, ben]);
  expect(sealed).not.toMatch(/noor on|ben on|BEN WHY|strong no|class="mark/u);
  const started = await packetOf(startedPanel, [noor, ben]);
  expect(started).toContain("noor on failed.cause");
  expect(started).not.toMatch(/BEN WHY|strong no/u);
  expect(await packetOf(shownPanel, [noor, ben])).toMatch(/BEN WHY[^]*strong no/u);
});

test("its policy lets in no script and nothing from elsewhere, and its own style by its hash", async () => {
  const packet = await packetOf(shownPanel, [noor, ben]);
  const hash = createHash("sha256").update(documentStyle).digest("base64");
  expect(packet).toContain(
    `content="default-src &#39;none&#39;; style-src &#39;sha256-${hash}&#39;; base-uri &#39;none&#39;; form-action &#39;none&#39;"`,
  );
  expect(/<style>([^]*)<\/style>/u.exec(packet)?.[1]).toBe(documentStyle);
  expect(packet).not.toMatch(/<script|style="|<link|<img|src=|https?:|url\(/u);
});

describe("whatever is written in a field", () => {
  const planted = `"'></bdi></td></title></style><script>x()</script><img src=x onerror=x()>&amp;`;
  const everywhere = (text: string) => {
    const guide = {
      ...smallGuide,
      title: text,
      competencies: smallGuide.competencies.map((one) => ({ ...one, name: `${one.id}${text}` })),
      questions: smallGuide.questions.map((one) => ({
        ...one,
        title: text,
        text,
        areas: one.areas.map((area) => ({ ...area, text })),
        followUps: one.followUps.map((followUp) => ({ ...followUp, text })),
      })),
    };
    const { first } = smallScorecard("noor", { "failed.cause": 1 }, { guide, name: text, summary: text });
    const answer = first.answers["failed"]!;
    const scorecard: Scorecard = {
      first: {
        ...first,
        session: {
          ...first.session,
          questionIds: [...first.session.questionIds, "own"],
          ownQuestions: [{ ...ownQuestion, title: text, text }],
        },
        answers: {
          failed: {
            ...answer,
            areas: { ...answer.areas, "failed.cause": { covered: true, rating: 1, note: text } },
            followUpsAsked: [
              { followUpId: "failed.f1", atMs: 1 },
              { followUpId: text, atMs: 2 },
            ],
            notes: [{ id: "n", atMs: 1, text }],
          },
        },
      },
      revisions: [
        {
          ...smallRevision("r", START, "failed.cause", 2),
          reason: text,
          recommendation: "no",
          summary: `${text}!`,
        },
      ],
    };
    const panel: Panel = {
      ...shownPanel,
      candidate: text,
      role: text,
      guideId: first.session.guideId,
      interviewers: shownPanel.interviewers.map((one) => ({ ...one, name: text })),
      debrief: {
        ...shownPanel.debrief,
        agreedByAreaId: { "failed.cause": { rating: 1, note: text } },
        weights: { dough: 2 },
        weightsReason: text,
        decision: { outcome: "hire", reason: text, decidedAt: START },
      },
    };
    return packetOf(panel, [scorecard]);
  };
  // A column's name is a person's: what broke out of its quotes would be left.
  const tagsOf = (html: string) =>
    html.replaceAll(/>[^<]*</gu, "><").replaceAll(/ data-column="[^"]*"/gu, "");

  test("is text, and no tag", async () => {
    const packet = await everywhere(planted);
    expect(packet).not.toMatch(/<script|<img|onerror=x\(\)>/u);
    expect(packet.split("&lt;script&gt;x()&lt;/script&gt;").length).toBeGreaterThan(20);
  });

  test("makes no other tags than plain words do", async () => {
    const plain = tagsOf(await everywhere("plain"));
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(fc.string({ minLength: 1 }), fc.constantFrom(planted, "<!--", "${x}", "]]>", "</body>")),
        async (text) => {
          fc.pre(text.trim() !== "");
          expect(tagsOf(await everywhere(text))).toBe(plain);
        },
      ),
      { numRuns: 40 },
    );
  });
});

test("scales of other points are told apart, and a guide whose title is not here by its version alone", async () => {
  const points = smallGuide.scale.points.filter(({ value }) => value % 2 === 1);
  const ofBen = smallScorecard(
    "ben",
    { "apprentice.way": 3 },
    { guide: { ...smallGuide, scale: { points } } },
  );
  const html = await packetOf(startedPanel, [noor, ofBen]);
  expect(html).toContain("scale of 1 to 5");
  expect(html).toContain("scale of 1, 3, 5");
  const version = smallPanel.guideId.slice(0, 12);
  expect(html).toContain(`<bdi>${smallGuide.title}</bdi>, version ${version}`);
  expect(await packetOf(smallPanel, [])).toContain(`Version ${version}`);
});
