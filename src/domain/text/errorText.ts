/** @returns what an error of any kind says, as a sentence to a person: what browsers say often lacks its full stop */
export function errorToText(error: unknown): string {
  const { message: whole } = toError(error);
  if (isDiskFull(error)) return "The disk has no room left for this browser. Free some space on the disk.";
  // Dexie adds the error that its own is made of, with its name, on a line below: mostly the same words again.
  const text = whole.replace(/\n \w+Error: [^]*$/u, "");
  return /[.!?…][”"')]*$/u.test(text) ? text : `${text}.`;
}

/** @returns whether it says that the disk has no room left */
export function isDiskFull(error: unknown): boolean {
  const { name, message } = toError(error);
  // Chromium tells of the file system's own error behind a path of its own, or in the words of SQLite; Dexie of the browser's
  // error behind its name, where a database does not open.
  return /\bQuotaExceededError |NO_SPACE|database or disk is full/u.test(`${name} ${message}`);
}

/** What a browser says of a database that it closed, or could not read: all of it, and not what was asked of it. */
const GIVEN_UP = ["AbortError", "InvalidStateError", "UnknownError"];

/** @returns whether the disk has no room left or the browser gave its database up: what is written next would fare no better */
export function isOfDatabase(error: unknown): boolean {
  return isDiskFull(error) || GIVEN_UP.includes(toError(error).name);
}

/** @returns what was thrown, which need be no error, as one */
export function toError(thrown: unknown): Error {
  return isError(thrown) ? thrown : new Error(String(thrown));
}

/** What a browser throws need be no `Error` of the place that asks. */
function isError(thrown: unknown): thrown is Error {
  if (thrown instanceof Error) return true;
  return typeof thrown === "object" && thrown !== null && "name" in thrown && "message" in thrown;
}
