let selected: ReadonlySet<string> = new Set();

/** Hands interviews, by their ids, to the export that is opened next. */
export function selectForExport(ids: ReadonlySet<string>): void {
  selected = ids;
}

/** @returns the ids of the interviews that were selected, once */
export function takeSelectedForExport(): ReadonlySet<string> {
  const taken = selected;
  selected = new Set();
  return taken;
}
