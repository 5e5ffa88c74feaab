let chosen: ReadonlySet<string> = new Set();

/** Hands interviews, by their ids, to the export that is opened next. */
export function chooseForExport(ids: ReadonlySet<string>): void {
  chosen = ids;
}

/** @returns the ids of the interviews that were chosen, once */
export function takeChosenForExport(): ReadonlySet<string> {
  const taken = chosen;
  chosen = new Set();
  return taken;
}
