import { createHash } from "node:crypto";
import { expect } from "vitest";
import type { AppParts } from "../../../src/state/app/appContext.ts";
import { createDatabase, type Database } from "../../../src/storage/database.ts";
import type { Guide } from "../../../src/domain/guides/guide.ts";
import { amountOf, drawnSeed } from "../../amount.ts";
import { hashGuide, START } from "../../smallInterview.ts";
import seeds from "../files/hostileSeeds.json" with { type: "json" };

/** A machine of its own, which can be put back to what it held. */
export interface TestMachine {
  readonly app: AppParts;
  /** A hash over every row of every table. */
  readonly hash: () => Promise<string>;
  /** Keeps what is there now as what `reset` puts back. */
  readonly keep: () => Promise<void>;
  readonly reset: () => Promise<void>;
}

let machines = 0;

/** @returns a machine with an empty database */
export function newTestMachine(): TestMachine {
  let ids = 0;
  const database = createDatabase(`hostile ${machines++}`);
  const app: AppParts = {
    database,
    clock: { now: () => START, monotonic: () => 0 },
    newId: () => `new ${ids++}`,
    appName: "Test 1",
  };
  let kept: readonly (readonly unknown[])[] = [];
  return {
    app,
    hash: async () =>
      createHash("sha256")
        .update(rowsToText(await rowsOf(database)))
        .digest("hex"),
    keep: async () => {
      kept = await rowsOf(database);
    },
    reset: async () => {
      await database.transaction("rw", database.tables, () =>
        Promise.all(
          database.tables.map(async (table, at) => {
            await table.clear();
            await table.bulkPut([...(kept[at] ?? [])]);
          }),
        ),
      );
    },
  };
}

function rowsOf(database: Database): Promise<readonly (readonly unknown[])[]> {
  return database.transaction("r", database.tables, () =>
    Promise.all(database.tables.map((table) => table.toArray())),
  );
}

/** JSON would lose what is undefined, and the sign of a zero. */
function rowsToText(rows: unknown): string {
  return JSON.stringify(rows, (_key, value: unknown) =>
    value === undefined ? "\0undefined" : Object.is(value, -0) ? "\0-0" : value,
  );
}

/** Longer than any file takes on a busy machine, and far shorter than a hang. */
const LONGEST_MS = 10_000;

/** What came of one file: refused, with nothing changed, or taken in. */
export type Outcome = "refused" | "accepted";

interface Run {
  readonly kind: keyof typeof seeds;
  /** How many files there are in all; a quick run takes a tenth of them, but 60 at least. */
  readonly count: number;
  readonly machine: TestMachine;
  /** Makes the file of that seed and takes it in; gives what was done to the file, and how to try what was accepted. */
  readonly take: (seed: number) => Promise<{
    readonly how: string;
    readonly outcome: Outcome;
    /** Throws where what was accepted is not valid or changes on the way out and in again. */
    readonly check: () => Promise<void> | void;
  }>;
}

/**
 * Takes files in, those first whose seeds have failed once. Fails with the seed of the first file that hangs, throws,
 * is refused and leaves a trace, or is accepted and not valid: add it to files/hostileSeeds.json when it is mended.
 */
export async function expectNoHarm({ kind, count: all, machine, take }: Run): Promise<void> {
  const count = amountOf(all, Math.max(40, all / 20));
  await machine.keep();
  const before = await machine.hash();
  const counts = { refused: 0, accepted: 0 };
  const known: readonly number[] = seeds[kind];
  const first = drawnSeed ?? 0;
  for (const seed of [...known, ...Array.from({ length: count - known.length }, (_, at) => first + at)]) {
    const startedAt = performance.now();
    const label = (what: string) => `${kind}, seed ${seed}: ${what}`;
    try {
      const { how, outcome, check } = await take(seed);
      counts[outcome]++;
      expect(performance.now() - startedAt, label(`${how} takes too long`)).toBeLessThan(LONGEST_MS);
      if (outcome === "accepted") {
        try {
          await check();
        } catch (error) {
          throw new Error(`${how}: ${String(error)}`, { cause: error });
        }
        await machine.reset();
      } else expect(await machine.hash(), label(`${how} was refused and left a trace`)).toBe(before);
    } catch (error) {
      throw new Error(label(String(error)), { cause: error });
    }
  }
  process.stdout.write(
    `hostile files, ${kind}: ${count} made, ${counts.refused} refused, ${counts.accepted} accepted\n`,
  );
  // A generator that makes good files only, or none, tests nothing; few files of a drawn seed may be so by chance.
  if (drawnSeed !== null) return;
  expect(counts.refused).toBeGreaterThan(count / 20);
  expect(counts.accepted).toBeGreaterThan(count / 50);
}

/** Writes the id of each guide in a file where a session, an invitation or a panel names it, if it has one. */
export function mendGuideIds(file: unknown): void {
  const { guide, guides, session, invitation, panel, scorecards } = file as {
    readonly guide?: Guide;
    readonly guides?: readonly Guide[];
    readonly session?: Named;
    readonly invitation?: Named;
    readonly panel?: Named;
    readonly scorecards?: readonly { readonly session: Named }[];
  };
  try {
    const id = hashGuide((guide ?? guides?.[0])!);
    for (const named of [session, invitation, panel, ...(scorecards ?? []).map((one) => one.session)])
      if (named) named.guideId = id;
  } catch {
    // It was changed so far that it has none.
  }
}

interface Named {
  guideId: string;
}
