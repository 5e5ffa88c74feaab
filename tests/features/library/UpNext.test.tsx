// @vitest-environment jsdom
import { screen } from "@testing-library/react";
import { afterEach, beforeEach, expect, test } from "vitest";
import { UpNext } from "../../../src/features/library/UpNext.tsx";
import type { AppParts } from "../../../src/state/app/appContext.ts";
import type { WaitingWork } from "../../../src/state/app/waiting.ts";
import { MINUTE, submittedInterview } from "../../smallInterview.ts";
import { smallPanel } from "../../smallPanel.ts";
import { leaveApp, newApp, showPart } from "../shownApp.tsx";

let app: AppParts;

beforeEach(() => {
  app = newApp();
});
afterEach(() => leaveApp(app));

const none = { first: [], count: 0 };
const nothing: WaitingWork = {
  live: none,
  planned: none,
  toWrapUp: none,
  toSend: none,
  unsentIds: new Set(),
  asked: none,
  debriefs: none,
  draftCount: 0,
};
const { session } = submittedInterview("s1");
const show = (work: Partial<WaitingWork>) =>
  showPart(app, <UpNext work={{ ...nothing, ...work }} shown={(name) => name} />);

test("what a lead asks to unlock and debriefs beyond the first few are counted, each by itself", () => {
  show({ asked: { first: [session], count: 3 }, debriefs: { first: [smallPanel], count: 2 } });
  expect(screen.getByRole("link", { name: "2 more asked to unlock" })).toHaveAttribute("href", "#/panels");
  expect(screen.getByRole("link", { name: "1 more debrief" })).toHaveAttribute("href", "#/panels");
});

test("where all that waits is shown nothing more is said of it", () => {
  show({ asked: { first: [session], count: 1 } });
  expect(screen.getByRole("link", { name: "Amira Haddad, Asked to unlock" })).toBeVisible();
  expect(screen.queryByText(/ more /u)).toBeNull();
});

test("an interview of today is said to be today once", () => {
  const scheduledAt = app.clock.now() + MINUTE;
  show({ planned: { first: [{ ...session, scheduledAt }], count: 1 } });
  expect(screen.getByRole("listitem")).toHaveTextContent(/^Today.*\d\d:\d\d$/u);
  expect(screen.getByRole("listitem")).not.toHaveTextContent(/today,/u);
});
