import { reachOf, reachToText } from "../../domain/search/selection.ts";

interface Props {
  readonly selected: ReadonlySet<string>;
  /** The interviews that are shown. */
  readonly shownIds: readonly string[];
  /** All that the filter matches, where they were counted. */
  readonly matchingIds: readonly string[];
  /** Whether they were selected as such. */
  readonly isCounted: boolean;
  readonly onSelectAll: () => void;
  readonly onExport: (ids: readonly string[]) => void;
  readonly onRemove: (ids: readonly string[]) => void;
  readonly onClear: () => void;
}

/** What can be done with the rows that are selected: with those that are seen or were counted, and no other. */
export function SelectedBar({
  selected,
  shownIds,
  matchingIds,
  isCounted,
  onSelectAll,
  onExport,
  onRemove,
  onClear,
}: Props) {
  const reach = reachOf(selected, shownIds, isCounted ? matchingIds : []);
  const { ids, furtherCount: further } = reach;
  const hasFurther = matchingIds.length > shownIds.length && shownIds.every((id) => selected.has(id));
  return (
    <div className="notice good row" role="group" aria-label="Selected interviews">
      <span role="status">{reachToText(reach)}</span>
      {hasFurther && matchingIds.length > ids.length && (
        <button type="button" className="plain" onClick={onSelectAll}>
          Select all {matchingIds.length} that match
        </button>
      )}
      <span className="push row">
        <button type="button" disabled={ids.length === 0} onClick={() => onExport(ids)}>
          Export selected…
        </button>
        <button type="button" className="danger" disabled={ids.length === 0} onClick={() => onRemove(ids)}>
          Delete selected{further > 0 && "…"}
        </button>
        <button type="button" className="plain" onClick={onClear}>
          Clear selection
        </button>
      </span>
    </div>
  );
}
