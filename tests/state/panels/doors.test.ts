import fc from "fast-check";
import { afterEach, expect, test, vi } from "vitest";
import { amountOf } from "../../amount.ts";
import type { Entry } from "../../../src/domain/admission/entries.ts";
import { attendanceOf, type Panel } from "../../../src/domain/panels/panel.ts";
import type { Revision, Scorecard } from "../../../src/domain/session/scorecard.ts";
import type { Session } from "../../../src/domain/session/session.ts";
import type { WholeSession } from "../../../src/domain/session/wholeSession.ts";
import { canonicalText } from "../../../src/domain/text/canonicalText.ts";
import { encodeDebriefFile } from "../../../src/interchange/formats/debriefFile.ts";
import { encodeSessionFile } from "../../../src/interchange/formats/sessionFile.ts";
import type { AppParts } from "../../../src/state/app/appContext.ts";
import { carryOut, planFromFile } from "../../../src/state/backups/backupWork.ts";
import { addScorecardFiles } from "../../../src/state/panels/scorecardIntake.ts";
import { openScorecardText } from "../../../src/state/panels/scorecardTexts.ts";
import { takeImported } from "../../../src/state/session/importing.ts";
import { importFile } from "../../importFile.ts";
import { createDatabase } from "../../../src/storage/database.ts";
import { addPanel } from "../../../src/storage/panels/panels.ts";
import { putWholeSessions } from "../../../src/storage/session/sessions.ts";
import { encodeBackup } from "../../interchange/guideText/fileTexts.ts";
import { hashGuide, liveInterview, plannedInterview, smallGuide, START } from "../../smallInterview.ts";
import { smallPanel, smallRevision, smallScorecard, startedPanel } from "../../smallPanel.ts";
import { createLocks } from "../fakeLocks.ts";

const machines: AppParts[] = [];
let count = 0;

/** @param now epoch ms: whatever the clock says, the same comes in */
function newMachine(now: number): AppParts {
  let ticks = 0;
  const app: AppParts = {
    database: createDatabase(`doors ${count++}`),
    clock: { now: () => now + ticks++, monotonic: () => 0 },
    newId: () => `id${count++}`,
    appName: "Test 1",
  };
  machines.push(app);
  return app;
}

afterEach(() => {
  for (const { database } of machines.splice(0)) database.close();
  vi.unstubAllGlobals();
});

const head = { exportedAt: START, appName: "Test 1" };
const work = { onProgress: () => {}, signal: new AbortController().signal };

/** Takes a file in through the door of backups, and then all that waits. */
async function restore({ database }: AppParts, entries: readonly Entry[], isTaken: boolean): Promise<void> {
  const id = hashGuide(smallGuide);
  const guide: Entry = {
    kind: "guide",
    value: { id, guide: smallGuide, previousId: null, lineId: id, savedAt: null },
  };
  const file = new Blob([encodeBackup([guide, ...entries], START, "Test 1")]);
  const plan = await planFromFile(database, file, null, head, work);
  const texts = new Map(
    await Promise.all(plan.staged.map(async (blob) => [blob, await blob.text()] as const)),
  );
  const taken = isTaken ? plan.questions.first.flatMap(({ key }) => key ?? []) : [];
  await carryOut(database, plan, (blob) => texts.get(blob) ?? "", work, taken);
}

async function drop(app: AppParts, panelId: string | null, text: string, isTaken: boolean): Promise<void> {
  const files = [new File([text], "a.json")];
  const intake = await addScorecardFiles(app, panelId, files, work);
  const waiting = intake.kind === "done" && intake.files[0]?.result;
  if (!isTaken || !waiting || waiting.kind === "refused") return;
  const taken = waiting.waiting.map(({ key }) => key);
  if (taken.length > 0) await addScorecardFiles(app, panelId, files, { ...work, taken });
}

const fileOf = ({ first, revisions }: Scorecard) => encodeSessionFile(first, START, "Test 1", revisions);

async function bringIn(app: AppParts, scorecard: Scorecard): Promise<void> {
  const imported = await importFile(app, new File([fileOf(scorecard)], "a.json"));
  if (!imported.ok) return;
  const { kind } = imported.value;
  if (kind === "revision" || kind === "conflict") await takeImported(app, imported.value);
}

const entryOf = ({ first: { session, answers }, revisions }: Scorecard): Entry => ({
  kind: "session",
  value: { session, answers, revisions },
});

const rowOf = (scorecard: Scorecard, addedAt: number): Entry => ({
  kind: "sealedScorecard",
  value: {
    ...attendanceOf(smallPanel, scorecard.first),
    panelId: smallPanel.id,
    addedAt,
    text: fileOf(scorecard),
  },
});

const revisionsOf = (sessionId: string, ids: readonly string[]): readonly Revision[] =>
  ids.map((id) => ({
    ...smallRevision(`${sessionId} ${id}`, START + Number(id), "failed.cause", 3),
    sessionId,
  }));

const scorecardOf = (seat: string, revisionIds: readonly string[]): Scorecard => {
  const { first } = smallScorecard(seat, { "failed.cause": 4 });
  return { first, revisions: revisionsOf(first.session.id, revisionIds) };
};

/** Of one interview that goes on: each holds all that the one before holds. */
function stageOf(step: number): Scorecard {
  const planned = plannedInterview("going on", { candidate: "Li Na" });
  const session = { ...planned.session, summary: `step ${step}`, updatedAt: START + step };
  return { first: { ...planned, session }, revisions: [] };
}

const anyRevisions = fc.subarray(["1", "2", "3"]);
const anySeat = fc.constantFrom("noor", "ben", "eva");
const anyScorecard = fc.tuple(anySeat, anyRevisions).map(([seat, ids]) => scorecardOf(seat, ids));
const anyClock = fc.integer({ min: START - 1e9, max: START + 1e9 });

const intoLibrary = fc.record({
  door: fc.constantFrom("import" as const, "backup" as const),
  piece: fc.oneof(anyScorecard, fc.nat(3).map(stageOf)),
});

async function libraryOf({ database }: AppParts) {
  const { sessions, answers, revisions, guides } = database;
  const all = await Promise.all([sessions, answers, revisions, guides].map((table) => table.toArray()));
  return canonicalText(all);
}

const rounds = { numRuns: amountOf(40, 12) };

test("what comes into the library is the same in any order, any number of times, by file or by backup", async () => {
  vi.stubGlobal("navigator", { locks: createLocks() });
  const deliver = async (
    app: AppParts,
    pieces: readonly { door: "import" | "backup"; piece: Scorecard }[],
  ) => {
    for (const { door, piece } of pieces) {
      if (door === "import") await bringIn(app, piece);
      else await restore(app, [entryOf(piece)], true);
    }
    return libraryOf(app);
  };
  await fc.assert(
    fc.asyncProperty(
      fc.array(intoLibrary, { minLength: 1, maxLength: 6 }).chain((pieces) =>
        fc.tuple(
          fc.constant(pieces),
          fc.shuffledSubarray([...pieces, ...pieces], {
            minLength: 2 * pieces.length,
            maxLength: 2 * pieces.length,
          }),
          fc.array(fc.constantFrom("import" as const, "backup" as const), {
            minLength: 2 * pieces.length,
            maxLength: 2 * pieces.length,
          }),
          anyClock,
        ),
      ),
      async ([pieces, shuffled, doors, now]) => {
        const one = await deliver(newMachine(START), pieces);
        const other = shuffled.map(({ piece, door }, at) => ({ piece, door: doors[at] ?? door }));
        expect(await deliver(newMachine(now), other)).toBe(one);
      },
    ),
    rounds,
  );
}, 120_000);

/** What a panel's copy is made of: debriefs of several moments, with some of the scorecards. */
const intoPanel = fc.record({
  door: fc.constantFrom("debrief" as const, "file" as const, "backup" as const),
  scorecards: fc.uniqueArray(anyScorecard, {
    minLength: 1,
    maxLength: 3,
    selector: ({ first }) => first.session.id,
  }),
  step: fc.nat(3),
  addedAt: anyClock,
});

function panelAt(step: number): Panel {
  const { debrief } = startedPanel;
  return {
    ...startedPanel,
    updatedAt: START + step,
    debrief: { ...debrief, weightsReason: step === 0 ? "" : `reason ${step}` },
  };
}

async function panelOf({ database }: AppParts) {
  const rows = await database.sealedScorecards.toArray();
  const opened = await Promise.all(rows.map(({ text }) => openScorecardText(text, undefined)));
  const attendance = rows.map(({ addedAt: _added, isFromSeat: _way, text: _text, ...row }) => row);
  return canonicalText([await database.panels.toArray(), attendance, opened]);
}

test("a panel comes to the same in any order, any number of times, by debrief, scorecards or backups", async () => {
  type Delivery = typeof intoPanel extends fc.Arbitrary<infer T> ? T : never;
  const deliver = async (app: AppParts, deliveries: readonly Delivery[]) => {
    await addPanel(app.database, panelAt(0), smallGuide, null);
    for (const { door, scorecards, step, addedAt } of deliveries) {
      const panel = panelAt(step);
      if (door === "debrief") {
        await drop(app, null, encodeDebriefFile({ panel, guide: smallGuide, scorecards }, START, "T"), true);
      } else if (door === "backup") {
        const rows = scorecards.map((scorecard) => rowOf(scorecard, addedAt));
        await restore(app, [{ kind: "panel", value: panel }, ...rows], true);
      } else {
        for (const scorecard of scorecards) await drop(app, smallPanel.id, fileOf(scorecard), true);
        await restore(app, [{ kind: "panel", value: panel }], true);
      }
    }
    return panelOf(app);
  };
  await fc.assert(
    fc.asyncProperty(
      fc.array(intoPanel, { minLength: 1, maxLength: 4 }).chain((deliveries) =>
        fc.tuple(
          fc.constant(deliveries),
          fc.shuffledSubarray([...deliveries, ...deliveries], { minLength: 2 * deliveries.length }),
          fc.array(fc.constantFrom("debrief" as const, "file" as const, "backup" as const), {
            minLength: 2 * deliveries.length,
            maxLength: 2 * deliveries.length,
          }),
          anyClock,
        ),
      ),
      async ([deliveries, shuffled, doors, now]) => {
        const one = await deliver(newMachine(START), deliveries);
        const other = shuffled.map((delivery, at) => ({ ...delivery, door: doors[at] ?? delivery.door }));
        expect(await deliver(newMachine(now), other)).toBe(one);
      },
    ),
    rounds,
  );
}, 120_000);

/** What one may have of the candidate on one's machine. */
const situations: Readonly<Record<string, Partial<Session> | null>> = {
  "no interview": null,
  "an open interview that was planned by hand": {},
  "an open interview of another candidate": { candidate: "Li Na" },
  "an open interview of the panel, from another seat": {
    panel: { panelId: "p1", interviewerId: "noor", publicKey: null },
  },
  "an open interview of the panel, under another name of the candidate": {
    candidate: "A. Haddad",
    panel: { panelId: "p1", interviewerId: "noor", publicKey: null },
  },
  "an open interview from another seat, by one of the same name": {
    interviewer: "Ben",
    panel: { panelId: "p1", interviewerId: "eva", publicKey: null },
  },
  "a sample": { sample: true },
  "the own submitted one": { status: "submitted", submittedAt: START, recommendation: "yes" },
};

test.each(Object.entries(situations))(
  "with %s on the machine, no door lets in ratings that another keeps out",
  async (title, change) => {
    const theirs = scorecardOf("ben", []);
    const debrief = encodeDebriefFile(
      { panel: startedPanel, guide: smallGuide, scorecards: [theirs] },
      START,
      "T",
    );
    const doors: Readonly<Record<string, (app: AppParts) => Promise<unknown>>> = {
      import: (app) => bringIn(app, theirs),
      file: (app) => drop(app, null, fileOf(theirs), true),
      debrief: (app) => drop(app, null, debrief, true),
      "a backup's interview": (app) => restore(app, [entryOf(theirs)], true),
      "a backup's panel": (app) =>
        restore(app, [{ kind: "panel", value: smallPanel }, rowOf(theirs, START)], true),
    };
    const isIn = await Promise.all(
      Object.values(doors).map(async (door) => {
        const app = newMachine(START);
        const mine: WholeSession = liveInterview("mine");
        if (change !== null)
          await putWholeSessions(app.database, [{ ...mine, session: { ...mine.session, ...change } }]);
        await door(app);
        const all = await Promise.all(app.database.tables.map((table) => table.toArray()));
        return JSON.stringify(all).includes("ben on failed.cause");
      }),
    );
    const isSealed = title.startsWith("an open interview") && !title.endsWith("another candidate");
    expect(new Set(isIn)).toEqual(new Set([!isSealed]));
  },
);
