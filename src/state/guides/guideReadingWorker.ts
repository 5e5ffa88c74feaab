import { errorToText } from "../../domain/text/errorText.ts";
import { guideExcess } from "../../domain/guides/guideLimits.ts";
import { guideFromText } from "../../interchange/guideText/guideText.ts";
import type { ReadingAnswer, ReadingRequest } from "./guideReading.ts";

async function answer(request: ReadingRequest): Promise<ReadingAnswer> {
  if ("word" in request) {
    const { wordToHtml } = await import("../../interchange/guideText/sources/wordHtml.ts");
    return { html: await wordToHtml(request.word) };
  }
  const { text, format, isReadAnyway } = request.source;
  const read = guideFromText(text, format, new Map(request.relabelled), isReadAnyway);
  const excess = guideExcess(read.guide);
  return excess === null ? { read } : { problem: excess };
}

addEventListener("message", ({ data }: MessageEvent<ReadingRequest>) => {
  answer(data)
    .catch((error: unknown): ReadingAnswer => ({
      problem: errorToText(error),
    }))
    .then(
      (result) => postMessage(result),
      () => {},
    );
});
