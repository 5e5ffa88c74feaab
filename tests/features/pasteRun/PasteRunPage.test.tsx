// @vitest-environment jsdom
import { fireEvent, render, screen, waitFor, within } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { useLayoutEffect, useState } from "react";
import { afterEach, beforeEach, expect, test } from "vitest";
import { PasteRun } from "../../../src/features/pasteRun/PasteRun.tsx";
import { newRun } from "../../../src/features/pasteRun/run.ts";
import type { AppParts } from "../../../src/state/app/appContext.ts";
import { putWholeSessions, readSetting } from "../../../src/storage/session/sessions.ts";
import { revisedScorecard } from "../../nastyScorecard.ts";
import { leaveApp, newApp, showApp } from "../shownApp.tsx";

let app: AppParts;
let copied: Record<string, string>[];

beforeEach(async () => {
  app = newApp();
  copied = [];
  const { first, revisions } = revisedScorecard();
  await putWholeSessions(app.database, [first], revisions);
});

afterEach(() => leaveApp(app));

const open = () => showApp(app, "/session/s1/paste");

/** Presses the browser's own key for copying. @returns whether the page left it to the browser */
function pressCopy(target: Element = document.body): boolean {
  const data: Record<string, string> = {};
  const isLeft = fireEvent.copy(target, {
    clipboardData: { setData: (type: string, text: string) => (data[type] = text) },
  });
  if (!isLeft) copied.push(data);
  return isLeft;
}

const said = () => within(screen.getByRole("region", { name: "Next field" })).getByRole("status").textContent;

test("each press of the key for copying gives the next field, and says what it was and what comes then", async () => {
  await open();
  await userEvent.selectOptions(await screen.findByLabelText("Template"), "Lever");
  await waitFor(() => expect(said()).toBe("Nothing copied yet. Next: “Recommendation”"));
  pressCopy();
  await waitFor(() => expect(said()).toBe("Copied “Recommendation”. Next: “Why this recommendation?”"));
  pressCopy();
  await waitFor(() => expect(said()).toBe("Copied “Why this recommendation?”. Next: “The cause”"));
  expect(copied).toEqual([{ "text/plain": "No" }, { "text/plain": "Not the whole cause." }]);
  // One entry for the whole run.
  await waitFor(async () =>
    expect(await app.database.exportsMade.toArray()).toMatchObject([
      { form: "Fields of a form, copied", sessionIds: ["s1"] },
    ]),
  );
});

test("a press that comes as soon as the next field is shown copies that one, on a busy machine too", () => {
  const fields = ["a", "b", "c"].map((id) => ({ id, name: id, group: "", plain: `Text ${id}`, html: null }));
  function Fields() {
    const [run, setRun] = useState(newRun("t"));
    useLayoutEffect(() => {
      if (run.nextAt === 1) pressCopy();
    }, [run]);
    return (
      <PasteRun
        fields={fields}
        run={run}
        view={window}
        isAnnouncing
        onRun={setRun}
        onCopied={() => undefined}
      />
    );
  }
  render(<Fields />);
  pressCopy();
  expect(new Set(copied.map((data) => data["text/plain"]))).toEqual(new Set(["Text a", "Text b"]));
  expect(said()).toBe("Copied “b”. Next: “c”");
});

test("a field that is to keep its formatting is copied with it; one goes back and starts over", async () => {
  await open();
  await screen.findByLabelText("Template");
  pressCopy();
  expect(copied).toEqual([
    { "text/plain": "Not the whole cause.", "text/html": "<p>Not the whole cause.</p>" },
  ]);
  await userEvent.click(screen.getByRole("button", { name: "Previous field" }));
  expect(screen.getByText(/^Field 1 of/u)).toBeVisible();
  for (const _ of screen.getByRole("list", { name: "Fields of the form" }).children) pressCopy();
  await waitFor(() => expect(said()).toMatch(/All \d+ fields are done\.$/u));
  expect(pressCopy()).toBe(true);
  await userEvent.click(screen.getByRole("button", { name: "Start over" }));
  expect(said()).toBe("Nothing copied yet. Next: “Key take-aways”");
});

test("a key that is held copies one field", async () => {
  await open();
  const button = await screen.findByRole("button", { name: "Copy “Key take-aways”" });
  expect(fireEvent.keyDown(button, { key: "Enter" })).toBe(true);
  expect(fireEvent.keyDown(button, { key: "Enter", repeat: true })).toBe(false);
  expect(fireEvent.keyDown(button, { key: "c", ctrlKey: true, repeat: true })).toBe(false);
  expect(fireEvent.keyDown(button, { key: "Tab", repeat: true })).toBe(true);
});

test("a selection and a field keep the key for copying to themselves", async () => {
  await open();
  await userEvent.click(await screen.findByRole("button", { name: "Edit fields…" }));
  expect(pressCopy(screen.getByRole("textbox", { name: "Name of the template" }))).toBe(true);
  document.getSelection()?.selectAllChildren(screen.getByRole("heading", { level: 1 }));
  expect(pressCopy()).toBe(true);
  expect(said()).toMatch(/^Nothing copied yet/u);
});

test("where the browser refuses, it says so and stays at the field", async () => {
  await open();
  await screen.findByLabelText("Template");
  await userEvent.click(screen.getByRole("button", { name: "Copy “Key take-aways”" }));
  expect(await screen.findByRole("alert")).toHaveTextContent(/^“Key take-aways” could not be copied\./u);
  expect(screen.getByText(/^Field 1 of/u)).toBeVisible();
});

test("a person’s own template: moved by keys, renamed, kept, and deleted again; the app’s own stays as it is", async () => {
  await open();
  await userEvent.click(await screen.findByRole("button", { name: "Edit fields…" }));
  const dialog = screen.getByRole("dialog");
  const names = () =>
    within(dialog)
      .getAllByRole<HTMLInputElement>("textbox", { name: /^Name of field/u })
      .map(({ value }) => value);
  expect(names()).toEqual(["Key take-aways", "Questions", "Attributes", "Overall recommendation"]);
  const last = within(dialog).getByRole("textbox", { name: /^Name of field 4/u });
  last.focus();
  await userEvent.keyboard("{Alt>}{ArrowUp}{/Alt}");
  expect(names()[2]).toBe("Overall recommendation");
  expect(last).toHaveFocus();
  await userEvent.click(within(dialog).getByRole("button", { name: "Move field 3 up" }));
  await userEvent.click(within(dialog).getByRole("button", { name: "Remove field 1" }));
  await userEvent.type(within(dialog).getByRole("textbox", { name: /^Name of field 1/u }), " of ours");
  await userEvent.click(within(dialog).getByRole("button", { name: "Save as my template" }));
  const template = screen.getByLabelText("Template");
  await waitFor(() => expect(template).toHaveDisplayValue("Greenhouse, my fields"));
  expect(said()).toBe("Nothing copied yet. Next: “Overall recommendation of ours”");
  expect(await readSetting(app.database, "pasteTemplates")).toMatchObject({
    own: [{ fields: { length: 3 } }],
  });
  expect(within(template).getAllByRole("option")).toHaveLength(5);

  await userEvent.click(screen.getByRole("button", { name: "Edit fields…" }));
  await userEvent.click(screen.getByRole("button", { name: "Delete template" }));
  await waitFor(() => expect(template).toHaveDisplayValue("Greenhouse"));
  expect(within(template).getAllByRole("option")).toHaveLength(4);
});

test("a scorecard leads there, and the title of the page names nobody", async () => {
  await showApp(app, "/session/s1");
  await userEvent.click(await screen.findByRole("link", { name: "Paste into a form…" }));
  expect(await screen.findByRole("heading", { level: 1, name: "Paste into a form" })).toHaveFocus();
  expect(document.title).not.toContain("Noor");
  expect(location.hash).toBe("#/session/s1/paste");
});
