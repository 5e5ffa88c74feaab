// @vitest-environment jsdom
import { render, screen } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { RestorePlanView } from "../../../src/features/settings/backups/RestorePlanView.tsx";
import { AppContext, type AppParts } from "../../../src/state/app/appContext.ts";
import type { RestorePlan } from "../../../src/state/backups/backups.ts";
import { createDatabase } from "../../../src/storage/database.ts";
import { takeDownloads } from "../../downloads.ts";
import { START } from "../../smallInterview.ts";

let app: AppParts;

beforeEach(() => {
  app = {
    database: createDatabase("restore plan view"),
    clock: { now: () => START, monotonic: () => 0 },
    newId: () => "e1",
    appName: "Test 1",
  };
});

afterEach(() => app.database.close());

const none = { first: [], count: 0 };
const counts = { new: 0, newer: 0, same: 0, older: 0, conflicting: 0, deleted: 0, refused: 0 };

test("what of a backup can’t be read is said by name, with the reason, as what is not restored", () => {
  const errors = [
    { path: "entries[2].setting.value[0]", message: "is no export that was made" },
    { path: "entries[2].setting.value[1]", message: "is no export that was made" },
  ];
  render(
    <AppContext value={app}>
      <RestorePlanView
        plan={{
          counts: { session: counts, panel: counts, guide: counts },
          otherCount: 0,
          questions: none,
          refused: {
            first: [{ id: "s1", kind: "session", candidate: "", role: "Baker", deletedAt: START }],
            count: 1,
          },
          barred: none,
          errors: { first: [{ title: "Setting: exportsLeft", errors }], count: 1 },
          removed: none,
          held: [],
          touchedIds: [],
          removedCount: 0,
          staged: [],
          hasUnasked: false,
        }}
        ticked={[]}
        onRestore={() => {}}
        onClose={() => {}}
      />
    </AppContext>,
  );
  expect(screen.getByText("Can’t be read, not restored (1)")).toBeVisible();
  expect(screen.getByText("Setting: exportsLeft").closest("li")).toHaveTextContent(
    "Setting: exportsLeft · entries[2].setting.value[0]: is no export that was made; entries[2].setting.value[1]: is no export that was made",
  );
  // As on the candidate's own page.
  expect(screen.getByText("No name").closest("li")).toHaveTextContent(/^No name, Baker/u);
});

test("the session that would not stay is an export: it is written down when it is downloaded", async () => {
  const downloads = takeDownloads();
  const plan: RestorePlan = {
    counts: { session: { ...counts, conflicting: 1 }, panel: counts, guide: counts },
    otherCount: 0,
    questions: {
      first: [
        {
          id: "s1",
          kind: "session",
          candidate: "Amira Haddad",
          role: "Baker",
          key: null,
          here: { interviewer: "Noor", seat: null, ratings: 0, notes: 0, status: "submitted", at: START },
          incoming: { interviewer: "Noor", seat: null, ratings: 0, notes: 0, status: "submitted", at: START },
          revisions: null,
          other: new Blob(["{}"]),
        },
      ],
      count: 1,
    },
    refused: none,
    barred: none,
    errors: none,
    removed: none,
    held: [],
    touchedIds: ["s1"],
    removedCount: 0,
    staged: [new Blob(["{}"])],
    hasUnasked: true,
  };
  render(
    <AppContext value={app}>
      <RestorePlanView plan={plan} ticked={[]} onRestore={() => {}} onClose={() => {}} />
    </AppContext>,
  );
  expect(await app.database.exportsMade.count()).toBe(0);
  await userEvent.click(
    screen.getByRole("button", { name: "Download the other interview with Amira Haddad" }),
  );
  expect(downloads.map(({ name }) => name)).toEqual(["Amira-Haddad_backup.json"]);
  await vi.waitFor(async () =>
    expect(await app.database.exportsMade.toArray()).toMatchObject([
      { at: START, form: "Session JSON, at a restore", sessionIds: ["s1"], panelIds: [] },
    ]),
  );
});

test("a revision in the file says whose it is; it and what was changed in both are taken only where they are ticked", async () => {
  const onRestore = vi.fn<(taken: readonly string[]) => void>();
  const noor = {
    interviewer: "Noor",
    seat: null,
    ratings: 0,
    notes: 0,
    status: "wrapUp",
    at: START,
  } as const;
  const titled = { kind: "session", role: "Baker", other: null } as const;
  const plan: RestorePlan = {
    counts: { session: { ...counts, conflicting: 3 }, panel: { ...counts, conflicting: 1 }, guide: counts },
    otherCount: 0,
    questions: {
      first: [
        {
          ...titled,
          id: "s1",
          candidate: "Amira Haddad",
          key: "revision",
          here: null,
          incoming: null,
          revisions: { interviewer: "Noor", at: START, isOwn: true },
        },
        {
          ...titled,
          id: "s2",
          candidate: "Li Na",
          key: "conflict",
          here: noor,
          incoming: { ...noor, interviewer: "Eva" },
          revisions: null,
        },
        {
          ...titled,
          id: "s3",
          candidate: "Tom Ives",
          key: null,
          here: { ...noor, status: "live" },
          incoming: noor,
          revisions: null,
        },
        {
          ...titled,
          id: "s4",
          candidate: "Rui Costa",
          key: null,
          here: noor,
          incoming: noor,
          revisions: null,
        },
        {
          ...titled,
          id: "p1",
          kind: "panel",
          candidate: "Ada Nowak",
          key: "panel",
          here: null,
          incoming: null,
          revisions: null,
        },
      ],
      count: 5,
    },
    refused: none,
    errors: none,
    barred: {
      first: [
        { title: "Interview: Zuberi Quist", errors: [{ path: "", message: "It is not submitted yet." }] },
      ],
      count: 1,
    },
    removed: none,
    held: [],
    touchedIds: [],
    removedCount: 0,
    staged: [new Blob(["[]"])],
    hasUnasked: false,
  };
  render(
    <AppContext value={app}>
      <RestorePlanView plan={plan} ticked={[]} onRestore={onRestore} onClose={() => {}} />
    </AppContext>,
  );
  expect(screen.getByText("Interview: Zuberi Quist").closest("li")).toHaveTextContent("not submitted yet");
  expect(screen.getByText("Tom Ives").closest("li")).toHaveTextContent("A live interview is never replaced.");
  expect(screen.getByText("Rui Costa").closest("li")).toHaveTextContent(
    "A legal hold on the candidate keeps",
  );
  expect(screen.getByText("Amira Haddad").closest("li")).toHaveTextContent(
    "Use it only if you know that Noor made it.",
  );
  expect(screen.getAllByRole("checkbox")).toHaveLength(3);
  expect(screen.getByRole("button", { name: "Restore" })).toBeDisabled();
  await userEvent.click(screen.getByRole("checkbox", { name: /^Use Noor’s revision of today/u }));
  await userEvent.click(screen.getByRole("checkbox", { name: /^Use Eva’s interview to wrap up/u }));
  await userEvent.click(screen.getByRole("checkbox", { name: "Use the file’s panel" }));
  await userEvent.click(screen.getByRole("checkbox", { name: /^Use Eva’s interview to wrap up/u }));
  await userEvent.click(screen.getByRole("button", { name: "Restore" }));
  expect(onRestore.mock.calls).toEqual([[["revision", "panel"]]]);
});
