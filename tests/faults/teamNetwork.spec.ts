import { expect, test } from "@playwright/test";
import { interviewFor, planTeamPanel, submitForGood } from "../browser/teamPanel.ts";
import { mustHaveTeamServer, startTeamServer } from "../browser/teamServer.ts";
import { startCutNetwork, whyNoNetwork, type Cut } from "./cutNetwork.ts";
import { say } from "./liveSession.ts";

test.skip(!mustHaveTeamServer, "nats-server is not installed here, so no team can be tried.");
test.describe.configure({ mode: "serial", timeout: 300_000 });

const CUT_MS = 60_000;
const BACK_WITHIN_MS = 6000;

const cuts: readonly [Cut, string][] = [
  ["both", "both ways"],
  ["there", "towards the server"],
  ["back", "from the server"],
];

for (const [cut, words] of cuts) {
  test(`a network that is cut for a minute ${words}: a scorecard waits, and is on the server within 6 s of its return`, async ({
    browser,
    baseURL,
  }) => {
    const reason = whyNoNetwork();
    test.skip(reason !== undefined, reason);
    const network = await startCutNetwork();
    const server = await startTeamServer(baseURL, { within: network.within });
    try {
      const [leads, interviews] = [await browser.newContext(), await browser.newContext()];
      const lead = await leads.newPage();
      const seat = await interviews.newPage();
      await seat.goto(await planTeamPanel(lead, server));
      await interviewFor(seat);
      await lead.goto("/#/panels");
      await expect(lead.getByText("to wrap up")).toBeVisible();

      network.cut(cut);
      const until = Date.now() + CUT_MS;
      await submitForGood(seat);
      while (Date.now() < until) {
        await expect(seat.getByText("to send", { exact: true })).toBeVisible();
        await seat.waitForTimeout(250);
      }
      network.mend();
      const mendedAt = Date.now();
      await expect(seat.getByText(/^(?:on the server|delivered to Lea.*)$/u)).toBeVisible({
        timeout: 60_000,
      });
      const sentMs = Date.now() - mendedAt;
      await expect(seat.getByText("delivered to Lea")).toBeVisible({ timeout: 60_000 });
      const deliveredMs = Date.now() - mendedAt;
      say(
        `a network cut for a minute ${words}: on the server after ${sentMs} ms, delivered after ${deliveredMs}`,
      );
      expect(sentMs).toBeLessThanOrEqual(BACK_WITHIN_MS);
      await Promise.all([leads.close(), interviews.close()]);
    } finally {
      await server.end();
      network.end();
    }
  });
}
