import { MOST_BYTES } from "../../domain/text/limits.ts";
import { unpackZip } from "./unzip.ts";

/** As many bytes as the files of one archive may have together, unpacked: what several interviews are exported as. */
const MOST_UNPACKED = 10 * MOST_BYTES;
/** How a ZIP archive begins: its first four bytes, joined by commas. */
export const ZIP_BEGINNING = "80,75,3,4";

/** @returns whether it begins as a ZIP archive does */
export async function isZip(file: Blob): Promise<boolean> {
  try {
    return new Uint8Array(await file.slice(0, 4).arrayBuffer()).join() === ZIP_BEGINNING;
  } catch {
    return false;
  }
}

/**
 * @returns the files, in the place of each ZIP archive the JSON files in it; an archive that has none, is damaged or holds
 *   too much stands as it is
 */
export async function filesInZips(files: readonly File[]): Promise<readonly File[]> {
  const unpacked = await Promise.all(files.map((file) => filesIn(file).catch(() => [])));
  return files.flatMap((file, at) => {
    const inside = unpacked[at] ?? [];
    return inside.length > 0 ? inside : [file];
  });
}

async function filesIn(file: File): Promise<readonly File[]> {
  if (file.size > MOST_UNPACKED || !(await isZip(file))) return [];
  const entries = await unpackZip(
    await file.arrayBuffer(),
    (name) => name.toLowerCase().endsWith(".json"),
    MOST_UNPACKED,
  );
  return entries.map(({ name, bytes }) => new File([bytes], name, { type: "application/json" }));
}
