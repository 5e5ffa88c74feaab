import type { Level } from "../../domain/guides/guide.ts";

export const levelWords: Readonly<Record<Level, string>> = {
  junior: "Junior",
  mid: "Mid-level",
  senior: "Senior",
  lead: "Lead",
};
