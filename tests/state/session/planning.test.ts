import { expect, test } from "vitest";
import { soonAfter } from "../../../src/state/session/planning.ts";

test("an interview for no time yet begins at the next quarter of an hour, or the one that has just begun", () => {
  const clockOf = (time: string) => new Date(soonAfter(Date.parse(`2026-11-24T${time}Z`))).toISOString();
  expect(["09:30:00", "09:30:29", "09:31:00", "09:44:59", "23:50:00"].map(clockOf)).toEqual([
    "2026-11-24T09:30:00.000Z",
    "2026-11-24T09:30:00.000Z",
    "2026-11-24T09:45:00.000Z",
    "2026-11-24T09:45:00.000Z",
    "2026-11-25T00:00:00.000Z",
  ]);
});
