import fc from "fast-check";
import { expect, test } from "vitest";
import { agree, decide, startDebrief, takeBackAgreed, weigh } from "../../../src/domain/panels/debrief.ts";
import { changeDebrief, debriefParts, withDebriefParts } from "../../../src/domain/panels/debriefParts.ts";
import { newDebrief, type Debrief } from "../../../src/domain/panels/panel.ts";
import { START } from "../../smallInterview.ts";
import { smallPanel } from "../../smallPanel.ts";

const areaIds = ["failed.cause", "recipe.trial", "__proto__"];
const shown: Debrief = { ...newDebrief, startedAt: START, recommendationsShownAt: START };

const anyChange = fc.oneof(
  fc.tuple(fc.constantFrom(...areaIds), fc.string(), fc.constantFrom(1, 5, null, "noEvidence" as const)).map(
    ([areaId, note, rating]) =>
      (debrief: Debrief) =>
        agree(debrief, areaId, { note, rating }),
  ),
  fc.constantFrom(...areaIds).map((areaId) => (debrief: Debrief) => takeBackAgreed(debrief, areaId)),
  fc.string().map((reason) => (debrief: Debrief) => weigh(debrief, { dough: 2 }, reason)),
  fc.string().map((reason) => (debrief: Debrief) => decide(debrief, "hire", reason, START)),
  fc.constant((debrief: Debrief) => startDebrief(debrief, START)),
);
const anyDebrief = fc
  .array(anyChange)
  .map((changes) => changes.reduce((before, change) => change(before), shown));

test("the parts in which two debriefs differ make the one of the other", () => {
  fc.assert(
    fc.property(anyDebrief, anyDebrief, (before, after) => {
      expect(withDebriefParts(before, debriefParts(before, after))).toEqual(after);
      expect(debriefParts(after, after)).toEqual([]);
    }),
  );
});

test("what two tabs change in different areas is both there", () => {
  const one = agree(shown, "failed.cause", { note: "The oven." });
  const other = decide(agree(shown, "recipe.trial", { rating: 4 }), "hire", "Good.", START);
  const both = withDebriefParts(one, debriefParts(shown, other));
  expect(both).toEqual({ ...other, agreedByAreaId: { ...one.agreedByAreaId, ...other.agreedByAreaId } });
});

test("a changed panel is the newer one, also where the clock was set back", () => {
  const parts = debriefParts(newDebrief, shown);
  const changed = changeDebrief(smallPanel, parts, START - 1000);
  expect(changed).toEqual({ ...smallPanel, debrief: shown, updatedAt: smallPanel.updatedAt + 1 });
  expect(changeDebrief(smallPanel, parts, START + 1000).updatedAt).toBe(START + 1000);
});
