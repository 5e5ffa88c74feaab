// @vitest-environment jsdom
import { screen, waitFor, within } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { Guide } from "../../../src/domain/guides/guide.ts";
import { encodeGuideFile } from "../../../src/interchange/formats/guideFile.ts";
import { handFiles } from "../../../src/state/admission/handedFiles.ts";
import type { AppParts } from "../../../src/state/app/appContext.ts";
import { archiveGuide } from "../../../src/state/guides/guideLineages.ts";
import { writeGuideDraft } from "../../../src/state/guides/guideDrafts.ts";
import { saveGuideVersion } from "../../../src/state/guides/guides.ts";
import { putWholeSessions } from "../../../src/storage/session/sessions.ts";
import { hashGuide, plannedInterview, smallGuide, START } from "../../smallInterview.ts";
import { leaveApp, newApp, rowTexts, showApp } from "../shownApp.tsx";

let app: AppParts;

beforeEach(async () => {
  app = newApp();
  await saveGuideVersion(app, smallGuide, null);
});
afterEach(() => leaveApp(app));

const smallId = hashGuide(smallGuide);
const later: Guide = {
  ...smallGuide,
  title: "Night baker, second",
  questions: smallGuide.questions.slice(0, 2),
};

const press = (name: string | RegExp) => userEvent.click(screen.getByRole("button", { name }));
const titles = () =>
  Array.from(screen.queryByRole("list", { name: "Guides" })?.children ?? []).map(
    (row) => row.querySelector("b")?.textContent,
  );
const guideFile = (guide: Guide, name: string) => new File([encodeGuideFile(guide, START, "Test 1")], name);

test("guides are found by words of their questions, and it is shown where the words stand", async () => {
  await showApp(app, "/guides");
  expect(titles()).toContain("Night baker");
  await userEvent.type(screen.getByRole("searchbox"), "batch you apprentice");
  await waitFor(() => expect(titles()).toEqual(["Night baker"]));
  expect(screen.getByText("Tell me about a batch that failed.")).toBeVisible();
  expect(screen.getByText("1 found")).toBeInTheDocument();
  await userEvent.type(screen.getByRole("searchbox"), " xyz");
  expect(await screen.findByText(/^No guides match\./u)).toBeVisible();
});

test("guides are picked by role and competency", async () => {
  await showApp(app, "/guides");
  const all = titles().length;
  await userEvent.selectOptions(screen.getByLabelText("Role"), "Baker");
  expect(titles()).toEqual(["Night baker"]);
  await userEvent.selectOptions(screen.getByLabelText("Role"), "Any role");
  expect(titles()).toHaveLength(all);
  await userEvent.selectOptions(screen.getByLabelText("Competency"), "Dough");
  expect(titles()).toEqual(["Night baker"]);
});

test("an archived guide goes from the list, comes back by Undo, and is found among the archived", async () => {
  await showApp(app, "/guides");
  await press(/^Archive ?Night baker$/u);
  await waitFor(() => expect(titles()).not.toContain("Night baker"));
  const undo = await screen.findByRole("button", { name: "Undo" });
  expect(undo).toHaveFocus();
  await userEvent.click(undo);
  await waitFor(() => expect(titles()).toContain("Night baker"));
  await press(/^Archive ?Night baker$/u);
  await userEvent.click(await screen.findByLabelText("Show archived (1)"));
  await userEvent.click(await screen.findByRole("button", { name: /^Unarchive ?Night baker$/u }));
  await waitFor(() => expect(screen.queryByLabelText(/^Show archived/u)).toBeNull());
  expect(titles()).toContain("Night baker");
});

test("a deleted guide comes back by Undo; one that a session uses, or that comes with the app, can only be archived", async () => {
  await saveGuideVersion(app, { ...smallGuide, title: "Used baker" }, null);
  const used = { ...smallGuide, title: "Used baker" };
  await putWholeSessions(
    app.database,
    [{ ...plannedInterview("s1", { guideId: hashGuide(used) }), guide: used }],
    [],
  );
  await showApp(app, "/guides");
  expect(rowTexts(screen.getAllByRole("button", { name: /^Delete/u }))).toEqual(["Delete Night baker"]);
  await press(/^Delete ?Night baker$/u);
  await waitFor(() => expect(titles()).not.toContain("Night baker"));
  await userEvent.click(await screen.findByRole("button", { name: "Undo" }));
  await waitFor(() => expect(titles()).toContain("Night baker"));
});

test("a guide that was begun is kept as a draft, to go on with or to delete", async () => {
  await writeGuideDraft(app, {
    id: "d1",
    guide: { ...smallGuide, title: "Begun" },
    previousId: null,
    updatedAt: START,
  });
  await showApp(app, "/guides");
  const drafts = within(screen.getByRole("region", { name: "Drafts" }));
  expect(drafts.getByRole("link", { name: /^Continue ?with Begun$/u })).toHaveAttribute(
    "href",
    "#/guides/d1/edit",
  );
  await userEvent.click(drafts.getByRole("button", { name: /^Delete/u }));
  await waitFor(() => expect(screen.queryByText("Drafts")).toBeNull());
  await userEvent.click(await screen.findByRole("button", { name: "Undo" }));
  expect(await screen.findByRole("region", { name: "Drafts" })).toHaveTextContent("Begun");
});

test("a guide with a draft says so, and no screen calls the draft unsaved: it is on the disk", async () => {
  await writeGuideDraft(app, { id: smallId, guide: smallGuide, previousId: smallId, updatedAt: START });
  await showApp(app, "/guides");
  const row = screen.getByRole("link", { name: "Night baker" }).closest("li");
  await waitFor(() => expect(row).toHaveTextContent("Has a draft"));
  expect(screen.getByRole("main")).not.toHaveTextContent(/(?:un|not )saved/iu);
  await showApp(app, `/guides/${smallId}/history`);
  expect(await screen.findByText("You have a draft based on this version.")).toBeVisible();
  expect(within(screen.getByRole("region", { name: "Versions" })).getByText("Has a draft")).toBeVisible();
  expect(screen.getByRole("main")).not.toHaveTextContent(/(?:un|not )saved/iu);
});

test("a guide without a title is called the same in its editor and among the drafts", async () => {
  await writeGuideDraft(app, {
    id: "d1",
    guide: { ...smallGuide, title: "" },
    previousId: null,
    updatedAt: START,
  });
  await showApp(app, "/guides");
  const drafts = within(screen.getByRole("region", { name: "Drafts" }));
  await userEvent.click(drafts.getByRole("link", { name: "Untitled guide" }));
  expect(await screen.findByText("Untitled guide", { selector: ".topBar b" })).toBeVisible();
});

test("guide files are previewed among the guides: what is new, archived, here, wrong and where; then they come in", async () => {
  const archived = { ...smallGuide, title: "Morning baker" };
  await saveGuideVersion(app, archived, null);
  await archiveGuide(app, hashGuide(archived));
  const text = encodeGuideFile(later, START, "Test 1").replace(
    '"plannedMinutes": 15',
    '"plannedMinutes": "long"',
  );
  await showApp(app, "/candidates");
  const files = [
    guideFile(later, "later.json"),
    guideFile(smallGuide, "again.json"),
    guideFile(archived, "archived.json"),
    new File([text], "broken.json"),
  ];
  await handFiles(files);
  location.hash = "#/guides";
  const report = await screen.findByRole("region", { name: "Import" });
  const entries = () => rowTexts(Array.from(report.querySelectorAll<HTMLElement>(":scope > ul > li")));
  await waitFor(() => expect(entries()).toHaveLength(4));
  expect(within(report).getByRole("status")).toHaveTextContent(
    "2 new · 1 already here · 1 can’t be imported",
  );
  expect(entries()[0]).toBe("later.jsonNew guide: Night baker, second 2 questions");
  expect(entries()[1]).toMatch(/^again\.jsonAlready here, with the same content: Night baker\./u);
  expect(entries()[2]).toMatch(/^archived\.jsonAlready here, archived\. .*Morning baker/u);
  expect(entries()[3]).toMatch(/^broken\.jsonCan’t be imported:.*plannedMinutes: /u);
  expect(titles()).not.toContain("Night baker, second");
  await userEvent.click(within(report).getByRole("button", { name: "Import" }));
  await waitFor(() => expect(titles()).toContain("Night baker, second"));
  await waitFor(() => expect(titles()).toContain("Morning baker"));
  expect(entries()[0]).toMatch(/^later\.jsonImported: Night baker, second\./u);
});

test("an older version says that it is one, what changed since, and becomes the newest when wanted", async () => {
  const { id } = await saveGuideVersion(app, later, smallId);
  await showApp(app, `/guides/${smallId}`);
  expect(await screen.findByText(/^This is an older version\./u)).toBeVisible();
  expect(screen.getByRole("link", { name: "Open newest version" })).toHaveAttribute("href", `#/guides/${id}`);
  await userEvent.click(screen.getByRole("link", { name: /^History/u }));
  expect(await screen.findByText("2 differences")).toBeVisible();
  const changes = within(screen.getByRole("region", { name: "What changed" }));
  const [itself, question, ...others] = rowTexts(changes.getAllByRole("listitem"));
  expect(itself).toMatch(/^ChangedThe guide itselfTitleNight bakeradded: , second/u);
  expect(question).toMatch(/^RemovedQuestionAn apprentice/u);
  expect(others).toEqual(["Area The way of teaching"]);
  await userEvent.selectOptions(screen.getByLabelText("From"), id);
  expect(await screen.findByText("These are the same version.")).toBeVisible();
  await press("Make this the newest version");
  await waitFor(() => expect(screen.queryByText(/^This is an older version\./u)).toBeNull());
});

test("questions are taken into another guide’s draft, once; those that are there are named", async () => {
  const { id } = await saveGuideVersion(app, { ...later, questions: later.questions.slice(0, 1) }, null);
  await showApp(app, `/guides/${smallId}`);
  await userEvent.click(await screen.findByRole("checkbox", { name: "Select: A failed batch" }));
  await userEvent.click(screen.getByRole("checkbox", { name: "Select: An apprentice" }));
  const bar = within(screen.getByRole("region", { name: "Copy questions to another guide" }));
  expect(bar.getByText("2 questions selected")).toBeVisible();
  await userEvent.selectOptions(bar.getByLabelText("Copy to"), "Night baker, second");
  await userEvent.click(bar.getByRole("button", { name: "Copy" }));
  expect(await bar.findByText(/^1 question was/u)).toHaveTextContent(
    "1 question was copied to the draft of “Night baker, second”. Already there, and not copied again: A failed batch.",
  );
  expect(bar.getByRole("link", { name: "Open draft" })).toHaveAttribute("href", `#/guides/${id}/edit`);
  expect(screen.getByRole("checkbox", { name: "Select: An apprentice" })).not.toBeChecked();
});

test("an address of a guide that is not here says so", async () => {
  await showApp(app, "/guides/none");
  expect(screen.getByRole("heading")).toHaveTextContent("This guide is not on this device");
  expect(screen.getByRole("link", { name: "Back to guides" })).toHaveAttribute("href", "#/guides");
});
