// @vitest-environment jsdom
import { fireEvent, render, screen } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { useState } from "react";
import { expect, test } from "vitest";
import { LineList } from "../../../src/features/guides/import/LineList.tsx";
import { type Said, saidAfter } from "../../../src/features/guides/import/corrections.ts";
import type { ReadLine } from "../../../src/interchange/guideText/guideText.ts";

const read: readonly ReadLine[] = [
  { line: 1, text: "Night baker", label: "title", message: "", shape: "heading" },
  { line: 3, text: "Tell me about a batch.", label: "question", message: "", shape: "item" },
  { line: 4, text: "the cause", label: "area", message: "", shape: "item < cover" },
  { line: 5, text: "Page 1 of 2", label: "leftOut", message: "", shape: "paragraph" },
];

/** The same list of two questions. */
const twice: readonly ReadLine[] = [
  ...read,
  { line: 7, text: "Describe a night.", label: "question", message: "", shape: "item" },
  { line: 8, text: "the help", label: "area", message: "", shape: "item < cover" },
  { line: 9, text: "the cost", label: "area", message: "", shape: "item < cover" },
  { line: 10, text: "the cost of it", label: "followUp", message: "", shape: "item < cover" },
];

/** The list, with what a person says of a line taken for what it is. */
function Lines({ lines = read }: { readonly lines?: readonly ReadLine[] }) {
  const [corrections, setCorrections] = useState<readonly Said[]>([]);
  const said = saidAfter(corrections);
  return (
    <LineList
      lines={lines.map((one) => ({ ...one, label: said.get(one.line) ?? one.label }))}
      messages={new Map([[5, "It looks like the foot of a page."]])}
      corrections={corrections}
      onCorrect={(correction) => setCorrections([...corrections, correction])}
      onUndo={() => setCorrections(corrections.slice(0, -1))}
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

test("of very many lines the next are shown when asked for, and keys go on from the first of them", async () => {
  const many = Array.from({ length: 1003 }, (_, at) => ({ ...read[2]!, line: at + 1, text: `Point ${at}` }));
  render(<Lines lines={many} />);
  Element.prototype.scrollIntoView = () => {};
  // To find one of so many by its role takes seconds.
  await userEvent.click(screen.getByText("Show 3 more"));
  expect(screen.queryByText(/^Show/u)).toBeNull();
  expect(screen.getByText("Point 1000").closest("button")).toHaveFocus();
  await keys("{ArrowDown}");
  expect(screen.getByText("Point 1001").closest("button")).toHaveFocus();
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
  await keys("{ArrowUp}{Backspace}");
  expect(screen.queryByText("Line 3: as it was read")).toBeNull();
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

test("a correction says how many lines are like it, marks them, and is made of all with one key", async () => {
  render(<Lines lines={twice} />);
  await userEvent.click(screen.getByText("the cause"));
  await keys("f");
  expect(
    screen.getByText("Line 4: Follow-up. 2 more lines like it: press L to change all"),
  ).toBeInTheDocument();
  expect(rows().filter((row) => row.endsWith(" · like it"))).toEqual([
    "Line 8the helpArea of question 2 · like it",
    "Line 9the costArea of question 2 · like it",
  ]);
  expect(screen.getByRole("button", { name: "All 2 like this: Follow-up L" })).toBeVisible();
  await keys("l");
  expect(rows().slice(5)).toEqual([
    "Line 8the helpFollow-up of question 2 · yours",
    "Line 9the costFollow-up of question 2 · yours",
    "Line 10the cost of itFollow-up of question 2",
  ]);
  expect(screen.getByText("2 corrections")).toBeVisible();
});

test("a correction of many lines is one, and is undone as one", async () => {
  render(<Lines lines={twice} />);
  await userEvent.click(screen.getByText("the cause"));
  await keys("flu");
  expect(rows()[5]).toBe("Line 8the helpArea of question 2 · like it");
  expect(screen.getByText("1 correction")).toBeVisible();
  await userEvent.click(screen.getByRole("button", { name: "Undo U" }));
  expect(rows()[2]).toBe("Line 4the causeArea of question 1");
  expect(screen.queryByRole("button", { name: "Undo U" })).not.toBeInTheDocument();
});

test("a button that goes away with its press leaves the focus on the line that it was about", async () => {
  render(<Lines lines={twice} />);
  const cause = screen.getByRole("button", { name: /the cause/u });
  await userEvent.click(cause);
  const pressed = async (name: RegExp) => {
    screen.getByRole("button", { name }).focus();
    await keys("{Enter}");
  };
  await keys("f");
  await pressed(/^All 2 like this/u);
  expect(cause).toHaveFocus();
  await pressed(/^Undo/u);
  // There is one more to be undone.
  expect(screen.getByRole("button", { name: "Undo U" })).toHaveFocus();
  await keys("{Enter}");
  expect(cause).toHaveFocus();
  await keys("f");
  await pressed(/^Reset to detected/u);
  expect(cause).toHaveFocus();
});

test("a line that is alone of its kind offers nothing for others", async () => {
  render(<Lines lines={twice} />);
  await userEvent.click(screen.getByText("Page 1 of 2"));
  await keys("i");
  expect(screen.queryByRole("button", { name: /^All/u })).not.toBeInTheDocument();
  await keys("l");
  expect(screen.getByText("1 correction")).toBeVisible();
});

test("the keys of undo take back the last correction wherever the focus is, but not out of a text field", async () => {
  render(
    <>
      <Lines />
      <input aria-label="Title" />
      <button type="button">Save guide</button>
    </>,
  );
  await userEvent.click(screen.getByText("the cause"));
  await keys("fq");
  expect(rows()[2]).toBe("Line 4the causeQuestion 2 · yours");
  await userEvent.click(screen.getByLabelText("Title"));
  await keys("{Control>}z{/Control}");
  expect(rows()[2]).toBe("Line 4the causeQuestion 2 · yours");
  await userEvent.click(screen.getByRole("button", { name: "Save guide" }));
  await keys("{Control>}z{/Control}");
  expect(rows()[2]).toBe("Line 4the causeFollow-up of question 1 · yours");
  expect(screen.getByText("Last correction undone")).toBeInTheDocument();
  await userEvent.click(screen.getByText("the cause"));
  await keys("{Meta>}z{/Meta}");
  expect(rows()[2]).toBe("Line 4the causeArea of question 1");
  expect(screen.getByText("the cause").closest("button")).toHaveFocus();
});

test("a click that hits no line, as where the page moved under it, leaves the choice where it is", async () => {
  render(<Lines />);
  await userEvent.click(screen.getByText("the cause"));
  fireEvent.click(screen.getByRole("list"));
  await keys("q");
  expect(rows()[2]).toBe("Line 4the causeQuestion 2 · yours");
  expect(rows()[0]).toBe("Line 1Night bakerTitle");
});
