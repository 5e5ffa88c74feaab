// @vitest-environment jsdom
import { screen, waitFor, within } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { afterEach, beforeEach, expect, test } from "vitest";
import { handOver } from "../../../src/domain/session/handOver.ts";
import type { WholeSession } from "../../../src/domain/session/wholeSession.ts";
import { decodeSessionFile } from "../../../src/interchange/formats/sessionFile.ts";
import type { AppParts } from "../../../src/state/app/appContext.ts";
import { loadWholeSession, putWholeSessions } from "../../../src/storage/session/sessions.ts";
import { takeDownloads } from "../../downloads.ts";
import { completeInterview, liveInterview, MINUTE, START, submittedInterview } from "../../smallInterview.ts";
import { leaveApp, newApp, showApp } from "../shownApp.tsx";

let app: AppParts;
let downloads: ReturnType<typeof takeDownloads>;
/** What was given to the share sheet; how the person, or the browser, ends it. */
let shared: File[];
let shareError: string | null;

beforeEach(() => {
  app = { ...newApp(), clock: { now: () => START + MINUTE, monotonic: () => 0 } };
  downloads = takeDownloads();
  shared = [];
  shareError = null;
  Object.assign(navigator, {
    canShare: () => true,
    share: ({ files }: { readonly files: readonly File[] }) => {
      if (shareError !== null) return Promise.reject(new DOMException("", shareError));
      shared.push(...files);
      return Promise.resolve();
    },
  });
});

afterEach(async () => {
  await leaveApp(app);
  for (const name of ["canShare", "share"]) Reflect.deleteProperty(navigator, name);
});

async function open(whole: WholeSession, address = "/session/s1/hand-over"): Promise<void> {
  await putWholeSessions(app.database, [whole], []);
  await showApp(app, address);
}

const press = async (name: string) => {
  const button = await screen.findByRole("button", { name });
  await waitFor(() => expect(button).toBeEnabled());
  await userEvent.click(button);
};
const markOf = async () => (await loadWholeSession(app.database, "s1"))?.session.handedOverAt;
const title = (name: string) => screen.findByRole("heading", { level: 1, name });

test("an interview goes in two presses, to the share sheet as a text file; it is paused here, and the export noted", async () => {
  await open(liveInterview(), "/session/s1");
  await press("Hand over");
  expect(await title("Hand over to another device")).toHaveFocus();
  await press("Share the file");
  expect(await title("Handed over")).toBeInTheDocument();
  expect(shared.map(({ name, type }) => [name, type])).toEqual([["Amira-Haddad_Baker.txt", "text/plain"]]);
  expect(await decodeSessionFile(await shared[0]!.text())).toMatchObject({
    ok: true,
    value: { first: { session: { status: "live", seenAt: START + MINUTE } } },
  });
  await waitFor(async () => expect(await markOf()).toBe(START + MINUTE));
  await waitFor(async () =>
    expect(await app.database.exportsMade.toArray()).toMatchObject([{ sessionIds: ["s1"] }]),
  );
  expect(screen.queryByRole("list", { name: "Areas to cover" })).toBeNull();
});

test("before it goes the screen says under whose name the interview goes on", async () => {
  const whole = liveInterview();
  await open(whole);
  await title("Hand over to another device");
  expect(screen.getByText(/^The scorecard keeps the interviewer’s name/u)).toHaveTextContent(
    whole.session.interviewer,
  );
});

test("where there is no share sheet it is downloaded; the same goes once more, and not marked", async () => {
  Object.assign(navigator, { canShare: () => false });
  await open(completeInterview());
  expect(screen.queryByRole("button", { name: "Share the file" })).toBeNull();
  await press("Download the file");
  await press("Download the file again");
  const files = await Promise.all(downloads.map(({ blob }) => blob.text()));
  expect(downloads.map(({ name }) => name)).toEqual(["Amira-Haddad_Baker.json", "Amira-Haddad_Baker.json"]);
  expect(files[1]).toBe(files[0]);
  expect(files[0]).not.toContain("handedOverAt");
});

test("a share sheet that is left without sharing changes nothing; one that refuses the file makes it a download", async () => {
  await open(liveInterview());
  shareError = "AbortError";
  await press("Share the file");
  expect(await title("Hand over to another device")).toBeInTheDocument();
  await waitFor(async () => expect(await markOf()).toBeUndefined());
  shareError = "NotAllowedError";
  await press("Share the file");
  expect(await title("Handed over")).toBeInTheDocument();
  expect(downloads).toHaveLength(1);
});

test("while the share sheet is open nothing else is sent, so that leaving it takes back no file that went", async () => {
  await open(liveInterview());
  let leave = () => {};
  let opened = 0;
  const isOpen = new Promise<never>((_, reject) => {
    leave = () => reject(new DOMException("", "AbortError"));
  });
  Object.assign(navigator, {
    share: () => (opened++ === 0 ? isOpen : Promise.reject(new DOMException("", "InvalidStateError"))),
  });
  await press("Share the file");
  await press("Share the file again");
  await press("Download the file again");
  leave();
  expect(await title("Hand over to another device")).toBeInTheDocument();
  expect(downloads).toEqual([]);
  await waitFor(async () => expect(await markOf()).toBeUndefined());
  expect(await app.database.exportsMade.toArray()).toEqual([]);
});

test("a share sheet that another page of the browser has open is no reason to download the file", async () => {
  await open(liveInterview());
  shareError = "InvalidStateError";
  await press("Share the file");
  await waitFor(async () => expect(await markOf()).toBeUndefined());
  expect(await title("Hand over to another device")).toBeInTheDocument();
  expect(downloads).toEqual([]);
});

test("a session that was handed over says so in place of its screen and in the list, and can be continued here", async () => {
  await open(handOver(liveInterview(), START), "/session/s1");
  expect(await title("Handed over")).toBeInTheDocument();
  expect(screen.getByText(/^You handed/u)).toHaveTextContent(
    /^You handed this interview over \(today, \d\d:\d\d\)\. It is paused on this device\./u,
  );
  location.hash = "#/";
  expect(await screen.findByRole("table", { name: "Interviews" })).toHaveTextContent("Handed over");
  const next = within(screen.getByRole("region", { name: "Up next" }));
  expect(await next.findByRole("link", { name: "Amira Haddad, Handed over" })).toBeVisible();
  expect(next.queryByText("Live now")).toBeNull();
  location.hash = "#/session/s1";
  await press("Continue here");
  expect(await screen.findByRole("list", { name: "Areas to cover" })).toBeInTheDocument();
  await waitFor(async () => expect(await markOf()).toBeUndefined());
});

test("there is nothing to hand over of a scorecard", async () => {
  await open(submittedInterview());
  expect(await screen.findByText("Submitted, read-only")).toBeInTheDocument();
});
