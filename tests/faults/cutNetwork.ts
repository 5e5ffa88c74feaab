import { execFileSync, spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { connect, createServer, type Socket } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { teamPort } from "../browser/teamServer.ts";
import { joinSockets } from "../joinSockets.ts";

/** Which way nothing comes through: of what is sent there, of what is sent back, or neither. */
export type Cut = "there" | "back" | "both";

/** A network of the test's own between two parts of this machine that have nothing else. */
export interface CutNetwork {
  /** What runs a program at the far end. */
  readonly within: readonly string[];
  readonly cut: (which: Cut) => void;
  readonly mend: () => void;
  readonly end: () => void;
}

// Neither end is the machine's own: Chromium would give up all that other tests are loading as one comes or goes.
const [NEAR, FAR] = [`near${process.pid}`, `far${process.pid}`];
const [NEAR_ADDRESS, FAR_ADDRESS] = ["10.213.0.1", "10.213.0.2"];
const inPart = (part: string) => ["ip", "netns", "exec", part];

function ip(...words: readonly string[]): void {
  execFileSync("ip", words, { stdio: "pipe" });
}

/** @returns why no network can be cut here, or undefined */
export function whyNoNetwork(): string | undefined {
  if (process.platform !== "linux") return "A network of one's own can be made on Linux only.";
  if (process.getuid?.() !== 0) return "Only root may make the network that is cut.";
  try {
    makeNetwork();
    return undefined;
  } catch (error) {
    return `A network can't be made here: ${String(error)}`;
  } finally {
    removeNetwork();
  }
}

function makeNetwork(): void {
  for (const part of [NEAR, FAR]) ip("netns", "add", part);
  ip("-n", NEAR, "link", "add", "line", "type", "veth", "peer", "name", "line", "netns", FAR);
  const addresses = [
    [NEAR, NEAR_ADDRESS],
    [FAR, FAR_ADDRESS],
  ] as const;
  for (const [part, address] of addresses) {
    ip("-n", part, "addr", "add", `${address}/30`, "dev", "line");
    ip("-n", part, "link", "set", "line", "up");
    ip("-n", part, "link", "set", "lo", "up");
  }
}

function removeNetwork(): void {
  for (const part of [NEAR, FAR]) {
    try {
      ip("netns", "del", part);
    } catch {
      // There was none.
    }
  }
}

type Side = Exclude<Cut, "both">;

/** Where what is sent to each side goes out. */
const parts = { there: NEAR, back: FAR };

function setQueue(verb: "add" | "del", side: Side): void {
  // It has room for no packet.
  const kind = verb === "add" ? ["pfifo", "limit", "0"] : [];
  const [command, ...words] = [...inPart(parts[side]), "tc", "qdisc", verb, "dev", "line", "root", ...kind];
  execFileSync(command!, words, { stdio: "pipe" });
}

/** Hands on what comes to one place to another; each is an address and a port, or the path of a socket. */
const HAND_ON = `
  const { connect, createServer } = require("node:net");
  const [from, to] = process.argv.slice(1).map((place) => JSON.parse(place));
  createServer((one) => {
    const other = connect(to);
    one.on("error", () => other.destroy()).pipe(other).on("error", () => one.destroy()).pipe(one);
  }).listen(from, () => console.log("ready"));
`;

async function handOn(part: string, from: object, to: object): Promise<ChildProcess> {
  const words = [process.execPath, "-e", HAND_ON, JSON.stringify(from), JSON.stringify(to)];
  const [command, ...rest] = [...inPart(part), ...words];
  const program = spawn(command!, rest, { stdio: ["ignore", "pipe", "inherit"] });
  await once(program.stdout, "data");
  return program;
}

/**
 * Makes the network, with the team's port of its far end at the same port here. What is held up in it is as in any other: it
 * neither arrives nor comes back as refused.
 *
 * @throws where `whyNoNetwork` says why
 */
export async function startCutNetwork(): Promise<CutNetwork> {
  makeNetwork();
  const folder = mkdtempSync(join(tmpdir(), "network-"));
  // A file is in every part of the machine.
  const door = { path: join(folder, "door") };
  const far = { host: FAR_ADDRESS, port: teamPort };
  const programs = [
    await handOn(FAR, far, { host: "127.0.0.1", port: teamPort }),
    await handOn(NEAR, door, far),
  ];
  const sockets = new Set<Socket>();
  const outer = createServer((from) => {
    const to = connect(door);
    sockets.add(from).add(to);
    joinSockets(from, to);
  });
  await once(outer.listen(teamPort, "127.0.0.1"), "listening");
  let closed: readonly Side[] = [];
  return {
    within: inPart(FAR),
    cut: (which) => {
      closed = which === "both" ? ["there", "back"] : [which];
      for (const side of closed) setQueue("add", side);
    },
    mend: () => {
      for (const side of closed) setQueue("del", side);
      closed = [];
    },
    end: () => {
      for (const program of programs) program.kill("SIGKILL");
      for (const socket of sockets) socket.destroy();
      outer.close();
      removeNetwork();
      rmSync(folder, { recursive: true });
    },
  };
}
