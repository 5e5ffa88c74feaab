/** The first 32 bits behind the point of a number. */
function fractionBits(value: number): number {
  return ((value - Math.floor(value)) * 2 ** 32) | 0;
}

const primes: number[] = [];
for (let number = 2; primes.length < 64; number++) {
  if (primes.every((prime) => number % prime > 0)) primes.push(number);
}
const startWords = primes.slice(0, 8).map((prime) => fractionBits(Math.sqrt(prime)));
const roundWords = primes.map((prime) => fractionBits(Math.cbrt(prime)));

/**
 * SHA-256 at once, for where nothing can be waited for; it is meant for short texts.
 *
 * @returns the hash of the text's UTF-8, 64 hex digits; half a character counts as its three bytes
 * @see https://doi.org/10.6028/NIST.FIPS.180-4
 */
export function sha256(text: string): string {
  const bytes = textToBytes(text);
  const bitCount = bytes.length * 8;
  bytes.push(0x80);
  while (bytes.length % 64 !== 56) bytes.push(0);
  for (let shift = 56; shift >= 0; shift -= 8) bytes.push(Math.floor(bitCount / 2 ** shift) % 256);

  let state: readonly number[] = startWords;
  for (let at = 0; at < bytes.length; at += 64) state = addBlock(state, bytes.slice(at, at + 64));
  return state.map((word) => (word >>> 0).toString(16).padStart(8, "0")).join("");
}

function textToBytes(text: string): number[] {
  return Array.from(text).flatMap((character) => {
    const code = character.codePointAt(0) ?? 0;
    const tail = (shift: number) => 0x80 | ((code >> shift) & 0x3f);
    if (code < 0x80) return [code];
    if (code < 0x800) return [0xc0 | (code >> 6), tail(0)];
    if (code < 0x10000) return [0xe0 | (code >> 12), tail(6), tail(0)];
    return [0xf0 | (code >> 18), tail(12), tail(6), tail(0)];
  });
}

function addBlock(state: readonly number[], block: readonly number[]): readonly number[] {
  const words: number[] = [];
  const word = (at: number) => words[at] ?? 0;
  for (let at = 0; at < 64; at++) {
    if (at < 16) {
      words.push(block.slice(at * 4, at * 4 + 4).reduce((sum, byte) => (sum << 8) | byte, 0));
      continue;
    }
    const [early, late] = [word(at - 15), word(at - 2)];
    const small = turn(early, 7) ^ turn(early, 18) ^ (early >>> 3);
    const large = turn(late, 17) ^ turn(late, 19) ^ (late >>> 10);
    words.push((word(at - 16) + small + word(at - 7) + large) | 0);
  }
  let [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = state;
  for (const [at, constant] of roundWords.entries()) {
    const choice = (e & f) ^ (~e & g);
    const majority = (a & b) ^ (a & c) ^ (b & c);
    const first = h + (turn(e, 6) ^ turn(e, 11) ^ turn(e, 25)) + choice + constant + word(at);
    const second = (turn(a, 2) ^ turn(a, 13) ^ turn(a, 22)) + majority;
    [a, b, c, d, e, f, g, h] = [(first + second) | 0, a, b, c, (d + first) | 0, e, f, g];
  }
  return [a, b, c, d, e, f, g, h].map((value, at) => (value + (state[at] ?? 0)) | 0);
}

function turn(word: number, by: number): number {
  return (word >>> by) | (word << (32 - by));
}
