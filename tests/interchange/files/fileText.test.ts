import { expect, test } from "vitest";
import { bytesToText } from "../../../src/interchange/files/fileText.ts";

test("a text file is read in whatever encoding an editor wrote it", () => {
  expect(bytesToText(new TextEncoder().encode("Où? 时间"))).toBe("Où? 时间");
  expect(bytesToText(new Uint8Array([0xef, 0xbb, 0xbf, 0x41]))).toBe("A");
  expect(bytesToText(new Uint8Array([0xff, 0xfe, 0x4f, 0x00, 0xf9, 0x00]))).toBe("Où");
  expect(bytesToText(new Uint8Array([0xfe, 0xff, 0x00, 0x4f, 0x00, 0xf9]))).toBe("Où");
  // No UTF-8: what Windows wrote before.
  expect(bytesToText(new Uint8Array([0x4f, 0xf9, 0x3f]))).toBe("Où?");
  expect(bytesToText(new Uint8Array())).toBe("");
});
