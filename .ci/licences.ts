import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Plugin } from "vite";
import { MATERIALS_FILE, materialsText } from "./billOfMaterials.ts";
import { findPackage, readPackage, type Package } from "./packages.ts";

/** The name of the file in the built app. */
export const LICENCES_FILE = "licences.txt";

/**
 * Writes the licences of all packages of which something is in the built app, and the bill of materials that they are.
 * The build fails for a package that comes without the text of its licence, where the text does not follow from the
 * licence's name.
 *
 * @returns a plugin for the app's own build, and the plugins for those of its workers, which are built before it
 */
export function licences(): { readonly app: Plugin; readonly workers: () => Plugin[] } {
  const folders = new Set<string>();
  const collect: Plugin["generateBundle"] = (_options, bundle) => {
    for (const output of Object.values(bundle)) {
      if (output.type !== "chunk") continue;
      for (const id of Object.keys(output.modules)) {
        const folder = packageFolder(id);
        if (folder === null) continue;
        folders.add(folder);
        // Such a file was put together from its package and from what that depends on.
        if (id.endsWith(".min.js")) addDependencies(folder, folders);
      }
    }
  };
  return {
    workers: () => [{ name: "licences-of-workers", generateBundle: collect }],
    app: {
      name: "licences",
      apply: "build",
      generateBundle(options, bundle, isWrite) {
        void collect.call(this, options, bundle, isWrite);
        this.emitFile({ type: "asset", fileName: LICENCES_FILE, source: licencesText([...folders]) });
        this.emitFile({ type: "asset", fileName: MATERIALS_FILE, source: materialsText([...folders]) });
      },
    },
  };
}

/** @returns where the package of a module lies, or null for one of our own */
function packageFolder(moduleId: string): string | null {
  const virtual = /^\0(vite|rolldown)\//u.exec(moduleId)?.[1];
  if (virtual !== undefined) return join(import.meta.dirname, "../node_modules", virtual);
  return /^\0?(.*\/node_modules\/(?:@[^/]+\/)?[^/]+)\//u.exec(moduleId)?.[1] ?? null;
}

function addDependencies(folder: string, folders: Set<string>): void {
  for (const name of Object.keys(readPackage(folder).dependencies ?? {})) {
    const found = findPackage(name, folder);
    if (folders.has(found)) continue;
    folders.add(found);
    addDependencies(found, folders);
  }
}

function licencesText(folders: readonly string[]): string {
  const namesByText = new Map<string, string[]>();
  for (const folder of folders) {
    const about = readPackage(folder);
    const text = licenceText(folder, about);
    const names = namesByText.get(text) ?? [];
    namesByText.set(text, [...names, `${about.name} ${about.version} (${about.license ?? "see below"})`]);
  }
  const entries = [...namesByText]
    .map(([text, names]) => `${names.toSorted().join("\n")}\n\n${text}\n`)
    .toSorted();
  const head = "Interview Scorecard contains these packages, or parts of them, under these licences.\n";
  const line = "-".repeat(80);
  // Hosts send plain text without saying that it is UTF-8.
  return `\uFEFF${[head, ...entries].join(`\n${line}\n\n`)}`;
}

function licenceText(folder: string, { name, license, author }: Package): string {
  const texts = readdirSync(folder)
    .filter((file) => /^(?:licen[cs]e|copying|notice)/iu.test(file))
    .toSorted()
    .map((file) => readFileSync(join(folder, file), "utf8"))
    // What a tool has put into itself is not put into the app.
    .map((text) => text.split(/^# Licenses of bundled dependencies$/mu)[0] ?? text)
    .map((text) => text.replaceAll("\r\n", "\n").trim());
  if (texts.length > 0) return texts.join("\n\n");
  const holder = (typeof author === "string" ? author : author?.name)?.replace(/ *[<(].*$/u, "");
  if (license === "MIT" && holder !== undefined) return `Copyright (c) ${holder}\n\n${MIT}`;
  if (license === "Unlicense") return UNLICENSE;
  throw new Error(
    `${name} is in the app, but comes without the text of its licence (${license ?? "none named"}). ` +
      "Add the text to .ci/licences.ts, or do without the package.",
  );
}

const MIT = `Permission is hereby granted, free of charge, to any person obtaining a copy of this software and associated
documentation files (the "Software"), to deal in the Software without restriction, including without limitation the
rights to use, copy, modify, merge, publish, distribute, sublicense, and/or sell copies of the Software, and to permit
persons to whom the Software is furnished to do so, subject to the following conditions:

The above copyright notice and this permission notice shall be included in all copies or substantial portions of the
Software.

THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING BUT NOT LIMITED TO THE
WARRANTIES OF MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE AUTHORS OR
COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR
OTHERWISE, ARISING FROM, OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE SOFTWARE.`;

const UNLICENSE = `This is free and unencumbered software released into the public domain.

Anyone is free to copy, modify, publish, use, compile, sell, or distribute this software, either in source code form or
as a compiled binary, for any purpose, commercial or non-commercial, and by any means.

In jurisdictions that recognize copyright laws, the author or authors of this software dedicate any and all copyright
interest in the software to the public domain. We make this dedication for the benefit of the public at large and to the
detriment of our heirs and successors. We intend this dedication to be an overt act of relinquishment in perpetuity of
all present and future rights to this software under copyright law.

THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING BUT NOT LIMITED TO THE
WARRANTIES OF MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE AUTHORS BE
LIABLE FOR ANY CLAIM, DAMAGES OR OTHER LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE, ARISING FROM, OUT
OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE SOFTWARE.`;
