import { execFileSync, spawn } from "node:child_process";
import { connect, createServer, type Server, type Socket } from "node:net";

import { teamPort } from "../browser/teamServer.ts";
import { joinSockets } from "../joinSockets.ts";

/** Which way nothing comes through: of what is sent there, of what is sent back, or neither. */
export type Cut = "there" | "back" | "both";

/** A network of the test's own between this machine and a part of it that has nothing else. */
export interface CutNetwork {
  /** What runs a program in there. */
  readonly within: readonly string[];
  readonly cut: (which: Cut) => void;
  readonly mend: () => void;
  readonly end: () => void;
}

/** Another one for each checkout that is tested side by side. */
const network = `10.213.${teamPort % 250}`;
const HERE = `${network}.1`;
const THERE = `${network}.2`;
const name = `cut${process.pid}`;
const within = ["ip", "netns", "exec", name];

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
  ip("netns", "add", name);
  ip("link", "add", name, "type", "veth", "peer", "name", "there", "netns", name);
  ip("addr", "add", `${HERE}/30`, "dev", name);
  ip("link", "set", name, "up");
  const there = ["-n", name];
  ip(...there, "addr", "add", `${THERE}/30`, "dev", "there");
  ip(...there, "link", "set", "there", "up");
  ip(...there, "link", "set", "lo", "up");
}

/** The device goes by itself a while after the other part of the machine went: what is made next would find its name taken. */
const ends = [
  ["link", "del", name],
  ["netns", "del", name],
];

function removeNetwork(): void {
  for (const words of ends) {
    try {
      ip(...words);
    } catch {
      // There was none.
    }
  }
}

type Side = Exclude<Cut, "both">;

/** Where what is sent to each side goes out. */
const ways = { there: { around: [], device: name }, back: { around: within, device: "there" } };

function setQueue(verb: "add" | "del", side: Side): void {
  const { around, device } = ways[side];
  // It has room for no packet.
  const kind = verb === "add" ? ["pfifo", "limit", "0"] : [];
  const [command, ...words] = [...around, "tc", "qdisc", verb, "dev", device, "root", ...kind];
  execFileSync(command!, words, { stdio: "pipe" });
}

/** Runs in there, as the program of a process: hands on what comes over the network to its loopback address. */
const HAND_ON = `
  const { connect, createServer } = require("node:net");
  const [address, port] = process.argv.slice(1);
  createServer((from) => {
    const to = connect(Number(port), "127.0.0.1");
    from.on("error", () => to.destroy()).pipe(to).on("error", () => from.destroy()).pipe(from);
  }).listen(Number(port), address, () => console.log("ready"));
`;

/**
 * Makes the network, with the team's port of its other side at the same port here. What is held up in it is as in any other: it
 * neither arrives nor comes back as refused.
 *
 * @throws where `whyNoNetwork` says why
 */
export async function startCutNetwork(): Promise<CutNetwork> {
  makeNetwork();
  const words = [...within.slice(1), process.execPath, "-e", HAND_ON, THERE, String(teamPort)];
  const inner = spawn("ip", words, { stdio: ["ignore", "pipe", "inherit"] });
  await new Promise((resolve) => {
    inner.stdout.once("data", resolve);
  });
  const sockets = new Set<Socket>();
  const outer: Server = createServer((from) => {
    const to = connect(teamPort, THERE);
    sockets.add(from).add(to);
    joinSockets(from, to);
  });
  await new Promise<void>((resolve) => {
    outer.listen(teamPort, "127.0.0.1", resolve);
  });
  let closed: readonly Side[] = [];
  return {
    within,
    cut: (which) => {
      closed = which === "both" ? ["there", "back"] : [which];
      for (const side of closed) setQueue("add", side);
    },
    mend: () => {
      for (const side of closed) setQueue("del", side);
      closed = [];
    },
    end: () => {
      inner.kill("SIGKILL");
      for (const socket of sockets) socket.destroy();
      outer.close();
      removeNetwork();
    },
  };
}
