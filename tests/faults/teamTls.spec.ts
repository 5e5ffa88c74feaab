import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "@playwright/test";
import { issueLead, leadToLinkPart, type ServerIdentity } from "../../src/interchange/team/serverIdentity.ts";
import { holdInterview, planTeamPanel, submitForGood } from "../browser/teamPanel.ts";
import { mustHaveTeamServer, startTeamServer, teamPort } from "../browser/teamServer.ts";
import { canFindProcesses, launchOn, makeProfile, removeProfile } from "./browserProcess.ts";
import { firstPage } from "./liveSession.ts";
import { makeCertificate, startTlsHost, whyNoTls } from "./tlsHost.ts";

test.skip(!mustHaveTeamServer, "nats-server is not installed here, so no team can be tried.");
test.skip(!canFindProcesses, "The browser's processes are found in /proc, which this system has not.");
const reason = whyNoTls();
test.skip(reason !== undefined, reason);
test.describe.configure({ mode: "serial", timeout: 300_000 });

test("over https a scorecard arrives; behind a certificate that the browser does not accept the app says so and goes on", async ({
  playwright,
  launchOptions,
  baseURL,
}) => {
  const certificate = makeCertificate();
  const host = await startTlsHost(Number(new URL(baseURL!).port), teamPort + 20, certificate);
  const server = await startTeamServer(host.origin);
  const accepting = {
    ...launchOptions,
    args: [...(launchOptions.args ?? []), `--ignore-certificate-errors-spki-list=${certificate.fingerprint}`],
  };
  const profiles = ["lead", "seat"].map(makeProfile);
  const browsers = await Promise.all(
    profiles.map((profile) => launchOn(profile, playwright.chromium, accepting, host.origin)),
  );
  try {
    const [lead, seat] = await Promise.all(browsers.map(({ context }) => firstPage(context)));
    const link = await planTeamPanel(lead!, server);
    expect(link).toContain(`${host.origin}/#`);
    await seat!.goto(link);
    await seat!.getByRole("button", { name: "Plan your interview" }).click();
    await seat!.getByRole("button", { name: "Start interview" }).click();
    await holdInterview(seat!);
    // What follows is done with the copy that the browser keeps of the app.
    await seat!.evaluate(() => navigator.serviceWorker.ready.then(() => {}));

    host.show(makeCertificate());
    await submitForGood(seat!);
    await expect(seat!.getByText("to send", { exact: true })).toBeVisible();
    await lead!.goto(`/${server.leadPart}`);
    await lead!.getByRole("button", { name: "Use this server" }).click();
    await expect(lead!.getByText("the browser does not accept its certificate")).toBeVisible();

    host.show(certificate);
    await expect(seat!.getByText("delivered to Lea")).toBeVisible({ timeout: 60_000 });
    await expect(lead!.getByText("Connected.")).toBeVisible();
  } finally {
    await Promise.all(browsers.map((browser) => browser.kill()));
    await Promise.all(profiles.map(removeProfile));
    await server.end();
    host.end();
  }
});

test("a link that has expired says so, and whom to ask for a new one", async ({ page, baseURL }) => {
  const server = await startTeamServer(baseURL);
  try {
    const text = readFileSync(join(server.folder, "identity.json"), "utf8");
    const identity = JSON.parse(text) as ServerIdentity;
    const longAgo = Date.now() - 401 * 86_400_000;
    await page.goto(`/#/team/${leadToLinkPart(issueLead(identity, "lead-of-long-ago", longAgo))}`);
    await page.getByRole("button", { name: "Use this server" }).click();
    await expect(
      page.getByText("The link has expired. Ask whoever runs the server for a new one."),
    ).toBeVisible();
  } finally {
    await server.end();
  }
});
