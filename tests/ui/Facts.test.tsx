// @vitest-environment jsdom
import { render } from "@testing-library/react";
import { expect, test } from "vitest";
import { Facts } from "../../src/ui/words/Facts.tsx";

test("of facts in a line an empty one leaves nothing behind, wherever it stands", () => {
  const textOf = (...of: readonly string[]) => render(<Facts of={of} />).container.textContent;
  expect(textOf("Baker", "Noor", "planned")).toBe("Baker · Noor · planned");
  expect(textOf("", "Noor", "")).toBe("Noor");
  expect(textOf("")).toBe("");
});
