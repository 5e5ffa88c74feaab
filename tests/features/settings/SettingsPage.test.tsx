// @vitest-environment jsdom
import { createHash } from "node:crypto";
import { cleanup, screen, waitFor, within } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { SettingsPage } from "../../../src/features/settings/SettingsPage.tsx";
import { BackupSection } from "../../../src/features/settings/backups/BackupSection.tsx";
import { RestoreSection } from "../../../src/features/settings/backups/RestoreSection.tsx";
import type { AppParts } from "../../../src/state/app/appContext.ts";
import { noteStatus } from "../../../src/domain/backups/backupRecord.ts";
import { updateRecord } from "../../../src/state/backups/backupRecord.ts";
import { setRetention } from "../../../src/state/candidates/candidates.ts";
import { readRetention } from "../../../src/storage/candidates/candidates.ts";
import { readSetting } from "../../../src/storage/session/sessions.ts";
import { takeDownloads } from "../../downloads.ts";
import { showApp, showPart } from "../shownApp.tsx";
import { leaveAppWithBackups, newAppWithBackups, partOf } from "./settingsStage.ts";

let app: AppParts;

beforeEach(async () => {
  app = await newAppWithBackups();
});

afterEach(() => leaveAppWithBackups(app));

const months = () => readRetention(app.database);

test("how long candidates are kept is chosen from a list, or written in whole months", async () => {
  showPart(app, <SettingsPage />);
  await userEvent.click(await screen.findByRole("radio", { name: "6 months" }));
  await waitFor(async () => expect(await months()).toBe(6));
  await userEvent.click(screen.getByRole("radio", { name: "Custom" }));
  const field = screen.getByRole("spinbutton");
  expect(field).toHaveValue(6);
  await userEvent.clear(field);
  await userEvent.type(field, "9{Enter}");
  await waitFor(async () => expect(await months()).toBe(9));
  expect(screen.queryByRole("alert")).toBeNull();
});

test("a retention of one’s own is kept once its field is left, never what is passed through while it is typed", async () => {
  await setRetention(app, 9);
  const kept = vi.spyOn(app.database.settings, "put");
  showPart(app, <SettingsPage />);
  const field = await screen.findByRole("spinbutton");
  await userEvent.clear(field);
  await userEvent.type(field, "6000");
  expect(screen.queryByRole("alert")).toBeNull();
  await userEvent.tab();
  expect(screen.getByRole("alert")).toHaveTextContent(
    "Enter a whole number of months from 1 to 600. Until then, data is kept for 9 months as before.",
  );
  expect(field).toBeInvalid();
  await userEvent.clear(field);
  await userEvent.tab();
  expect(screen.getByRole("alert")).toBeVisible();
  expect(kept).not.toHaveBeenCalled();
  await userEvent.type(field, "12");
  expect(screen.queryByRole("alert")).toBeNull();
  await userEvent.tab();
  await waitFor(async () => expect(await months()).toBe(12));
  expect(kept.mock.calls.map(([row]) => row)).toEqual([{ key: "retentionMonths", value: 12 }]);
});

test("whoever goes with a valid number in the field has kept it", async () => {
  await setRetention(app, 9);
  showPart(app, <SettingsPage />);
  await userEvent.type(await screen.findByRole("spinbutton"), "{Backspace}7");
  window.dispatchEvent(new Event("pagehide"));
  await waitFor(async () => expect(await months()).toBe(7));
  await userEvent.type(screen.getByRole("spinbutton"), "2");
  cleanup();
  await waitFor(async () => expect(await months()).toBe(72));
});

test("a word of one’s own is hinted at, one of the list is not any more, and the first list comes back", async () => {
  showPart(app, <SettingsPage />);
  const field = await screen.findByLabelText("Word or words");
  await userEvent.type(field, "grandma*");
  await userEvent.selectOptions(screen.getByLabelText("Topic"), "family");
  await userEvent.click(screen.getByText("Add words"));
  expect(await screen.findByText("“grandma*” is flagged.")).toBeVisible();
  expect(field).toHaveValue("");
  expect(field).toHaveFocus();
  await userEvent.type(field, "Grandma Moses");
  await userEvent.selectOptions(screen.getByLabelText("Topic"), "nothing: ignore it");
  await userEvent.click(screen.getByText("Add words"));
  expect(await screen.findByText("“Grandma Moses” is ignored.")).toBeVisible();
  await userEvent.click(screen.getByText("Restore", { selector: "details button", exact: false }));
  expect(await screen.findByText("“grandma moses” is flagged again.")).toBeVisible();
  await userEvent.click(screen.getByText("Remove grandma*").closest("button")!);
  expect(await screen.findByText("“grandma*” is no longer flagged.")).toBeVisible();
  await userEvent.click(screen.getByText("Remove # yo").closest("button")!);
  expect(await screen.findByText("“# yo” is no longer flagged.")).toBeVisible();
  await userEvent.click(screen.getByText("Restore default list"));
  expect(await screen.findByText("The default list is restored.")).toBeVisible();
  expect(screen.getByText("Remove # yo")).toBeInTheDocument();
  expect(screen.queryByText("Remove grandma*")).toBeNull();
});

test("what is no word, or on the list already, changes nothing and is said so", async () => {
  showPart(app, <SettingsPage />);
  await userEvent.type(await screen.findByLabelText("Word or words"), "# yo");
  await userEvent.click(screen.getByText("Add words"));
  expect(await screen.findByText(/^Nothing changed/u)).toBeVisible();
  expect(screen.getByLabelText("Word or words")).toHaveValue("# yo");
  expect(screen.getByText("Restore default list")).toHaveAttribute("aria-disabled", "true");
});

test("the paths of one’s Ashby form are kept, and it is said so; one field takes one part", async () => {
  showPart(app, <SettingsPage />);
  const notes = await screen.findByLabelText("Timed notes");
  await userEvent.clear(notes);
  await userEvent.type(notes, "feedback");
  await userEvent.click(screen.getByRole("button", { name: "Save paths" }));
  expect(screen.getByRole("alert")).toHaveTextContent(
    "The path “feedback” is used twice. Each field needs its own path.",
  );
  expect(await readSetting(app.database, "ashbyMapping")).toBeUndefined();
  await userEvent.clear(notes);
  await userEvent.click(screen.getByRole("button", { name: "+ Add an area" }));
  await userEvent.type(screen.getByLabelText("Area 1 name"), " The cause ");
  await userEvent.type(screen.getByLabelText("Path of area 1"), "custom.cause");
  const save = screen.getByRole("button", { name: "Save paths" });
  await userEvent.click(save);
  expect(await screen.findByText("Saved.")).toBeVisible();
  expect(save).toHaveFocus();
  expect(screen.getByLabelText("Area 1 name")).toHaveValue("The cause");
  expect(await readSetting(app.database, "ashbyMapping")).toMatchObject({
    notesPath: "",
    areas: [{ area: "The cause", path: "custom.cause" }],
  });
  await userEvent.type(notes, "n");
  expect(screen.queryByText("Saved.")).toBeNull();
  await userEvent.click(screen.getByRole("button", { name: "Restore default paths" }));
  expect(notes).toHaveValue("notes");
  expect(screen.queryByLabelText("Area 1 name")).toBeNull();
});

test("a backup of everything is made at once when asked for, and can be downloaded, which is written down", async () => {
  const downloads = takeDownloads();
  showPart(app, <SettingsPage />);
  const part = await partOf("Automatic backups");
  expect(await part.findByText("No automatic backup yet.")).toBeVisible();
  await userEvent.click(part.getByRole("button", { name: "Back up now" }));
  expect(await part.findByText("Backed up.")).toBeVisible();
  const [backup, ...others] = within(
    await part.findByRole("list", { name: "Automatic backups" }),
  ).getAllByRole("listitem");
  expect(others).toEqual([]);
  expect(backup).toHaveTextContent(/^today, \d\d:\d\d 1 interview/u);
  await userEvent.click(within(backup!).getByRole("button", { name: /^Download/u }));
  await waitFor(() => expect(downloads).toHaveLength(1));
  expect(downloads[0]?.name).toMatch(/^interview-scorecard-backup-\d{4}-\d{2}-\d{2}-\d{4}\.json\.gz$/u);
  await waitFor(async () =>
    expect(await app.database.exportsMade.toArray()).toMatchObject([
      { form: "Automatic backup, downloaded" },
    ]),
  );
});

test("the button that makes a backup keeps the focus, and makes one at a time", async () => {
  showPart(app, <SettingsPage />);
  const part = await partOf("Automatic backups");
  const button = await part.findByRole("button", { name: "Back up now" });
  button.click();
  expect(await part.findByText("Working…")).toBeVisible();
  expect(button).toBeEnabled();
  button.click();
  expect(await part.findByText("Backed up.")).toBeVisible();
  expect(
    within(await part.findByRole("list", { name: "Automatic backups" })).getAllByRole("listitem"),
  ).toHaveLength(1);
});

test("where there is no place for a backup, none is said to be made", async () => {
  Reflect.deleteProperty(navigator, "storage");
  showPart(app, <SettingsPage />);
  await userEvent.click(await screen.findByRole("button", { name: "Back up now" }));
  expect(await screen.findByText(/^No backup was made:/u)).toBeVisible();
});

test("older backups are deleted only after it was said that You can’t go back", async () => {
  showPart(app, <SettingsPage />);
  const part = await partOf("Automatic backups");
  await userEvent.click(await part.findByRole("button", { name: "Back up now" }));
  await userEvent.click(await part.findByRole("button", { name: "Delete older backups…" }));
  expect(part.getByText(/You can’t go back to an earlier day/u)).toBeVisible();
  await userEvent.click(part.getByRole("button", { name: "Cancel" }));
  expect(part.queryByText(/You can’t go back/u)).toBeNull();
  await userEvent.click(part.getByRole("button", { name: "Delete older backups…" }));
  expect(part.getByRole("button", { name: "Delete older backups" })).toHaveFocus();
  await userEvent.click(part.getByRole("button", { name: "Delete older backups" }));
  expect(await part.findByText("One new backup was made. All older ones are deleted.")).toBeVisible();
});

test("what is wrong with the automatic backups is said in the settings, and the list of sessions leads there", async () => {
  updateRecord((record) => noteStatus(record, { problem: "The disk is full." }));
  await showApp(app, "/");
  expect(await screen.findByRole("link", { name: "Check automatic backups" })).toHaveAttribute(
    "href",
    "#/settings",
  );
  cleanup();
  showPart(app, <SettingsPage />);
  expect(await screen.findByText(/^The last automatic backup failed: The disk is full\./u)).toBeVisible();
});

test("passphrases that differ make no backup; a plain one is downloaded, and it is said what is in it", async () => {
  const downloads = takeDownloads();
  showPart(app, <BackupSection />);
  await userEvent.type(screen.getByLabelText("Passphrase"), "four words at random");
  await userEvent.type(screen.getByLabelText("Confirm passphrase"), "four words at randon");
  await userEvent.click(screen.getByRole("button", { name: "Back up everything" }));
  expect(await screen.findByRole("alert")).toHaveTextContent(
    "No backup was made. The passphrases don’t match.",
  );
  expect(downloads).toEqual([]);
  await userEvent.click(screen.getByRole("radio", { name: "Plain" }));
  expect(screen.getByText(/^Anyone who has an unencrypted file can read every note in it\./u)).toBeVisible();
  await userEvent.click(screen.getByRole("button", { name: "Back up everything" }));
  expect(await screen.findByText(/^Backup created/u)).toBeVisible();
  expect(downloads.map(({ name }) => name)).toEqual([
    expect.stringMatching(/^interview-scorecard-backup-2026-11-24-\d{4}\.json$/u),
  ]);
});

test("a short passphrase is warned of and taken; what is said of its file goes when another format is chosen", async () => {
  const downloads = takeDownloads();
  showPart(app, <BackupSection />);
  const warning = /^This passphrase is short/u;
  const field = screen.getByLabelText("Passphrase");
  await userEvent.type(field, "x");
  expect(screen.getByText(warning)).toBeVisible();
  await userEvent.type(field, " marks spots");
  expect(screen.queryByText(warning)).toBeNull();
  await userEvent.clear(field);
  expect(screen.queryByText(warning)).toBeNull();
  await userEvent.type(field, "x");
  await userEvent.type(screen.getByLabelText("Confirm passphrase"), "x");
  await userEvent.click(screen.getByRole("button", { name: "Back up everything" }));
  expect(await screen.findByText(/^Backup created/u, {}, { timeout: 20_000 })).toBeVisible();
  expect(screen.queryByText(warning)).toBeNull();
  expect(screen.getByRole("heading", { name: "Back up everything" })).toHaveFocus();
  expect(downloads.map(({ name }) => name)).toEqual([
    expect.stringMatching(/^interview-scorecard-backup-2026-11-24-\d{4}\.json\.age$/u),
  ]);
  await userEvent.click(screen.getByRole("radio", { name: "Plain" }));
  expect(screen.queryByText(/^Backup created/u)).toBeNull();
  expect(screen.queryByText("Download again")).toBeNull();
});

test("in the place of a file that is no backup another is chosen with one press, and the focus stays in the section", async () => {
  showPart(app, <RestoreSection />);
  const opened = vi.spyOn(HTMLInputElement.prototype, "click").mockImplementation(() => {});
  await userEvent.upload(screen.getByTestId("backup-file"), new File(["no backup"], "list.json"));
  opened.mockClear();
  await userEvent.click(await screen.findByRole("button", { name: "Choose another file" }));
  expect(opened).toHaveBeenCalledOnce();
  expect(opened.mock.contexts).toEqual([screen.getByTestId("backup-file")]);
  expect(screen.getByRole("heading", { name: "Restore" })).toHaveFocus();
  opened.mockRestore();
});

test("the settings say which build of the app this is, by the hash of the list of its files", async () => {
  const list = '{ "index.html": "6b86b273ff34fce19d6b804eff5a3f5747ada4eaa22f1d49c01e52ddb7875b4b" }\n';
  vi.stubGlobal("fetch", (path: string) =>
    Promise.resolve(new Response(path === "./hashes.json" ? list : "<!doctype html>")),
  );
  const page = await showApp(app, "/settings");
  expect(await within(page).findByText(/^Test 1, build [0-9a-f]{16}$/u)).toHaveTextContent(
    createHash("sha256").update(list).digest("hex").slice(0, 16),
  );
});

test("where nobody knows which build it is, as while the app is developed, the settings say its version", async () => {
  vi.stubGlobal("fetch", () => Promise.resolve(new Response("<!doctype html>")));
  const page = await showApp(app, "/settings");
  expect(within(page).getByText(/^Test 1$/u)).toBeVisible();
});
