import { errorToText } from "../../domain/text/errorText.ts";
import type { CopyAnswer } from "./autoBackups.ts";
import { writeCopies, type CopyRequest } from "./autoBackupWork.ts";

addEventListener("message", ({ data }: MessageEvent<CopyRequest>) => {
  writeCopies(data)
    .catch((error: unknown): CopyAnswer => ({ problem: errorToText(error) }))
    .then(
      (result) => postMessage(result),
      () => {},
    );
});
