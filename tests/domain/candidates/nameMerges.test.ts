import { describe, expect, test } from "vitest";
import { groupCandidates } from "../../../src/domain/candidates/candidate.ts";
import {
  joinMerges,
  personsBy,
  settingToMerges,
  type NameMerge,
} from "../../../src/domain/candidates/nameMerges.ts";
import { plannedInterview, START } from "../../smallInterview.ts";
import { smallPanel } from "../../smallPanel.ts";

const merge = (name: string, intoName: string, mergedAt = START): NameMerge => ({ name, intoName, mergedAt });

describe("who a name stands for", () => {
  test("a name that was merged stands for the one that stays, in any spelling and over several merges", () => {
    const { of } = personsBy([merge("Jon Smth", "Jon Smith"), merge("Jon Smith", "Jonathan Smith")]);
    expect([" jon SMTH", "Jon-Smith", "Jonathan Smith"].map(of)).toEqual(Array(3).fill("jonathan smith"));
    expect(of("Jon")).toBe("jon");
  });

  test("a name written without spaces stands for another, and a legal hold under its key too", () => {
    const { of, ofKey, keysOf } = personsBy([merge("王小明", "Wang Xiaoming")]);
    expect(of("王小明")).toBe("wang xiaoming");
    const [, key = ""] = keysOf("wang xiaoming");
    expect(ofKey(key)).toBe("wang xiaoming");
  });

  test("lists show the name that stays for every name of the person, and each other name as it is", () => {
    const { shown } = personsBy([merge("Jon Smth", "Jon Smith"), merge("Jon Smith", "Jonathan Smith")]);
    expect([" jon SMTH", "Jon Smith", "jonathan smith"].map(shown)).toEqual(Array(3).fill("Jonathan Smith"));
    expect(shown("Jon")).toBe("Jon");
    expect(personsBy([]).shown("Jon Smth")).toBe("Jon Smth");
  });

  test("merges that come in join those that are here, where they say something new and may", () => {
    const here = [merge("Jon Smth", "Jon Smith")];
    const more = [merge("jon-smth", "Somebody"), merge("Jon Smith", "Jon Smth"), merge("Eva L", "Eva Lund")];
    expect(joinMerges(here, [...more, merge("Gone", "Eva Lund")], (key) => key !== "gone")).toEqual([
      ...here,
      merge("Eva L", "Eva Lund"),
    ]);
  });

  test("merges of a file that go round in a circle end", () => {
    const { of } = personsBy([merge("A", "B"), merge("B", "C"), merge("C", "A")]);
    expect(["A", "B", "C"].map(of)).toEqual(["a", "b", "c"]);
  });

  test("of a setting from a file what is no merge is passed over", () => {
    const good = merge("Jon Smth", "Jon Smith");
    const bad = [null, "Jon", {}, { ...good, name: 1 }, { ...good, mergedAt: Infinity }];
    expect(settingToMerges([...bad, good, { ...good, intoName: "x".repeat(2001) }])).toEqual([good]);
    expect(settingToMerges({ 0: good })).toEqual([]);
  });
});

describe("candidates that were merged", () => {
  const sources = {
    sessions: [
      plannedInterview("s1", { candidate: "Jon Smth" }).session,
      plannedInterview("s2", { candidate: "Jonathan Smith" }).session,
    ],
    panels: [{ ...smallPanel, candidate: "Jon Smth" }],
    scorecardKeys: [],
    changedAtBySessionId: new Map([["s1", START + 1]]),
    deletedByHand: [
      { id: "d1", kind: "session", candidate: "jon smth", role: "Baker", deletedAt: START },
    ] as const,
    holds: [],
    merges: [merge("Jon Smth", "Jonathan Smith")],
  };

  test("have all that either has, under the name that stays, though the other was written last", () => {
    const [candidate, ...others] = groupCandidates(sources);
    expect(others).toEqual([]);
    expect(candidate).toMatchObject({
      key: "jonathan smith",
      name: "Jonathan Smith",
      merges: sources.merges,
    });
    expect(candidate?.parts.map(({ id }) => id).toSorted()).toEqual(["p1", "s1", "s2"]);
    expect(candidate?.deletedByHand.map(({ id }) => id)).toEqual(["d1"]);
  });

  test("keep the name that stays once what was recorded under it is gone", () => {
    const sessions = sources.sessions.filter(({ id }) => id === "s1");
    expect(groupCandidates({ ...sources, sessions })[0]?.name).toBe("Jonathan Smith");
  });

  test.each(["jon smth", "jonathan smith"])("are held by a hold on either: %s", (candidateKey) => {
    const hold = { candidateKey, reason: "A complaint", heldAt: START };
    const candidates = groupCandidates({ ...sources, holds: [hold] });
    expect(candidates.map((candidate) => candidate.hold)).toEqual([hold]);
  });
});
