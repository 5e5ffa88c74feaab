import { base64UrlToBytes } from "../../domain/text/base64.ts";
import { LONGEST_LINK_PART, MOST_BYTES } from "../../domain/text/limits.ts";
import { parseJson, refuse, type Decoded } from "./decoding.ts";
import {
  documentMessages,
  fileFormats,
  kindOfFormat,
  wrongPlaceMessages,
  writtenDocumentOf,
} from "./fileFormats.ts";
import { isSpreadsheet, isZip, ZIP_BEGINNING } from "./filesInZips.ts";
import { bytesToText } from "./fileText.ts";
import { bytesToStream, inflateCapped, isGzip, peekStream, streamToBytes, TooLargeError } from "./inflate.ts";
import { isRecoveryFile, isSealed, isSealedWithPassphrase } from "./encryption.ts";
import type { SourceFormat } from "../guideText/sources/sourceFormat.ts";

/** A file of this app, or one of a calendar, of which nothing is known yet but that it can be read. */
export type OpenedFile =
  /** Parsed; which of our formats it is, and whether it is right, its decoder says. */
  | { readonly kind: "json"; readonly text: string; readonly value: unknown }
  /** An armored age file. */
  | { readonly kind: "sealedScorecard"; readonly text: string }
  /** The secret key of a panel. */
  | { readonly kind: "recovery"; readonly text: string }
  /** A calendar of another program. */
  | { readonly kind: "calendar"; readonly text: string };

/**
 * The one door for files of this app: session, guide, invitation, debrief, sealed scorecard, recovery file; and for calendars. Bytes are capped before
 * they are read, gzip is known by how it begins and inflated under the same cap, depth and keys are checked. A backup,
 * of any size and form, is refused for what it is: it has a door of its own.
 */
export async function openFile(file: Blob): Promise<Decoded<OpenedFile>> {
  const bytes = await readBytes(file);
  if (!bytes.ok) return bytes;
  const text = bytesToStrictText(bytes.value);
  if (text === null) return refuse("", await noTextMessage(file));
  if (isSealed(text)) return { ok: true, value: { kind: "sealedScorecard", text } };
  if (isRecoveryFile(text)) return { ok: true, value: { kind: "recovery", text } };
  if (/^\s*BEGIN:VCALENDAR\b/iu.test(text)) return { ok: true, value: { kind: "calendar", text } };
  if (writtenDocumentOf(text) === "table") return refuse("", documentMessages.table);
  const parsed = parseJson(text);
  return parsed.ok ? { ok: true, value: { kind: "json", text, value: parsed.value } } : parsed;
}

async function noTextMessage(file: Blob): Promise<string> {
  if (!(await isZip(file)))
    return "This isn’t a file of this app, or it is damaged: what is in it isn’t text (UTF-8).";
  return (await isSpreadsheet(file))
    ? wrongPlaceMessages.spreadsheet
    : "This ZIP has no file of this app in it, or it is damaged or too large. Unpack it, then choose the files in it.";
}

/** The same door where only JSON can be meant. */
export async function openJsonFile(file: Blob): Promise<Decoded<unknown>> {
  const opened = await openFile(file);
  if (!opened.ok) return opened;
  const { value } = opened;
  return value.kind === "json"
    ? { ok: true, value: value.value }
    : refuse("", wrongPlaceMessages[value.kind]);
}

/** What a file is, as far as its beginning, its head or its name tells: one of this app's, a calendar, a text of elsewhere. */
export type FileKind =
  | keyof typeof fileFormats
  | Exclude<OpenedFile["kind"], "json">
  /** Questions may be read from it. */
  | "text"
  | "unknown";

/** Names of files that `openSource` reads. */
const SOURCE_NAME = /\.(?:docx|pdf|html?|md|markdown|txt)$/iu;

/** @returns what the file is; whether it is right, its decoder says */
export async function fileKindOf(file: File): Promise<FileKind> {
  if (await isBackup(file)) return "backup";
  const opened = await openFile(file);
  const value = opened.ok ? opened.value : null;
  if (value && value.kind !== "json") return value.kind;
  const head = value?.value;
  const format = typeof head === "object" && head !== null && "format" in head ? head.format : undefined;
  return kindOfFormat(format) ?? (SOURCE_NAME.test(file.name) ? "text" : "unknown");
}

/** What a guide is read from: a text, or a Word document or a PDF that has still to be unpacked. */
export type OpenedSource =
  | { readonly kind: "text"; readonly text: string; readonly format: SourceFormat | undefined }
  | { readonly kind: "word" | "pdf"; readonly bytes: ArrayBuffer };

/** How a zip (.odt, .pages) and an old Word file (.doc) begin. */
const otherKinds = new Set([ZIP_BEGINNING, "208,207,17,224"]);
const PDF_BEGINNING = "37,80,68,70";

/** The door for what somebody wrote elsewhere: text, Markdown, a web page, a Word document. */
export async function openSource(file: File): Promise<Decoded<OpenedSource>> {
  const bytes = await readBytes(file);
  if (!bytes.ok) return bytes;
  const name = file.name.toLowerCase();
  if (name.endsWith(".docx")) return { ok: true, value: { kind: "word", bytes: bytes.value.buffer } };
  const beginning = bytes.value.subarray(0, 4).join();
  if (beginning === PDF_BEGINNING) return { ok: true, value: { kind: "pdf", bytes: bytes.value.buffer } };
  if (otherKinds.has(beginning))
    return refuse("", "This kind of file can’t be read. Save it as .docx, .pdf, .html, .md or .txt first.");
  const text = bytesToText(bytes.value);
  const written = writtenDocumentOf(text);
  if (written !== null) return refuse("", documentMessages[written]);
  return { ok: true, value: { kind: "text", text, format: formatOfName(name) } };
}

function formatOfName(name: string): SourceFormat | undefined {
  if (/\.html?$/.test(name)) return "html";
  return /\.(?:md|markdown)$/.test(name) ? "markdown" : undefined;
}

/**
 * The door for what stands in a link: base64url of deflated text.
 *
 * @param most bytes that it may inflate to, as many as a file may hold where nothing else is said
 * @returns null where it is damaged, or inflates to more
 */
export async function openLinkPart(part: string, most = MOST_BYTES): Promise<string | null> {
  if (part.length > LONGEST_LINK_PART) return null;
  try {
    const packed = bytesToStream(base64UrlToBytes(part));
    return bytesToStrictText(await streamToBytes(inflateCapped(packed, most, "deflate-raw")));
  } catch {
    return null;
  }
}

async function readBytes(file: Blob): Promise<Decoded<Uint8Array<ArrayBuffer>>> {
  if (await isBackup(file)) return refuse("", wrongPlaceMessages.backup);
  if (file.size > MOST_BYTES) return tooLarge(`${inMb(file.size)} MB`);
  try {
    const bytes = new Uint8Array(await file.arrayBuffer());
    if (!isGzip(bytes)) return { ok: true, value: bytes };
    return { ok: true, value: await streamToBytes(inflateCapped(bytesToStream(bytes), MOST_BYTES)) };
  } catch (error) {
    if (error instanceof TooLargeError) return tooLarge("more when it is unpacked");
    return refuse("", "The file can’t be read: it is damaged, or was moved or changed after it was chosen.");
  }
}

/** @returns whether a file begins as a backup does that the app wrote: plain, packed or sealed */
async function isBackup(file: Blob): Promise<boolean> {
  try {
    let { head, stream } = await peekStream(file.stream());
    if (isGzip(head)) ({ head, stream } = await peekStream(inflateCapped(stream, MOST_BYTES)));
    void stream.cancel().catch(() => {});
    // A formatter may have put blanks between.
    const beginning = new TextDecoder().decode(head).replaceAll(/\s/gu, "");
    return isSealedWithPassphrase(head) || beginning.startsWith(`{"format":"${fileFormats.backup}"`);
  } catch {
    return false;
  }
}

function tooLarge(size: string): Decoded<never> {
  return refuse("", `The file is too large: ${size}, the most is ${inMb(MOST_BYTES)} MB.`);
}

function inMb(bytes: number): number {
  return Math.ceil(bytes / 1_000_000);
}

/** @returns the text of UTF-8, or of UTF-16 with its mark; null for all else: a guess would change what was written */
function bytesToStrictText(bytes: Uint8Array): string | null {
  const [first, second] = bytes;
  const encoding =
    first === 0xff && second === 0xfe ? "utf-16le" : first === 0xfe && second === 0xff ? "utf-16be" : "utf-8";
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}
