import { LONGEST_WIRE } from "../../domain/team/message.ts";
import { sha256 } from "../../domain/text/sha256.ts";
import { isFolderOpen, unlessGone, type PickedFolder } from "../pickedFolder.ts";
import type { StoredMessage, TeamTransport } from "./teamTransport.ts";

/** What a browser says of a change. */
interface FolderChange {
  /** From the observed folder down; empty where it does not know what changed. */
  readonly relativePathComponents?: readonly string[];
}

/** Newer browsers tell of changes, also of those that another program makes. */
interface FolderObserver {
  readonly observe: (folder: PickedFolder, options: { readonly recursive: true }) => Promise<void>;
  readonly disconnect: () => void;
}

type Observing = new (onChanges: (changes: readonly FolderChange[]) => void) => FolderObserver;

interface Listener {
  readonly stream: string;
  readonly onNews: () => void;
}

/** A file as it was seen last. */
interface SeenFile {
  readonly number: number;
  readonly size: number;
  readonly changedAt: number;
  /** The SHA-256 of what it says, once it was given out. */
  readonly hash?: string;
}

/** What a program that carries a folder makes of a file that two machines wrote has another name, and so has a half one. */
const FILE = /^(?:(?:up|down)\.[a-z0-9_-]+\.|all\.)?[a-z0-9_-]+\.[0-9a-f]{32}\.json$/u;

/**
 * A folder that the machines of a team share, however it gets from one to the other. Each message is a file of its own
 * whose name ends in the hash of what it says, so that no two machines ever write different things under one name. Who may
 * write there is nobody's business here: what is read is signed.
 *
 * @param folder undefined where none was picked yet
 * @throws where it can't be used now: a DOMException by the name of NoFolderError, NotAllowedError or NotFoundError
 */
export async function openTeamFolder(folder: PickedFolder | undefined): Promise<TeamTransport> {
  if (!folder) throw new DOMException("No folder was picked.", "NoFolderError");
  const seen = new Map<string, Map<string, SeenFile>>();
  const listeners: Listener[] = [];
  let last = 0;

  const check = async () => {
    if (!(await isFolderOpen(folder))) {
      throw new DOMException("The browser asks for the folder again.", "NotAllowedError");
    }
    // Throws where it is gone.
    await folder.keys().next();
  };
  await check();
  const observer = await observe(folder, listeners);

  const lookAgain = async (stream: string, files: FileSystemDirectoryHandle) => {
    const known = seen.get(stream) ?? new Map<string, SeenFile>();
    seen.set(stream, known);
    for await (const handle of files.values()) {
      if (handle.kind !== "file" || !FILE.test(handle.name)) continue;
      // One that can't be read now, as a program has still to bring it, or holds it, stops none of the others.
      const file = await handle.getFile().catch(() => null);
      if (!file) continue;
      const { size, lastModified: changedAt } = file;
      const before = known.get(handle.name);
      if (before?.size === size && before.changedAt === changedAt) continue;
      // A program may touch it again and again: only what says something else is news.
      const wire = before?.hash === undefined ? null : await readWire(files, handle.name);
      const isTouched = wire !== null && sha256(wire) === before?.hash;
      known.set(
        handle.name,
        isTouched ? { ...before, size, changedAt } : { number: ++last, size, changedAt },
      );
    }
  };

  const firstKnown = async (
    stream: string,
    files: FileSystemDirectoryHandle,
    from: number,
    isWanted: (subject: string) => boolean,
  ): Promise<StoredMessage | null> => {
    const known = seen.get(stream) ?? new Map<string, SeenFile>();
    const later = [...known]
      .filter(([, { number }]) => number >= from)
      .toSorted(([, a], [, b]) => a.number - b.number);
    for (const [name, file] of later) {
      const subject = subjectAt(stream, name);
      if (!isWanted(subject)) continue;
      const wire = await readWire(files, name);
      if (wire === null) {
        // It has its number anew once it is whole.
        known.delete(name);
        continue;
      }
      known.set(name, { ...file, hash: sha256(wire) });
      return { subject, number: file.number, wire };
    }
    return null;
  };

  return {
    store: async (subject, wire) => {
      const { stream, name } = placeOf(subject);
      const files = await filesOf(folder, stream);
      if (!files) return false;
      if ((await readWire(files, name)) === wire) return true;
      const handle = await files.getFileHandle(name, { create: true });
      // It takes the place of the file when it is closed, whole.
      const writable = await handle.createWritable();
      try {
        await writable.write(wire);
        await writable.close();
      } catch (error) {
        await writable.abort().catch(() => {});
        throw error;
      }
      return true;
    },
    next: async (stream, from, subject) => {
      const files = await filesOf(folder, stream);
      if (!files) return null;
      const begin = subject.replace(/>$/u, "");
      const isWanted = (found: string) => found.startsWith(begin);
      const known = await firstKnown(stream, files, from, isWanted);
      if (known) return known;
      await lookAgain(stream, files);
      return firstKnown(stream, files, from, isWanted);
    },
    makeStream: async (stream) => {
      if (await filesOf(folder, stream)) return false;
      await folder.getDirectoryHandle(stream, { create: true });
      return true;
    },
    deleteStream: async (stream) => {
      seen.delete(stream);
      await folder.removeEntry(stream, { recursive: true }).catch(unlessGone);
    },
    watch: (subject, onNews) => void listeners.push({ stream: placeOf(subject).stream, onNews }),
    check,
    close: () => observer?.disconnect(),
  };
}

/** Tells those that listen of changes in their stream. @returns null where the browser does not */
async function observe(folder: PickedFolder, listeners: readonly Listener[]): Promise<FolderObserver | null> {
  const { FileSystemObserver } = globalThis as { readonly FileSystemObserver?: Observing };
  if (!FileSystemObserver) return null;
  try {
    const observer = new FileSystemObserver((changes) => {
      const changed = new Set(changes.map(({ relativePathComponents = [] }) => relativePathComponents[0]));
      for (const { stream, onNews } of listeners) {
        if (changed.has(stream) || changed.has(undefined)) onNews();
      }
    });
    await observer.observe(folder, { recursive: true });
    return observer;
  } catch {
    // It is looked at now and then in any case.
    return null;
  }
}

/** @returns null where there is no such folder, or a file by its name */
async function filesOf(folder: PickedFolder, stream: string): Promise<FileSystemDirectoryHandle | null> {
  try {
    return await folder.getDirectoryHandle(stream);
  } catch (error) {
    if (!(error instanceof DOMException && error.name === "TypeMismatchError")) unlessGone(error);
    return null;
  }
}

/** @returns what a file says, or the beginning of one that is too long for a message; null where it is gone, not whole yet, or can't be read now */
async function readWire(files: FileSystemDirectoryHandle, name: string): Promise<string | null> {
  try {
    const file = await (await files.getFileHandle(name)).getFile();
    if (file.size > LONGEST_WIRE) return await file.slice(0, LONGEST_WIRE + 1).text();
    const text = await file.text();
    JSON.parse(text);
    return text;
  } catch {
    return null;
  }
}

/** Subjects begin with `p.` and the panel's id, those of ends with `ended.`. */
function placeOf(subject: string): { readonly stream: string; readonly name: string } {
  const [kind = "", panelId = "", ...rest] = subject.split(".");
  const [stream, parts] = kind === "p" ? [panelId, rest] : [kind, [panelId, ...rest]];
  return { stream, name: `${parts.join(".")}.json` };
}

/** The way back from `placeOf`. */
function subjectAt(stream: string, name: string): string {
  const rest = name.replace(/\.json$/u, "");
  return stream === "ended" ? `ended.${rest}` : `p.${stream}.${rest}`;
}
