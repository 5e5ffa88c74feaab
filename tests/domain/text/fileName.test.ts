import { expect, test } from "vitest";
import { fileName } from "../../../src/domain/text/fileName.ts";

test("a file is named after whom it is about, in any script, with nothing that a system refuses", () => {
  expect(fileName(["Priya Raman", "C++ / Go: dev?", "Jonas"], "json")).toBe(
    "Priya-Raman_C-Go-dev_Jonas.json",
  );
  expect(fileName(["שירה כהן", "", "../../x"], "json")).toBe("שירה-כהן_x.json");
  expect(fileName(["///"], "json")).toBe("interview.json");
});

test("a long name leaves room for what else the file’s name says, in bytes of every script", () => {
  const name = fileName(["面".repeat(300), "x".repeat(500), "greenhouse"], "json");
  expect(new TextEncoder().encode(name).length).toBeLessThan(210);
  expect(name).toMatch(/^面{20,}_x{60,}_greenhouse\.json$/u);
});
