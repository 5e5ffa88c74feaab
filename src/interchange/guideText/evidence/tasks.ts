import type { Block } from "../sources/blocks.ts";
import { interviewing } from "../words/interviewWords.ts";
import type { PageLine } from "./pageLines.ts";

/** So many of the lines that look alike and are asked must ask by themselves for the tasks among them to be asked, too. */
const FEWEST_ASKED = 0.2;
/** One question shows it for two tasks: more, and it is asked on the way. */
const FEWEST_ALONE = 0.3;
/** Where no interview is named, steps of any kind may ask on the way. */
const FEWEST_ELSEWHERE = 0.5;
/** And so many of all of them must be asked or tasks. */
const MOST_ASKED = 0.6;

/** So much of a line is looked at for what names an interview. */
const MOST_READ = 300;

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
    else if (line.isImperative) {
      place.tasks.push(line);
      if (headsList(line, lines, heads)) place.listed.add(line);
    }
  }
  const found = [...places.values()].filter(({ tasks }) => tasks.length > 0);
  const isInterview =
    found.length > 0 && lines.some(({ block }) => interviewing.test(block.text.slice(0, MOST_READ)));
  return new Set(found.flatMap((place) => askedTasks(place, isInterview, lines)).map(({ block }) => block));
}

function askedTasks(
  { asked, tasks, listed, lines }: Alike,
  isInterview: boolean,
  all: readonly PageLine[],
): readonly PageLine[] {
  if (listed.size > 1 && listed.size * 2 >= tasks.length) return tasks;
  const [first, last] = [asked[0], asked.at(-1)];
  const fewest = isInterview ? (asked.length > 1 ? FEWEST_ASKED : FEWEST_ALONE) : FEWEST_ELSEWHERE;
  const isAsking = asked.length >= fewest * (asked.length + tasks.length);
  if (
    first === undefined ||
    last === undefined ||
    !isAsking ||
    asked.length + tasks.length < MOST_ASKED * lines
  )
    return [...listed];
  // What stands in a paragraph below each question in turn answers it, or says how to ask it.
  const isAnswer = ({ index, block }: PageLine) =>
    block.kind === "paragraph" && all[index - 1]?.isAsked === true;
  if (tasks.length > 1 && tasks.length >= asked.length - 1 && tasks.every(isAnswer)) return [...listed];
  const from = edgeOf(first, all, -1);
  const to = edgeOf(last, all, 1);
  return tasks.filter((task) => listed.has(task) || (task.index > from && task.index < to));
}

/** Up to where tasks go with what is asked first or last: what opens and closes an interview stands in paragraphs, and below heads of its own, too. */
function edgeOf({ index, block }: PageLine, lines: readonly PageLine[], step: 1 | -1): number {
  const { kind } = block;
  let at = index;
  // An item that is set less far in heads another part, too.
  const isWithin = (line: PageLine | undefined) =>
    line !== undefined &&
    line.block.kind !== "heading" &&
    (line.block.kind !== "item" || line.block.indent >= block.indent);
  if (kind === "item") while (isWithin(lines[at])) at += step;
  return kind === "heading" ? step * Number.POSITIVE_INFINITY : at;
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
