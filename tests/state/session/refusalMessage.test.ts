import { expect, test } from "vitest";
import { refusalToText } from "../../../src/state/session/refusalMessage.ts";
import { liveInterview, START } from "../../smallInterview.ts";

const { session } = liveInterview();

test.each([
  [{ reason: "deleted", deletedAt: START }, "was deleted"],
  [{ reason: "openSession", session }, "Noor’s interview with"],
  [{ reason: "alone" }, "Import the panel first."],
  [{ reason: "secondSession" }, "Noor’s scorecard is already here, from another interview."],
  [{ reason: "othersRevision" }, "Ask its interviewer to send the scorecard again."],
  [{ reason: "otherPanel" }, "Add it on that panel’s page."],
  [{ reason: "otherCandidate" }, "It is for another candidate."],
  [{ reason: "notSubmitted" }, "The interview is not submitted yet"],
  [{ reason: "otherKey" }, "Use the panel’s own recovery file."],
  [{ reason: "shut" }, "Add the recovery file together with it."],
  [{ reason: "kept" }, "This device keeps its own."],
] as const)("what does not come in says why, and what to do: %o", (refusal, words) => {
  expect(refusalToText(refusal, "Noor")).toContain(words);
});
