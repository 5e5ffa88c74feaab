import type { SensitiveTopic } from "../../domain/notes/sensitiveTopics.ts";

export const topicWords: Readonly<Record<SensitiveTopic, string>> = {
  age: "age",
  origin: "origin",
  religion: "religion",
  family: "family",
  health: "health",
  looks: "looks",
  accent: "accent",
  pay: "past pay",
  record: "crime",
  sex: "gender",
};
