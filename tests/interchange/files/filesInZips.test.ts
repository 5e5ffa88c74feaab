import { expect, test } from "vitest";
import { MOST_BYTES } from "../../../src/domain/text/limits.ts";
import { filesInZips, type ZipStep } from "../../../src/interchange/files/filesInZips.ts";
import { openFile } from "../../../src/interchange/files/openFile.ts";
import { createZip } from "../../../src/interchange/files/zip.ts";

/** @param entries names and what is in them */
function zipOf(entries: Readonly<Record<string, string>>): Uint8Array<ArrayBuffer>[] {
  const zip = createZip(0);
  return [...Object.entries(entries).flatMap(([name, text]) => zip.add(name, text)), ...zip.finish()];
}

test("several interviews that were exported together are read from their archive as if each had been chosen", async () => {
  const beside = { "__MACOSX/._Amira.json": "x", "._Noor.age": "x", "photo.png": "x" };
  const archive = new File(zipOf({ "Amira.json": "{}", "sent/Noor.age": "a", ...beside }), "two.zip");
  const single = new File(["{}"], "one.json");
  const files = await filesInZips([single, archive]);
  expect(files.map(({ name }) => name)).toEqual(["one.json", "Amira.json", "sent/Noor.age"]);
  expect(await Promise.all(files.map((file) => file.text()))).toEqual(["{}", "{}", "a"]);
});

test("an archive without such files, or a damaged one, is refused with what to do", async () => {
  const bytes = zipOf({ "Noor.json": "{}" });
  const cut = new File(bytes.slice(0, 1), "cut.zip");
  const other = new File(zipOf({ "photo.png": "x" }), "other.zip");
  expect(await filesInZips([cut, other])).toEqual([cut, other]);
  for (const file of [cut, other])
    expect(await openFile(file)).toMatchObject({
      ok: false,
      errors: [
        { message: expect.stringMatching(/^This ZIP has no file of this app .* Unpack it/u) as string },
      ],
    });
});

test("what unpacks to more than a file may hold is not unpacked, however many such archives there are", async () => {
  const large = zipOf({ "a.json": " ".repeat(MOST_BYTES + 1) });
  const archives = Array.from({ length: 3 }, (_, at) => new File(large, `${at}.zip`));
  expect(await filesInZips(archives)).toEqual(archives);
});

test("while an archive is unpacked it is told how far it is, and it stops where that is wanted", async () => {
  const names = Array.from({ length: 5 }, (_, at) => `${at}.json`);
  const archive = new File(zipOf(Object.fromEntries(names.map((name) => [name, "{}"]))), "five.zip");
  const told: string[] = [];
  const cancel = new AbortController();
  const tell = (step: ZipStep, done: number, of: number) => {
    told.push(`${step} ${done} of ${of}`);
    return Promise.resolve();
  };
  expect(await filesInZips([archive], undefined, tell)).toHaveLength(5);
  expect([...new Set(told)]).toEqual([
    "opening 0 of 1",
    ...[0, 1, 2, 3, 4, 5].map((done) => `unpacking ${done} of 5`),
  ]);
  told.length = 0;
  const stopping = (step: ZipStep, done: number, of: number) => {
    if (done === 2) cancel.abort();
    return tell(step, done, of);
  };
  expect(await filesInZips([archive], cancel.signal, stopping)).toEqual([archive]);
  expect(told.at(-1)).toBe("unpacking 2 of 5");
});

test("while many files that are no archive are opened it is told how far it is", async () => {
  const files = Array.from({ length: 3 }, (_, at) => new File(["{}"], `${at}.json`));
  const told: string[] = [];
  const tell = (step: ZipStep, done: number, of: number) => {
    told.push(`${step} ${done} of ${of}`);
    return Promise.resolve();
  };
  expect(await filesInZips(files, undefined, tell)).toEqual(files);
  expect(told).toEqual(["opening 0 of 3", "opening 1 of 3", "opening 2 of 3"]);
});

test("of several archives it is told how many are opened, and not of each from the beginning", async () => {
  const files = ["one.zip", "two.zip"].map(
    (name) => new File(zipOf({ "a.json": "{}", "b.json": "{}" }), name),
  );
  const told: string[] = [];
  const tell = (step: ZipStep, done: number, of: number) => {
    told.push(`${step} ${done} of ${of}`);
    return Promise.resolve();
  };
  expect(await filesInZips(files, undefined, tell)).toHaveLength(4);
  expect([...new Set(told)]).toEqual(["opening 0 of 2", "opening 1 of 2"]);
});
