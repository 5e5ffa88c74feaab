import { vi } from "vitest";

type Listener = (event: { readonly data: unknown; readonly ports: readonly unknown[] }) => void;

const modules: Readonly<Record<string, () => Promise<unknown>>> = {
  backupWorker: () => import("../../src/state/backups/backupWorker.ts"),
  autoBackupWorker: () => import("../../src/state/backups/autoBackupWorker.ts"),
  guideReadingWorker: () => import("../../src/state/guides/guideReadingWorker.ts"),
  noteReadingWorker: () => import("../../src/state/notes/noteReadingWorker.ts"),
};

/** By the module's name: what it listens with. */
const listeners = new Map<string, Promise<Listener>>();

async function start(name: string): Promise<Listener> {
  const before = globalThis.addEventListener;
  return new Promise((resolve, reject) => {
    globalThis.addEventListener = ((...args: Parameters<typeof before>) => {
      if (args[0] === "message") resolve(args[1] as unknown as Listener);
      else before(...args);
    }) as typeof before;
    (modules[name]?.() ?? Promise.reject(new Error(`There is no worker ${name}.`)))
      .finally(() => {
        globalThis.addEventListener = before;
      })
      .catch(reject);
  });
}

/** Workers begin anew: one that was cancelled stays so. */
export function renewWorkers(): void {
  listeners.clear();
  vi.resetModules();
}

/** A worker without a thread of its own: its module runs in this one. One has work at a time. */
export class FakeWorker {
  onmessage: (event: { readonly data: unknown }) => void = () => {};
  onerror: () => void = () => {};
  readonly #listener: Promise<Listener>;
  #isEnded = false;

  constructor(url: URL) {
    const name = /(\w+)\.ts/u.exec(url.href)?.[1] ?? "";
    const listener = listeners.get(name) ?? start(name);
    listeners.set(name, listener);
    this.#listener = listener;
  }

  postMessage(data: object, ports: readonly unknown[] = []): void {
    void this.#listener.then(
      async (listen) => {
        vi.stubGlobal("postMessage", (answer: unknown) => {
          if (!this.#isEnded) this.onmessage({ data: answer });
        });
        if ("plan" in data) await readAhead(data.plan as { readonly staged: readonly Blob[] });
        if (!this.#isEnded) listen({ data, ports });
      },
      () => this.onerror(),
    );
  }

  terminate(): void {
    this.#isEnded = true;
  }
}

/** A worker that does not start. */
export class DeadWorker {
  onerror: () => void = () => {};

  postMessage(): void {
    queueMicrotask(() => this.onerror());
  }

  terminate(): void {}
}

/** Only in a worker is a blob read at once. */
async function readAhead({ staged }: { readonly staged: readonly Blob[] }): Promise<void> {
  const texts = new Map(await Promise.all(staged.map(async (blob) => [blob, await blob.text()] as const)));
  vi.stubGlobal(
    "FileReaderSync",
    class {
      readonly readAsText = (blob: Blob) => texts.get(blob);
    },
  );
}
