// @vitest-environment node
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { crc32 } from "node:zlib";
import { expect, test } from "vitest";
import { createZip } from "../../../src/interchange/files/zip.ts";
import { START } from "../../smallInterview.ts";

function archive(files: readonly (readonly [string, string | Uint8Array<ArrayBuffer>])[]): Buffer {
  const zip = createZip(START);
  const parts = files.flatMap(([name, content]) => zip.add(name, content));
  return Buffer.concat([...parts, ...zip.finish()]);
}

/** Reads an archive by its list of contents, as an unpacker does. */
function readArchive(bytes: Buffer): (readonly [name: string, text: string])[] {
  const end = bytes.length - 22;
  expect(bytes.readUInt32LE(end)).toBe(0x06054b50);
  let at = bytes.readUInt32LE(end + 16);
  return Array.from({ length: bytes.readUInt16LE(end + 10) }, () => {
    expect(bytes.readUInt32LE(at)).toBe(0x02014b50);
    const size = bytes.readUInt32LE(at + 24);
    const nameLength = bytes.readUInt16LE(at + 28);
    const local = bytes.readUInt32LE(at + 42);
    const name = bytes.toString("utf8", at + 46, at + 46 + nameLength);
    expect(bytes.readUInt32LE(local)).toBe(0x04034b50);
    const start = local + 30 + bytes.readUInt16LE(local + 26);
    const content = bytes.subarray(start, start + size);
    expect(bytes.readUInt32LE(at + 16)).toBe(crc32(content));
    at += 46 + nameLength;
    return [name, content.toString("utf8")];
  });
}

test("every file comes out of the archive as it went in", () => {
  const files = [
    ["a.json", '{ "a": "أميرة" }\n'],
    ["王小明.json", ""],
    ["c.json", "x".repeat(70_000)],
  ] as const;
  expect(readArchive(archive(files))).toEqual(files);
  const asBytes = files.map(([name, text]) => [name, new TextEncoder().encode(text)] as const);
  expect(readArchive(archive(asBytes))).toEqual(files);
});

test("two files of one name are both there, also where only some systems take the names for one", () => {
  const names = readArchive(
    archive([
      ["a.json", "1"],
      ["a.json", "2"],
      ["A.json", "3"],
    ]),
  ).map(([name]) => name);
  expect(names).toEqual(["a.json", "a (2).json", "A (3).json"]);
});

test("more files than an archive counts are refused, and none is lost without a word", () => {
  const zip = createZip(START);
  for (let at = 0; at < 65_535; at++) zip.add(`${at}.json`, "");
  expect(() => zip.add("one too many.json", "")).toThrow("Select fewer interviews");
});

test.runIf(spawnSync("unzip", ["-v"]).status === 0)("unzip finds no fault with it", () => {
  const folder = mkdtempSync(join(tmpdir(), "zip-"));
  writeFileSync(join(folder, "a.zip"), archive([["Zoë_王.json", "{}\n"]]));
  // Names come out as they are where the machine's are UTF-8.
  const env = { ...process.env, LC_ALL: "C.UTF-8" };
  const unzipped = spawnSync("unzip", ["-d", folder, join(folder, "a.zip")], { env, encoding: "utf8" });
  expect(unzipped.stderr).toBe("");
  expect(unzipped.status).toBe(0);
  expect(readFileSync(join(folder, "Zoë_王.json"), "utf8")).toBe("{}\n");
  rmSync(folder, { recursive: true });
});
