import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { expect, test, type Page } from "@playwright/test";

import { launchOn, type OwnBrowser } from "./browserProcess.ts";
import { areas, firstPage, noteField, say, startSession } from "./liveSession.ts";

/** Firefox takes seconds to start. */
const ROUNDS = { chromium: 5, firefox: 2, webkit: 0 };
const KEYS = 12;
/** Firefox gives a site a share of what is free, and none of a small disk. */
const DISK_BYTES = 4 * 1024 ** 3;

test.describe.configure({ timeout: 180_000 });

/** A disk of the test's own: a file with a file system in it, which can be copied while it is in use. */
class Disk {
  readonly image: string;
  readonly folder: string;

  constructor(image: string) {
    this.image = image;
    this.folder = `${image}.mounted`;
  }

  format(): void {
    writeFileSync(this.image, "");
    truncateSync(this.image, DISK_BYTES);
    execFileSync("mkfs.ext4", ["-q", "-F", this.image]);
  }

  mount(): void {
    mkdirSync(this.folder);
    // Nothing is to get to the disk by the clock that was not asked for.
    execFileSync("mount", ["-o", "loop,commit=300", this.image, this.folder]);
  }

  /** What would be left had the power gone now: what the system still holds in memory is not in it. */
  copyTo(other: Disk): void {
    execFileSync("cp", ["--sparse=always", this.image, other.image]);
  }

  remove(): void {
    try {
      execFileSync("umount", ["--lazy", this.folder], { stdio: "ignore" });
    } catch {
      // It was not mounted.
    }
    rmSync(this.folder, { recursive: true, force: true });
    rmSync(this.image, { force: true });
  }
}

/** @returns why no disk can be cut off here, or undefined */
function whyNot(): string | undefined {
  if (process.platform !== "linux") return "A disk in a file can be mounted on Linux only.";
  if (process.getuid?.() !== 0) return "Only root may mount the disk that is cut off.";
  const folder = mkdtempSync(join(tmpdir(), "mountable-"));
  const disk = new Disk(join(folder, "disk"));
  try {
    disk.format();
    disk.mount();
    return undefined;
  } catch (error) {
    return `A disk in a file can't be mounted here: ${String(error)}`;
  } finally {
    disk.remove();
    rmSync(folder, { recursive: true, force: true });
  }
}

test(
  "everything that was said to be saved is there after a power cut",
  { tag: "@firefox" },
  async ({ playwright, browserName, launchOptions, baseURL }) => {
    const reason = whyNot();
    test.skip(reason !== undefined, reason);

    const folder = mkdtempSync(join(tmpdir(), "powerCut-"));
    const rounds = ROUNDS[browserName];
    let lost = 0;
    try {
      for (let round = 0; round < rounds; round++) {
        const disk = new Disk(join(folder, `disk ${round}`));
        const whatIsLeft = new Disk(join(folder, `what is left of disk ${round}`));
        let browser: OwnBrowser | undefined;
        const launchOnDisk = (from: Disk) =>
          launchOn(join(from.folder, "profile"), playwright[browserName], launchOptions, baseURL);
        try {
          disk.format();
          disk.mount();
          browser = await launchOnDisk(disk);
          const page = await firstPage(browser.context);
          const id = await startSession(page);
          await typeUntilSaved(page);
          // From here on nothing more gets to the disk, as if the power had gone.
          browser.freeze();
          disk.copyTo(whatIsLeft);
          await browser.kill();

          whatIsLeft.mount();
          browser = await launchOnDisk(whatIsLeft);
          const restarted = await firstPage(browser.context);
          await restarted.goto(`/#/session/${id}`);
          await expect(
            areas(restarted)
              .or(restarted.getByRole("heading", { level: 1 }))
              .first(),
          ).toBeVisible();
          const isThere = await areas(restarted).isVisible();
          lost += KEYS - (isThere ? (await noteField(restarted).inputValue()).length : 0);
        } finally {
          await browser?.kill();
          disk.remove();
          whatIsLeft.remove();
        }
      }
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
    say(
      `power cut, ${rounds} times: ${rounds * KEYS - lost} of ${rounds * KEYS} keys that were said to be ` +
        "saved are there",
    );
    expect(lost).toBe(0);
  },
);

/** Types so many letters into the note, and waits until the screen says that all of them are saved. */
async function typeUntilSaved(page: Page): Promise<void> {
  await noteField(page).focus();
  await page.evaluate(sayWhatIsSaved);
  const saved = page.waitForEvent("console", (message) => message.text() === `saved ${KEYS}`);
  await page.keyboard.type("x".repeat(KEYS));
  await saved;
}

/** In the page: says how long the note is whenever the screen turns to "Saved". */
function sayWhatIsSaved(): void {
  const note = document.activeElement;
  const look = () => {
    if (note instanceof HTMLTextAreaElement && document.querySelector("[data-save=saved]"))
      console.log(`saved ${note.value.length}`);
  };
  const attributes = { subtree: true, attributes: true, attributeFilter: ["data-save"] };
  new MutationObserver(look).observe(document.body, attributes);
}
