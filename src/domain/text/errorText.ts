/** @returns what an error of any kind says, as a sentence to a person: what browsers say often lacks its full stop */
export function errorToText(error: unknown): string {
  const whole = toError(error).message;
  // Dexie adds the error that its own is made of, with its name, on a line below: mostly the same words again.
  const text = whole.replace(/\n \w+Error: [^]*$/u, "");
  return /[.!?…][”"')]*$/u.test(text) ? text : `${text}.`;
}

/** @returns what was thrown, which need be no error, as one */
export function toError(thrown: unknown): Error {
  return thrown instanceof Error ? thrown : new Error(String(thrown));
}
