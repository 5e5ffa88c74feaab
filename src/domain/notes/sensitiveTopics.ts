/** What a scorecard must not hold, as no note should be about it. */
export const sensitiveTopics = [
  "age",
  "origin",
  "religion",
  "family",
  "health",
  "looks",
  "accent",
  "pay",
  "record",
  "sex",
] as const;
export type SensitiveTopic = (typeof sensitiveTopics)[number];
