import { expect, test } from "vitest";
import {
  cardAbout,
  newsAbout,
  nextState,
  teamDelivery,
  type OutboxRow,
} from "../../../src/domain/team/outbox.ts";

const row: OutboxRow = {
  hash: "h",
  panelId: "p1",
  seat: "noor",
  kind: "card",
  about: "card s1",
  wire: "{}",
  state: "toSend",
  tries: 0,
  at: 50,
};

test("a message goes from to send to sent to delivered, and never back", () => {
  expect(nextState("toSend", "stored")).toBe("sent");
  expect(nextState("sent", "stored")).toBe("sent");
  expect(nextState("sent", "received")).toBe("delivered");
  // The receipt may be here before the server’s own answer is.
  expect(nextState("toSend", "received")).toBe("delivered");
  expect(nextState("delivered", "stored")).toBe("delivered");
  expect(nextState("delivered", "received")).toBe("delivered");
});

test("what came in locked and is none of the panel’s once it is unlocked is refused after it was delivered", () => {
  expect(nextState("delivered", "refused")).toBe("refused");
});

test("what the lead refused can still be taken in later, and is not sent again by itself", () => {
  expect(nextState("sent", "refused")).toBe("refused");
  expect(nextState("refused", "stored")).toBe("refused");
  expect(nextState("refused", "received")).toBe("delivered");
});

test("a revision is another thing to say than the scorecard without it, in whichever order they are read", () => {
  expect(cardAbout("s1", ["b", "a"])).toBe(cardAbout("s1", ["a", "b"]));
  expect(new Set([cardAbout("s1", []), cardAbout("s1", ["a"]), cardAbout("s2", [])]).size).toBe(3);
});

test("the same news with another number are others", () => {
  const news = { number: 1, status: "planned", scheduledAt: 5 } as const;
  expect(newsAbout({ ...news, number: 2 })).not.toBe(newsAbout(news));
});

test("a scorecard is as far as its message: to send since it was submitted, on the server, delivered", () => {
  expect(teamDelivery(undefined, 40, "server")).toEqual({ kind: "toSend", at: 40, byTeam: "server" });
  expect(teamDelivery(row, 40, "server")).toEqual({ kind: "toSend", at: 40, byTeam: "server" });
  expect(teamDelivery({ ...row, state: "sent" }, 40, "server")).toEqual({
    kind: "sent",
    at: 50,
    byTeam: "server",
  });
  expect(teamDelivery({ ...row, state: "delivered" }, 40, "server")).toEqual({
    kind: "received",
    at: 50,
    byTeam: "server",
  });
});

test("what a team cannot carry is to be sent by hand", () => {
  expect(teamDelivery({ ...row, state: "refused" }, 40, "server")).toEqual({ kind: "toSend" });
});
