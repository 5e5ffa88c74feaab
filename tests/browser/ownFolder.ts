import type { Page } from "@playwright/test";

/*
 * Nobody can drive the browser's own picker, so it gives out a folder of the browser's private files, which is real in all
 * else. `keepAlike` is the program that keeps the folders of two machines alike.
 */

interface SyncedFile {
  readonly path: string;
  readonly text: string;
}

export async function pickOwnFolder(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const own = async () =>
      (await navigator.storage.getDirectory()).getDirectoryHandle("Panels", { create: true });
    Object.assign(window, { showDirectoryPicker: own });
  });
}

/** @returns all files of the page's folder; a path that ends in "/" is an empty folder */
export async function filesIn(page: Page): Promise<readonly SyncedFile[]> {
  return page.evaluate(async () => {
    const found: SyncedFile[] = [];
    const walk = async (folder: FileSystemDirectoryHandle, at: string) => {
      for await (const handle of folder.values()) {
        const path = `${at}${handle.name}`;
        if (handle.kind === "file") {
          const text = await (await handle.getFile()).text();
          if (!path.endsWith(".crswap")) found.push({ path, text });
        } else {
          found.push({ path: `${path}/`, text: "" });
          await walk(handle, `${path}/`);
        }
      }
    };
    await walk(
      await (await navigator.storage.getDirectory()).getDirectoryHandle("Panels", { create: true }),
      "",
    );
    return found;
  });
}

async function putIn(page: Page, files: readonly SyncedFile[]): Promise<void> {
  await page.evaluate(async (all) => {
    const root = await (
      await navigator.storage.getDirectory()
    ).getDirectoryHandle("Panels", { create: true });
    for (const { path, text } of all) {
      const [folderName = "", name = ""] = path.split("/");
      const folder = await root.getDirectoryHandle(folderName, { create: true });
      if (name === "") continue;
      const writable = await (await folder.getFileHandle(name, { create: true })).createWritable();
      await writable.write(text);
      await writable.close();
    }
  }, files);
}

/** Carries what is new from each folder to the other one, once. */
export async function keepAlike(one: Page, other: Page): Promise<void> {
  const [ofOne, ofOther] = [await filesIn(one), await filesIn(other)];
  const lacks = (has: readonly SyncedFile[], of: readonly SyncedFile[]) =>
    of.filter(({ path, text }) => !has.some((file) => file.path === path && file.text === text));
  await putIn(other, lacks(ofOther, ofOne));
  await putIn(one, lacks(ofOne, ofOther));
}
