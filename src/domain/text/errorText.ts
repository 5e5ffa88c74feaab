/** @returns what an error of any kind says, as a sentence to a person: what browsers say often lacks its full stop */
export function errorToText(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  return /[.!?…][”"')]*$/u.test(text) ? text : `${text}.`;
}
