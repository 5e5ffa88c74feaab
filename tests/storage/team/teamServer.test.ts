import { beforeEach, describe, expect, test, vi } from "vitest";
import { nkeys, wsconnect, type NatsConnection } from "@nats-io/nats-core";
import { connectTeamServer } from "../../../src/storage/team/teamServer.ts";

vi.mock(import("@nats-io/nats-core"), async (original) => ({ ...(await original()), wsconnect: vi.fn() }));

/** What the server answers to each request, in turn; an error is thrown. */
let answers: unknown[];
/** What was asked. */
let asked: { readonly subject: string; readonly payload: unknown }[];
let isClosed: boolean;

const timeout = () => Object.assign(new Error("timeout"), { name: "TimeoutError" });
const seed = new TextDecoder().decode(nkeys.createUser().getSeed());

beforeEach(() => {
  answers = [];
  asked = [];
  isClosed = false;
  const connection = {
    request: async (subject: string, payload: string) => {
      asked.push({ subject, payload: payload === "" ? "" : (JSON.parse(payload) as unknown) });
      const answer = answers.shift();
      if (answer instanceof Error) throw answer;
      return { json: () => answer, ...(answer as object) };
    },
    isClosed: () => isClosed,
    subscribe: (
      subject: string,
      { callback }: { callback: (error: Error | null, message?: object) => void },
    ) => {
      asked.push({ subject, payload: "watched" });
      callback(null, { subject: "p.p1.up.i1", string: () => "{}" });
      callback(new Error("It may not listen there."));
    },
    rtt: async () => 1,
    close: () => Promise.reject(new Error("It was closed before.")),
  };
  vi.mocked(wsconnect).mockResolvedValue(connection as unknown as NatsConnection);
});

const connect = () => connectTeamServer("ws://localhost/team", { jwt: "j", seed }, "_I.p1.noor");

test("it is asked for at its whole address, never anew by itself, with an inbox that is nobody else’s", async () => {
  const opened: string[] = [];
  // Called with `new`, so no arrow function.
  vi.stubGlobal("WebSocket", function open(address: string) {
    opened.push(address);
  });
  await connect();
  const options = vi.mocked(wsconnect).mock.lastCall?.[0] as {
    readonly wsFactory: (url: URL, options: object) => Promise<{ readonly encrypted: boolean }>;
  };
  expect(options).toMatchObject({ reconnect: false, inboxPrefix: "_I.p1.noor", timeout: 2000 });
  const { encrypted } = await options.wsFactory(new URL("ws://localhost/"), {});
  vi.unstubAllGlobals();
  expect([opened, encrypted]).toEqual([["ws://localhost/team"], false]);
});

describe("what is stored", () => {
  test.each<[string, object, boolean]>([
    ["now", { seq: 7 }, true],
    [
      "before, under the same subject",
      { error: { description: "maximum messages per subject exceeded" } },
      true,
    ],
    ["nowhere, because it is full", { error: { description: "maximum bytes exceeded" } }, false],
    ["by a number that says that it was not", { seq: 0, duplicate: true }, false],
    ["by no number", {}, false],
  ])("%s", async (_what, answer, isStored) => {
    answers = [answer];
    const server = await connect();
    expect(await server.store("p.p1.up.noor.card.0", "{}")).toBe(isStored);
  });
});

describe("a server that hangs", () => {
  test("is asked three times, and left for a new connection then", async () => {
    answers = [timeout(), timeout(), timeout()];
    const server = await connect();
    await expect(server.store("s", "{}")).rejects.toThrow("timeout");
    expect(asked).toHaveLength(3);
    answers = [timeout(), { seq: 1 }];
    expect(await server.store("s", "{}")).toBe(true);
  });

  test("is not asked again where the connection is closed, or it says no", async () => {
    const server = await connect();
    answers = [new Error("No responders")];
    await expect(server.store("s", "{}")).rejects.toThrow("No responders");
    isClosed = true;
    answers = [timeout()];
    await expect(server.store("s", "{}")).rejects.toThrow("timeout");
    await expect(server.check()).rejects.toThrow("The connection is closed.");
    expect(asked).toHaveLength(2);
  });
});

test("the next message of a subject is given with its number; none is none", async () => {
  const message = { subject: "p.p1.up.noor.card.0", seq: 9, data: Buffer.from("für Lea").toString("base64") };
  const none = { error: { err_code: 10_037, description: "no message found" } };
  answers = [{ message }, none, { error: { err_code: 10_059, description: "stream not found" } }];
  const server = await connect();
  expect(await server.next("p1", 3, "p.p1.up.>")).toEqual({
    subject: "p.p1.up.noor.card.0",
    number: 9,
    wire: "für Lea",
  });
  expect(asked[0]).toEqual({
    subject: "$JS.API.STREAM.MSG.GET.p1",
    payload: { seq: 3, next_by_subj: "p.p1.up.>" },
  });
  expect([await server.next("p1", 10, "p.p1.up.>"), await server.next("p1", 10, "p.p1.up.>")]).toEqual([
    null,
    null,
  ]);
});

test.each<[string, object]>([
  ["an error", { error: { err_code: 10_008, description: "busy" } }],
  ["nothing", {}],
  ["one that was read before", { message: { subject: "p.p1.up.noor.card.0", seq: 2, data: "" } }],
  ["one without a number", { message: { subject: "p.p1.up.noor.card.0", data: "" } }],
])(
  "a server that answers with %s is left: reading goes on or ends, and never stands",
  async (_what, answer) => {
    answers = [answer];
    const server = await connect();
    await expect(server.next("p1", 3, "p.p1.up.>")).rejects.toThrow();
  },
);

test("the seed signs what a server may ask for, and no text of anybody else’s", async () => {
  await connect();
  const { authenticator } = vi.mocked(wsconnect).mock.lastCall![0] as {
    readonly authenticator: (nonce?: string) => { readonly sig?: string };
  };
  expect(authenticator("R6EkbeBLvl1LNqs").sig).toBeTruthy();
  for (const nonce of [undefined, "", '["interview-scorecard team 1 joins"]', "a key in base64="])
    expect(() => authenticator(nonce)).toThrow("no nonce");
});

describe("a stream", () => {
  const noStream = { error: { err_code: 10_059, description: "stream not found" } };
  const noPeers = { error: { err_code: 10_074, description: "replicas > 1 not supported" } };

  test("is left alone where it is", async () => {
    answers = [{ config: {} }];
    expect(await (await connect()).makeStream("p1", "p.p1.>")).toBe(false);
    expect(asked).toHaveLength(1);
  });

  test("is made of three copies, of one where there is one server, and is written once a subject", async () => {
    answers = [noStream, noPeers, { config: {} }];
    expect(await (await connect()).makeStream("p1", "p.p1.>")).toBe(true);
    expect(asked.slice(1)).toMatchObject([
      { payload: { num_replicas: 3 } },
      { payload: { num_replicas: 1 } },
    ]);
    expect(asked[1]?.payload).toMatchObject({
      name: "p1",
      subjects: ["p.p1.>"],
      storage: "file",
      discard: "new",
      max_msgs_per_subject: 1,
      discard_new_per_subject: true,
      allow_direct: false,
      deny_delete: true,
      deny_purge: true,
      duplicate_window: 0,
    });
  });

  test("is not made of fewer copies where one of three servers is away", async () => {
    const away = { error: { err_code: 10_005, description: "no suitable peers for placement" } };
    answers = [noStream, away, { config: {} }];
    await expect((await connect()).makeStream("p1", "p.p1.>")).rejects.toThrow("no suitable peers");
    expect(asked.slice(1)).toMatchObject([{ payload: { num_replicas: 3 } }]);
  });

  test("that another device made meanwhile is as good", async () => {
    answers = [noStream, { error: { err_code: 10_058, description: "stream name already in use" } }];
    expect(await (await connect()).makeStream("p1", "p.p1.>")).toBe(false);
  });

  test("that can’t be made, or not be looked at, is an error", async () => {
    const server = await connect();
    answers = [noStream, noPeers, noPeers];
    await expect(server.makeStream("p1", "p.p1.>")).rejects.toThrow("replicas > 1 not supported");
    answers = [noPeers];
    await expect(server.makeStream("p1", "p.p1.>")).rejects.toThrow("replicas > 1 not supported");
  });

  test("is deleted, also where it was deleted before", async () => {
    const server = await connect();
    answers = [{ success: true }, noStream, noPeers];
    await server.deleteStream("p1");
    await server.deleteStream("p1");
    await expect(server.deleteStream("p1")).rejects.toThrow("replicas > 1 not supported");
  });
});

test("news ring and come along, a server that answers is good, and closing what is closed harms nobody", async () => {
  const server = await connect();
  const onNews = vi.fn();
  server.watch("p.p1.up.>", onNews);
  expect(onNews.mock.calls).toEqual([[{ subject: "p.p1.up.i1", wire: "{}" }], [undefined]]);
  await server.check();
  server.close();
  expect(asked).toEqual([{ subject: "p.p1.up.>", payload: "watched" }]);
});
