import { expect, type Locator, type Page } from "@playwright/test";
import { DATABASE_NAME } from "../../src/storage/database.ts";
import {
  layDownNewer,
  loseDatabase,
  openMore,
  putUnder,
  startInterview,
  wrapUpAndSubmit,
} from "./appPage.ts";

const foundGuide = `# Night baker

1. Tell me about a batch that failed. What did you do next?

   **Areas to cover**
   - How the fault was noticed
   - What was thrown away

   **Follow-up questions**
   - Who did you tell?
`;

/** Fills the app with what its screens show. @returns an address for the path of every screen */
export async function fillScreens(page: Page): Promise<Readonly<Record<string, string>>> {
  const address = () => new URL(page.url()).hash.slice(1);
  const linkTo = async (name: string | RegExp) =>
    (await page.getByRole("link", { name }).first().getAttribute("href"))?.replace(/^#/u, "") ?? "";

  await page.goto("/#/panels");
  await page.getByRole("button", { name: "Open a sample panel" }).click();
  await page.getByRole("button", { name: "Start debrief" }).click();
  await page.getByRole("button", { name: "Start without them" }).click();
  await expect(page.getByRole("table").first()).toBeVisible();

  await page.goto("/#/panels/new");
  await page.getByLabel("Candidate", { exact: true }).fill("Lena Fischer");
  await page.getByLabel("Name of interviewer 1").fill("Jonas Weber");
  await page.getByLabel("Name of interviewer 2").fill("Mei Li");
  await page.getByLabel("Your role").selectOption("Lead and interviewer: Jonas Weber");
  for (const box of await page.getByRole("row", { name: "Slow database or API" }).getByRole("checkbox").all())
    await box.check();
  await page.getByRole("button", { name: "Save panel" }).click();
  await expect(page.getByRole("heading", { name: "Invitations" })).toBeVisible();
  const plan = address();
  const invitation = await page
    .getByLabel(/^Invitation link for/u)
    .first()
    .inputValue();

  await page.goto("/#/plan");
  await page.getByLabel("Candidate", { exact: true }).fill("Amara Okafor");
  await page.getByLabel("Interviewer").fill("Jonas Weber");
  // Long past on any day that this runs, and still to be held.
  await page.getByLabel("Date and time").fill("2026-01-12T10:00");
  await page.getByRole("button", { name: "Save for later" }).click();
  const planned = await linkTo("Open Amara Okafor");

  await startInterview(page, "Noor Haddad");
  await page.keyboard.press("4");
  await page.getByRole("button", { name: "Finish", exact: true }).click();
  await expect(page.getByRole("heading", { name: "Recommendation" })).toBeVisible();
  const toWrapUp = address();
  await startInterview(page, "Tomas Novak");
  await page.keyboard.press("4");
  await page.getByRole("button", { name: "Finish", exact: true }).click();
  await wrapUpAndSubmit(page);
  const submitted = address();
  await startInterview(page);
  const live = address();

  await page.goto("/#/guides/new");
  await page.getByLabel("Title").fill("Night baker");
  await expect(page).toHaveURL(/new\/./u);
  const draft = address();
  await page.goto("/#/guides");
  const guide = await linkTo("Backend developer");
  await page.goto("/#/candidates");
  const candidate = await linkTo("Priya Raman");
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  return {
    // First: a call that was left for a minute asks whether that minute counts.
    "/session/:id/:step?/:questionId?/:areaId?": live,
    "/": "/",
    "/plan": "/plan",
    "/plan/with/:guideId": `/plan/with${guide.replace("/guides", "")}`,
    "/plan/:id": planned,
    "/guides": "/guides",
    "/guides/new": "/guides/new",
    "/guides/bring-in": "/guides/bring-in",
    "/guides/new/:id": draft,
    "/guides/:id/edit": `${guide}/edit`,
    "/guides/:id/history": `${guide}/history`,
    "/guides/:id": guide,
    "/panels": "/panels",
    "/panels/new": "/panels/new",
    "/panels/compare": "/panels/compare",
    "/panels/:id/plan": plan,
    "/panels/:id/:step?": "/panels/sample-panel",
    "/calibration": "/calibration",
    "/candidates": "/candidates",
    "/candidates/:id": candidate,
    "/invitation": "/invitation",
    "/invitation/:data": new URL(invitation).hash.slice(1),
    "/export/:kind?/:id?": `/export${submitted}`,
    "/team": "/team",
    "/team/:data": "/team/nothing",
    "/settings": "/settings",
    scorecard: submitted,
    "wrap-up": toWrapUp,
    "paste into a form": `${submitted}/paste`,
    "hand over": `${live}/hand-over`,
    "debrief, ratings": "/panels/sample-panel/ratings",
    "debrief, means": "/panels/sample-panel/means",
    "debrief, decision": "/panels/sample-panel/decision",
    "/export/panel/:id": "/export/panel/sample-panel",
    "no such page": "/nowhere",
  };
}

/** Opens a screen as a page of its own. @param path names it where it does not open */
export async function openAnew(page: Page, path: string, address: string): Promise<void> {
  await page.goto("about:blank");
  await page.goto(`/#${address}`);
  await expect(page.getByRole("heading").first(), path).toBeVisible();
}

/** A part that a screen has once somebody opens it. */
export interface OpenedPart {
  readonly what: string;
  /** The path of its screen, as `fillScreens` names it. */
  readonly path: string;
  readonly open: (page: Page) => Promise<unknown>;
  /** What is there then and was not before. */
  readonly shown: (page: Page) => Locator;
}

const press = (name: string | RegExp) => (page: Page) => page.getByRole("button", { name }).first().click();
const dialog = (page: Page) => page.getByRole("dialog");
const menuItem = (name: string) => (page: Page) => page.getByRole("button", { name, exact: true });

/** Starts the debrief that the part before left closed, and records a decision. */
async function recordDecision(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Start debrief" }).click();
  await page.getByRole("button", { name: "Start without them" }).click();
  await page.getByRole("link", { name: "Recommendations and decision" }).click();
  await page.getByRole("button", { name: "Reveal anyway…" }).click();
  await dialog(page).getByRole("button", { name: "Reveal recommendations" }).click();
  await page.getByRole("radio", { name: "Hire", exact: true }).check();
  await page.getByLabel("Reasons", { exact: true }).fill("Finds causes and proves them.");
  await page.getByRole("button", { name: "Record decision" }).click();
}

/** What no screen shows as it opens: menus, dialogs, later steps, and what a refused file leaves. */
export const openedParts: readonly OpenedPart[] = [
  {
    what: "keys",
    path: "/session/:id/:step?/:questionId?/:areaId?",
    open: (page) => page.keyboard.press("?"),
    shown: dialog,
  },
  {
    what: "palette with results",
    path: "/",
    open: async (page) => {
      await page.keyboard.press("Control+k");
      await page.keyboard.type("noor");
    },
    // With nothing typed yet there is a list too, of which none is active.
    shown: (page) => page.getByRole("dialog").getByRole("option", { selected: true }),
  },
  {
    what: "refused file",
    path: "/",
    open: (page) =>
      page
        .getByTestId("import-file")
        .setInputFiles({ name: "a.json", mimeType: "", buffer: Buffer.from("{") }),
    shown: (page) => page.getByText("The file is damaged or cut off."),
  },
  {
    what: "a question of one’s own",
    path: "/session/:id/:step?/:questionId?/:areaId?",
    open: press("+ Add a question"),
    shown: dialog,
  },
  { what: "menu of a guide", path: "/guides/:id", open: openMore, shown: menuItem("Export XLSForm") },
  { what: "menu of a scorecard", path: "scorecard", open: openMore, shown: menuItem("Print") },
  { what: "revision", path: "scorecard", open: press("Revise"), shown: dialog },
  {
    what: "menu of a debrief",
    path: "/panels/:id/:step?",
    open: openMore,
    shown: menuItem("Save audit log"),
  },
  { what: "weights", path: "debrief, means", open: press(/^Weights/u), shown: dialog },
  {
    what: "preview of imported questions",
    path: "/guides/bring-in",
    open: async (page) => {
      await page.getByRole("textbox").first().fill(foundGuide);
      await page.getByRole("button", { name: "Continue" }).click();
    },
    shown: (page) => page.getByRole("heading", { name: "Preview" }),
  },
  {
    what: "deletion of a candidate",
    path: "/candidates",
    open: press(/^Delete… /u),
    shown: dialog,
  },
  {
    what: "start of a debrief without everybody",
    path: "/panels/:id/:step?",
    open: async (page) => {
      await openMore(page);
      await page.getByRole("button", { name: "Close debrief" }).click();
      await page.getByRole("button", { name: "Start debrief" }).click();
    },
    shown: dialog,
  },
  {
    what: "recorded decision",
    path: "debrief, decision",
    open: recordDecision,
    shown: (page) => page.getByRole("heading", { name: "Decision: hire" }),
  },
  {
    what: "a screen that can’t be drawn",
    path: "/",
    open: async (page) => {
      await putUnder(page, ["odd"], { questionIds: null });
      await page.goto("/#/session/odd");
    },
    shown: (page) => page.getByRole("heading", { name: "Something went wrong" }),
  },
  // From here on all that there was is gone.
  {
    what: "lost data",
    path: "/",
    open: async (page) => {
      await page.goto("/#/settings");
      await page.getByRole("button", { name: "Back up now" }).click();
      await expect(page.getByText("Backed up.")).toBeVisible();
      // How many there are depends on how long all before took.
      await page.getByRole("button", { name: "Delete older backups…" }).click();
      await page.getByRole("button", { name: "Delete older backups", exact: true }).click();
      const backups = page.getByRole("list", { name: "Automatic backups" });
      await expect(backups.getByRole("button", { name: /^Restore/u })).toHaveCount(1);
      await loseDatabase(page);
      await page.goto("/");
    },
    shown: (page) => page.getByRole("heading", { name: "Your data is missing from this browser" }),
  },
  {
    what: "preview of a backup",
    path: "/",
    open: press(/^Restore the backup/u),
    shown: (page) => page.getByRole("button", { name: "Restore", exact: true }),
  },
  {
    what: "data of a newer version",
    path: "/",
    open: async (page) => {
      // Where the app's files are served, without the app running.
      await page.goto("/icon.svg");
      await page.evaluate(layDownNewer, DATABASE_NAME);
      await page.goto("/");
    },
    shown: (page) => page.getByRole("button", { name: "Update the app" }),
  },
  // No page after this one can open it.
  {
    what: "a database that can’t be read",
    path: "/",
    open: async (page) => {
      await page.addInitScript(() => {
        IDBFactory.prototype.open = () => {
          throw new DOMException("Internal error opening backing store.", "UnknownError");
        };
      });
      await page.reload();
      await expect(page.getByRole("alert")).toHaveText("The database can’t be read");
      await page.getByRole("button", { name: "Save raw data" }).click();
    },
    shown: (page) => page.getByRole("button", { name: "Delete and reset" }),
  },
];

/** Looks at each screen, and then at each part that somebody opens on one. @param look is told the path of the screen, and what is looked at. @returns what was found, and where */
export async function lookEverywhere(
  page: Page,
  look: (path: string, what: string) => Promise<readonly string[]>,
): Promise<readonly string[]> {
  const addresses = await fillScreens(page);
  const found: string[] = [];
  const lookAt = async (path: string, what = path) =>
    found.push(...(await look(path, what)).map((line) => `${what}: ${line}`));
  for (const [path, address] of Object.entries(addresses)) {
    await openAnew(page, path, address);
    await page.waitForTimeout(400);
    await lookAt(path);
  }
  for (const part of openedParts) {
    await openAnew(page, part.path, addresses[part.path]!);
    await page.waitForTimeout(400);
    await part.open(page);
    await expect(part.shown(page), part.what).toBeVisible();
    await lookAt(part.path, part.what);
  }
  return found;
}
