import { deflateRawSync, gzipSync } from "node:zlib";

/** A source of chance that gives the same numbers for the same seed, all below 1 (mulberry32). */
export function chanceOf(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 0x1_0000_0000;
  };
}

type Chance = () => number;
export type Bytes = Buffer<ArrayBuffer>;
export const below = (chance: Chance, most: number) => Math.floor(chance() * most);
export const pick = <T>(chance: Chance, list: readonly T[]): T => list[below(chance, list.length)]!;

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };
interface Slot {
  readonly holder: Json[] | { [key: string]: Json };
  readonly key: number | string;
}

/** Every place of a value that holds another. */
function slotsOf(value: Json): Slot[] {
  if (typeof value !== "object" || value === null) return [];
  const keys: readonly (number | string)[] = Array.isArray(value) ? [...value.keys()] : Object.keys(value);
  return keys.flatMap((key) => [{ holder: value, key }, ...slotsOf(read({ holder: value, key }))]);
}

const read = ({ holder, key }: Slot): Json => Reflect.get(holder, key) as Json;
const write = ({ holder, key }: Slot, value: Json) => {
  // Defined, not set: "__proto__" is to become a key as in JSON.
  Object.defineProperty(holder, key, { value, enumerable: true, configurable: true, writable: true });
};

/** Stands for JSON that no value is written as; `toText` puts it in. */
const raw = (json: string) => `@@raw ${json}@@`;
const toText = (value: Json) =>
  JSON.stringify(value).replaceAll(/"@@raw (.*?)@@"/gu, (_all, json: string) =>
    String(JSON.parse(`"${json}"`)),
  );

const numbers: readonly Json[] = [
  0,
  -1,
  0.1,
  1e308,
  -1e308,
  5e-324,
  2 ** 53,
  2 ** 53 - 1,
  2 ** 53 + 2,
  -(2 ** 53),
  1440,
  1440.5,
  11,
  ...["1e999", "-1e999", "-0", "-0.0e3", "1E400", "0.1e-400"].map(raw),
];
const texts: readonly string[] = [
  "",
  " ",
  "\u0000",
  "\uD83D",
  "\uDE00 x",
  "a\uD800b",
  "\u202E\u2066",
  "x".repeat(100_000),
  "true",
  "5",
  "__proto__",
  "constructor",
  "prototype",
  "toString",
  "hasOwnProperty",
  "<script>",
  "=1+1",
  "failed",
  "𝒳".repeat(500),
  "王".repeat(5_000),
  "\uFEFF",
  "NaN",
  "s1",
  "i1",
];
const times: readonly string[] = [
  "0000-01-01T00:00:00.000Z",
  "9999-12-31T23:59:59.999Z",
  "9999-12-31T23:59:59.999-14:00",
  "0000-01-01T00:00:00.000+14:00",
  "+010000-01-01T00:00:00.000Z",
  "-000001-12-31T00:00:00.000Z",
  "2026-02-30T00:00:00Z",
  "2026-02-28T24:00:00Z",
  "2026-13-01T00:00:00Z",
  "1970-01-01T00:00:00Z",
  "2026-06-30T23:59:60Z",
  `2026-01-01T00:00:00.${"1".repeat(50_000)}Z`,
  "2026-01-01",
];
const values: readonly Json[] = [null, true, 7, "text", [], {}, [[]], [null], [{}], { "": 1 }];

/** Ways to change one parsed file; the names are in the report of a failure. */
const treeChanges: Readonly<Record<string, (file: Json, slots: readonly Slot[], chance: Chance) => void>> = {
  "type swapped": (_file, slots, chance) => write(pick(chance, slots), structuredClone(pick(chance, values))),
  "list for an object, or an object for a list": (_file, slots, chance) => {
    const holders = slots.filter((slot) => typeof read(slot) === "object" && read(slot) !== null);
    const slot = pick(chance, holders);
    write(slot, Array.isArray(read(slot)) ? {} : []);
  },
  "number at the edge": (_file, slots, chance) => {
    const places = slots.filter((slot) => typeof read(slot) === "number");
    write(pick(chance, places.length > 0 ? places : slots), pick(chance, numbers));
  },
  "odd text": (_file, slots, chance) => {
    const places = slots.filter((slot) => typeof read(slot) === "string");
    write(pick(chance, places.length > 0 ? places : slots), pick(chance, texts));
  },
  "time at the edge": (_file, slots, chance) => {
    const places = slots.filter((slot) => /^\d{4}-\d\d-\d\dT/u.test(String(read(slot))));
    write(pick(chance, places.length > 0 ? places : slots), pick(chance, times));
  },
  "field removed": (_file, slots, chance) => {
    const { holder, key } = pick(chance, slots);
    if (Array.isArray(holder)) holder.splice(Number(key), 1);
    else Reflect.deleteProperty(holder, key);
  },
  "entry doubled": (_file, slots, chance) => {
    const lists = slots.map(read).filter((value) => Array.isArray(value) && value.length > 0);
    if (lists.length === 0) return;
    const list = pick(chance, lists) as Json[];
    list.push(structuredClone(pick(chance, list)));
  },
  "id doubled": (_file, slots, chance) => {
    const ids = slots.filter(({ key }) => /id$/iu.test(String(key)));
    if (ids.length > 0) write(pick(chance, ids), structuredClone(read(pick(chance, ids))));
  },
  "values swapped": (_file, slots, chance) => {
    const [one, other] = [pick(chance, slots), pick(chance, slots)];
    const value = structuredClone(read(one));
    write(one, structuredClone(read(other)));
    write(other, value);
  },
  "refused key": (_file, slots, chance) => {
    const holders = slots.map(read).filter((value) => typeof value === "object" && value !== null);
    const key = pick(chance, ["__proto__", "constructor", "prototype"]);
    if (holders.length > 0) write({ holder: pick(chance, holders) as Json[], key }, { polluted: true });
  },
  "unknown field": (_file, slots, chance) => {
    const holders = slots.map(read).filter((value) => typeof value === "object" && !Array.isArray(value));
    const later = { later: [1, { deep: pick(chance, texts) }] };
    const holder = pick(chance, holders);
    if (holder !== null) write({ holder: holder as { [key: string]: Json }, key: "laterField" }, later);
  },
  "future version": (file, _slots, chance) =>
    write({ holder: file as Json[], key: "version" }, pick(chance, [2, 3, 1e6, 0, 1.5, -1])),
  "other format": (file, _slots, chance) =>
    write(
      { holder: file as Json[], key: "format" },
      `interview-scorecard.${pick(chance, ["session", "guide", "debrief", "invitation", "backup", "x"])}`,
    ),
  "too deep": (_file, slots, chance) => {
    const levels = pick(chance, [60, 64, 65, 1_000]);
    write(pick(chance, slots), raw("[".repeat(levels) + "]".repeat(levels)));
  },
};

const mild = ["odd text", "number at the edge", "time at the edge", "unknown field"];

/** Rarer, since each of them takes long. */
const hugeChanges: Readonly<Record<string, (text: string) => string | Bytes>> = {
  "200,000 levels": (text) => text.replace(/:\s*(?="|\d)/u, `:${"[".repeat(200_000)}`),
  "200,000 levels, closed": (text) =>
    text.replace("{", `{"later":${'{"a":'.repeat(200_000)}0${"}".repeat(200_000)},`),
  "a million numbers": (text) => text.replace("{", `{"later":[${"0,".repeat(999_999)}0],`),
  "a list of a million": (text) => text.replace(/\[\s*\{/u, `[${"{},".repeat(999_999)}{`),
  "300,000 wrong entries": (text) => text.replace(/\[\s*\{/u, `[${"0,".repeat(300_000)}{`),
  "100,000 equal entries": (text) =>
    text.replace(/("questionIds":\s*\[)/u, `$1${'"failed",'.repeat(100_000)}`),
  "300,000 fields": (text) =>
    text.replace("{", `{${Array.from({ length: 300_000 }, (_, at) => `"f${at}":0,`).join("")}`),
  "a text of 10 million": (text) => text.replace(/"title":\s*"/u, (all) => all + "x".repeat(10_000_000)),
  "100 MB": () => hundredMegabytes(),
  "a gzip bomb": () => bomb(),
};

let megabytes: Bytes | undefined;
function hundredMegabytes(): Bytes {
  megabytes ??= Buffer.alloc(100_000_000, "[");
  return megabytes;
}
let bombBytes: Bytes | undefined;
/** 100 MB of spaces in about 0.1 MB. */
function bomb(): Bytes {
  bombBytes ??= gzipSync(Buffer.alloc(100_000_000, " "));
  return bombBytes;
}

/** Ways to change the bytes of a file. */
export const byteChanges: Readonly<Record<string, (bytes: Bytes, chance: Chance) => Bytes>> = {
  "cut short": (bytes, chance) => bytes.subarray(0, below(chance, bytes.length)),
  "its start cut off": (bytes, chance) => bytes.subarray(below(chance, bytes.length)),
  "bytes flipped": (bytes, chance) => {
    const changed = Buffer.from(bytes);
    for (let count = 1 + below(chance, 6); count > 0 && changed.length > 0; count--) {
      const at = below(chance, changed.length);
      changed[at] = changed[at]! ^ (1 << below(chance, 8));
    }
    return changed;
  },
  "a piece repeated": (bytes, chance) => {
    const [from, at] = [below(chance, bytes.length), below(chance, bytes.length)];
    return Buffer.concat([
      bytes.subarray(0, at),
      bytes.subarray(from, from + below(chance, 400)),
      bytes.subarray(at),
    ]);
  },
  "a piece lost": (bytes, chance) => {
    const at = below(chance, bytes.length);
    return Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + below(chance, 60))]);
  },
  "bytes put in": (bytes, chance) => {
    const at = below(chance, bytes.length);
    const odd = Buffer.from(Array.from({ length: 1 + below(chance, 8) }, () => below(chance, 256)));
    return Buffer.concat([bytes.subarray(0, at), odd, bytes.subarray(at)]);
  },
};

/** Ways to wrap what is good. */
const wraps: Readonly<Record<string, (text: string, chance: Chance) => Bytes>> = {
  "UTF-16": (text) => Buffer.from(`\uFEFF${text}`, "utf16le"),
  "a byte order mark": (text) => Buffer.from(`\uFEFF${text}`),
  "Latin-1": (text) => Buffer.from(text.replace('"title":"', '"title":"é'), "latin1"),
  gzip: (text) => gzipSync(text),
  "gzip, damaged": (text, chance) =>
    byteChanges[pick(chance, ["cut short", "bytes flipped"])]!(gzipSync(text), chance),
  "gzip in gzip": (text) => gzipSync(gzipSync(text)),
  unchanged: (text) => Buffer.from(text),
};

/** A file made from a good one. */
export interface HostileFile {
  readonly bytes: Blob;
  /** What was done to it. */
  readonly how: string;
}

/**
 * Makes a file from the text of a good one; the same seed makes the same file.
 *
 * @param mend puts ids right that follow from the rest; done with most files, since all others would be refused for that
 */
export function makeHostile(
  text: string,
  seed: number,
  mend: (file: unknown) => void = () => {},
): HostileFile {
  const chance = chanceOf(seed);
  const roll = chance();
  if (roll < 0.006) {
    const how = pick(chance, Object.keys(hugeChanges));
    return { bytes: new Blob([hugeChanges[how]!(text)]), how };
  }
  if (roll < 0.25) {
    const how = pick(chance, Object.keys(byteChanges));
    return { bytes: new Blob([byteChanges[how]!(Buffer.from(text), chance)]), how };
  }
  if (roll < 0.3) {
    const how = pick(chance, Object.keys(wraps));
    return { bytes: new Blob([wraps[how]!(text, chance)]), how };
  }
  const file = JSON.parse(text) as Json;
  const hows = Array.from({ length: 1 + below(chance, 2) }, () => {
    // What a good file may have as well comes more often, so that enough is accepted.
    const how = pick(chance, chance() < 0.4 ? mild : Object.keys(treeChanges));
    treeChanges[how]!(file, slotsOf(file), chance);
    return how;
  });
  if (chance() < 0.8) mend(file);
  return { bytes: new Blob([toText(file)]), how: hows.join(", ") };
}

/** A zip with one packed file, which may lie about its size. */
export function zipOf(name: string, content: Buffer, statedSize: number): Bytes {
  const packed = deflateRawSync(content);
  const head = Buffer.alloc(26);
  head.writeUInt16LE(20, 0);
  head.writeUInt16LE(8, 4);
  head.writeUInt32LE(packed.length, 14);
  head.writeUInt32LE(statedSize, 18);
  head.writeUInt16LE(name.length, 22);
  const local = Buffer.concat([Buffer.from("PK\u0003\u0004"), head, Buffer.from(name), packed]);
  const entry = Buffer.concat([
    Buffer.from("PK\u0001\u0002\u0014\u0000", "latin1"),
    head,
    Buffer.alloc(14),
    Buffer.from(name),
  ]);
  const end = Buffer.alloc(22);
  end.write("PK\u0005\u0006", "latin1");
  end.writeUInt16LE(1, 8);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(entry.length, 12);
  end.writeUInt32LE(local.length, 16);
  return Buffer.from(Buffer.concat([local, entry, end]));
}
