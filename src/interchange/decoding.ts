import * as v from "valibot";
import { errorToText } from "../domain/errorText.ts";

/** What is wrong with a file, and where ("answers[2].areas.a3.rating"; empty for the file as a whole). */
export interface FileError {
  readonly path: string;
  readonly message: string;
}

export type Decoded<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly errors: readonly FileError[] };

/** More characters than this are not looked at. A full session of 15 questions takes about 0.1 million. */
export const MOST_CHARACTERS = 20_000_000;
const DEEPEST = 64;
const REFUSED_KEYS = ["__proto__", "constructor", "prototype"];

/** @returns a refusal with one error */
export function refuse(path: string, message: string): { ok: false; errors: readonly FileError[] } {
  return { ok: false, errors: [{ path, message }] };
}

/**
 * Reads JSON that comes from outside. Size and depth are checked before it is parsed, keys that
 * could reach an object's prototype after.
 */
export function parseJson(text: string): Decoded<unknown> {
  if (text.length > MOST_CHARACTERS) {
    return refuse("", `The file is too large: ${text.length} characters, the most is ${MOST_CHARACTERS}.`);
  }
  if (isDeeperThan(text, DEEPEST)) {
    return refuse("", `The file is nested too deeply: more than ${DEEPEST} levels.`);
  }
  let value: unknown;
  try {
    // A byte order mark is not JSON, but editors put one in front.
    value = JSON.parse(text.replace(/^\uFEFF/u, ""));
  } catch (error) {
    return refuse("", `This is not JSON: ${errorToText(error)}.`);
  }
  const errors = refusedParts(value, "");
  return errors.length > 0 ? { ok: false, errors } : { ok: true, value };
}

function isDeeperThan(text: string, most: number): boolean {
  let depth = 0;
  let inString = false;
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    if (inString) {
      if (code === 0x5c) index++;
      else if (code === 0x22) inString = false;
    } else if (code === 0x22) inString = true;
    else if (code === 0x7b || code === 0x5b) {
      depth++;
      if (depth > most) return true;
    } else if (code === 0x7d || code === 0x5d) depth--;
  }
  return false;
}

function refusedParts(value: unknown, path: string): readonly FileError[] {
  // 1e999 is JSON, and no number that could be written again.
  if (typeof value === "number" && !Number.isFinite(value)) {
    return [{ path, message: "is too large a number" }];
  }
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => {
    const innerPath = Array.isArray(value) ? `${path}[${key}]` : joinPath(path, key);
    return !Array.isArray(value) && REFUSED_KEYS.includes(key)
      ? [{ path: innerPath, message: `a field may not be called "${key}"` }]
      : refusedParts(inner, innerPath);
  });
}

function joinPath(path: string, key: string): string {
  return path === "" ? key : `${path}.${key}`;
}

/** The head of every file that the app writes. */
export const envelopeEntries = {
  format: v.string(),
  version: v.pipe(v.number(), v.integer(), v.minValue(1)),
  exportedAt: v.string(),
  app: v.string(),
};

/** @returns whether a parsed file says of itself that it is of that format, readable or not */
export function saysFormat(value: unknown, format: string): boolean {
  return typeof value === "object" && value !== null && "format" in value && value.format === format;
}

/** @returns the value where it is a file of that format in a version that can be read, or what is wrong */
export function checkEnvelope(
  value: unknown,
  format: string,
  newestVersion: number,
): Decoded<Readonly<Record<string, unknown>>> {
  const head = v.safeParse(v.looseObject(envelopeEntries), value);
  if (!head.success) {
    return refuse(
      "",
      `This is not a file of this app: it has no head with format, version, exportedAt and app.`,
    );
  }
  if (head.output.format !== format) {
    return refuse("format", `"${head.output.format}" was found where "${format}" is needed`);
  }
  if (head.output.version > newestVersion) {
    return refuse(
      "version",
      `The file was written by a newer version of the app (file version ${head.output.version}, this app reads up to ${newestVersion}). Update the app, then open it again.`,
    );
  }
  return { ok: true, value: head.output };
}

/** Checks a value against a schema. */
export function decodeWith<T>(schema: v.GenericSchema<unknown, T>, value: unknown): Decoded<T> {
  const result = v.safeParse(schema, value);
  if (result.success) return { ok: true, value: result.output };
  return { ok: false, errors: result.issues.flatMap(issueToErrors) };
}

function issueToErrors(issue: v.BaseIssue<unknown>): readonly FileError[] {
  const path = (issue.path ?? []).reduce(
    (joined, { key }) => (typeof key === "number" ? `${joined}[${key}]` : joinPath(joined, String(key))),
    "",
  );
  const message =
    issue.kind === "schema" && issue.expected
      ? `${issue.received === "undefined" ? "nothing" : issue.received} was found where ${issue.expected} is needed`
      : issue.message;
  return [{ path, message }];
}

/** @returns an error for each value that comes more than once */
export function duplicateErrors(
  values: readonly { readonly value: string; readonly path: string }[],
): readonly FileError[] {
  const seen = new Set<string>();
  return values.flatMap(({ value, path }) => {
    if (seen.has(value)) return [{ path, message: `"${value}" is there twice` }];
    seen.add(value);
    return [];
  });
}

export const idSchema = v.pipe(
  v.string(),
  v.minLength(1, "may not be empty"),
  v.maxLength(200, "is too long for an id"),
  // Ids are keys of plain objects, where "toString" is always there.
  v.check((id) => !(id in Object.prototype), "is a name that no id may have"),
);
export const minutesSchema = v.pipe(
  v.number(),
  v.finite("is not a number of minutes"),
  v.minValue(1, "must be at least 1 minute"),
  v.maxValue(1440, "must be at most 1440 minutes"),
);

const ISO_TIME = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:\d{2})$/u;
/** Read as epoch ms. */
export const isoTimeSchema = v.pipe(
  v.string(),
  v.regex(ISO_TIME, 'must be a time such as "2026-11-24T09:30:00.000Z"'),
  v.check(isDay, "is not a day that exists"),
  v.transform((value) => Date.parse(value)),
);
/** The years that the form of a time has room for. */
const YEAR_0_MS = Date.UTC(-1, 12);
const YEAR_10000_MS = Date.UTC(10_000, 0);

function isDay(value: string): boolean {
  const at = Date.parse(value);
  // Date.parse takes 31 February for 3 March.
  const day = new Date(`${value.slice(0, 10)}T00:00:00Z`);
  return at >= YEAR_0_MS && at < YEAR_10000_MS && day.toISOString().startsWith(value.slice(0, 10));
}

/** @param ms epoch ms */
export function toIso(ms: number): string {
  return new Date(ms).toISOString();
}

/** @param ms epoch ms */
export function toIsoOrNull(ms: number | null): string | null {
  return ms === null ? null : toIso(ms);
}

/**
 * The schema's library takes an empty list for an object without keys.
 *
 * @returns an error for each entry of the list that has a list under that key
 */
export function refuseLists(list: unknown, path: string, key: string): readonly FileError[] {
  if (!Array.isArray(list)) return [];
  return list.flatMap((entry: unknown, at) =>
    typeof entry === "object" && entry !== null && Array.isArray(Reflect.get(entry, key))
      ? [{ path: `${path}[${at}].${key}`, message: `a list was found where ${key} by their ids are needed` }]
      : [],
  );
}
