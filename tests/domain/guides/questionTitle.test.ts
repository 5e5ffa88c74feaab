import { expect, test } from "vitest";
import { fullTitle, titleOf } from "../../../src/domain/guides/questionTitle.ts";

test("a question without a title is called by its first words", () => {
  expect(titleOf({ title: " The oven ", text: "x" })).toBe("The oven");
  expect(titleOf({ title: " ", text: "Tell me  about\nthe oven you liked the most of all" })).toBe(
    "Tell me about the oven you liked the …",
  );
  expect(titleOf({ title: "", text: "The oven" })).toBe("The oven");
  expect(titleOf({ title: "", text: "" })).toBe("");
});

test("where no text stands beside, first words are made whole, however many they were", () => {
  const text = "Tell me about\nthe oven you liked the most of all";
  for (const title of ["Tell me about the …", titleOf({ title: "", text })])
    expect(fullTitle({ title, text })).toBe(text);
  expect(fullTitle({ title: "The oven", text })).toBe("The oven");
  expect(fullTitle({ title: "Tell me …", text: "" })).toBe("Tell me …");
});
