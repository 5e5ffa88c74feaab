// @vitest-environment jsdom
import { fireEvent, screen, waitFor, within } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { AppParts } from "../../../src/state/app/appContext.ts";
import { readGuideDraft } from "../../../src/state/guides/guideDrafts.ts";
import { saveGuideVersion } from "../../../src/state/guides/guides.ts";
import { hashGuide, smallGuide } from "../../smallInterview.ts";
import { leaveApp, newApp, showApp } from "../shownApp.tsx";

let app: AppParts;
const id = hashGuide(smallGuide);

beforeEach(async () => {
  app = newApp();
  await saveGuideVersion(app, smallGuide, null);
  await showApp(app, `/guides/${id}/edit`);
});
afterEach(() => leaveApp(app));

const press = (name: string | RegExp) => userEvent.click(screen.getByRole("button", { name }));
const keys = (text: string) => userEvent.keyboard(text);
/** Shows a part of the guide by its entry in the list of parts. */
const show = (name: RegExp) =>
  userEvent.click(
    within(screen.getByRole("navigation", { name: "Parts of the guide" })).getByRole("button", { name }),
  );
const areas = () => screen.queryAllByLabelText<HTMLTextAreaElement>(/^Area \d$/u).map(({ value }) => value);
const area = (number: number) => screen.getByLabelText(`Area ${number}`);
const undo = () => keys("{Control>}z{/Control}");

test("Enter makes another area below, Backspace in an empty one takes it away, and the focus goes along", async () => {
  await show(/A failed batch/u);
  area(1).focus();
  await keys("{Enter}");
  expect(area(2)).toHaveFocus();
  await keys("The smell");
  expect(areas()).toEqual(["The cause", "The smell", "What changed"]);
  area(2).focus();
  await userEvent.clear(area(2));
  fireEvent.keyDown(area(2), { key: "Backspace" });
  expect(area(1)).toHaveFocus();
  expect(areas()).toEqual(["The cause", "What changed"]);
});

test("areas are moved by keys and buttons, and their place is said; the ends stay the ends", async () => {
  await show(/A failed batch/u);
  area(1).focus();
  await keys("{Alt>}{ArrowDown}{/Alt}");
  expect(areas()).toEqual(["What changed", "The cause"]);
  expect(screen.getByText("“The cause”: place 2 of 2")).toBeInTheDocument();
  await press("Move area 2 down");
  expect(areas()).toEqual(["What changed", "The cause"]);
  await press("Move area 2 up");
  expect(areas()).toEqual(["The cause", "What changed"]);
});

test("a removed area comes back by undo with its text, and goes again by redo", async () => {
  await show(/A failed batch/u);
  await press("Remove area 1");
  expect(areas()).toEqual(["What changed"]);
  expect(screen.getByText("Area 1 removed")).toBeInTheDocument();
  await undo();
  expect(areas()).toEqual(["The cause", "What changed"]);
  await keys("{Control>}{Shift>}z{/Shift}{/Control}");
  expect(areas()).toEqual(["What changed"]);
});

test("undo reaches back over parts, shows where it did something, and says when there is no more", async () => {
  await show(/A failed batch/u);
  await userEvent.type(screen.getByLabelText("Question text"), " Why?");
  await show(/^About the guide/u);
  await userEvent.type(screen.getByLabelText("Title"), "s");
  await undo();
  expect(screen.getByLabelText("Title")).toHaveValue("Night baker");
  await undo();
  expect(await screen.findByLabelText("Question text")).toHaveValue("Tell me about a batch that failed.");
  await undo();
  expect(screen.getByText("Nothing to undo")).toBeInTheDocument();
});

test("several lines that are pasted become several areas, and one undo takes them back", async () => {
  await show(/A failed batch/u);
  await userEvent.click(area(2));
  await userEvent.clear(area(2));
  await userEvent.paste("- The heat\n- The time\n");
  await waitFor(() => expect(areas()).toEqual(["The cause", "The heat", "The time"]));
});

test("questions are added, moved and removed, and the focus stays with them", async () => {
  const list = within(screen.getByRole("list", { name: "Questions" }));
  const titles = () =>
    list.getAllByRole("button").map(({ textContent }) => /\d(?<t>.+?)\d/u.exec(textContent)?.[1]);
  expect(titles()).toEqual(["A failed batch", "A new recipe", "An apprentice"]);
  list.getAllByRole("button")[0]!.focus();
  await keys("{Alt>}{ArrowDown}{/Alt}");
  expect(titles()).toEqual(["A new recipe", "A failed batch", "An apprentice"]);
  // Before the next key comes: it is the first of the question.
  fireEvent.click(screen.getByRole("button", { name: "+ Add a question" }));
  expect(screen.getByLabelText("Question text")).toHaveFocus();
  expect(titles().at(-1)).toBe("New question");
  await press("Remove question");
  expect(screen.getByText("The question was removed.")).toBeVisible();
  expect(titles()).toEqual(["A new recipe", "A failed batch", "An apprentice"]);
});

test("a question that was removed can be had again at once, until something else is changed", async () => {
  await show(/A failed batch/u);
  const titlesNow = () => screen.getByRole("list", { name: "Questions" }).textContent;
  await press("Remove question");
  expect(titlesNow()).not.toContain("A failed batch");
  const notice = () => screen.queryByText("A failed batch")?.closest<HTMLElement>("[role=status]") ?? null;
  expect(notice()).toHaveTextContent("Removed “A failed batch”.");
  const back = within(notice()!).getByRole("button", { name: "Undo" });
  expect(back).toHaveFocus();
  await userEvent.click(back);
  expect(titlesNow()).toContain("A failed batch");
  expect(notice()).toBeNull();
  await press("Remove question");
  expect(notice()).toBeVisible();
  // The next one is told of by a notice of its own, which has the focus as the first had.
  await press("Remove question");
  expect(screen.getByText("A new recipe").closest("[role=status]")).toBeVisible();
  expect(within(screen.getByRole("main")).getByRole("button", { name: "Undo" })).toHaveFocus();
  await userEvent.type(screen.getByLabelText("Question text"), "x");
  await waitFor(() => expect(notice()).toBeNull());
});

test("a version is saved under its own address; what makes it unreadable is refused at its field", async () => {
  await show(/A failed batch/u);
  const minutes = screen.getByLabelText("Planned minutes");
  await userEvent.clear(minutes);
  await press("Save version");
  expect(await screen.findByRole("alert")).toBeVisible();
  expect(minutes).toHaveFocus();
  expect(minutes).toBeInvalid();
  await userEvent.type(minutes, "20");
  expect(screen.queryByRole("alert")).toBeNull();
  await press("Save version");
  expect(await screen.findByText(/version 2 of 2/u)).toBeVisible();
  expect(location.hash).toMatch(/^#\/guides\/[0-9a-f]{64}$/u);
  expect(location.hash).not.toContain(id);
});

test("what is typed is kept as a draft, which is found again and can be discarded", async () => {
  await show(/^About the guide/u);
  await userEvent.type(screen.getByLabelText("Title"), "s");
  await waitFor(async () => expect((await readGuideDraft(app, id))?.guide.title).toBe("Night bakers"));
  location.hash = "#/guides";
  await screen.findByRole("heading", { name: "Guides" });
  location.hash = `#/guides/${id}/edit`;
  expect(await screen.findByText(/^Draft from/u)).toBeVisible();
  await press("Discard draft");
  await show(/^About the guide/u);
  expect(screen.getByLabelText("Title")).toHaveValue("Night baker");
  await waitFor(async () => expect(await readGuideDraft(app, id)).toBeUndefined());
});

test("a shorter scale says before which anchors it drops, and undo brings them back", async () => {
  await show(/^Scale/u);
  expect(screen.getByText(/^With 4 points, 1 anchor of point 5 would be dropped\./u)).toBeVisible();
  await userEvent.click(screen.getByRole("radio", { name: "4 points" }));
  expect(screen.getAllByLabelText("Meaning")).toHaveLength(4);
  expect(
    screen.getByText("The scale has 4 points now. 1 anchor dropped. Undo restores them."),
  ).toBeInTheDocument();
  await undo();
  expect(screen.getAllByLabelText("Meaning")).toHaveLength(5);
  expect(screen.getByText(/^With 4 points, 1 anchor of point 5 would be dropped\./u)).toBeVisible();
});

test("a competency that is removed says which questions name none now", async () => {
  await show(/^Competencies/u);
  await press("Remove competency 1");
  expect(
    screen.getByText("“Dough” removed. 2 questions name no competency now. Undo restores it."),
  ).toBeInTheDocument();
  expect(screen.getByRole("button", { name: "+ Add a competency" })).toHaveFocus();
  await undo();
  await show(/A failed batch/u);
  expect(screen.getByLabelText("Competency")).toHaveDisplayValue("Dough");
});

test("advice is added for a place that has none yet, and removed with an undo", async () => {
  await show(/^Advice/u);
  await press("+ Add advice");
  const added = screen.getByRole("region", { name: "Advice 3" });
  expect(within(added).getByLabelText("Place")).toHaveValue("firstUse");
  expect(within(added).getByLabelText("Title")).toHaveFocus();
  await press("Remove advice 1");
  expect(screen.queryByRole("region", { name: "Advice 3" })).toBeNull();
  expect(screen.getByText("The advice was removed. Undo restores it.")).toBeInTheDocument();
  await undo();
  expect(screen.getByRole("region", { name: "Advice 3" })).toBeVisible();
});
