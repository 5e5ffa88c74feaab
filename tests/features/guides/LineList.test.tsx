// @vitest-environment jsdom
import { render, screen } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { useState } from "react";
import { expect, test } from "vitest";
import { LineList } from "../../../src/features/guides/import/LineList.tsx";
import type { ReadLine } from "../../../src/interchange/guideText/guideText.ts";
import type { LineLabel } from "../../../src/interchange/guideText/labels/lineLabels.ts";

const read: readonly ReadLine[] = [
  { line: 1, text: "Night baker", label: "title" },
  { line: 3, text: "Tell me about a batch.", label: "question" },
  { line: 4, text: "the cause", label: "area" },
  { line: 5, text: "Page 1 of 2", label: "leftOut" },
];

/** The list, with what a person says of a line taken for what it is. */
function Lines() {
  const [relabelled, setRelabelled] = useState<ReadonlyMap<number, LineLabel>>(new Map());
  const relabel = (lines: readonly number[], label: LineLabel | null) =>
    setRelabelled((before) => {
      const after = new Map(before);
      for (const line of lines) {
        if (label === null) after.delete(line);
        else after.set(line, label);
      }
      return after;
    });
  return (
    <LineList
      lines={read.map((one) => ({ ...one, label: relabelled.get(one.line) ?? one.label }))}
      messages={new Map([[5, "It looks like the foot of a page."]])}
      relabelled={relabelled}
      onRelabel={relabel}
    />
  );
}

const rows = () => screen.getAllByRole("listitem").map(({ textContent }) => textContent);
const keys = (text: string) => userEvent.keyboard(text);

test("each line says what it became, of which question, and what is to be said of it", () => {
  render(<Lines />);
  expect(rows()).toEqual([
    "Line 1Night bakerTitle",
    "Line 3Tell me about a batch.Question 1",
    "Line 4the causeArea of question 1",
    "Line 5Page 1 of 2IgnoreIt looks like the foot of a page.",
  ]);
});

test("a letter says what the line in focus is, which is marked as one’s own word until it is taken back", async () => {
  render(<Lines />);
  await userEvent.tab();
  while (document.activeElement?.tagName === "BUTTON" && !document.activeElement.closest("li"))
    await userEvent.tab();
  await keys("{ArrowDown}{ArrowDown}f");
  expect(rows()[2]).toBe("Line 4the causeFollow-up of question 1 · yours");
  expect(screen.getByText("Line 4: Follow-up")).toBeInTheDocument();
  expect(screen.getByRole("button", { name: /^Follow-up/u })).toHaveAttribute("aria-pressed", "true");
  await keys("{Backspace}");
  expect(rows()[2]).toBe("Line 4the causeArea of question 1");
});

test("several lines are chosen with Shift, by keys or by clicks, and put right at once", async () => {
  render(<Lines />);
  await userEvent.click(screen.getByText("the cause"));
  await keys("{Shift>}{ArrowDown}{/Shift}");
  expect(screen.getByRole("toolbar", { name: "What the 2 chosen lines are" })).toBeVisible();
  await userEvent.click(screen.getByRole("button", { name: /^Question/u }));
  expect(rows().slice(2)).toEqual([
    "Line 4the causeQuestion 2 · yours",
    expect.stringMatching(/^Line 5Page 1 of 2Question 3 · yours/u),
  ]);
  const person = userEvent.setup();
  await person.click(screen.getByText("Night baker"));
  await person.keyboard("{Shift>}");
  await person.click(screen.getByText("the cause"));
  await person.keyboard("{/Shift}");
  expect(screen.getByRole("toolbar", { name: "What the 3 chosen lines are" })).toBeVisible();
});

test("a letter with Ctrl is the browser’s, and the ends of the list are its ends", async () => {
  render(<Lines />);
  await userEvent.click(screen.getByText("Night baker"));
  await keys("{Control>}q{/Control}{ArrowUp}");
  expect(rows()[0]).toBe("Line 1Night bakerTitle");
  await keys("{End}{ArrowDown}x");
  expect(rows()[3]).toMatch(/^Line 5Page 1 of 2Ignore · yours/u);
});

test("the list has the focus when it comes, and no letter says what a line is before one is reached", async () => {
  render(<Lines />);
  expect(screen.getByRole("heading", { name: "Line by line" })).toHaveFocus();
  await keys("q");
  expect(rows()[0]).toBe("Line 1Night bakerTitle");
});
