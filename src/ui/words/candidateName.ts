/** @returns what a candidate is called on the screen; a file may come without a name */
export function candidateName(name: string): string {
  return name === "" ? "No name" : name;
}
