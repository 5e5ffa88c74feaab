// @vitest-environment node
import { describe, expect, test } from "vitest";
import { TooLargeError } from "../../../src/interchange/files/inflate.ts";
import { unpackZip } from "../../../src/interchange/files/unzip.ts";
import { createZip } from "../../../src/interchange/files/zip.ts";
import { START } from "../../smallInterview.ts";

interface Entry {
  readonly name: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

function zipOf(entries: readonly Entry[]): Promise<ArrayBuffer> {
  const zip = createZip(START);
  const parts = entries.flatMap(({ name, bytes }) => zip.add(name, bytes));
  return new Blob([...parts, ...zip.finish()]).arrayBuffer();
}

describe("a zip", () => {
  const entries = [
    { name: "word/document.xml", bytes: new TextEncoder().encode("<a>Ärger</a>") },
    { name: "große.xml", bytes: new Uint8Array() },
  ];
  const all = () => true;

  test("that was stored is unpacked as it was, but for what is not wanted", async () => {
    const zip = await zipOf(entries);
    expect(await unpackZip(zip, all, 1_000)).toEqual(entries);
    expect(await unpackZip(zip, (name) => name.startsWith("word/"), 1_000)).toEqual(entries.slice(0, 1));
  });

  test("is counted while it is unpacked, all its files together", async () => {
    const size = entries[0]!.bytes.byteLength;
    const zip = await zipOf([entries[0]!, { ...entries[0]!, name: "other.xml" }]);
    await expect(unpackZip(zip, all, 2 * size - 1)).rejects.toThrow(TooLargeError);
    expect(await unpackZip(zip, all, 2 * size)).toHaveLength(2);
  });

  test("that is none, or of which a part is damaged or packed in another way, is refused", async () => {
    const zip = await zipOf(entries);
    const changed = (at: number, value: number) => {
      const bytes = new Uint8Array(zip.slice(0));
      bytes[at] = value;
      return bytes.buffer;
    };
    const list = new DataView(zip).getUint32(zip.byteLength - 6, true);
    await expect(unpackZip(new ArrayBuffer(40), all, 1_000)).rejects.toThrow("no zip");
    await expect(unpackZip(new ArrayBuffer(3), all, 1_000)).rejects.toThrow("no zip");
    await expect(unpackZip(changed(0, 0), all, 1_000)).rejects.toThrow("A file in it is damaged");
    await expect(unpackZip(changed(list, 0), all, 1_000)).rejects.toThrow("list of files is damaged");
    await expect(unpackZip(changed(list + 10, 99), all, 1_000)).rejects.toThrow("a way that is not known");
  });
});
