/** @returns what an error of any kind says, as a sentence to a person: what browsers say often lacks its full stop */
export function errorToText(error: unknown): string {
  const whole = error instanceof Error ? error.message : String(error);
  // Dexie adds the error that its own is made of, with its name, on a line below: mostly the same words again.
  const text = whole.replace(/\n \w+Error: [^]*$/u, "");
  return /[.!?…][”"')]*$/u.test(text) ? text : `${text}.`;
}
