import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";

/** What a package.json says of its package. */
export interface Package {
  readonly name: string;
  readonly version: string;
  /** An SPDX expression. */
  readonly license?: string;
  readonly author?: string | { readonly name: string };
  readonly dependencies?: Readonly<Record<string, string>>;
}

/** @param folder in which the package is */
export function readPackage(folder: string): Package {
  return JSON.parse(readFileSync(join(folder, "package.json"), "utf8")) as Package;
}

/**
 * @param asker the folder of another package, which asks for it
 * @returns where a package lies: in the other, beside it, or beside one that the other is in
 * @throws Error where it is not installed
 */
export function findPackage(name: string, asker: string): string {
  const folder = join(asker, "node_modules", name);
  if (existsSync(folder)) return folder;
  if (asker === dirname(asker)) throw new Error(`The package ${name} is in the app, but not installed.`);
  return findPackage(name, dirname(asker));
}
