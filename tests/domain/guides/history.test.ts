import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  LONGEST_RUN_MS,
  MOST_STEPS,
  PAUSE_MS,
  recordStep,
  redoStep,
  startHistory,
  undoStep,
  type History,
} from "../../../src/domain/guides/history.ts";

type Texts = History<string, string>;

/** Writes a text as one change of the run "typing" unless it is said otherwise. */
function write(history: Texts, next: string, now: number, run: string | null = "typing"): Texts {
  return recordStep(history, next, { where: "here", run, now });
}

describe("typing", () => {
  test("letters that follow one another are undone together, and made again together", () => {
    const typed = ["N", "Ni", "Nig"].reduce<Texts>(
      (history, text, index) => write(history, text, index * 100),
      startHistory(""),
    );
    expect(undoStep(typed).present).toBe("");
    expect(redoStep(undoStep(typed)).present).toBe("Nig");
  });

  test.each([
    ["a pause", PAUSE_MS, "typing"],
    ["another field", 1, "another"],
    ["a change that stands alone", 1, null],
  ])("%s begins a new step", (_title, later, run) => {
    const typed = write(write(startHistory(""), "a", 0), "ab", later, run);
    expect(undoStep(typed).present).toBe("a");
  });

  test("changes that stand alone are never joined", () => {
    const changed = write(write(startHistory(""), "a", 0, null), "b", 0, null);
    expect(undoStep(changed).present).toBe("a");
  });

  test("typing without a pause is cut into steps too", () => {
    let typed: Texts = startHistory("");
    for (let now = 0; now <= LONGEST_RUN_MS * 2; now += PAUSE_MS / 2) typed = write(typed, `${now}`, now);
    expect(typed.done.length).toBeGreaterThanOrEqual(2);
  });

  test("what is typed after an undo is a step of its own, and what was undone is gone", () => {
    const undone = undoStep(write(write(startHistory(""), "a", 0), "ab", 10, "another"));
    const typed = write(undone, "ac", 20);
    expect(redoStep(typed)).toBe(typed);
    expect(undoStep(typed).present).toBe("a");
  });
});

test("nothing to undo or to redo, or the same value again, leaves the history as it is", () => {
  const history: Texts = startHistory("a");
  expect(undoStep(history)).toBe(history);
  expect(redoStep(history)).toBe(history);
  expect(write(history, "a", 0)).toBe(history);
});

test("steps know where they were made", () => {
  const changed = recordStep<string, string>(startHistory(""), "a", { where: "there", run: null, now: 0 });
  expect(changed.done.at(-1)?.where).toBe("there");
  expect(undoStep(changed).undone.at(-1)?.where).toBe("there");
});

test("the oldest steps are forgotten, so that a long day of editing does not fill the memory", () => {
  let history: Texts = startHistory("start");
  for (let index = 0; index < MOST_STEPS + 50; index++) history = write(history, `${index}`, index, null);
  expect(history.done).toHaveLength(MOST_STEPS);
  for (let index = 0; index < MOST_STEPS; index++) history = undoStep(history);
  expect(history.present).toBe("49");
  expect(undoStep(history)).toBe(history);
});

test("any steps, all undone and all made again, end where they ended", () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.string(), fc.nat(2000), fc.constantFrom("a", "b", null)), { maxLength: 30 }),
      (changes) => {
        let now = 0;
        let history: Texts = startHistory("start");
        for (const [text, later, run] of changes) history = write(history, text, (now += later), run);
        let back = history;
        while (back.done.length > 0) back = undoStep(back);
        expect(back.present).toBe("start");
        while (back.undone.length > 0) back = redoStep(back);
        expect(back).toEqual(history);
      },
    ),
  );
});
