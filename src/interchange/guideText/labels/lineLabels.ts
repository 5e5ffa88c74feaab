import type { Block } from "../sources/blocks.ts";
import type { Label } from "./guideLabels.ts";

/**
 * What a line of the source is in the guide. "heading" is a line that only orders others: a section's head, a
 * question's title, a label such as "Areas to cover". "continues" goes on with the line above it.
 */
export const lineLabels = [
  "title",
  "introduction",
  "heading",
  "competency",
  "question",
  "minutes",
  "area",
  "followUp",
  "anchor",
  "advice",
  "continues",
  "leftOut",
] as const;

/** One of the labels. */
export type LineLabel = (typeof lineLabels)[number];

/** A block, what it is in the guide, and what is to be said of it. */
export interface LabelledBlock {
  readonly block: Block;
  readonly label: LineLabel;
  /** Why it is left out, or what is doubtful; an empty string where nothing is to be said. */
  readonly message: string;
  /** The label that the document showed it to open with, where no list of words knows it. */
  readonly found: Label | undefined;
  /** Lines of one shape look alike and stand in the same kind of place. */
  readonly shape: string;
}

/** What is said of a line. */
export const messages = {
  invitation: "It invites the reader to something and is no part of the guide.",
  loose: "It belongs to no question and to no list.",
  popped: "It is read as a question, but it stood at the end of a list.",
  noQuestionAbove: "There is no question above this list.",
  notAsked: "This part holds nothing that the interviewer asks, so it is ignored.",
  explains: "It explains a question. A guide can’t hold that.",
  listing: "A listing that belongs to no question is ignored.",
  table: "No question was found in this table.",
} as const;

/** Invites the reader of a page to something. */
export const callToAction =
  /\b(?:sign up|subscribe|download|get started|book a demo|request a demo|contact us|learn more|click here|read more|share this|free trial|start (?:your|a) (?:free )?trial|build it for free|try (?:it )?(?:for )?free)\b|inscrivez-vous|abonnez-vous|téléchargez|melden sie sich|jetzt (?:testen|anmelden|herunterladen)|regístrese|regístrate|suscríbete|descargue|descarga |立即(?:注册|注冊|下载|试用)|免费(?:注册|试用)|点击(?:这里|此处)|הירשמו|הורידו|לחצו כאן/iu;
