import { candidateKey } from "./candidateKey.ts";
import { isTime, LONGEST_NAME } from "../text/limits.ts";

/*
 * Two names that are one person's. Nothing that is recorded under either is written anew: a scorecard keeps the name that
 * it was submitted with, and a file or a sealed scorecard that has it goes on fitting. Only whom it counts for is another.
 */

/** What is recorded under the one name counts for whoever the other one is. */
export interface NameMerge {
  /** The name that goes, as the screen showed it. */
  readonly name: string;
  /** The name that stays, as the screen showed it. */
  readonly intoName: string;
  /** Epoch ms. */
  readonly mergedAt: number;
}

/** The setting that keeps which names are one person's. */
export const MERGED_NAMES = "mergedNames";

/** Gives the `candidateKey` of the name that stands for the person: two names are one person's where it is the same. */
export type PersonOf = (name: string) => string;

/** Who is who, where names were merged. A person is the `candidateKey` of the name that stays. */
export interface Persons {
  readonly of: PersonOf;
  /** @param key `candidateKey` of a name */
  readonly ofKey: (key: string) => string;
  /** @returns the `candidateKey` of each name that the one of that key was merged into, the one that stays last */
  readonly pathOf: (key: string) => readonly string[];
  /** @returns the merges through which other names came to be that person's */
  readonly mergesInto: (person: string) => readonly NameMerge[];
  /** @returns the `candidateKey` of every name that is that person's, that of the name that stays first */
  readonly keysOf: (person: string) => readonly string[];
  /** @returns the name that stays, as it was shown; undefined where no other was merged into it */
  readonly nameOf: (person: string) => string | undefined;
  /** @returns how lists show who is recorded under a name: by the name that stays. The record itself keeps its own */
  readonly shown: (name: string) => string;
}

type MergeByKey = ReadonlyMap<string, NameMerge>;

function byKeyOf(merges: readonly NameMerge[]): Map<string, NameMerge> {
  return new Map(merges.map((merge) => [candidateKey(merge.name), merge]));
}

/** @returns the `candidateKey` of each name that the one of that key was merged into, by way of others too; the last one stays */
function pathOf(byKey: MergeByKey, key: string): readonly string[] {
  // A file may hold merges that go round in a circle: it ends at the first name that comes again.
  const seen = new Set<string>();
  const path: string[] = [];
  let last = key;
  for (let merge = byKey.get(last); merge && !seen.has(last); merge = byKey.get(last)) {
    seen.add(last);
    last = candidateKey(merge.intoName);
    path.push(last);
  }
  return path;
}

/** @returns the `candidateKey` of the name that stays for that one */
function lastKey(byKey: MergeByKey, key: string): string {
  return pathOf(byKey, key).at(-1) ?? key;
}

/**
 * @param more merges that come in
 * @param mayJoin whether the merge of a name, by its `candidateKey`, may come in
 * @returns those that are here, and those of them that say something new: of a name that is merged here that stays
 */
export function joinMerges(
  here: readonly NameMerge[],
  more: readonly NameMerge[],
  mayJoin: (key: string) => boolean,
): readonly NameMerge[] {
  const byKey = byKeyOf(here);
  const added = more.filter((merge) => {
    const key = candidateKey(merge.name);
    const isKnown = byKey.has(key) || lastKey(byKey, key) === lastKey(byKey, candidateKey(merge.intoName));
    if (isKnown || !mayJoin(key)) return false;
    byKey.set(key, merge);
    return true;
  });
  return [...here, ...added];
}

/** @returns who is who by those merges */
export function personsBy(merges: readonly NameMerge[]): Persons {
  const byKey = byKeyOf(merges);
  const ofKey = (key: string) => lastKey(byKey, key);
  const mergesByPerson = new Map<string, NameMerge[]>();
  for (const [key, merge] of byKey) {
    const person = ofKey(key);
    const known = mergesByPerson.get(person);
    if (person === key) continue;
    if (known) known.push(merge);
    else mergesByPerson.set(person, [merge]);
  }
  const mergesInto = (person: string) => mergesByPerson.get(person) ?? [];
  const of = (name: string) => ofKey(candidateKey(name));
  const nameOf = (person: string) =>
    mergesInto(person).find(({ intoName }) => candidateKey(intoName) === person)?.intoName;
  return {
    of,
    ofKey,
    pathOf: (key) => pathOf(byKey, key),
    mergesInto,
    keysOf: (person) => [person, ...mergesInto(person).map(({ name }) => candidateKey(name))],
    nameOf,
    // Without a merge a name is not even looked at.
    shown: (name) => (byKey.size === 0 ? name : (nameOf(of(name)) ?? name)),
  };
}

/** @returns the merges in a setting, which may come from a file: what is none is passed over */
export function settingToMerges(value: unknown): readonly NameMerge[] {
  return Array.isArray(value) ? value.filter(isNameMerge) : [];
}

/** @returns whether a value, which may come from a file, says of two names that they are one person's */
export function isNameMerge(value: unknown): value is NameMerge {
  if (typeof value !== "object" || value === null) return false;
  const { name, intoName, mergedAt } = value as Partial<Record<keyof NameMerge, unknown>>;
  return isName(name) && isName(intoName) && typeof mergedAt === "number" && isTime(mergedAt);
}

function isName(value: unknown): value is string {
  return typeof value === "string" && value.length <= LONGEST_NAME;
}
