import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, type BrowserContext, type Page } from "@playwright/test";
import canonicalize from "canonicalize";
import samplePanel from "../../data/samples/panel.json" with { type: "json" };
import sampleSession from "../../data/samples/session.json" with { type: "json" };
import { areas, expectSaved, noteField, noteOn, openMore, wrapUpAndSubmit } from "./appPage.ts";
import { test } from "./appTest.ts";

// Its policy holds for what the worker that serves the app does too.
test.use({ serviceWorkers: "allow" });

/** Tries every door at once: out of an attribute, handlers, a script element, an address that is a script. */
const PLANTED = `"'><img src=x onerror="window.planted=1"><svg onload="window.planted=2"></svg><script>window.planted=3</script><a href="javascript:window.planted=4">x</a>`;

/** What the policy refused and what went wrong, on every page of the context, by screen. */
async function watch(context: BrowserContext): Promise<readonly string[]> {
  const found: string[] = [];
  await context.exposeFunction("tellViolation", (text: string) => found.push(text));
  await context.addInitScript(() => {
    document.addEventListener("securitypolicyviolation", (event) => {
      const { violatedDirective, blockedURI, sample, sourceFile, lineNumber } = event;
      const tell = Reflect.get(window, "tellViolation") as (text: string) => void;
      tell(`${location.hash}: ${violatedDirective} ${blockedURI} ${sample} at ${sourceFile}:${lineNumber}`);
    });
  });
  const listen = (page: Page) => {
    page.on("console", (message) => {
      if (message.type() === "error") found.push(`${page.url()}: ${message.text()}`);
    });
    page.on("pageerror", (error) => found.push(`${page.url()}: ${error.message}`));
  };
  context.pages().forEach(listen);
  context.on("page", listen);
  return found;
}

/** Nothing that was planted has become an element, and nothing of it has run. */
async function expectHarmless(page: Page, screen: string): Promise<void> {
  const hits = await page.evaluate(() => ({
    ran: Reflect.get(window, "planted") as unknown,
    elements: document.querySelectorAll(
      "[onerror], [onload], body script, img[src=x], [href^='javascript:' i], iframe",
    ).length,
  }));
  expect(hits, screen).toEqual({ ran: undefined, elements: 0 });
}

const textKeys = new Set(
  "candidate role interviewer name title text introduction label meaning note summary reason weightsReason language signs".split(
    " ",
  ),
);

/** Puts the script into every text of a file. */
function poison(value: unknown, key = ""): unknown {
  if (typeof value === "string") return textKeys.has(key) ? `${value} ${PLANTED}` : value;
  if (Array.isArray(value)) return value.map((inner) => poison(inner, key));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, poison(inner, name)]));
}

/** The files whose every text is a script, in which ids still point where they must. */
function poisonedFiles() {
  const idOf = (guide: unknown) =>
    createHash("sha256")
      .update(String(canonicalize(guide)))
      .digest("hex");
  const session = poison(sampleSession) as typeof sampleSession;
  session.session.guideId = idOf(session.guide);
  session.session.id = "poisoned";
  const panel = poison(samplePanel) as typeof samplePanel;
  const guideId = idOf(panel.guides[0]);
  panel.panel.guideId = guideId;
  panel.panel.id = "poisoned-panel";
  for (const scorecard of panel.scorecards) {
    scorecard.session.guideId = guideId;
    scorecard.session.panel.panelId = panel.panel.id;
  }
  const { format: _format, session: _session, answers: _answers, ...head } = session;
  const guide = { ...head, format: "interview-scorecard.guide" };
  return { session, panel, guide, guideId: idOf(session.guide) };
}

const toFile = (name: string, content: unknown) => ({
  name,
  mimeType: "application/json",
  buffer: Buffer.from(typeof content === "string" ? content : JSON.stringify(content)),
});

/** Types the script into every field on the screen that takes text. */
async function typeEverywhere(page: Page): Promise<number> {
  const fields = page.locator(
    "textarea:visible, input:visible:not([type]), input[type=text]:visible, input[type=search]:visible",
  );
  const count = await fields.count();
  for (const field of await fields.all()) {
    if (await field.isEditable()) await field.fill(PLANTED);
  }
  return count;
}

test(
  "every screen works under the page's policy, workers and sealing included, and breaks none of it",
  { tag: "@long" },
  async ({ page, context, browser }) => {
    test.setTimeout(240_000);
    const violations = await watch(context);
    const at = async (route: string, text: string | RegExp) => {
      await page.goto(`/#${route}`);
      await expect(page.getByText(text).first(), route).toBeVisible();
      await expect(page.getByText("Something went wrong"), route).toBeHidden();
    };
    await at("/", /^Run a structured interview/u);
    await at("/guides", "Guides");
    await page.getByRole("link", { name: "Backend developer" }).first().click();
    await expect(page).toHaveURL(/#\/guides\/\w{64}$/u);
    const guide = page.url().split("#")[1]!;
    await at(`${guide}/history`, "History");
    await at(`${guide}/edit`, "Competencies");
    await at("/guides/new", "Competencies");
    await at("/settings", "Settings");
    // Everything is put into a backup by a worker.
    await page.getByLabel("Plain").check();
    await page.getByRole("button", { name: "Back up everything" }).click();
    await expect(page.getByText("Backup created")).toBeVisible();
    await at("/candidates", "Candidates");
    await at("/export", "Export");
    await at("/calibration", "Calibration");
    await at("/invitation", "Open an invitation");
    await at("/invitation/AAAA", "This invitation can’t be opened");
    await at("/export", "Export interviews");
    await at("/no-such-page", "Page not found");

    // A text and a Word document are read in a worker.
    await at("/guides/bring-in", "Import questions");
    await page.getByTestId("guide-file").setInputFiles(join(import.meta.dirname, "files/night-baker.docx"));
    await expect(page.getByText("2 questions · 5 areas · 3 follow-ups")).toBeVisible();

    await at("/panels", "Panels");
    await page.getByRole("button", { name: "Open a sample panel" }).click();
    await page.getByRole("button", { name: "Start debrief" }).click();
    await page.getByRole("button", { name: "Start without them" }).click();
    for (const name of ["Every rating", "Questions and competencies", "Recommendations and decision"])
      await page
        .getByRole("navigation", { name: "Steps of the debrief" })
        .getByRole("link", { name })
        .click();
    const [tab] = await Promise.all([
      context.waitForEvent("page"),
      openMore(page).then(() => page.getByRole("button", { name: "Print packet" }).click()),
    ]);
    await expect(tab.getByRole("heading", { name: "No decision yet" })).toBeVisible();
    await tab.close();
    await at("/export/panel/sample-panel", "Export the debrief of");
    await at("/panels/compare", "Amara Okafor (sample)");
    await at("/panels/sample-panel/plan", "This panel was not planned on this device");

    // A panel with a key, its invitation, an interview, and the scorecard sealed to it.
    await at("/panels/new", "Add an interviewer");
    await page.getByLabel("Candidate", { exact: true }).fill("Priya Raman");
    await page.getByLabel("Name of interviewer 1").fill("Noor");
    const row = page.getByRole("row").filter({ hasText: "Slow database or API" });
    await row.getByRole("checkbox").first().check();
    await page.getByRole("button", { name: "Save panel" }).click();
    const link = await page
      .getByLabel(/^Invitation link for/u)
      .first()
      .inputValue();
    // On the interviewer's own device: on the lead's there is nothing to send.
    const elsewhere = await browser.newContext({ viewport: page.viewportSize() });
    const violationsThere = await watch(elsewhere);
    const device = await elsewhere.newPage();
    await device.goto(link);
    await device.getByRole("button", { name: "Plan your interview" }).click();
    await device.getByRole("button", { name: "Start interview" }).click();
    await areas(device).first().getByRole("radio").first().check();
    // Notes are looked over by a worker.
    await noteField(device).pressSequentially("Knows it, but she’s too old for it.");
    await expect(device.locator("[data-hint]").first()).toContainText("About age");
    await expectSaved(device);
    await device.getByRole("button", { name: "Finish", exact: true }).click();
    await wrapUpAndSubmit(device);
    const [sealed] = await Promise.all([
      device.waitForEvent("download"),
      device.getByRole("button", { name: "Encrypted scorecard file" }).click(),
    ]);
    expect(readFileSync(await sealed.path(), "utf8")).toContain("BEGIN AGE ENCRYPTED FILE");
    await elsewhere.close();
    await at("/", "Interviews");
    expect(await page.evaluate(async () => (await navigator.serviceWorker.ready).active?.scriptURL)).toMatch(
      /serviceWorker\.js$/u,
    );
    expect([...violations, ...violationsThere]).toEqual([]);
  },
);

test(
  "a script that came in with a file runs on no screen, in no packet and not in print",
  { tag: "@long" },
  async ({ page, context }) => {
    test.setTimeout(240_000);
    const violations = await watch(context);
    const { session, panel, guide, guideId } = poisonedFiles();
    await page.goto("/");
    await page
      .getByTestId("import-file")
      .setInputFiles([
        toFile("session.json", session),
        toFile("guide.json", guide),
        toFile(`${PLANTED.replaceAll("/", "")}.json`, "{"),
        toFile("key.json", { [PLANTED]: { constructor: PLANTED } }),
      ]);
    await expect(page.getByText("a field may not be called")).toBeVisible();
    await expectHarmless(page, "preview");
    await page.getByRole("region", { name: "Import" }).getByRole("button", { name: "Import" }).click();
    await expect(page.getByRole("heading", { name: "Import finished" })).toBeVisible();
    await expectHarmless(page, "library");
    await page.goto("/#/session/poisoned");
    await expect(page.getByText(PLANTED).first()).toBeVisible();
    await expectHarmless(page, "session");
    for (const route of ["", "/history", "/edit"]) {
      await page.goto(`/#/guides/${guideId}${route}`);
      await expect(page.getByRole("heading").first()).toBeVisible();
      await expectHarmless(page, `guide${route}`);
    }
    await page.goto(`/#/plan/with/${guideId}`);
    await expect(page.getByLabel("Candidate", { exact: true })).toBeVisible();
    await expectHarmless(page, "plan");
    await page.goto("/#/guides");
    await expect(page.getByRole("list", { name: "Guides" }).getByText(PLANTED).first()).toBeVisible();
    await expectHarmless(page, "guides");

    await page.goto("/#/panels");
    await page.getByTestId("scorecard-files").setInputFiles(toFile("panel.json", panel));
    await page.getByRole("list", { name: "Received or waiting" }).getByRole("link").click();
    await expectHarmless(page, "before the debrief");
    await page.getByRole("button", { name: "Start debrief" }).click();
    await page.getByRole("button", { name: "Start without them" }).click();
    await expect(page.getByRole("table").first()).toBeVisible();
    await typeEverywhere(page);
    await expectHarmless(page, "areas");
    const step = (name: string) =>
      page.getByRole("navigation", { name: "Steps of the debrief" }).getByRole("link", { name }).click();
    for (const name of ["Every rating", "Questions and competencies"]) {
      await step(name);
      await expectHarmless(page, name);
    }
    await page.getByRole("button", { name: "Weights…" }).click();
    await typeEverywhere(page);
    await page.getByRole("button", { name: "Apply weights", exact: true }).click();
    await expectHarmless(page, "weights");
    await step("Recommendations and decision");
    await page.getByRole("button", { name: "Reveal anyway…" }).click();
    await page.getByRole("dialog").getByRole("button", { name: "Reveal recommendations" }).click();
    await page.getByRole("radio", { name: "Hire", exact: true }).check();
    await page.getByLabel("Reasons", { exact: true }).fill(PLANTED);
    await page.getByRole("button", { name: "Record decision" }).click();
    await expect(page.getByRole("heading", { name: "Decision: hire" })).toBeVisible();
    await expectHarmless(page, "decision");

    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("button", { name: "Save packet" }).click(),
    ]);
    const path = test.info().outputPath("packet.html");
    await download.saveAs(path);
    const [tab] = await Promise.all([
      context.waitForEvent("page"),
      openMore(page).then(() => page.getByRole("button", { name: "Print packet" }).click()),
    ]);
    const file = await context.newPage();
    await file.goto(`file://${path}`);
    await file.emulateMedia({ media: "print" });
    for (const [name, opened] of [
      ["print tab", tab],
      ["packet", file],
    ] as const) {
      await expect(opened.getByText(PLANTED).first()).toBeVisible();
      await expectHarmless(opened, name);
    }
    await page.goto("/#/export/session/poisoned");
    for (const name of [
      /^Formatted text/u,
      /^Markdown/u,
      /^CSV \(one row per area\)/u,
      /^Lever/u,
      /^Ashby/u,
    ]) {
      await page.getByRole("radio", { name }).check();
      await expect(page.getByLabel("Preview")).toHaveValue(/x\(|script/u);
      await expectHarmless(page, `export, ${name.source}`);
    }
    await page.getByRole("radio", { name: /^Formatted text/u }).check();
    const [record] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("button", { name: "Download" }).click(),
    ]);
    const recordPath = test.info().outputPath("record.html");
    await record.saveAs(recordPath);
    await file.goto(`file://${recordPath}`);
    await expect(file.getByText(PLANTED).first()).toBeVisible();
    await expectHarmless(file, "page of record");
    for (const route of ["/panels/compare", "/calibration"]) {
      await page.goto(`/#${route}`);
      await expect(page.getByRole("heading").first()).toBeVisible();
      await expectHarmless(page, route);
    }
    expect(violations).toEqual([]);
  },
);

test("a script that is typed into any field runs nowhere", { tag: "@long" }, async ({ page, context }) => {
  test.setTimeout(240_000);
  const violations = await watch(context);
  await page.goto("/#/plan");
  await expect(page.getByLabel("Candidate", { exact: true })).toBeVisible();
  expect(await typeEverywhere(page)).toBeGreaterThan(2);
  await page.getByRole("button", { name: "Start interview" }).click();
  await expect(areas(page).first()).toBeVisible();
  for (let at = 0; at < 8; at++) await (await noteOn(page, at)).fill(PLANTED);
  expect(await typeEverywhere(page)).toBe(2);
  await page.getByLabel("Quick note").press("Enter");
  await page.getByRole("button", { name: "+ Add a question" }).click();
  await typeEverywhere(page);
  const dialog = page.getByRole("dialog");
  await dialog.locator("button[type=submit]").first().click();
  await expectSaved(page);
  await expectHarmless(page, "live");
  await page.getByRole("button", { name: "Finish", exact: true }).click();
  await expect(page.getByRole("heading", { name: "Recommendation" })).toBeVisible();
  await typeEverywhere(page);
  await expectHarmless(page, "wrap-up");
  await wrapUpAndSubmit(page);
  await expectHarmless(page, "scorecard");
  await page.getByRole("button", { name: "Revise" }).click();
  await page.getByLabel("Area to revise").selectOption({ index: 1 });
  await page.getByRole("dialog").getByRole("radio").nth(2).check({ force: true });
  await typeEverywhere(page);
  await page.getByRole("button", { name: "Save revision" }).click();
  await expect(page.getByRole("list", { name: "Revisions" })).toBeVisible();
  await expectHarmless(page, "revised scorecard");

  await page.goto("/#/");
  await expect(page.getByRole("heading", { name: "Interviews", level: 1 })).toBeVisible();
  await typeEverywhere(page);
  await expectHarmless(page, "library");

  await page.goto("/#/guides/bring-in");
  await page
    .getByRole("textbox", { name: "Your questions" })
    .fill(`# ${PLANTED}\n\n1. What did you do with ${PLANTED}?\n   - ${PLANTED}\n\n[a](javascript:alert(1))`);
  await page.getByRole("button", { name: "Continue" }).click();
  await expect(page.getByText(/^\d+ questions? ·/u)).toBeVisible();
  await expectHarmless(page, "read text");
  await page.getByTestId("guide-file").waitFor({ state: "detached" });
  await page.getByRole("button", { name: "Start over" }).click();
  await page.getByTestId("guide-file").setInputFiles({
    name: "planted.html",
    mimeType: "text/html",
    buffer: Buffer.from(`<h1>${PLANTED}</h1><ol><li>What did you do?${PLANTED}</li></ol>`),
  });
  await expect(page.getByText(/^\d+ questions? ·/u)).toBeVisible();
  await expectHarmless(page, "read page");
  await page.getByRole("button", { name: "Edit guide" }).click();
  await expect(page).toHaveURL(/#\/guides\/new\//u);
  await expect(page.getByLabel("Question text").first()).toBeVisible();
  await typeEverywhere(page);
  await expectHarmless(page, "guide editor");

  await page.goto("/#/panels/new");
  await expect(page.getByLabel("Candidate", { exact: true })).toBeVisible();
  expect(await typeEverywhere(page)).toBeGreaterThan(2);
  await page.getByRole("button", { name: "Save panel" }).click();
  await expect(page.getByRole("heading", { name: "Invitations" })).toBeVisible();
  await expectHarmless(page, "invitations");
  const link = await page
    .getByLabel(/^Invitation link for/u)
    .first()
    .inputValue();
  await page.goto(link);
  await expect(page.getByText(PLANTED).first()).toBeVisible();
  await expectHarmless(page, "invitation");
  await page.goto(`/#/invitation/${encodeURIComponent(PLANTED)}`);
  await expect(page.getByRole("alert")).toBeVisible();
  await expectHarmless(page, "broken invitation");
  expect(violations).toEqual([]);
});

test("the policy refuses what it is there for: inline scripts, eval, other hosts, markup from text", async ({
  page,
  context,
}) => {
  const violations = await watch(context);
  // As if somebody had got a script into the page itself.
  await page.route("/", async (route) => {
    const html = await (await route.fetch()).text();
    const inline = `<script>window.planted = 1</script><svg onload="window.planted = 2"></svg>`;
    await route.fulfill({
      contentType: "text/html",
      body: html.replace("<noscript>", `${inline}<noscript>`),
    });
  });
  await page.goto("/");
  await expect(page.getByRole("heading").first()).toBeVisible();
  expect(await page.locator("body script, svg[onload]").count()).toBe(2);
  expect(violations.join("\n")).toContain("script-src-elem inline");
  expect(violations.join("\n")).toContain("script-src-attr inline");
  /** Runs in the page itself: what the debugger runs may do more. */
  const attempt = (source: string) =>
    page.evaluate(
      (name) =>
        new Promise<string>((resolve) => {
          const done = (result: string) => resolve(result);
          setTimeout(() => {
            const attempts: Readonly<Record<string, () => unknown>> = {
              eval: () => (Reflect.get(window, "eval") as (text: string) => unknown)("window.planted = 1"),
              constructed: () => Reflect.construct(Function, ["window.planted = 1"]) as unknown,
              fetch: () => fetch("https://example.com/"),
              beacon: () => fetch("http://localhost:1/"),
              markup: () => {
                document.body.innerHTML = "<b>x</b>";
                return "became markup";
              },
              worker: () => new Worker("./assets/other.js"),
              blobWorker: () => new Worker(URL.createObjectURL(new Blob(["1"]))),
            };
            try {
              Promise.resolve(attempts[name]?.()).then(
                () => done("done"),
                (error: unknown) => done(`refused: ${String(error)}`),
              );
            } catch (error) {
              done(`refused: ${String(error)}`);
            }
          }, 0);
        }),
      source,
    );
  for (const name of ["eval", "constructed", "fetch", "beacon", "markup", "worker", "blobWorker"])
    expect(await attempt(name), name).toMatch(/^refused: /u);

  await page.evaluate(() => {
    const script = document.createElement("script");
    const policy = Reflect.get(window, "trustedTypes") as unknown;
    if (policy === undefined) throw new Error("This browser has no Trusted Types");
    script.append("window.planted = 2");
    document.body.append(script);
    const image = document.createElement("img");
    image.setAttribute("src", "https://example.com/a.png");
    document.body.append(image);
    const frame = document.createElement("iframe");
    frame.src = "https://example.com/";
    document.body.append(frame);
  });
  await expect.poll(() => violations.join("\n")).toContain("frame-src");
  expect(await page.evaluate(() => "planted" in window)).toBe(false);
  for (const directive of ["connect-src", "img-src", "require-trusted-types-for"])
    expect(violations.join("\n")).toContain(directive);
});
