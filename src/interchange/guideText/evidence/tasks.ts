import type { Block } from "../sources/blocks.ts";
import type { PageLine } from "./pageLines.ts";

/** So many of the lines that look alike and are asked must ask by themselves for the tasks among them to be asked, too. */
const FEWEST_ASKED = 0.2;
/** And so many of all of them must be asked or tasks. */
const MOST_ASKED = 0.6;

/** Lines that look alike. */
interface Alike {
  readonly asked: PageLine[];
  readonly tasks: PageLine[];
  /** Tasks with a list right below them that asks, or that a label heads. */
  readonly listed: Set<PageLine>;
  lines: number;
}

/** @returns tasks that are asked of the candidate: other lines that look alike are asked, or lists for answers stand below them */
export function tasksIn(lines: readonly PageLine[]): ReadonlySet<Block> {
  const places = new Map<string, Alike>();
  const heads = headsIn(lines);
  for (const line of lines) {
    if (!line.isText) continue;
    const { kind, level, marker, indent, isQuote } = line.block;
    const key = `${kind} ${level} ${marker} ${indent} ${isQuote}`;
    const place = places.get(key) ?? { asked: [], tasks: [], listed: new Set(), lines: 0 };
    places.set(key, place);
    place.lines += 1;
    if (line.isAsked) place.asked.push(line);
    else if (line.isTask) {
      place.tasks.push(line);
      if (headsList(line, lines, heads)) place.listed.add(line);
    }
  }
  return new Set([...places.values()].flatMap((place) => askedTasks(place)).map(({ block }) => block));
}

function askedTasks({ asked, tasks, listed, lines }: Alike): readonly PageLine[] {
  if (listed.size > 1 && listed.size * 2 >= tasks.length) return tasks;
  const isAsking = asked.length > 0 && asked.length >= FEWEST_ASKED * (asked.length + tasks.length);
  if (!isAsking || asked.length + tasks.length < MOST_ASKED * lines) return [...listed];
  // What opens and closes an interview stands in paragraphs, too.
  const [from, to] = [asked[0]?.index ?? 0, asked.at(-1)?.index ?? 0];
  return tasks.filter(
    (task) => task.block.kind !== "paragraph" || listed.has(task) || (task.index > from && task.index < to),
  );
}

/** The names of lines that stand more than once: they may be labels that no list of words knows. */
function headsIn(lines: readonly PageLine[]): ReadonlySet<string> {
  const counts = new Map<string, number>();
  for (const { name } of lines) if (name?.rest === "") counts.set(name.key, (counts.get(name.key) ?? 0) + 1);
  return new Set([...counts].filter(([, count]) => count > 1).map(([key]) => key));
}

function headsList(task: PageLine, lines: readonly PageLine[], heads: ReadonlySet<string>): boolean {
  const [next, behind] = [lines[task.index + 1], lines[task.index + 2]];
  if (next === undefined) return false;
  const [{ kind, level, indent }, own] = [next.block, task.block];
  // A heading opens the next part, but below another one, or a bold line.
  if (kind === "heading" && level < 7 && (own.kind !== "heading" || level <= own.level)) return false;
  if (next.known?.kind === "areas" || next.known?.kind === "followUps") return true;
  const isHead = heads.has(next.name?.key ?? "") && behind?.block.kind === "item" && kind !== "item";
  return isHead || (next.isAsked && kind === "item" && (own.kind !== "item" || indent > own.indent));
}
