import { vi } from "vitest";
import type { PickedFolder } from "../../../src/storage/pickedFolder.ts";

/** A folder in memory, as a browser gives one out. */
export interface MemoryFolder {
  readonly handle: PickedFolder;
  /** What each file in it says, by its path. */
  readonly files: Map<string, string>;
  /** The folders in it. */
  readonly directories: Set<string>;
  /** The files that can't be read now, as one that its program has still to bring. */
  readonly unreadable: Set<string>;
  /** The folders that can't be removed, as one in which a program holds a file. */
  readonly held: Set<string>;
  permission: PermissionState;
  isGone: boolean;
}

/** What browsers tell changes with. */
const observed = new Map<PickedFolder, (path: string) => void>();
vi.stubGlobal(
  "FileSystemObserver",
  class {
    #folder: PickedFolder | null = null;
    readonly #onChanges: (changes: readonly { readonly relativePathComponents: readonly string[] }[]) => void;
    constructor(
      onChanges: (changes: readonly { readonly relativePathComponents: readonly string[] }[]) => void,
    ) {
      this.#onChanges = onChanges;
    }
    async observe(folder: PickedFolder): Promise<void> {
      this.#folder = folder;
      const others = observed.get(folder);
      observed.set(folder, (path) => {
        others?.(path);
        if (this.#folder) this.#onChanges([{ relativePathComponents: path.split("/") }]);
      });
    }
    disconnect(): void {
      this.#folder = null;
    }
  },
);

export function memoryFolder(): MemoryFolder {
  let written = 0;
  const changedAt = new Map<string, number>();
  const files = new (class extends Map<string, string> {
    override set(path: string, text: string): this {
      changedAt.set(path, ++written);
      super.set(path, text);
      observed.get(folder.handle)?.(path);
      return this;
    }
  })();
  const directories = new Set([""]);
  const folder: MemoryFolder = {
    handle: directory(""),
    files,
    directories,
    unreadable: new Set(),
    held: new Set(),
    permission: "granted",
    isGone: false,
  };
  return folder;

  function missing(): never {
    throw new DOMException("It is not there.", "NotFoundError");
  }

  function file(path: string): File {
    const text = files.get(path) ?? missing();
    if (folder.unreadable.has(path)) throw new DOMException("It can’t be read.", "NotReadableError");
    return new File([text], path, { lastModified: changedAt.get(path) ?? 0 });
  }

  function fileHandle(path: string) {
    return {
      kind: "file",
      name: path.split("/").at(-1),
      getFile: async () => file(path),
      createWritable: async () => {
        let text = "";
        return {
          write: async (piece: string) => void (text += piece),
          close: async () => void files.set(path, text),
        };
      },
    };
  }

  function directory(at: string): PickedFolder {
    const pathOf = (name: string) => (at === "" ? name : `${at}/${name}`);
    const names = () => {
      if (folder.isGone) missing();
      const inside = [...files.keys(), ...directories].filter(
        (path) => path !== "" && path.startsWith(pathOf("")),
      );
      return new Set(
        inside.map((path) => path.slice(pathOf("").length).split("/")[0] ?? "").filter((name) => name !== ""),
      );
    };
    const handle = {
      kind: "directory",
      name: at === "" ? "Panels" : at,
      queryPermission: async () => folder.permission,
      requestPermission: async () => folder.permission,
      getDirectoryHandle: async (name: string, { create = false } = {}) => {
        if (files.has(pathOf(name))) throw new DOMException("It is a file.", "TypeMismatchError");
        if (create) directories.add(pathOf(name));
        if (!directories.has(pathOf(name))) missing();
        return directory(pathOf(name));
      },
      getFileHandle: async (name: string, { create = false } = {}) => {
        if (!files.has(pathOf(name))) {
          if (!create) missing();
          files.set(pathOf(name), "");
        }
        return fileHandle(pathOf(name));
      },
      removeEntry: async (name: string) => {
        if (!names().has(name)) missing();
        if (folder.held.has(pathOf(name)))
          throw new DOMException("It is held.", "NoModificationAllowedError");
        for (const path of files.keys()) if (`${path}/`.startsWith(`${pathOf(name)}/`)) files.delete(path);
        directories.delete(pathOf(name));
      },
      async *keys() {
        yield* names();
      },
      async *values() {
        for (const name of names()) {
          yield files.has(pathOf(name)) ? fileHandle(pathOf(name)) : directory(pathOf(name));
        }
      },
    };
    return handle as unknown as PickedFolder;
  }
}
