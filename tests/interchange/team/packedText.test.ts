import { expect, test } from "vitest";
import { packText, unpackText } from "../../../src/interchange/team/packedText.ts";

const long = JSON.stringify({ notes: Array.from({ length: 2000 }, (_, at) => `note ${at} é`) }, null, 2);

test("a scorecard comes out as it went in, and is carried much shorter", async () => {
  const packed = await packText(long);
  expect(await unpackText(packed)).toBe(long);
  expect(packed.length).toBeLessThan(long.length / 2);
});

test("how long it is tells nothing of a few words more or less", async () => {
  const lengths = await Promise.all(
    ["", "a word", "some words more"].map(async (note) => (await packText(JSON.stringify({ note }))).length),
  );
  expect(new Set(lengths)).toEqual(new Set([4096]));
});

test("one that an older version sent, as it is, is read as well", async () => {
  expect(await unpackText('{"a":1}   ')).toBe('{"a":1}');
});

test("one that is larger than any scorecard when it is unpacked is none", async () => {
  expect(await unpackText(await packText(`{"a":"${" ".repeat(4_000_000)}"}`))).toBeNull();
});

test.each(["", "damaged", "AAAA"])("what is damaged is none: %j", async (text) => {
  expect(await unpackText(text)).toBeNull();
});
