import * as v from "valibot";
import {
  DEEPEST,
  FEWEST_MINUTES,
  isTime,
  LONGEST_ID,
  LONGEST_NAME,
  LONGEST_TEXT,
  MOST_CHARACTERS,
  MOST_FIELDS,
  MOST_MINUTES,
  MOST_VALUES,
  withinTimes,
} from "../../domain/text/limits.ts";
import { programMessageOf, wrongPlaceMessageOf } from "./fileFormats.ts";

/** What is wrong with a file, and where ("answers[2].areas.a3.rating"; empty for the file as a whole). */
export interface FileError {
  readonly path: string;
  readonly message: string;
  /** Where it is, as a person knows the place; a screen says this and no path. */
  readonly place?: string;
}

/** @returns the errors in one line, each behind its place */
export function errorsToText(errors: readonly FileError[]): string {
  return errors.map(({ path, message }) => (path === "" ? message : `${path}: ${message}`)).join(" ");
}

export type Decoded<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly errors: readonly FileError[] };

/** What is wrong with more values than this is said up to the first error only, so that no list of errors fills the memory. */
const MOST_VALUES_TO_LIST_ERRORS_OF = 50_000;
/** More errors are counted, not listed. */
const MOST_ERRORS = 200;
/** Characters of a path or a message. */
const LONGEST_QUOTE = 500;
const REFUSED_KEYS = new Set(["__proto__", "constructor", "prototype"]);

interface Refused {
  readonly ok: false;
  readonly errors: readonly FileError[];
}

/** @returns a refusal with one error */
export function refuse(path: string, message: string): Refused {
  return { ok: false, errors: [{ path, message }] };
}

/** @returns a refusal with the first errors, and the number of the rest */
export function refuseAll(errors: readonly FileError[]): Refused {
  const listed = errors.slice(0, MOST_ERRORS).map(({ path, message, place }) => ({
    path: shortened(path),
    message: shortened(message),
    ...(place !== undefined && { place: shortened(place) }),
  }));
  if (errors.length <= MOST_ERRORS) return { ok: false, errors: listed };
  const rest = { path: "", message: `There are ${errors.length - MOST_ERRORS} more errors.` };
  return { ok: false, errors: [...listed, rest] };
}

/** An error quotes from the file, where a key or a text may be of any length. */
function shortened(text: string): string {
  return wellFormed(text.length > LONGEST_QUOTE ? `${text.slice(0, LONGEST_QUOTE)}…` : text);
}

/** A number such as 1e20 takes five characters with what parts it from the next, and 22 where it is written anew. */
const MOST_GROWTH = 5;

/**
 * Reads JSON that comes from outside. Size and depth are checked before it is parsed, keys that could reach an object's
 * prototype, the number of values and the length of texts after. What is read can be written and read again.
 *
 */
export function parseJson(text: string, part: JsonPart = wholeFile): Decoded<unknown> {
  const tooLarge = sizeProblem(text, part);
  if (tooLarge) return tooLarge;
  let value: unknown;
  try {
    // A byte order mark is not JSON, but editors put one in front.
    value = JSON.parse(text.replace(/^\uFEFF/u, ""));
  } catch {
    return refuse("", brokenMessage(text, part));
  }
  const checked = checkValue(value, part);
  if (!checked.ok || text.length * MOST_GROWTH <= MOST_CHARACTERS) return checked;
  return sizeProblem(JSON.stringify(checked.value), part) ?? checked;
}

function brokenMessage(text: string, { what, again }: JsonPart): string {
  if (again !== undefined && /^\s*[^\s{[]/u.test(text)) return NOT_OURS;
  const message = `${what} is ${text.trim() === "" ? "empty" : "damaged or cut off"}.`;
  return again === undefined ? message : `${message} ${again}`;
}

/** Writes JSON in one line, so that `parseJson` reads it again. */
export function writeJson(value: unknown, part: JsonPart): Decoded<string> {
  const text = JSON.stringify(value);
  const checked = lengthProblem(text, part) ?? checkValue(value, part);
  return checked.ok ? { ok: true, value: text } : checked;
}

/** JSON that is read or written as one. */
interface JsonPart {
  /** What an error calls it. */
  readonly what: string;
  /** What can be done where it is broken; only of a file, which may be another program's as well. */
  readonly again?: string;
  /** Characters that one text of it may have. */
  readonly longestText: number;
}

export const wholeFile: JsonPart = {
  what: "The file",
  again: "Export it again, or ask for a new copy.",
  longestText: LONGEST_TEXT,
};

const NOT_OURS =
  "This isn’t a file of this app, or it is damaged. Choose a file that was made with this app.";

function sizeProblem(text: string, part: JsonPart): Refused | null {
  return lengthProblem(text, part) ?? (isDeeperThan(text, DEEPEST) ? tooDeep(part) : null);
}

function lengthProblem(text: string, { what }: JsonPart): Refused | null {
  return text.length > MOST_CHARACTERS
    ? refuse("", `${what} is too large: ${text.length} characters, the most is ${MOST_CHARACTERS}.`)
    : null;
}

function tooDeep({ what }: JsonPart): Refused {
  return refuse("", `${what} is nested too deeply: more than ${DEEPEST} levels.`);
}

function checkValue(value: unknown, part: JsonPart): Decoded<unknown> {
  const { what, longestText } = part;
  const root = { value };
  const walk: Walk = { root, longestText, path: [], count: 0, isTooDeep: false, errors: [] };
  checkParts(walk, root);
  if (walk.isTooDeep) return tooDeep(part);
  if (walk.count > MOST_VALUES) {
    return refuse("", `${what} holds too many values: more than ${MOST_VALUES}.`);
  }
  return walk.errors.length > 0 ? refuseAll(walk.errors) : { ok: true, value: root.value };
}

function isDeeperThan(text: string, most: number): boolean {
  let depth = 0;
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    if (code === QUOTE) index = endOfString(text, index);
    else if (code === 0x7b || code === 0x5b) {
      depth++;
      if (depth > most) return true;
    } else if (code === 0x7d || code === 0x5d) depth--;
  }
  return false;
}

const [QUOTE, BACKSLASH] = [0x22, 0x5c];

/** Most of a file is in its strings, which are passed over. @returns where the string that begins there ends */
function endOfString(text: string, start: number): number {
  for (let end = text.indexOf('"', start + 1); end >= 0; end = text.indexOf('"', end + 1)) {
    let before = end - 1;
    while (text.charCodeAt(before) === BACKSLASH) before--;
    // Each two of them are one that is meant.
    if ((end - before) % 2 === 1) return end;
  }
  return text.length;
}

/** @returns whether the text holds half of a surrogate pair: no character, and nothing that UTF-8 can say */
export function isHalved(text: string): boolean {
  return /\p{Surrogate}/u.test(text);
}

/** @returns the text with the sign for what can't be shown in place of each half of a surrogate pair */
export function wellFormed(text: string): string {
  return text.replaceAll(/\p{Surrogate}/gu, "\uFFFD");
}

interface Walk {
  readonly root: object;
  readonly longestText: number;
  /** The keys that lead to where the walk is; numbers in lists. */
  readonly path: (string | number)[];
  count: number;
  isTooDeep: boolean;
  readonly errors: FileError[];
}

/** Looks at all that is in a list or an object. A minus zero, which JSON can say but is not written as, becomes zero. */
function checkParts(walk: Walk, holder: object): void {
  const isList = Array.isArray(holder);
  const keys = Object.keys(holder);
  if (!isList && keys.length > MOST_FIELDS) {
    addError(walk, `has too many fields: ${keys.length}, the most is ${MOST_FIELDS}`);
    return;
  }
  if (walk.path.length >= DEEPEST) {
    walk.isTooDeep = true;
    return;
  }
  for (const key of keys) {
    const inner: unknown = Reflect.get(holder, key);
    walk.count++;
    if (walk.count > MOST_VALUES) return;
    if (holder !== walk.root) walk.path.push(isList ? Number(key) : key);
    if (!isList && REFUSED_KEYS.has(key)) addError(walk, `a field may not be called "${key}"`);
    else if (typeof inner === "object" && inner !== null) checkParts(walk, inner);
    // 1e999 is JSON, and no number that could be written again.
    else if (inner === Infinity || inner === -Infinity) addError(walk, "is too large a number");
    else if (typeof inner === "string" && inner.length > walk.longestText)
      addError(walk, tooLongMessage(walk.longestText));
    else if (Object.is(inner, -0)) Reflect.set(holder, key, 0);
    if (holder !== walk.root) walk.path.pop();
  }
}

function tooLongMessage(most: number): string {
  return `is too long: the most is ${most} characters`;
}

function addError({ errors, path }: Walk, message: string): void {
  if (errors.length < MOST_VALUES_TO_LIST_ERRORS_OF) errors.push({ path: keysToPath(path), message });
}

/** @param keys of objects, and places in lists as numbers */
export function keysToPath(keys: readonly unknown[]): string {
  return keys.reduce<string>(
    (joined, key) => (typeof key === "number" ? `${joined}[${key}]` : joinPath(joined, String(key))),
    "",
  );
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
  return formatOf(value) === format;
}

function formatOf(value: unknown): unknown {
  return typeof value === "object" && value !== null && "format" in value ? value.format : undefined;
}

/** @returns the value where it is a file of that format in a version that can be read, or what is wrong */
export function checkEnvelope(
  value: unknown,
  format: string,
  newestVersion: number,
): Decoded<Readonly<Record<string, unknown>>> {
  const wrongPlace = saysFormat(value, format) ? undefined : wrongPlaceMessageOf(formatOf(value));
  if (wrongPlace !== undefined) return refuse("", wrongPlace);
  const head = v.safeParse(v.looseObject(envelopeEntries), value);
  if (!head.success) {
    return refuse("", programMessageOf(value) ?? NOT_OURS);
  }
  if (head.output.format !== format) {
    return refuse("format", `must be "${format}", not "${head.output.format}"`);
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
  const first = v.safeParse(schema, value, { abortEarly: true });
  if (first.success) return { ok: true, value: first.output };
  const isLong = countUpTo(value, MOST_VALUES_TO_LIST_ERRORS_OF) > MOST_VALUES_TO_LIST_ERRORS_OF;
  const issues = isLong ? first.issues : (v.safeParse(schema, value).issues ?? first.issues);
  const errors = issues.map(issueToError);
  if (isLong) errors.push({ path: "", message: "The file is so large that only its first error is named." });
  return refuseAll(errors);
}

function countUpTo(value: unknown, most: number): number {
  if (typeof value !== "object" || value === null) return 1;
  let count = 1;
  for (const inner of Object.values(value)) {
    count += countUpTo(inner, most - count);
    if (count > most) return count;
  }
  return count;
}

/** What the validator calls values, in the words of somebody who looks into a file. */
const valueWords: ReadonlyMap<string, string> = new Map([
  ["string", "text"],
  ["number", "a number"],
  ["boolean", "true or false"],
  ["Object", "a group of fields"],
  ["Array", "a list"],
  ["undefined", "nothing"],
]);

/** @param types one, or several as in `(number | ("noEvidence" | "notAsked"))` */
function valueToWords(types: string): string {
  if (!types.startsWith("(")) return valueWords.get(types) ?? types;
  const words = types
    .replaceAll(/[()]/gu, "")
    .split(" | ")
    .map((type) => valueWords.get(type) ?? type);
  return new Intl.ListFormat("en", { type: "disjunction" }).format(words);
}

function issueToError({ kind, expected, received, message, path }: v.BaseIssue<unknown>): FileError {
  const isMissing = received === "undefined" && expected?.startsWith('"');
  const words = isMissing
    ? `${expected} is missing`
    : `must be ${valueToWords(expected ?? "")}, not ${valueToWords(received)}`;
  return {
    path: keysToPath((path ?? []).map(({ key }) => key)),
    message: kind === "schema" && expected ? words : message,
  };
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

/** What is said of a text with half of a surrogate pair in it, where none may be. */
export const HALVED = "it holds a character that is cut in half";

/** A name of somebody or something: one line. */
export const nameSchema = v.pipe(v.string(), v.maxLength(LONGEST_NAME, tooLongMessage(LONGEST_NAME)));
/** What is written in sentences. */
export const textSchema = v.pipe(v.string(), v.maxLength(LONGEST_TEXT, tooLongMessage(LONGEST_TEXT)));

/** @param what they are, as a person calls more than one of them. @returns the schema of a list that is no longer than that */
export function listSchema<T extends v.GenericSchema>(item: T, most: number, what: string) {
  return v.pipe(v.array(item), v.maxLength(most, tooManyMessage(most, what)));
}

/** @param what they are, as a person calls more than one of them */
export function tooManyMessage(most: number, what: string): string {
  return `has more than ${most} ${what}`;
}

export const idSchema = v.pipe(
  v.string(),
  v.minLength(1, "may not be empty"),
  v.maxLength(LONGEST_ID, "is too long for an id"),
  v.check((id) => !isHalved(id), HALVED),
  // Ids are keys of plain objects, where "toString" is always there.
  v.check((id) => !(id in Object.prototype), "is a name that no id may have"),
);
/**
 * What something of a panel is kept under: an id, or that of a guide version or an interview and, behind a slash, one in it. It is
 * empty for the questions without a competency.
 */
export const keySchema = v.pipe(
  v.string(),
  v.maxLength(2 * LONGEST_ID + 1, "is too long for an id"),
  v.check((key) => !isHalved(key), HALVED),
  v.check((key) => !(key in Object.prototype), "is a name that no id may have"),
);
/** So far apart that sums of such numbers are still numbers, and whole ones are exact. */
export const FARTHEST = Number.MAX_SAFE_INTEGER;

/** A number of points, weights or ms, in which no sum becomes infinite. */
export const integerSchema = v.pipe(
  v.number(),
  v.integer("is not a whole number"),
  v.minValue(-FARTHEST, "is too small a number"),
  v.maxValue(FARTHEST, "is too large a number"),
);
export const amountSchema = v.pipe(
  v.number(),
  v.minValue(0, "may not be negative"),
  v.maxValue(FARTHEST, "is too large a number"),
);
export const countSchema = v.pipe(v.number(), v.integer(), v.minValue(0, "may not be negative"));
export const minutesSchema = v.pipe(
  v.number(),
  v.finite("is not a number of minutes"),
  v.minValue(FEWEST_MINUTES, `must be at least ${FEWEST_MINUTES} minute`),
  v.maxValue(MOST_MINUTES, `must be at most ${MOST_MINUTES} minutes`),
);

const ISO_TIME = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:\d{2})$/u;
/** Read as epoch ms. */
export const isoTimeSchema = v.pipe(
  v.string(),
  v.regex(ISO_TIME, 'must be a time such as "2026-11-24T09:30:00.000Z"'),
  v.check((value) => !ISO_TIME.test(value) || isDay(value), "is not a day that exists"),
  v.transform((value) => Date.parse(value)),
  v.check(isTime, "is before 1970 or after 9998"),
);

function isDay(value: string): boolean {
  // Date.parse takes 31 February for 3 March, and "5" for a day in May.
  const dayAt = Date.parse(`${value.slice(0, 10)}T00:00:00Z`);
  return (
    !Number.isNaN(Date.parse(value)) &&
    !Number.isNaN(dayAt) &&
    new Date(dayAt).toISOString().startsWith(value.slice(0, 10))
  );
}

/**
 * @param ms epoch ms
 * @returns it as a file has it, within the times that can be read again
 * @throws `RangeError` where it is no number
 */
export function toIso(ms: number): string {
  return new Date(withinTimes(ms)).toISOString();
}

/** @param ms epoch ms */
export function toIsoOrNull(ms: number | null): string | null {
  return ms === null ? null : toIso(ms);
}

/** @returns the value with its times of those names (epoch ms) as they stand in a file, each where there is one */
export function toIsoWhere<T extends object>(value: T, names: readonly (keyof T & string)[]) {
  const times = names.flatMap((name) => {
    const ms = value[name];
    return typeof ms === "number" ? [[name, toIso(ms)] as const] : [];
  });
  return { ...value, ...Object.fromEntries(times) };
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
      ? [{ path: `${path}[${at}].${key}`, message: `must be ${key} by their ids, not a list` }]
      : [],
  );
}
