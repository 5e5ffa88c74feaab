import { readFileSync } from "node:fs";
import type { Page } from "@playwright/test";

/** A file that the app gave out. */
export interface HandedOver {
  readonly name: string;
  readonly text: string;
}

/** @returns the file that a press of the button downloads */
export async function downloadBy(page: Page, button: string | RegExp): Promise<HandedOver> {
  const press = () => page.getByRole("button", { name: button }).first().click();
  if (page.context().browser()?.browserType().name() === "firefox") return handedOver(page, press);
  const [download] = await Promise.all([page.waitForEvent("download"), press()]);
  return { name: download.suggestedFilename(), text: readFileSync(await download.path(), "utf8") };
}

/** Firefox's driver tells of no download: what the page hands to the browser is taken there. */
async function handedOver(page: Page, press: () => Promise<void>): Promise<HandedOver> {
  await page.evaluate(() => {
    Object.assign(window, { handed: null });
    const create = URL.createObjectURL.bind(URL);
    const blobs = new Map<string, Blob | MediaSource>();
    URL.createObjectURL = (blob) => {
      const url = create(blob);
      blobs.set(url, blob);
      return url;
    };
    HTMLAnchorElement.prototype.click = function keep(this: HTMLAnchorElement) {
      const blob = blobs.get(this.href);
      if (blob instanceof Blob)
        void blob.text().then((text) => Object.assign(window, { handed: [this.download, text] }));
    };
  });
  await press();
  const handed = await page.waitForFunction(
    () => (window as { handed?: readonly [string, string] }).handed ?? null,
  );
  const [name, text] = (await handed.jsonValue()) ?? ["", ""];
  return { name, text };
}

/** @returns it as a field for files takes it */
export function toFile({ name, text }: HandedOver) {
  return { name, mimeType: "application/octet-stream", buffer: Buffer.from(text) };
}
