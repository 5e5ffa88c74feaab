import type { Recommendation } from "../../domain/session/session.ts";

export const recommendationWords: Readonly<Record<Recommendation, string>> = {
  strongNo: "Strong no",
  no: "No",
  yes: "Yes",
  strongYes: "Strong yes",
  noDecision: "No decision",
};
