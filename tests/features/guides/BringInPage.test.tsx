// @vitest-environment jsdom
import { fireEvent, screen, waitFor, within } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { AppParts } from "../../../src/state/app/appContext.ts";
import { FakeWorker } from "../../state/fakeWorkers.ts";
import { leaveApp, newApp, showApp } from "../shownApp.tsx";

const guide = `# Night baker

1. Tell me about a batch that failed. What did you do next?

   **Areas to cover**
   - How the fault was noticed
   - What was thrown away
`;

let app: AppParts;

beforeEach(async () => {
  app = newApp();
  vi.stubGlobal("Worker", FakeWorker);
  await open();
});
afterEach(async () => {
  await leaveApp(app);
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

const open = () => showApp(app, "/guides/bring-in");
const press = (name: string) => userEvent.click(screen.getByRole("button", { name }));
const field = () => screen.findByLabelText<HTMLTextAreaElement>("Your questions");
const line = async (text: string) =>
  within(await screen.findByRole("list", { name: "Line by line" })).getByRole("button", {
    name: new RegExp(text, "u"),
  });

/** Pastes into the empty field, as a browser does that copied a page. */
async function paste(text: string, html = ""): Promise<void> {
  const getData = (type: string) => (type === "text/html" ? html : text);
  fireEvent.paste(await field(), { clipboardData: { getData } });
}

/** Says that the second area is a follow-up. */
async function correct(): Promise<void> {
  await userEvent.click(await line("What was thrown away"));
  await userEvent.keyboard("f");
  await untilCorrected();
}

const untilCorrected = () =>
  waitFor(async () =>
    expect(await line("What was thrown away")).toHaveTextContent("Follow-up of question 1 · yours"),
  );

test("what was pasted and put right is still there after another screen, and says so, until it is saved", async () => {
  await paste(guide);
  await correct();
  fireEvent.change(screen.getByLabelText("Title"), { target: { value: "Day baker" } });
  await showApp(app, "/guides");
  await open();
  await untilCorrected();
  expect(screen.getByLabelText("Title")).toHaveValue("Day baker");
  expect(screen.getByText(/^This is what you entered before/u)).toBeVisible();
  expect(screen.getByText("1 correction")).toBeVisible();
  await press("Save guide");
  await waitFor(() => expect(location.hash).toContain("/plan/with/"));
  await open();
  expect(await field()).toHaveValue("");
});

test("a text that is typed and not read yet is kept as well", async () => {
  await userEvent.type(await field(), "1. What failed?");
  await open();
  expect(await field()).toHaveValue("1. What failed?");
});

test("what “Start over” put away comes back by undo, with what was put right", async () => {
  await paste(guide);
  await correct();
  await press("Start over");
  expect(await field()).toHaveValue("");
  expect(screen.getByRole("button", { name: "Undo" })).toHaveFocus();
  await press("Undo");
  await untilCorrected();
  await open();
  await untilCorrected();
  await press("Start over");
  await open();
  expect(await field()).toHaveValue("");
});

test("a text that the browser has no room to keep is read all the same", async () => {
  vi.spyOn(Storage.prototype, "setItem").mockImplementation(() => {
    throw new DOMException("It is full.", "QuotaExceededError");
  });
  await paste(guide);
  await correct();
  await open();
  expect(await field()).toHaveValue("");
});

const tooMany = Array.from(
  { length: 1001 },
  (_, at) => `${at + 1}. How did you find fault ${at + 1}?\n\nWhat to listen for:\n\n- Reads the log first\n`,
);

test("a text with too many questions is refused, and its field can be gone back to and shortened", async () => {
  await paste(tooMany.join("\n"));
  expect(await screen.findByRole("alert")).toHaveTextContent("more than 1000 questions");
  expect(screen.queryByText("Reading…")).toBeNull();
  await press("Back to the text");
  expect(await field()).toHaveValue(tooMany.join("\n"));
  expect(await field()).toHaveFocus();
  fireEvent.change(await field(), { target: { value: tooMany.slice(0, 2).join("\n") } });
  await press("Continue");
  expect(await screen.findByText(/^2 questions · /u)).toBeVisible();
});

const withTable = `${guide}
2. Describe a night without help.

   **Areas to cover**
   - How the others were asked

| Who | When |
|---|---|
| Ada | Night |
| Bo | Day |
| Cy | Day |
| Di | Day |
| Ed | Day |
`;

test("the lines that are counted as ignored are those that say so", async () => {
  await paste(withTable);
  await userEvent.click(await line("How the others were asked"));
  await userEvent.keyboard("x");
  await waitFor(async () => expect(await line("How the others were asked")).toHaveTextContent("Ignore"));
  // Its own word, and the six rows of the table, of which the first alone says why.
  expect(screen.getAllByText(/^Ignore/u, { selector: "li *" })).toHaveLength(7);
  expect(screen.getByText(/^2 questions · /u)).toHaveTextContent(
    "2 questions · 2 areas · 0 follow-ups · 7 lines ignored",
  );
});

test("where many files take their time it is said how far it is, and whoever cancels keeps the drafts there are", async () => {
  let ms = 0;
  await showApp({ ...app, clock: { ...app.clock, monotonic: () => (ms += 500) } }, "/guides/bring-in");
  let release = () => {};
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  let opened = 0;
  const files = Array.from({ length: 20 }, (_, at) => {
    const file = new File([guide], `guide ${at}.md`, { type: "text/markdown" });
    const read = file.arrayBuffer.bind(file);
    vi.spyOn(file, "arrayBuffer").mockImplementation(async () => {
      if (++opened > 3) await released;
      return read();
    });
    return file;
  });
  await userEvent.upload(screen.getByTestId("guide-file"), files);
  const reading = within(await screen.findByRole("region", { name: "Reading files" }));
  expect(await reading.findByText(/^\d+ of 20$/u)).toBeVisible();
  expect(reading.getByRole("progressbar", { name: "Reading files" })).toHaveAttribute("max", "20");
  await waitFor(() => expect(opened).toBeGreaterThan(3));
  await userEvent.click(reading.getByRole("button", { name: "Cancel" }));
  release();
  const kept = await screen.findByRole("heading", { name: /^Drafts of \d of 20 files$/u });
  const links = within(kept.closest("section")!).getAllByRole("link");
  expect(screen.getByText(`You cancelled: ${20 - links.length} files not read.`)).toBeVisible();
  expect(screen.queryByRole("region", { name: "Reading files" })).toBeNull();
  expect(screen.getByRole("heading", { level: 1 })).toHaveFocus();
  expect(await app.database.guideDrafts.count()).toBe(links.length);
});

test("files that come while others are read are read after them, and Cancel is of all", async () => {
  let ms = 0;
  await showApp({ ...app, clock: { ...app.clock, monotonic: () => (ms += 500) } }, "/guides/bring-in");
  let release = () => {};
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  const filesOf = (name: string, count: number) =>
    Array.from({ length: count }, (_, at) => {
      const file = new File([guide], `${name} ${at}.md`, { type: "text/markdown" });
      const read = file.arrayBuffer.bind(file);
      vi.spyOn(file, "arrayBuffer").mockImplementation(async () => {
        await released;
        return read();
      });
      return file;
    });
  await userEvent.upload(screen.getByTestId("guide-file"), filesOf("first", 5));
  const reading = within(await screen.findByRole("region", { name: "Reading files" }));
  await userEvent.upload(screen.getByTestId("guide-file"), filesOf("second", 4));
  await userEvent.upload(screen.getByTestId("guide-file"), filesOf("alone", 1));
  expect(screen.queryByRole("heading", { name: /^Drafts of/u })).toBeNull();
  await userEvent.click(reading.getByRole("button", { name: "Cancel" }));
  release();
  expect(await screen.findByRole("heading", { name: /^Drafts of \d of 10 files$/u })).toBeVisible();
  const made = await app.database.guideDrafts.count();
  expect(made).toBeLessThan(5);
  expect(screen.getByText(`You cancelled: ${10 - made} files not read.`)).toBeVisible();

  await userEvent.upload(screen.getByTestId("guide-file"), filesOf("after", 2));
  expect(await screen.findByRole("heading", { name: `Drafts of ${made + 2} of 12 files` })).toBeVisible();
});
