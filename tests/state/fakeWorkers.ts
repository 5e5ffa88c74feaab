import type { BackupRequest } from "../../src/state/backups.ts";
import { writeBackup } from "../../src/state/backupWork.ts";
import { writeCopies, type CopyRequest } from "../../src/state/copyWork.ts";
import { createDatabase } from "../../src/storage/database.ts";

type Answer = Readonly<Record<string, unknown>>;

/** The workers that make backups and copies, without threads of their own. */
export class FakeWorker {
  onmessage: (event: { readonly data: unknown }) => void = () => {};
  onerror: () => void = () => {};
  readonly #url: string;

  constructor(url: URL) {
    this.#url = url.href;
  }

  postMessage(request: unknown): void {
    const work = this.#url.includes("copyWorker")
      ? writeCopies(request as CopyRequest)
      : make(request as BackupRequest);
    void work.then(
      (data) => this.onmessage({ data }),
      (error: unknown) => this.onmessage({ data: { problem: String(error) } }),
    );
  }

  terminate(): void {}
}

async function make(request: BackupRequest): Promise<Answer> {
  if (request.kind !== "make") throw new Error("Only backups are made here.");
  const database = createDatabase(request.databaseName);
  const work = { onProgress: () => {}, signal: new AbortController().signal };
  const backup = await writeBackup(database, request.passphrase, request.head, work);
  database.close();
  return { kind: "made", backup };
}
