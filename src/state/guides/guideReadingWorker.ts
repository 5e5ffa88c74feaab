import { errorToText } from "../../domain/text/errorText.ts";
import { guideExcess } from "../../domain/guides/guideLimits.ts";
import { guideFromText } from "../../interchange/guideText/guideText.ts";
import type { GuideSource, ReadingAnswer, ReadingRequest } from "./guideReading.ts";

async function answer(request: ReadingRequest): Promise<ReadingAnswer> {
  if ("bytes" in request) return { source: await sourceOf(request.kind, request.bytes) };
  const { text, format, isReadAnyway, fileName } = request.source;
  const read = guideFromText(text, format, request.corrected, isReadAnyway, fileName);
  const excess = guideExcess(read.guide);
  return excess === null ? { read } : { problem: excess };
}

async function sourceOf(kind: "word" | "pdf", bytes: ArrayBuffer): Promise<GuideSource> {
  if (kind === "word") {
    const { wordToHtml } = await import("../../interchange/guideText/sources/wordHtml.ts");
    return { text: await wordToHtml(bytes), format: "html" };
  }
  const { pdfToText } = await import("../../interchange/guideText/sources/pdfText.ts");
  return { text: await pdfToText(bytes), format: "text" };
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
