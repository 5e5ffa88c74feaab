// @vitest-environment node
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { Encrypter } from "age-encryption";
import fc from "fast-check";
import { expect, test } from "vitest";
import { amountOf } from "../../amount.ts";
import { entryKey, toBackup, type Entry } from "../../../src/domain/admission/entries.ts";
import type { ReadEntry } from "../../../src/interchange/formats/backupEntries.ts";
import { readBackupFile, SealedFile } from "../../../src/interchange/formats/backupFile.ts";
import { sealStream } from "../../../src/interchange/files/encryption.ts";
import { hashGuide, smallGuide, START, submittedInterview } from "../../smallInterview.ts";
import { smallPanel } from "../../smallPanel.ts";
import { anyBackupEntries } from "./backups.ts";
import { decodeBackup, encodeBackup } from "../guideText/fileTexts.ts";

const APP = "Test 1";
const { session, answers } = submittedInterview();
const guide: Entry = {
  kind: "guide",
  value: { id: hashGuide(smallGuide), guide: smallGuide, previousId: null, lineId: "l", savedAt: START },
};
const entries: readonly Entry[] = [
  { kind: "tombstone", value: { id: "gone", deletedAt: START, reason: "" } },
  guide,
  { kind: "session", value: { session, answers, revisions: [] } },
  { kind: "panel", value: smallPanel },
  { kind: "panelKey", value: { panelId: smallPanel.id, secretKey: "AGE-SECRET-KEY-1" } },
  { kind: "setting", value: { key: "interviewer", value: "Noor" } },
];
const text = encodeBackup(entries, START, APP);

/** A stream that gives the bytes some at a time. */
function streamOf(bytes: Uint8Array | string, size = 1000): ReadableStream<Uint8Array> {
  const all = typeof bytes === "string" ? new TextEncoder().encode(bytes) : bytes;
  let at = 0;
  return new ReadableStream({
    pull: (controller) => {
      if (at >= all.length) controller.close();
      else controller.enqueue(all.slice(at, (at += size)));
    },
  });
}

async function readAll(
  bytes: Uint8Array | string,
  passphrase: string | null = null,
  size = 1000,
): Promise<readonly ReadEntry[]> {
  const found: ReadEntry[] = [];
  for await (const some of readBackupFile(streamOf(bytes, size), passphrase)) found.push(...some);
  return found;
}

const entriesOf = (found: readonly ReadEntry[]) =>
  found.map((read) => (read.ok ? read.value.entry : read.errors));

/** Seals with far less work than the app, which makes that slow for whoever guesses. */
function sealQuickly(plain: string, passphrase: string): Promise<Uint8Array> {
  const encrypter = new Encrypter();
  encrypter.setPassphrase(passphrase);
  encrypter.setScryptWorkFactor(8);
  return encrypter.encrypt(plain);
}

/** @returns what is wrong with the file whose lines were changed */
async function errorsIn(change: (lines: string[]) => readonly string[]) {
  const decoded = await decodeBackup(change(text.split("\n")).join("\n"));
  return decoded.ok ? [] : decoded.errors;
}

test.each(["session", "panel", "guide", "fileFields", "tombstone"])(
  "a panel’s field of a later version may be called %s: it comes out as it went in, also from an older backup",
  async (name) => {
    for (const value of ["of a later version", { at: 1 }]) {
      const fileFields = { [name]: value, other: 1 };
      const panel: Entry = { kind: "panel", value: { ...smallPanel, fileFields } };
      expect(entriesOf(await readAll(encodeBackup([guide, panel], START, APP)))).toEqual([guide, panel]);
    }
    // There it stands beside the panel.
    if (name === "panel" || name === "fileFields") return;
    const before = encodeBackup([guide, { kind: "panel", value: smallPanel }], START, APP).replace(
      '{"panel":',
      `{"${name}":"of a later version","panel":`,
    );
    expect(entriesOf(await readAll(before))).toEqual([
      guide,
      { kind: "panel", value: { ...smallPanel, fileFields: { [name]: "of a later version" } } },
    ]);
  },
);

test("what is backed up comes out as it went in, unknown fields too, line by line and formatted anew", async () => {
  await fc.assert(
    fc.asyncProperty(anyBackupEntries, fc.integer({ min: 1, max: 5000 }), async (some, size) => {
      const file = encodeBackup(some, START, APP);
      expect(JSON.parse(file)).toMatchObject({ count: some.length });
      expect(file.split("\n")).toHaveLength(some.length + 3);
      expect(entriesOf(await readAll(file, null, size))).toEqual(some);
      const anew = JSON.stringify(JSON.parse(file), null, 2);
      expect(await decodeBackup(anew)).toEqual({ ok: true, value: toBackup(some) });
    }),
    { numRuns: amountOf(40, 15) },
  );
});

test("a packed file is read", async () => {
  expect(entriesOf(await readAll(gzipSync(text)))).toEqual(entries);
});

test("a sealed file needs its passphrase, and nothing of it can be read without", async () => {
  const sealed = await sealQuickly(text, "four words by chance");
  expect(new TextDecoder("latin1").decode(sealed)).not.toContain("Noor");
  await expect(readAll(sealed)).rejects.toThrow(SealedFile);
  await expect(readAll(sealed, "four words by choice")).rejects.toThrow(
    "The passphrase doesn’t open this file. Check it and try again",
  );
  expect(entriesOf(await readAll(sealed, "four words by chance"))).toEqual(entries);
});

test("a sealed file that was changed or cut is refused with a sentence", async () => {
  const sealed = await sealQuickly(text, "pass");
  const flipped = (at: number) => sealed.map((byte, index) => (index === at ? byte ^ 1 : byte));
  for (const file of [
    flipped(sealed.length - 1),
    flipped(sealed.length - 2000),
    sealed.slice(0, -1),
    sealed.slice(0, 60),
  ]) {
    await expect(readAll(file, "pass")).rejects.toThrow("The encrypted file is damaged");
  }
  // Where the lines are changed that hold the key, it looks like another passphrase.
  await expect(readAll(flipped(100), "pass")).rejects.toThrow(/does not open|damaged/u);
});

// age asks for a passphrase on a terminal alone; this program of most Linux systems lends it one.
const terminal = "script";
const canTypeToAge =
  spawnSync("age", ["--version"]).status === 0 && spawnSync(terminal, ["--version"]).status === 0;

test.runIf(canTypeToAge)("the age program opens a sealed backup with its passphrase", async () => {
  const folder = mkdtempSync(join(tmpdir(), "backup-"));
  const sealed = (await sealStream(streamOf(text), "four words by chance")) as ReadableStream<
    Uint8Array<ArrayBuffer>
  >;
  writeFileSync(join(folder, "backup.age"), new Uint8Array(await new Response(sealed).arrayBuffer()));
  const { status, stdout } = spawnSync(terminal, ["-qec", "age -d -o backup.json backup.age", "/dev/null"], {
    cwd: folder,
    input: "four words by chance\n",
    encoding: "utf8",
  });
  expect([status, stdout]).toEqual([0, expect.stringContaining("passphrase")]);
  expect(readFileSync(join(folder, "backup.json"), "utf8")).toBe(text);
  rmSync(folder, { recursive: true });
});

test("a packed file that is damaged is refused with a sentence", async () => {
  const packed = gzipSync(text);
  await expect(readAll(packed.subarray(0, -20))).rejects.toThrow("The file is damaged");
  await expect(readAll(packed.map((byte, at) => (at === 40 ? byte ^ 255 : byte)))).rejects.toThrow(
    /damaged|text/u,
  );
});

test("a file that is packed in itself again and again is not unpacked without end", async () => {
  const packed = Array.from({ length: 6 }).reduce<Uint8Array>((inner) => gzipSync(inner), Buffer.from(text));
  await expect(readAll(packed)).rejects.toThrow("packed more often");
});

test("a file that is cut off is refused, wherever it is cut", async () => {
  for (let at = 0; at < text.length - 2; at += 97) {
    const decoded = await decodeBackup(text.slice(0, at));
    expect([at, decoded.ok]).toEqual([at, false]);
  }
  expect(await decodeBackup(text.slice(0, text.lastIndexOf("]")))).toEqual({
    ok: false,
    errors: [{ path: "", message: "The file is cut off: its end is missing." }],
  });
});

test("an entry that is missing is found by the count", async () => {
  expect(await errorsIn((lines) => lines.filter((line) => !line.includes("tombstone")))).toEqual([
    { path: "", message: "The file is damaged: it has 5 entries and should have 6." },
  ]);
});

test("a newer version and another kind of file are refused with a sentence", async () => {
  const newer = text.replace('"version":1', '"version":2');
  expect(await decodeBackup(newer)).toMatchObject({
    errors: [{ message: expect.stringContaining("newer version of the app") as string }],
  });
  expect(await decodeBackup(text.replace("scorecard.backup", "scorecard.guide"))).toMatchObject({
    ok: false,
  });
  for (const other of ["", "[", "{}", "[1]", "\u0000\u0001", "null", "hello", "x[\n]"]) {
    expect([other, (await decodeBackup(other)).ok]).toEqual([other, false]);
  }
  await expect(readAll(new Uint8Array([0xff, 0xfe, 0xfd, 0x0a]))).rejects.toThrow("Choose another file");
});

test("something after the end is refused", async () => {
  expect(await errorsIn((lines) => [...lines, '{"setting":{"key":"a","value":1}}'])).toEqual([
    { path: "", message: "There is something after the end of the backup." },
  ]);
});

test("an error says where it is, and leaves the other entries readable", async () => {
  const lines = text.split("\n");
  const broken = lines.map((line) => line.replace('"status":"submitted"', '"status":"lost"')).join("\n");
  const found = await readAll(broken);
  expect(found.map(({ ok }) => ok)).toEqual([true, true, false, true, true, true]);
  expect(found.flatMap((read) => (read.ok ? [] : read.errors))).toMatchObject([
    { path: "entries[2].session.status" },
  ]);
  expect(
    await errorsIn((all) => all.map((line) => line.replace('{"panelKey":', '{"panelKey"'))),
  ).toMatchObject([{ path: "entries[4]", message: "The entry is damaged or cut off." }]);
});

test.each([
  [
    "a session without its guide",
    (line: string) => !line.startsWith('{"guide"'),
    "entries[1].session.guideId",
  ],
  ["a panel without its guide", (line: string) => !line.startsWith('{"guide"'), "entries[2].panel.guideId"],
  ["a key without its panel", (line: string) => !line.startsWith('{"panel":'), "entries[3].panelKey.panelId"],
])("%s is refused", async (_what, keep, path) => {
  const errors = await errorsIn((lines) =>
    lines.filter(keep).map((line) => line.replace('"count":6', '"count":5')),
  );
  expect(errors.map((error) => error.path)).toContain(path);
});

test("a guide whose text was changed is refused, as is what the rules of a session forbid", async () => {
  expect(
    await errorsIn((lines) => lines.map((line) => line.replaceAll("Night baker", "Day baker"))),
  ).toMatchObject([
    { path: "entries[1].guide.id" },
    { path: "entries[2].session.guideId" },
    { path: "entries[3].panel.guideId" },
    { path: "entries[4].panelKey.panelId" },
  ]);
  expect(
    await errorsIn((lines) => lines.map((line) => line.replace('"rating":5', '"rating":9'))),
  ).toMatchObject([{ path: expect.stringMatching(/^entries\[2\]\.answers\[0\]\.areas/u) as string }]);
});

test("an entry that is there twice, of no known kind, or out of order is refused", async () => {
  const twice = await decodeBackup(encodeBackup([guide, guide], START, APP));
  expect(twice).toEqual({ ok: false, errors: [{ path: "entries[1]", message: "is there twice" }] });
  const backwards = await decodeBackup(encodeBackup(entries.toReversed(), START, APP));
  expect(backwards).toMatchObject({
    errors: [
      { path: "entries[1]", message: "a panelKey must stand before the first setting" },
      {},
      {},
      {},
      {},
    ],
  });
  const unknown = await decodeBackup(text.replace('{"setting":', '{"later":'));
  expect(unknown).toMatchObject({ errors: [{ path: "entries[5]" }] });
});

test("keys that reach a prototype, and depth, are refused in each line", async () => {
  const withValue = (value: string) => text.replace('"value":"Noor"', `"value":${value}`);
  expect(await decodeBackup(withValue('{"__proto__":1}'))).toMatchObject({
    errors: [{ path: "entries[5].setting.value.__proto__" }],
  });
  expect(await decodeBackup(withValue("[".repeat(70) + "]".repeat(70)))).toMatchObject({
    errors: [{ path: "entries[5]", message: expect.stringContaining("nested too deeply") as string }],
  });
});

test("every entry has a key of its own kind", () => {
  expect(new Set(entries.map(entryKey)).size).toBe(entries.length);
});
