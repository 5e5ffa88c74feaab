import { bytesToStream, inflateCapped, streamToBytes, TooLargeError } from "./inflate.ts";

const END = 0x06054b50;
const ENTRY = 0x02014b50;
const LOCAL = 0x04034b50;
const END_LENGTH = 22;
const ENTRY_LENGTH = 46;
const LOCAL_LENGTH = 30;
const STORED = 0;
const DEFLATED = 8;

/** One file of a zip. */
interface ZipEntry {
  readonly name: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/**
 * Unpacks a zip under a cap. The sizes that a zip states are not believed: what comes out is counted.
 *
 * @param isWanted which entries to unpack, by their names; the others are passed over
 * @param most bytes of all wanted entries together, unpacked
 * @param mostEach bytes of one of them
 * @param onEntry waited for before each entry, with how many were looked at, of how many; what it throws ends the work
 * @throws TooLargeError where they are more, any other error where this is no zip or it is damaged
 * @see APPNOTE.TXT, the format of zip files; zip64, encryption and several disks are left out
 */
export async function unpackZip(
  bytes: ArrayBuffer,
  isWanted: (name: string) => boolean,
  most: number,
  mostEach = most,
  onEntry?: (done: number, of: number) => Promise<void>,
): Promise<readonly ZipEntry[]> {
  const view = new DataView(bytes);
  const end = endOf(view);
  const count = view.getUint16(end + 10, true);
  let at = view.getUint32(end + 16, true);
  let left = most;
  const byName = new Map<string, ZipEntry>();
  for (let index = 0; index < count; index++) {
    await onEntry?.(index, count);
    if (view.getUint32(at, true) !== ENTRY) throw new Error("Its list of files is damaged");
    const method = view.getUint16(at + 10, true);
    const packedSize = view.getUint32(at + 20, true);
    const nameLength = view.getUint16(at + 28, true);
    const name = new TextDecoder().decode(new Uint8Array(bytes, at + ENTRY_LENGTH, nameLength));
    if (isWanted(name)) {
      const from = contentFrom(view, view.getUint32(at + 42, true));
      const entry = await unpack(new Uint8Array(bytes, from, packedSize), method, Math.min(left, mostEach));
      left -= entry.byteLength;
      byName.set(name, { name, bytes: entry });
    }
    at += ENTRY_LENGTH + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return [...byName.values()];
}

function endOf(view: DataView): number {
  // A comment of up to 65,535 bytes may follow it.
  const lowest = Math.max(0, view.byteLength - END_LENGTH - 0xffff);
  for (let at = view.byteLength - END_LENGTH; at >= lowest; at--) {
    if (view.getUint32(at, true) === END) return at;
  }
  throw new Error("This is no zip");
}

function contentFrom(view: DataView, at: number): number {
  if (view.getUint32(at, true) !== LOCAL) throw new Error("A file in it is damaged");
  return at + LOCAL_LENGTH + view.getUint16(at + 26, true) + view.getUint16(at + 28, true);
}

async function unpack(
  packed: Uint8Array<ArrayBuffer>,
  method: number,
  most: number,
): Promise<Uint8Array<ArrayBuffer>> {
  if (method === DEFLATED) return streamToBytes(inflateCapped(bytesToStream(packed), most, "deflate-raw"));
  if (method !== STORED) throw new Error("A file in it is packed in a way that is not known");
  if (packed.byteLength > most) throw new TooLargeError(`More than ${most} bytes`);
  return packed;
}
