import type { Decision } from "../../domain/panels/panel.ts";

export const decisionWords: Readonly<Record<Decision["outcome"], string>> = {
  hire: "Hire",
  noHire: "No hire",
  undecided: "Undecided",
};
