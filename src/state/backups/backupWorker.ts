import { errorToText } from "../../domain/text/errorText.ts";
import { SealedFile } from "../../interchange/formats/backupFile.ts";
import { createDatabase } from "../../storage/database.ts";
import type { BackupAnswer, BackupRequest } from "./backups.ts";
import { carryOut, planFromFile, writeBackup } from "./backupWork.ts";

/** A report more often than this tells nobody more. */
const REPORT_EVERY_MS = 50;

const cancelling = new AbortController();
let reportedAt = -Infinity;

const work = {
  onProgress: (done: number, of: number) => {
    const now = performance.now();
    if (now - reportedAt < REPORT_EVERY_MS && done < of) return;
    reportedAt = now;
    answer({ kind: "progress", done, of });
  },
  signal: cancelling.signal,
};

async function run(request: Exclude<BackupRequest, { kind: "cancel" }>): Promise<BackupAnswer> {
  const database = createDatabase(request.databaseName);
  try {
    switch (request.kind) {
      case "make":
        return { kind: "made", backup: await writeBackup(database, request.passphrase, request.head, work) };
      case "plan":
        return {
          kind: "planned",
          plan: await planFromFile(database, request.file, request.passphrase, request.head, work),
        };
      case "restore":
        await carryOut(
          database,
          request.plan,
          (blob) => new FileReaderSync().readAsText(blob),
          work,
          request.taken,
        );
        return { kind: "restored" };
    }
  } catch (error) {
    if (cancelling.signal.aborted) return { kind: "cancelled" };
    return { kind: "problem", message: errorToText(error), isSealed: error instanceof SealedFile };
  } finally {
    database.close();
  }
}

function answer(message: BackupAnswer): void {
  postMessage(message);
}

addEventListener("message", ({ data }: MessageEvent<BackupRequest>) => {
  if (data.kind === "cancel") cancelling.abort();
  else
    run(data).then(answer, (error: unknown) =>
      answer({ kind: "problem", message: errorToText(error), isSealed: false }),
    );
});
