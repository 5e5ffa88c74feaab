import { errorToText } from "../../domain/text/errorText.ts";
import type { AutoBackupAnswer } from "./autoBackups.ts";
import { writeAutoBackups, type AutoBackupRequest } from "./autoBackupWork.ts";

addEventListener("message", ({ data }: MessageEvent<AutoBackupRequest>) => {
  writeAutoBackups(data)
    .catch((error: unknown): AutoBackupAnswer => ({ problem: errorToText(error) }))
    .then(
      (result) => postMessage(result),
      () => {},
    );
});
