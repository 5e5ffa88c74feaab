/** @returns what a candidate is called on the screen; a file may come without a name, or with one of which nothing is seen */
export function candidateName(name: string): string {
  return /[^\s\p{Cf}]/u.test(name) ? name : "No name";
}
