// @vitest-environment node
import fc from "fast-check";
import { expect, test } from "vitest";
import {
  candidateAddress,
  exportAddress,
  guideAddress,
  guideEditAddress,
  guideHistoryAddress,
  handOverAddress,
  newGuideAddress,
  panelAddress,
  panelPlanAddress,
  partToId,
  planAddress,
  planWithAddress,
  sessionAddress,
} from "../../src/ui/page/addresses.ts";

const makers = {
  candidateAddress,
  guideAddress,
  guideEditAddress,
  guideHistoryAddress,
  handOverAddress,
  newGuideAddress,
  panelAddress,
  panelPlanAddress,
  planAddress,
  planWithAddress,
  sessionAddress,
  sessionExport: (id: string) => exportAddress("session", id),
  panelExport: (id: string) => exportAddress("panel", id),
};

const oddIds = [
  "a/b",
  "a?b",
  "..",
  ".",
  "a#b",
  "100%",
  "a%2Fb",
  "%25",
  "new",
  "Compare",
  "~x",
  " ",
  "é",
  "🍞",
];

/** @returns the part of an address in which the maker puts an id */
const placeOf = (make: (id: string) => string) => make("ID").split("/").indexOf("ID");

test.each(Object.entries(makers))("%s keeps any id in one part, and it is read back", (_name, make) => {
  fc.assert(
    fc.property(fc.oneof(fc.string({ unit: "grapheme", minLength: 1 }), fc.constantFrom(...oddIds)), (id) => {
      const address = make(id);
      const parts = address.split("/");
      expect(parts).toHaveLength(make("ID").split("/").length);
      expect(partToId(parts[placeOf(make)]!)).toBe(id);
      // What a browser makes of it is the same: nothing is escaped, cut off or folded up.
      expect(new URL(`http://localhost/#${address}`).hash).toBe(`#${address}`);
      expect(address).not.toContain("?");
    }),
    { seed: 10 },
  );
});

test.each(Object.entries(makers))("%s of half a character is an address all the same", (_name, make) => {
  expect(make("a\uD800b")).toBe(make("a\uFFFDb"));
});

test("an id that reads like a part of the app's own addresses is told from it", () => {
  expect(panelAddress("new")).not.toBe("/panels/new");
  expect(panelAddress("compare")).not.toBe("/panels/compare");
});

test("a part with escapes that are none is taken as it stands", () => {
  expect(partToId("100%")).toBe("100%");
  expect(partToId("%E0%A4")).toBe("%E0%A4");
});
