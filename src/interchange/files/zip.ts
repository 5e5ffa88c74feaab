/** Writes the files of one ZIP archive, unpacked (APPNOTE 6.3, method 0). */
export interface ZipFile {
  /**
   * @param name one that is there already gets a number
   * @param content bytes, or a text, which is written as UTF-8
   * @returns what comes next in the archive
   */
  readonly add: (
    name: string,
    content: string | Uint8Array<ArrayBuffer>,
  ) => readonly Uint8Array<ArrayBuffer>[];
  /** @returns the end of the archive */
  readonly finish: () => readonly Uint8Array<ArrayBuffer>[];
}

/** A ZIP without extensions counts its files in two bytes and their places in four. */
const MOST_FILES = 65_535;
const MOST_BYTES = 4_294_967_295;

const LOCAL_HEADER = 0x04_03_4b_50;
const CENTRAL_HEADER = 0x02_01_4b_50;
const END_OF_CENTRAL = 0x06_05_4b_50;
const VERSION = 20;
/** As written on Unix: some unpackers take the names of other systems for another code page than UTF-8. */
const MADE_BY = 0x03_00 + VERSION;
/** A file that its owner may write and all may read. */
const FILE_MODE = 0o10_0644;
/** Names are UTF-8. */
const UTF8_NAMES = 0x08_00;

/**
 * @param at when the files were written, epoch ms; a ZIP knows local time only, in steps of two seconds
 * @throws in `add`, where a file no longer fits
 */
export function createZip(at: number): ZipFile {
  const central: Uint8Array<ArrayBuffer>[] = [];
  const names = new Set<string>();
  const encoder = new TextEncoder();
  const stamp = dosTime(new Date(at));
  let offset = 0;
  let centralBytes = 0;

  function add(name: string, content: string | Uint8Array<ArrayBuffer>): readonly Uint8Array<ArrayBuffer>[] {
    const nameBytes = encoder.encode(freeName(names, name));
    const bytes = typeof content === "string" ? encoder.encode(content) : content;
    if (central.length === MOST_FILES || offset + centralBytes + bytes.length > MOST_BYTES)
      throw new Error("This is too much for one ZIP file. Select fewer interviews.");
    // What both headers say of a file.
    const about = [
      ...two(VERSION),
      ...two(UTF8_NAMES),
      ...two(0),
      ...two(stamp.time),
      ...two(stamp.day),
      ...four(crc32(bytes)),
      ...four(bytes.length),
      ...four(bytes.length),
      ...two(nameBytes.length),
      ...two(0),
    ];
    const local = new Uint8Array([...four(LOCAL_HEADER), ...about, ...nameBytes]);
    const entry = new Uint8Array([
      ...four(CENTRAL_HEADER),
      ...two(MADE_BY),
      ...about,
      ...two(0),
      ...two(0),
      ...two(0),
      ...two(0),
      ...two(FILE_MODE),
      ...four(offset),
      ...nameBytes,
    ]);
    central.push(entry);
    offset += local.length + bytes.length;
    centralBytes += entry.length;
    return [local, bytes];
  }

  function finish(): readonly Uint8Array<ArrayBuffer>[] {
    const end = new Uint8Array([
      ...four(END_OF_CENTRAL),
      ...two(0),
      ...two(0),
      ...two(central.length),
      ...two(central.length),
      ...four(centralBytes),
      ...four(offset),
      ...two(0),
    ]);
    return [...central, end];
  }

  return { add, finish };
}

/** Windows and macOS unpack two names that differ in their case, or in how an accent is written, into one file. */
function freeName(names: Set<string>, name: string): string {
  const keyOf = (one: string) => one.normalize("NFC").toLowerCase();
  const dot = name.lastIndexOf(".");
  let free = name;
  for (let number = 2; names.has(keyOf(free)); number++)
    free = `${name.slice(0, dot)} (${number})${name.slice(dot)}`;
  names.add(keyOf(free));
  return free;
}

function two(value: number): readonly number[] {
  return [value & 0xff, (value >>> 8) & 0xff];
}

function four(value: number): readonly number[] {
  return [...two(value & 0xff_ff), ...two(value >>> 16)];
}

function dosTime(date: Date): { readonly time: number; readonly day: number } {
  const year = Math.max(date.getFullYear() - 1980, 0);
  return {
    time: (date.getHours() << 11) | (date.getMinutes() << 5) | (date.getSeconds() >> 1),
    day: (year << 9) | ((date.getMonth() + 1) << 5) | date.getDate(),
  };
}

const crcTable = Uint32Array.from({ length: 256 }, (_, index) => {
  let value = index;
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xed_b8_83_20 : value >>> 1;
  return value;
});

/** CRC-32 as ZIP and PNG have it (ISO 3309). */
function crc32(bytes: Uint8Array): number {
  let crc = 0xff_ff_ff_ff;
  for (const byte of bytes) crc = (crc >>> 8) ^ (crcTable[(crc ^ byte) & 0xff] ?? 0);
  return (crc ^ 0xff_ff_ff_ff) >>> 0;
}
