import { competencyName, type Anchor, type Guide } from "./guide.ts";
import { textDifference, type TextRun } from "./textDifference.ts";

/** What a guide is made of, as a difference speaks of it. */
export type PartKind =
  | "guide"
  | "point"
  | "competency"
  | "question"
  | "area"
  | "followUp"
  | "anchor"
  | "advice"
  | "sign"
  | "level";

export type FieldName =
  | "title"
  | "role"
  | "language"
  | "introduction"
  | "text"
  | "meaning"
  | "competency"
  | "plannedMinutes"
  | "appliesTo"
  | "favours";

interface Place {
  /** Its place among its like before, from 1 on; null where it was not there. */
  readonly from: number | null;
  /** Its place among its like after, from 1 on; null where it is gone. */
  readonly to: number | null;
  /** Whether it changed places with others that are in both; one that was pushed along did not. */
  readonly isMoved: boolean;
}

/** One part of two guides, and what became of it. Only what differs is told. */
export interface PartDifference extends Place {
  readonly kind: PartKind;
  /** "kept" is in both; then it was moved, or a field or a part of it differs. */
  readonly change: "added" | "removed" | "kept";
  /** How it is called after, or before where it is gone. */
  readonly name: string;
  /** Texts that differ; of what was added or removed, all. */
  readonly fields: readonly FieldDifference[];
  /** Parts that differ; of what was added or removed, all. */
  readonly parts: readonly PartDifference[];
}

export interface FieldDifference {
  readonly field: FieldName;
  readonly runs: readonly TextRun[];
}

/**
 * Tells what differs between two versions of a guide, or between any two guides. Parts belong together that have
 * the same id and text, else the same text, else the same id: two imports of one page number their questions
 * differently. Ids themselves are not told, since nobody reads them.
 *
 * @returns the guide as a part that was kept; null where every text, number and order is the same
 */
export function guideDifference(before: Guide, after: Guide): PartDifference | null {
  return keptDifference(guideToPart(before), guideToPart(after), { from: 1, to: 1, isMoved: false });
}

/** How many parts were added, removed, moved or worded differently, all together. */
export function countDifferences({ change, isMoved, fields, parts }: PartDifference): number {
  if (change !== "kept") return 1;
  return parts.reduce((sum, part) => sum + countDifferences(part), (isMoved ? 1 : 0) + fields.length);
}

interface Part {
  readonly kind: PartKind;
  readonly id: string;
  /** What it is recognised by where the id differs. */
  readonly text: string;
  readonly name: string;
  readonly fields: readonly (readonly [FieldName, string])[];
  /** Lists of like parts. */
  readonly lists: readonly (readonly Part[])[];
}

function guideToPart(guide: Guide): Part {
  const { title, role, language, introduction } = guide;
  return {
    kind: "guide",
    id: "",
    text: title,
    name: title,
    fields: [
      ["title", title],
      ["role", role],
      ["language", language],
      ["introduction", introduction],
    ],
    lists: [
      guide.scale.points.map(({ value, label, meaning }) =>
        leaf("point", String(value), `${value}: ${label}`, [
          ["text", label],
          ["meaning", meaning],
        ]),
      ),
      guide.competencies.map(({ id, name, anchors }) => ({
        ...leaf("competency", id, name, [["text", name]]),
        lists: [anchors.map(anchorToPart)],
      })),
      guide.questions.map((question) => ({
        ...leaf("question", question.id, question.text, [
          ["title", question.title],
          ["text", question.text],
          ["competency", competencyName(guide, question.competencyId)],
          ["plannedMinutes", String(question.plannedMinutes)],
        ]),
        name: question.title || question.text,
        lists: [
          question.areas.map(({ id, text, anchors }) => ({
            ...leaf("area", id, text, [["text", text]]),
            lists: [anchors.map(anchorToPart)],
          })),
          question.followUps.map(({ id, text }) => leaf("followUp", id, text, [["text", text]])),
        ],
      })),
      guide.advice.map((advice) => ({
        ...leaf("advice", advice.id, advice.title, [
          ["title", advice.title],
          ["text", advice.text],
          ["appliesTo", advice.appliesTo],
        ]),
        lists: [
          advice.signs.map((sign) => leaf("sign", sign, sign, [["text", sign]])),
          advice.levels.map(({ level, text, favours }) =>
            leaf("level", level, level, [
              ["text", text],
              ["favours", favours.map((id) => competencyName(guide, id) || id).join(", ")],
            ]),
          ),
          advice.followUps.map(({ id, text }) => leaf("followUp", id, text, [["text", text]])),
        ],
      })),
    ],
  };
}

function anchorToPart({ point, text }: Anchor): Part {
  return leaf("anchor", String(point), String(point), [["text", text]]);
}

function leaf(kind: PartKind, id: string, text: string, fields: Part["fields"]): Part {
  return { kind, id, text, name: text, fields, lists: [] };
}

function keptDifference(before: Part, after: Part, place: Place): PartDifference | null {
  const fields = after.fields.flatMap(([field, text], index): readonly FieldDifference[] => {
    const old = before.fields[index]?.[1] ?? "";
    return old === text ? [] : [{ field, runs: textDifference(old, text) }];
  });
  const parts = after.lists.flatMap((list, index) => listDifference(before.lists[index] ?? [], list));
  if (!place.isMoved && fields.length === 0 && parts.length === 0) return null;
  return { kind: after.kind, change: "kept", name: after.name, ...place, fields, parts };
}

function wholePart(part: Part, change: "added" | "removed", place: number): PartDifference {
  return {
    kind: part.kind,
    change,
    name: part.name,
    from: change === "removed" ? place : null,
    to: change === "added" ? place : null,
    isMoved: false,
    fields: part.fields
      .filter(([, text]) => text !== "")
      .map(([field, text]) => ({ field, runs: [{ kind: change, text }] })),
    parts: part.lists.flatMap((list) => list.map((inner, index) => wholePart(inner, change, index + 1))),
  };
}

/** In the order of the list after; a removed part stands behind the one that it stood behind. */
function listDifference(before: readonly Part[], after: readonly Part[]): readonly PartDifference[] {
  const partners = matchParts(before, after);
  const places = after.map((_, index) => partners.get(index)).filter((place) => place !== undefined);
  const steady = longestRising(places);
  const taken = new Set(places);
  const told: PartDifference[] = [];
  let next = 0;
  const tellRemoved = () => {
    for (; next < before.length && !steady.has(next); next++) {
      const part = before[next];
      if (part && !taken.has(next)) told.push(wholePart(part, "removed", next + 1));
    }
  };
  tellRemoved();
  after.forEach((part, index) => {
    const place = partners.get(index);
    const old = place === undefined ? undefined : before[place];
    if (place === undefined || !old) {
      told.push(wholePart(part, "added", index + 1));
      return;
    }
    const isSteady = steady.has(place);
    const difference = keptDifference(old, part, { from: place + 1, to: index + 1, isMoved: !isSteady });
    if (difference) told.push(difference);
    if (!isSteady) return;
    next = place + 1;
    tellRemoved();
  });
  return told;
}

/** @returns by index in the list after, the index of the same part in the list before */
function matchParts(before: readonly Part[], after: readonly Part[]): ReadonlyMap<number, number> {
  const partners = new Map<number, number>();
  const taken = new Set<number>();
  const keys: readonly ((part: Part) => string)[] = [
    ({ id, text }) => JSON.stringify([id, text]),
    ({ text }) => text,
    ({ id }) => id,
  ];
  for (const keyOf of keys) {
    const free = new Map<string, number[]>();
    before.forEach((part, index) => {
      if (!taken.has(index)) free.set(keyOf(part), [...(free.get(keyOf(part)) ?? []), index]);
    });
    after.forEach((part, index) => {
      if (partners.has(index)) return;
      const partner = free.get(keyOf(part))?.shift();
      if (partner === undefined) return;
      partners.set(index, partner);
      taken.add(partner);
    });
  }
  return partners;
}

/** @returns the numbers of a longest rising subsequence: what stayed in its place while the others moved around it */
function longestRising(numbers: readonly number[]): ReadonlySet<number> {
  const lengths: number[] = [];
  numbers.forEach((number, index) => {
    const before = numbers.slice(0, index).map((other, at) => (other < number ? (lengths[at] ?? 0) : 0));
    lengths.push(1 + Math.max(0, ...before));
  });
  const steady = new Set<number>();
  let wanted = Math.max(0, ...lengths);
  let below = Infinity;
  for (let index = numbers.length - 1; index >= 0; index--) {
    const number = numbers[index];
    if (number === undefined || lengths[index] !== wanted || number >= below) continue;
    steady.add(number);
    below = number;
    wanted--;
  }
  return steady;
}
