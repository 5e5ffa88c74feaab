import { expect, test } from "vitest";
import {
  isCarried,
  LEAD,
  padText,
  signedText,
  readSubject,
  subjectOf,
  subjectsFor,
} from "../../../src/domain/team/message.ts";

const hash = "0123456789abcdef".repeat(4);
const card = { panelId: "p1", seat: "noor", kind: "card", hash } as const;

test("a message stands under its panel, its way, its seat, its kind and the first half of its hash", () => {
  expect(subjectOf(card)).toBe(`p.p1.up.noor.card.${hash.slice(0, 32)}`);
  expect(readSubject(subjectOf(card))).toEqual({ kind: "card", hashStart: hash.slice(0, 32) });
  expect(subjectOf({ ...card, kind: "receipt" })).toBe(`p.p1.down.noor.receipt.${hash.slice(0, 32)}`);
  expect(subjectOf({ ...card, seat: LEAD, kind: "roster" })).toBe(`p.p1.all.roster.${hash.slice(0, 32)}`);
  expect(subjectOf({ ...card, seat: LEAD, kind: "ended" })).toBe(`ended.p1.${hash.slice(0, 32)}`);
});

test("a lead reads what comes up, a seat what goes to all and to itself alone", () => {
  expect(subjectsFor("p1", LEAD)).toEqual(["p.p1.up.>"]);
  expect(subjectsFor("p1", "noor")).toEqual(["p.p1.all.>", "p.p1.down.noor.>"]);
});

test.each(["", "A", "a.b", "a>", "*", "a b", "x".repeat(65)])(
  "an id that is no token of a subject (%j) is carried by no server",
  (id) => {
    expect(isCarried(id, "noor")).toBe(false);
    expect(isCarried("p1", id)).toBe(false);
  },
);

test("a random id is carried, and nobody’s seat is the lead’s", () => {
  expect(isCarried("6f1c2c1e-9b1e-4f0e-8a39-2b1f8f6f2f10", "noor")).toBe(true);
  expect(isCarried("p1", LEAD)).toBe(false);
});

test("what is signed says whose words they are, in which panel, of which kind", () => {
  const others = [
    { ...card, panelId: "p2" },
    { ...card, seat: "ben" },
    { ...card, kind: "revision" as const },
    { ...card, hash: hash.replace("0", "1") },
    { ...card, panelId: 'p1","noor', seat: "" },
  ];
  expect(new Set([card, ...others].map(signedText)).size).toBe(others.length + 1);
});

test("texts of different lengths are padded to the same, in bytes, and stay the same JSON", () => {
  const bytes = (text: string) => new TextEncoder().encode(text).length;
  const padded = ['{"a":1}', '{"a":"é😀"}', JSON.stringify("x".repeat(4094))].map(padText);
  expect(padded.map(bytes)).toEqual([4096, 4096, 4096]);
  expect(bytes(padText("x".repeat(4097)))).toBe(8192);
  expect(padded.slice(0, 2).map((text) => JSON.parse(text) as unknown)).toEqual([{ a: 1 }, { a: "é😀" }]);
});
