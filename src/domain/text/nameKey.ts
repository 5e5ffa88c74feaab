/** @returns what two spellings of one name have in common: an interviewer's, a role's, a competency's */
export function nameToKey(name: string): string {
  return name.normalize("NFKC").trim().replaceAll(/\s+/gu, " ").toLocaleLowerCase("en");
}
