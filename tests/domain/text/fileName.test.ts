import { expect, test } from "vitest";
import { fileName } from "../../../src/domain/text/fileName.ts";

test("a file is named after whom it is about, in any script, with nothing that a system refuses", () => {
  expect(fileName(["Priya Raman", "C++ / Go: dev?", "Jonas"], "json")).toBe(
    "Priya-Raman_C-Go-dev_Jonas.json",
  );
  expect(fileName(["שירה כהן", "", "../../x"], "json")).toBe("שירה-כהן_x.json");
  expect(fileName(["///"], "json")).toBe("interview.json");
  expect(fileName(["x".repeat(500)], "json").length).toBeLessThan(130);
});
