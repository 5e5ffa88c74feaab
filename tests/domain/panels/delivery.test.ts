import { expect, test } from "vitest";
import {
  deliveryOf,
  isSentForm,
  isStuck,
  isToLead,
  isToSend,
  SENT_FORM,
} from "../../../src/domain/panels/delivery.ts";
import { submittedInterview } from "../../smallInterview.ts";

const facts = { changedAt: 100, sentAt: [], receivedAt: null };

test("a scorecard is to be sent until it was, and again once it is revised", () => {
  expect(deliveryOf(facts)).toEqual({ kind: "toSend" });
  expect(deliveryOf({ ...facts, sentAt: [99] })).toEqual({ kind: "toSend" });
  expect(deliveryOf({ ...facts, sentAt: [150, 100] })).toEqual({ kind: "sent", at: 150 });
  expect(deliveryOf({ ...facts, changedAt: 200, sentAt: [150] })).toEqual({ kind: "toSend" });
});

test("it has arrived once the lead’s side says so, however it went", () => {
  expect(deliveryOf({ ...facts, receivedAt: 180 })).toEqual({ kind: "received", at: 180 });
  expect(deliveryOf({ ...facts, sentAt: [300], receivedAt: 180 })).toEqual({ kind: "received", at: 180 });
});

test("only the encrypted scorecard counts as sent, by its name of today and of earlier versions", () => {
  expect([SENT_FORM, "Sealed scorecard file", "Encrypted scorecard, shared"].map(isSentForm)).toEqual([
    true,
    true,
    true,
  ]);
  expect(["Scorecard, printed", "Session JSON", "CSV"].some(isSentForm)).toBe(false);
});

test("what has a panel with a key that is led elsewhere goes to a lead; a sample never", () => {
  const panel = { panelId: "p1", interviewerId: "noor", publicKey: "age1x" };
  const session = { ...submittedInterview().session, panel };
  expect(isToLead(session, new Set())).toBe(true);
  expect(isToLead(session, new Set(["p1"]))).toBe(false);
  expect(isToLead({ ...session, sample: true }, new Set())).toBe(false);
  expect(isToLead({ ...session, panel: { ...panel, publicKey: null } }, new Set())).toBe(false);
  expect(isToLead(submittedInterview().session, new Set())).toBe(false);
});

test("what a team carries asks for nobody’s hand until a day has gone by without a receipt", () => {
  const DAY = 86_400_000;
  for (const kind of ["toSend", "sent"] as const) {
    const delivery = { kind, at: 100, byTeam: "server" } as const;
    expect([isStuck(delivery, 100 + DAY), isToSend(delivery, 100 + DAY)]).toEqual([false, false]);
    expect([isStuck(delivery, 101 + DAY), isToSend(delivery, 101 + DAY)]).toEqual([true, true]);
  }
  const received = { kind: "received", at: 100, byTeam: "server" } as const;
  expect([isStuck(received, 101 + DAY), isToSend(received, 101 + DAY)]).toEqual([false, false]);
});

test("without a team it is to be sent until it was", () => {
  expect(isToSend({ kind: "toSend" }, 0)).toBe(true);
  expect(isToSend({ kind: "sent", at: 0 }, 1e12)).toBe(false);
  expect(isStuck({ kind: "toSend" }, 1e12)).toBe(false);
});
