import { expect, test } from "vitest";
import { backupName } from "../../../src/features/settings/backups/backupName.ts";

test("a backup is named by the day and the time of this device, so that two of a day can be told apart", () => {
  const late = new Date(2026, 10, 29, 23, 48).getTime();
  const early = new Date(2026, 10, 30, 0, 5).getTime();
  expect(backupName(late, "json.age")).toBe("interview-scorecard-backup-2026-11-29-2348.json.age");
  expect(backupName(early, "json")).toBe("interview-scorecard-backup-2026-11-30-0005.json");
});
