/** A directory as the browser gives it, in memory. */
export interface FakeDirectory {
  readonly handle: FileSystemDirectoryHandle;
  readonly names: () => readonly string[];
  /** How many more bytes the disk takes. */
  room: number;
}

/** @param canMove as most browsers can, with files of the origin's own */
export function fakeDirectory(canMove = true): FakeDirectory {
  const files = new Map<string, Uint8Array<ArrayBuffer>>();
  const directory: FakeDirectory = {
    handle: {
      values: () => [...Array.from(files.keys(), fileHandle), { kind: "directory", name: "a directory" }],
      getFileHandle: (name: string, options?: FileSystemGetFileOptions) => {
        if (!files.has(name)) {
          if (!options?.create) return Promise.reject(new DOMException("There is none.", "NotFoundError"));
          files.set(name, new Uint8Array());
        }
        return Promise.resolve(fileHandle(name));
      },
      removeEntry: (name: string) => {
        files.delete(name);
        return Promise.resolve();
      },
    } as unknown as FileSystemDirectoryHandle,
    names: () => [...files.keys()],
    room: Infinity,
  };

  const append = (name: string, bytes: Uint8Array) => {
    const taken = bytes.subarray(0, Math.min(bytes.length, directory.room));
    directory.room -= taken.length;
    files.set(name, Uint8Array.from([...(files.get(name) ?? []), ...taken]));
    return taken.length;
  };

  function fileHandle(name: string) {
    return {
      kind: "file",
      name,
      getFile: () => Promise.resolve(new File([files.get(name) ?? new Uint8Array()], name)),
      createSyncAccessHandle: () =>
        Promise.resolve({
          truncate: () => files.set(name, new Uint8Array()),
          // As some do, no more than so much at a time.
          write: (bytes: Uint8Array) => append(name, bytes.subarray(0, 7)),
          flush: () => {},
          close: () => {},
        }),
      // The file is as it was until all of it is written.
      createWritable: () => {
        const pieces: Uint8Array<ArrayBuffer>[] = [];
        const write = (bytes: Uint8Array<ArrayBuffer>) => {
          if (bytes.length > directory.room)
            throw new DOMException("The disk is full.", "QuotaExceededError");
          directory.room -= bytes.length;
          pieces.push(bytes);
        };
        const close = async () => void files.set(name, await bytesIn(new Blob(pieces)));
        return Promise.resolve(new WritableStream({ write, close }));
      },
      ...(canMove && {
        move: (to: string) => {
          files.set(to, files.get(name) ?? new Uint8Array());
          files.delete(name);
          return Promise.resolve();
        },
      }),
    };
  }
  return directory;
}

async function bytesIn(blob: Blob): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await new Response(blob).arrayBuffer());
}
