import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { HASHES_FILE, hashesText, sha256 } from "../.ci/hashes.ts";

/**
 * Makes a build out of a copy of one whose files were changed: without this its service worker refuses them.
 *
 * @param folder of the copy
 */
export function rehash(folder: string): void {
  const list = join(folder, HASHES_FILE);
  const before = readFileSync(list, "utf8");
  writeFileSync(
    list,
    hashesText(folder, Object.keys(JSON.parse(before) as Readonly<Record<string, string>>)),
  );
  const worker = join(folder, "serviceWorker.js");
  const [old, now] = [sha256(before), sha256(readFileSync(list))];
  const text = readFileSync(worker, "utf8").replaceAll(old, now);
  // The name of its cache, which is begun with the same digits.
  writeFileSync(worker, text.replaceAll(old.slice(0, 16), now.slice(0, 16)));
}
