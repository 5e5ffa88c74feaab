import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { setTimeout } from "node:timers/promises";
import type { Page } from "@playwright/test";

/*
 * Nobody can drive the browser's own picker, so it gives out a folder of the browser's private files, which is real in all
 * else. `keepAlike` does what a program does that keeps the folders of two machines alike; `keepOnDisk` has the folder on
 * the disk, where such a program finds it.
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

async function removeFrom(page: Page, paths: readonly string[]): Promise<void> {
  await page.evaluate(async (all) => {
    const root = await (await navigator.storage.getDirectory()).getDirectoryHandle("Panels");
    for (const path of all) {
      const [folderName = "", name = ""] = path.split("/");
      const folder = name === "" ? root : await root.getDirectoryHandle(folderName).catch(() => null);
      await folder?.removeEntry(name || folderName, { recursive: true }).catch(() => null);
    }
  }, paths);
}

/**
 * @returns as `filesIn`, of a folder of the disk, without what a program keeps there for itself
 * @throws where one goes meanwhile
 */
export function filesOnDisk(root: string): readonly SyncedFile[] {
  const paths = readdirSync(root, { recursive: true, withFileTypes: true })
    .filter(({ name }) => !name.startsWith("."))
    .map((entry) => ({ entry, path: relative(root, join(entry.parentPath, entry.name)) }))
    .filter(({ path }) => !path.startsWith("."));
  return paths.map(({ entry, path }) =>
    entry.isDirectory()
      ? { path: `${path}/`, text: "" }
      : { path, text: readFileSync(join(root, path), "utf8") },
  );
}

/**
 * Keeps the page's folder and one of the disk the same, both ways, whatever comes and goes in either.
 *
 * @returns what ends it
 */
export function keepOnDisk(page: Page, root: string): () => Promise<void> {
  let last: ReadonlyMap<string, string> = new Map();
  const over = new AbortController();
  const carry = async () => {
    const inPage = new Map((await filesIn(page)).map(({ path, text }) => [path, text]));
    const onDisk = new Map(filesOnDisk(root).map(({ path, text }) => [path, text]));
    const [put, gone]: [SyncedFile[], string[]] = [[], []];
    const after = new Map<string, string>();
    for (const path of new Set([...last.keys(), ...inPage.keys(), ...onDisk.keys()])) {
      const [before, ofPage, ofDisk] = [last.get(path), inPage.get(path), onDisk.get(path)];
      // Nothing here is written twice, so that there is no quarrel about what both have changed.
      const now = ofPage === before ? ofDisk : ofPage;
      if (now !== undefined) after.set(path, now);
      if (ofPage !== before) toDisk(join(root, path), now);
      else if (now === undefined) gone.push(path);
      else if (now !== ofPage) put.push({ path, text: now });
    }
    await putIn(page, put);
    await removeFrom(page, gone);
    last = after;
  };
  const work = (async () => {
    while (!over.signal.aborted) {
      // A file may go while it is read, and a page while it is asked.
      await carry().catch(() => undefined);
      await setTimeout(200);
    }
  })();
  return () => {
    over.abort();
    return work;
  };
}

function toDisk(path: string, text: string | undefined): void {
  if (text === undefined) return rmSync(path, { recursive: true, force: true });
  if (path.endsWith("/")) return void mkdirSync(path, { recursive: true });
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}
