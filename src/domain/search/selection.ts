import { quantityToText } from "../text/quantityText.ts";

/** What of the interviews that are selected in a list is worked on: those that are seen, and those that were counted. */
export interface Reach {
  /** In the order of the list. */
  readonly ids: readonly string[];
  /** How many of them are not seen: they stand further down the list. */
  readonly furtherCount: number;
  /** How many more are selected, and are left alone. */
  readonly hiddenCount: number;
}

/**
 * What a filter hides is not deleted, or handed on, by somebody who does not see it; nor what stands further down, unless
 * all were counted.
 *
 * @param seenIds those that are seen
 * @param countedIds all that the filter matches, where they were selected as such
 */
export function reachOf(
  selected: ReadonlySet<string>,
  seenIds: readonly string[],
  countedIds: readonly string[],
): Reach {
  const ids = [...new Set([...seenIds, ...countedIds])].filter((id) => selected.has(id));
  const seenCount = seenIds.filter((id) => selected.has(id)).length;
  return { ids, furtherCount: ids.length - seenCount, hiddenCount: selected.size - ids.length };
}

/** @returns how many are selected, and of which it is to be known that they are not seen, or are left alone */
export function reachToText({ ids, furtherCount, hiddenCount }: Reach): string {
  return [
    `${quantityToText(ids.length, "interview")} selected`,
    ...(furtherCount > 0 ? [`${furtherCount} of them further down the list`] : []),
    ...(hiddenCount > 0
      ? [`${hiddenCount} more not shown here, and left as ${hiddenCount === 1 ? "it is" : "they are"}`]
      : []),
  ].join(" · ");
}
