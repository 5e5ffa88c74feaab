// @vitest-environment jsdom
import { screen, waitFor } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { read } from "@e965/xlsx";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { AppParts } from "../../../src/state/app/appContext.ts";
import { saveGuideVersion } from "../../../src/state/guides/guides.ts";
import { takeDownloads } from "../../downloads.ts";
import { validateCaseRubric } from "../../interchange/formats/publishedSchemas.ts";
import { hashGuide, smallGuide } from "../../smallInterview.ts";
import { leaveApp, newApp, showApp } from "../shownApp.tsx";

let app: AppParts;

beforeEach(async () => {
  app = newApp();
  await saveGuideVersion(app, smallGuide, null);
});
afterEach(() => leaveApp(app));

test("the head of a guide shows what is done with it first, and keeps its files behind one button", async () => {
  await showApp(app, `/guides/${hashGuide(smallGuide)}`);
  const plan = screen.getByRole("link", { name: "Plan an interview" });
  expect(plan).toHaveClass("primary");
  for (const name of ["Export", "Export XLSForm", "Export CASE rubric"])
    expect(screen.getByRole("button", { name }).closest("details")).not.toBeNull();
  expect(screen.getByRole("link", { name: "Edit" }).closest("details")).toBeNull();
});

test("a guide goes out as an XLSForm and as a CASE rubric, each a file that says what it is", async () => {
  const downloads = takeDownloads();
  await showApp(app, `/guides/${hashGuide(smallGuide)}`);
  await userEvent.click(screen.getByRole("button", { name: "Export XLSForm" }));
  await waitFor(() => expect(downloads).toHaveLength(1));
  await userEvent.click(screen.getByRole("button", { name: "Export CASE rubric" }));
  await waitFor(() => expect(downloads).toHaveLength(2));
  const [form, rubric] = downloads;
  expect(downloads.map(({ name }) => name)).toEqual(["Night-baker_guide.xlsx", "Night-baker_rubric.json"]);
  expect(read(await form?.blob.arrayBuffer()).SheetNames).toEqual(["survey", "choices", "settings"]);
  expect(validateCaseRubric(JSON.parse((await rubric?.blob.text()) ?? ""))).toEqual([]);
});
