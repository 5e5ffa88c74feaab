import type { Question } from "./guide.ts";

/** As many as tell “Tell me about a time you …” from another. */
const WORDS_OF_A_TITLE = 8;

/** @returns the question's title, or the first words of its text where it has none */
export function titleOf({ title, text }: Pick<Question, "title" | "text">): string {
  if (title.trim() !== "") return title.trim();
  const words = text.split(/\s+/u).filter((word) => word !== "");
  const shown = words.slice(0, WORDS_OF_A_TITLE).join(" ");
  return words.length > WORDS_OF_A_TITLE ? `${shown} …` : shown;
}

/** @returns the question's title; its whole text where the title is its first words, for where no text stands beside */
export function fullTitle({ title, text }: Pick<Question, "title" | "text">): string {
  const words = (from: string) => from.split(/\s+/u).join(" ").trim();
  const isBeginning = title.endsWith(" …") && words(text).startsWith(title.slice(0, -1));
  return isBeginning ? text.trim() : title;
}
