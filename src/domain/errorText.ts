/** @returns what an error of any kind says, for a sentence to a person */
export function errorToText(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
