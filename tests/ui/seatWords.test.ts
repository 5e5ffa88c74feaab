import { addDays } from "date-fns";
import { expect, test } from "vitest";
import type { SeatStatus } from "../../src/domain/panels/seatStatus.ts";
import { seatToWords } from "../../src/ui/seats/seatWords.ts";

const AT = new Date(2026, 10, 23, 14, 2).getTime();
const status: SeatStatus = { state: "submitted", at: AT, lateDays: 0, isSilent: false, next: "none" };
const seat = { side: "seat", isLeadSeat: false, lead: "Lea", now: AT } as const;

test("a scorecard that a team carries is to send, on the server, and delivered to whoever leads", () => {
  const words = (state: SeatStatus["state"], looker: Parameters<typeof seatToWords>[1] = seat) =>
    seatToWords({ ...status, state, team: "carries" }, looker);
  expect(words("submitted").words).toBe("to send");
  expect(words("sent")).toEqual({ words: "on the server", detail: "today, 14:02, not delivered yet" });
  expect(words("received")).toEqual({ words: "delivered to Lea", detail: "today, 14:02" });
  expect(words("received", { ...seat, lead: undefined }).words).toBe("delivered to the lead");
});

test("through a folder it is to send until that is open here, and in the folder then", () => {
  const words = (state: SeatStatus["state"]) =>
    seatToWords({ ...status, state, team: "carries", teamWay: "folder" }, seat);
  expect(words("submitted").detail).toBe("sent automatically once the shared folder is open here");
  expect(words("sent").words).toBe("in the shared folder");
});

test("what should have arrived long ago says since when, and what to do", () => {
  const now = addDays(AT, 2).getTime();
  for (const state of ["submitted", "sent"] as const) {
    expect(seatToWords({ ...status, state, team: "stuck", next: "send" }, { ...seat, now })).toEqual({
      words: "not delivered since Mon 23 Nov",
      detail: "send the file",
    });
  }
});

test("without a team the same states say what a person did", () => {
  expect(seatToWords(status, seat).words).toBe("submitted, not sent yet");
  expect(seatToWords({ ...status, state: "sent" }, seat).detail).toBe("no receipt yet");
  expect(seatToWords({ ...status, state: "received" }, seat).words).toBe("the lead has it");
});

test("who is late is said to be so by days, as people say it, with where that seat stands behind it", () => {
  const words = (lateDays: number) => seatToWords({ ...status, state: "invited", lateDays }, seat);
  expect(words(1)).toEqual({ words: "1 day late", detail: "invited, today" });
  expect(words(30).words).toBe("30 days late");
});
