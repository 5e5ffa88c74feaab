import { bytesToBase64Url } from "../../domain/text/base64.ts";

/** What keeps a file from being read, as a sentence for a person. */
export class UnreadableFile extends Error {}

/** There are more bytes than may be. */
export class TooLargeError extends UnreadableFile {}

/** Enough of a file's beginning to tell what it is: of a sealed one, also what it is sealed to. */
const HEAD_BYTES = 200;

/** @returns whether bytes begin as a gzip file does */
export function isGzip([first, second]: Uint8Array): boolean {
  return first === 0x1f && second === 0x8b;
}

/** @returns the first bytes of a stream, and the stream with them still in it */
export async function peekStream(
  stream: ReadableStream<Uint8Array>,
): Promise<{ readonly head: Uint8Array; readonly stream: ReadableStream<Uint8Array> }> {
  const reader = stream.getReader();
  let head = new Uint8Array();
  let isDone = false;
  while (head.length < HEAD_BYTES && !isDone) {
    const next = await reader.read();
    if (next.done) isDone = true;
    else {
      const longer = new Uint8Array(head.length + next.value.length);
      longer.set(head);
      longer.set(next.value, head.length);
      head = longer;
    }
  }
  return {
    head,
    stream: new ReadableStream({
      start: (controller) => controller.enqueue(head),
      pull: async (controller) => {
        const next = await reader.read();
        if (next.done) controller.close();
        else controller.enqueue(next.value);
      },
      cancel: (reason) => reader.cancel(reason),
    }),
  };
}

/**
 * Inflates as it is read. What it inflates to is counted meanwhile: a small file can hold any amount.
 *
 * @param most bytes
 * @returns a stream that fails with `TooLargeError` where there are more bytes, with `UnreadableFile` where the file is
 *   damaged
 */
export function inflateCapped(
  packed: ReadableStream<Uint8Array>,
  most: number,
  format: CompressionFormat = "gzip",
): ReadableStream<Uint8Array> {
  // The types ask for a buffer of the chunk's own.
  const copied = new TransformStream<Uint8Array, Uint8Array<ArrayBuffer>>({
    transform: (chunk, controller) => controller.enqueue(new Uint8Array(chunk)),
  });
  return capBytes(
    withErrors(
      packed.pipeThrough(copied).pipeThrough(new DecompressionStream(format)),
      () => new UnreadableFile("The file is damaged: it does not unpack. Copy it again from its source."),
    ),
    most,
  );
}

/** @returns the stream, which fails with `TooLargeError` as soon as there are more bytes than that */
export function capBytes(stream: ReadableStream<Uint8Array>, most: number): ReadableStream<Uint8Array> {
  let count = 0;
  return stream.pipeThrough(
    new TransformStream<Uint8Array, Uint8Array>({
      transform: (chunk, controller) => {
        count += chunk.length;
        if (count > most) throw new TooLargeError(`The file is too large: it holds more than ${most} bytes.`);
        controller.enqueue(chunk);
      },
    }),
  );
}

/** Of a part that is packed all is unpacked before anything counts it: a small one holds little. */
const PART_BYTES = 16_384;

/** @returns the bytes as a stream. A Blob's comes from the browser's own process, some ms later on a busy machine. */
export function bytesToStream(bytes: Uint8Array<ArrayBuffer>): ReadableStream<Uint8Array<ArrayBuffer>> {
  let at = 0;
  return new ReadableStream({
    pull: (controller) => {
      if (at >= bytes.length) {
        controller.close();
        return;
      }
      controller.enqueue(bytes.subarray(at, at + PART_BYTES));
      at += PART_BYTES;
    },
  });
}

/**
 * @returns all bytes of a stream
 * @throws what the stream throws; a Response would put an error of its own in its place
 */
export async function streamToBytes(stream: ReadableStream<Uint8Array>): Promise<Uint8Array<ArrayBuffer>> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  const reader = stream.getReader();
  for (let next = await reader.read(); !next.done; next = await reader.read()) {
    chunks.push(next.value);
    length += next.value.length;
  }
  const bytes = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.length;
  }
  return bytes;
}

/** @returns the stream, which fails with what is made of its own error; an `UnreadableFile` is passed on */
export function withErrors(
  stream: ReadableStream<Uint8Array>,
  toError: (error: unknown) => Error,
): ReadableStream<Uint8Array> {
  const reader = stream.getReader();
  return new ReadableStream({
    pull: async (controller) => {
      try {
        const next = await reader.read();
        if (next.done) controller.close();
        else controller.enqueue(next.value);
      } catch (error) {
        controller.error(error instanceof UnreadableFile ? error : toError(error));
      }
    },
    cancel: (reason) => reader.cancel(reason),
  });
}

/** @returns the text as it stands in a link, or in a line of a file: base64url of it, deflated. `openLinkPart` reads it */
export async function textToLinkPart(text: string): Promise<string> {
  const bytes = bytesToStream(new TextEncoder().encode(text));
  const deflated = bytes.pipeThrough(new CompressionStream("deflate-raw"));
  return bytesToBase64Url(await streamToBytes(deflated));
}
