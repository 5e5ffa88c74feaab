import { fileFormats } from "../files/fileFormats.ts";

const FORMAT = fileFormats.raw;
const VERSION = 1;

interface RawContent {
  /** The browser's own version of the database. */
  readonly version: number;
  readonly stores: readonly {
    readonly name: string;
    readonly rows: readonly unknown[];
    readonly unreadable: readonly unknown[];
    readonly problem: string | null;
  }[];
}

/**
 * A raw export is the rows as they lie in the database, checked by nobody: for who has to save what no screen shows
 * any more. The app does not read it.
 *
 * @param exportedAt epoch ms
 * @param app name and version of the app that writes the file
 * @returns the parts of its text, a row each, so that it need not be in memory as one
 */
export function encodeRawExport(content: RawContent, exportedAt: number, app: string): readonly string[] {
  const head = {
    format: FORMAT,
    version: VERSION,
    exportedAt: new Date(exportedAt).toISOString(),
    app,
    note: "Raw rows of the database, unchecked. The app can't import this file. It has everything in it, secret keys of panels too.",
    databaseVersion: content.version,
  };
  const parts = [`${JSON.stringify(head, null, 2).slice(0, -2)},\n  "stores": {`];
  for (const [index, { name, rows, unreadable, problem }] of content.stores.entries()) {
    parts.push(
      `${index === 0 ? "" : ","}\n    ${JSON.stringify(name)}: {\n      "problem": ${JSON.stringify(problem)},`,
      `\n      "unreadable": ${JSON.stringify(unreadable)},\n      "rows": [`,
    );
    for (const [row, value] of rows.entries())
      parts.push(`${row === 0 ? "" : ","}\n        ${JSON.stringify(value ?? null)}`);
    parts.push("\n      ]\n    }");
  }
  parts.push("\n  }\n}\n");
  return parts;
}
