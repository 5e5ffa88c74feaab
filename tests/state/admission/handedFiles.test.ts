import { expect, test, vi } from "vitest";
import { handFiles } from "../../../src/state/admission/handedFiles.ts";

/** @returns that many files of a format, and how many of them were looked into */
function filesOf(format: string, count: number) {
  const files = Array.from(
    { length: count },
    (_, at) => new File([JSON.stringify({ format: `interview-scorecard.${format}` })], `${at}.json`),
  );
  const looks = files.map((file) => vi.spyOn(file, "stream"));
  return { files, lookedInto: () => looks.filter(({ mock }) => mock.calls.length > 0).length };
}

test("of many interviews one tells where they are taken: what reads them all says how far it is", async () => {
  const { files, lookedInto } = filesOf("session", 1000);
  expect(await handFiles(files)).toBe("/");
  expect(lookedInto()).toBe(1);
});

test("files of two kinds are taken where each is told of what it is, and no more of them are looked into", async () => {
  const guides = filesOf("guide", 2);
  const panels = filesOf("debrief", 1000);
  expect(await handFiles([...guides.files, ...panels.files])).toBe("/");
  expect(guides.lookedInto() + panels.lookedInto()).toBe(3);
});

test("of many files of one kind some tell where they are taken", async () => {
  const { files, lookedInto } = filesOf("guide", 1000);
  expect(await handFiles(files)).toBe("/guides");
  expect(lookedInto()).toBe(100);
});
