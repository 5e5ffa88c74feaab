/** A run of a text, and whether it is in both texts or in one alone. */
export interface TextRun {
  readonly kind: "kept" | "added" | "removed";
  readonly text: string;
}

/** Where this many comparisons would not do, the middle of the texts is told as replaced. About 10 ms. */
const MOST_COMPARISONS = 1_000_000;

/**
 * Marks what became of a text, word by word, by the longest common subsequence of their words.
 *
 * @returns runs in reading order; the kept and removed ones make up the text before, the kept and added ones the text after
 */
export function textDifference(before: string, after: string): readonly TextRun[] {
  const old = textToPieces(before);
  const fresh = textToPieces(after);
  const shorter = Math.min(old.length, fresh.length);
  let start = 0;
  while (start < shorter && old[start] === fresh[start]) start++;
  let end = 0;
  while (end < shorter - start && old.at(-1 - end) === fresh.at(-1 - end)) end++;
  const removed = old.slice(start, old.length - end);
  const added = fresh.slice(start, fresh.length - end);
  return joinRuns([
    ...old.slice(0, start).map((text) => ({ kind: "kept", text }) as const),
    ...(removed.length * added.length > MOST_COMPARISONS
      ? [
          { kind: "removed", text: removed.join("") } as const,
          { kind: "added", text: added.join("") } as const,
        ]
      : alignPieces(removed, added)),
    ...old.slice(old.length - end).map((text) => ({ kind: "kept", text }) as const),
  ]);
}

/** Words, what stands between them, and each Chinese or Japanese character by itself. */
function textToPieces(text: string): readonly string[] {
  return (
    text.match(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]|[\p{L}\p{M}\p{N}'’_-]+|\s+|[^]/gu) ??
    []
  );
}

function alignPieces(old: readonly string[], fresh: readonly string[]): readonly TextRun[] {
  const width = fresh.length + 1;
  // At [i, j]: how many pieces the texts from there on have in common.
  const common = new Uint32Array((old.length + 1) * width);
  const at = (i: number, j: number) => common[i * width + j] ?? 0;
  for (let i = old.length - 1; i >= 0; i--)
    for (let j = fresh.length - 1; j >= 0; j--)
      common[i * width + j] =
        old[i] === fresh[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
  const runs: TextRun[] = [];
  let i = 0;
  let j = 0;
  while (i < old.length || j < fresh.length) {
    const removed = old[i];
    const added = fresh[j];
    if (removed !== undefined && removed === added) {
      runs.push({ kind: "kept", text: removed });
      i++;
      j++;
    } else if (removed !== undefined && (added === undefined || at(i + 1, j) >= at(i, j + 1))) {
      runs.push({ kind: "removed", text: removed });
      i++;
    } else if (added !== undefined) {
      runs.push({ kind: "added", text: added });
      j++;
    }
  }
  return runs;
}

/** Puts neighbours of one kind together. A gap between two replaced words goes with them: whole phrases read easier. */
function joinRuns(runs: readonly TextRun[]): readonly TextRun[] {
  const joined: TextRun[] = [];
  const open = { removed: "", added: "", kept: "" };
  const close = (...kinds: readonly TextRun["kind"][]) => {
    for (const kind of kinds) {
      if (open[kind] !== "") joined.push({ kind, text: open[kind] });
      open[kind] = "";
    }
  };
  for (const { kind, text } of runs) {
    if (kind === "kept") {
      open.kept += text;
      continue;
    }
    if (/^\s+$/u.test(open.kept) && open.removed !== "" && open.added !== "") {
      open.removed += open.kept;
      open.added += open.kept;
      open.kept = "";
    } else if (open.kept !== "") close("removed", "added", "kept");
    open[kind] += text;
  }
  close("removed", "added", "kept");
  return joined;
}
