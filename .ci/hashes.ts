import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";

/** The name of the file in the built app that holds the SHA-256 of each other one. */
export const HASHES_FILE = "hashes.json";

/** @returns the SHA-256 in hex */
export function sha256(content: string | Uint8Array): string {
  return createHash("sha256").update(content).digest("hex");
}

/**
 * @param folder where the files are
 * @param paths of the files, from the folder on, with "/" between
 * @returns JSON with the SHA-256 (hex) of each, by its path; the same text for the same files, whatever their order
 */
export function hashesText(folder: string, paths: readonly string[]): string {
  const hashes = paths.toSorted().map((path) => [path, sha256(readFileSync(join(folder, path)))] as const);
  return `${JSON.stringify(Object.fromEntries(hashes), null, 1)}\n`;
}
