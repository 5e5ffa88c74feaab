// Starts a server for teams, or three that stand in for each other: makes its keys where there are none, runs nats-server,
// prints the lead's link.
// npm run team [-- --servers 3 --address http://localhost:27416/ --folder .team --port 27419]; data/team/README.md says the rest.
import { spawn, spawnSync } from "node:child_process";
import { randomBytes, randomUUID } from "node:crypto";
import { once } from "node:events";
import { copyFileSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { connect, createServer } from "node:net";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { runnerImport } from "vite";

process.chdir(fileURLToPath(new URL("..", import.meta.url)));

const { values } = parseArgs({
  options: {
    address: { type: "string", default: "http://localhost:27416/" },
    folder: { type: "string", default: ".team" },
    port: { type: "string", default: "27419" },
    servers: { type: "string", default: "1" },
  },
});
const port = Number(values.port);
const GIGABYTE = 2 ** 30;
/** One that has ended is started again after this long, as whatever runs it on a machine of its own would do. */
const RESTART_MS = 500;
/** It takes three a second or two to find each other, on a busy machine up to ten; longer where they have much to read. */
const [NEW_GROUP_MS, OLD_GROUP_MS, MOST_TRIES] = [15_000, 120_000, 5];
const LOGS = `What they said is in ${values.folder}/server-1/server.log and beside it.`;

if (spawnSync("nats-server", ["--version"]).status !== 0) {
  stop(
    "nats-server is not on the PATH. On Debian and Ubuntu: apt install nats-server. On macOS: brew install nats-server. " +
      "On Windows: winget install NATSAuthors.NATSServer. Elsewhere: https://docs.nats.io/running-a-nats-service/introduction/installation",
  );
}
if (values.servers !== "1" && values.servers !== "3")
  stop("--servers is 1 or 3: two can't go on without each other.");

const { module } = await runnerImport("./src/interchange/team/serverIdentity.ts");
mkdirSync(values.folder, { recursive: true, mode: 0o700 });
const identity = JSON.parse(
  kept("identity.json", () => JSON.stringify(module.newServerIdentity(Date.now(), 4 * GIGABYTE), null, 2)),
);
const atRestKey = kept("at-rest.key", newSecret);
const identityConf = [
  `operator: "${identity.operatorJwt}"`,
  `system_account: "${identity.systemAccount}"`,
  "resolver: MEMORY",
  "resolver_preload {",
  ...identity.accounts.map(({ publicKey, jwt }) => `  ${publicKey}: "${jwt}"`),
  "}",
  "",
].join("\n");

const running = new Set();
const ending = new AbortController();
process.on("SIGINT", end).on("SIGTERM", end);
process.once("exit", () => {
  for (const server of running) server.kill("SIGKILL");
});
await (values.servers === "3" ? startCluster() : startOne());

const access = module.issueLead(identity, `lead-${randomUUID().slice(0, 8)}`, Date.now());
console.log(`The team server runs. Open this link in the browser of whoever leads panels; it is as secret as a password:

${values.address}#/team/${module.leadToLinkPart(access)}
`);

async function startOne() {
  const server = run(values.folder, "one-server.conf", { TEAM_SERVER: "panels-1", ...portsFrom(port) });
  server.once("exit", (code) => process.exit(code ?? 1));
  await untilListening(port);
}

/** Three on this machine: what is to be tried out before three machines have one each. */
async function startCluster() {
  const password = kept("peers.key", newSecret);
  const servers = [1, 2, 3].map((number) => {
    const first = port + 4 * number - 3;
    return { number, pages: first, peers: first + 2, figures: first + 3 };
  });
  const routes = servers.map(({ peers }) => `nats://panels:${password}@127.0.0.1:${peers}`);
  const runIt = ({ number, pages, peers, figures }) =>
    run(join(values.folder, `server-${number}`), "cluster.conf", {
      TEAM_SERVER: `panels-${number}`,
      ...portsFrom(pages),
      TEAM_PEERS: loopback(peers),
      TEAM_FIGURES: loopback(figures),
      TEAM_ROUTES: JSON.stringify(routes),
      TEAM_PEER_PASSWORD: JSON.stringify(password),
    });
  const storeOf = ({ number }) => join(values.folder, `server-${number}`, "store");
  // It stays where the first start was ended before all three were one group: nothing was stored there yet.
  const forming = join(values.folder, "forming");
  const isNew = existsSync(forming) || !servers.some((server) => existsSync(storeOf(server)));
  if (isNew) writeFileSync(forming, "");
  const within = isNew ? NEW_GROUP_MS : OLD_GROUP_MS;
  let group = await startGroup(servers, runIt);
  // About one start in forty: two go on without the third for good, also where all are started again as they are.
  for (let tries = 1; !(await isWhole(servers, group, within)); tries++) {
    if (tries === MOST_TRIES) stop(`The servers do not find each other. ${LOGS}`);
    await endAll(group);
    if (isNew) for (const server of servers) rmSync(storeOf(server), { recursive: true, force: true });
    group = await startGroup(servers, runIt);
  }
  rmSync(forming, { force: true });
  for (const [at, server] of servers.entries()) keepRunning(group[at], () => runIt(server));
  handOn(servers.map(({ pages }) => pages));
}

/** @returns the three once each takes connections */
async function startGroup(servers, runIt) {
  const group = [];
  // One after another: of those that begin at the same moment more go on without the third.
  for (const server of servers) {
    const started = runIt(server);
    group.push(started);
    while (!(await isListening(server.pages))) {
      stopIfEnded(group);
      await setTimeout(100);
    }
    // What listens there may be another program's.
    stopIfEnded(group);
  }
  return group;
}

/** @returns whether each of them says in time that all are one group */
async function isWhole(servers, group, withinMs) {
  const until = Date.now() + withinMs;
  while (Date.now() < until) {
    stopIfEnded(group);
    const sizes = await Promise.all(servers.map(({ figures }) => sizeOfGroup(figures)));
    if (sizes.every((size) => size === servers.length)) return true;
    await setTimeout(100);
  }
  return false;
}

/** Before all three are one group, none ends but for good: another program has its port, or it can't use its folder. */
function stopIfEnded(group) {
  if (!group.every((server) => running.has(server)) && !ending.signal.aborted)
    stop(`A server did not start. ${LOGS}`);
}

async function endAll(group) {
  const here = group.filter((server) => running.has(server));
  const ended = here.map((server) => once(server, "exit"));
  for (const server of here) server.kill("SIGKILL");
  await Promise.all(ended);
}

/** Starts it again each time that it has ended, until all are to end. */
function keepRunning(server, runAgain) {
  server.once("exit", () => {
    setTimeout(RESTART_MS, null, { signal: ending.signal }).then(
      () => keepRunning(runAgain(), runAgain),
      () => {},
    );
  });
}

/** Starts nats-server in a folder of its own, with a config of data/team as it is. */
function run(folder, config, settings) {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  for (const name of ["one-server.conf", "cluster.conf"])
    copyFileSync(join("data/team", name), join(folder, name));
  writeFileSync(join(folder, "identity.conf"), identityConf, { mode: 0o600 });
  const server = spawn("nats-server", ["-c", config], {
    cwd: folder,
    stdio: ["ignore", "ignore", "inherit"],
    env: {
      ...process.env,
      ...settings,
      // Before 2.11 it starts what it tells the others beside what that needs. Where both run at once, it now and then hears
      // them and is never heard; two such ones after a kill, and none decides any more.
      GOMAXPROCS: "1",
      TEAM_ORIGIN: JSON.stringify(new URL(values.address).origin),
      TEAM_AT_REST_KEY: JSON.stringify(atRestKey),
    },
  });
  running.add(server);
  server.once("exit", () => {
    running.delete(server);
    if (ending.signal.aborted && running.size === 0) process.exit();
  });
  return server;
}

function end(signal) {
  ending.abort();
  if (running.size === 0) process.exit();
  for (const server of running) server.kill(signal);
}

function portsFrom(pages) {
  return { TEAM_PAGES: loopback(pages), TEAM_CLIENTS: loopback(pages + 1) };
}

function loopback(of) {
  return JSON.stringify(`127.0.0.1:${of}`);
}

/** @returns how many servers know each other and have one that leads; 0 where it can't be told yet */
async function sizeOfGroup(figures) {
  try {
    const { meta_cluster: group } = await (
      await fetch(`http://127.0.0.1:${figures}/jsz`, { signal: AbortSignal.timeout(2000) })
    ).json();
    return group?.leader ? group.cluster_size : 0;
  } catch {
    return 0;
  }
}

/** As the host of the app does: each connection goes to the next server that takes it. */
function handOn(to) {
  let turn = 0;
  const pass = (page, ports) => {
    if (ports.length === 0 || page.destroyed) {
      page.destroy();
      return;
    }
    const [first, ...others] = ports;
    let isOpen = false;
    const server = connect(first, "127.0.0.1", () => {
      isOpen = true;
      page.pipe(server).pipe(page);
    });
    server.on("error", () => {});
    server.once("close", () => (isOpen ? page.destroy() : pass(page, others)));
    page.once("close", () => server.destroy());
  };
  createServer((page) => {
    page.on("error", () => {});
    turn = (turn + 1) % to.length;
    pass(page, [...to.slice(turn), ...to.slice(0, turn)]);
  }).listen(port, "127.0.0.1");
}

async function untilListening(at) {
  while (!(await isListening(at))) await setTimeout(100);
}

function isListening(at) {
  return new Promise((resolve) => {
    const socket = connect(at, "127.0.0.1", () => resolve(true));
    socket.once("error", () => resolve(false)).once("connect", () => socket.destroy());
  });
}

/** What is made once and stays in the folder. */
function kept(name, make) {
  const path = join(values.folder, name);
  if (!existsSync(path)) writeFileSync(path, make(), { mode: 0o600 });
  return readFileSync(path, "utf8");
}

function newSecret() {
  return randomBytes(24).toString("base64url");
}

function stop(why) {
  console.error(why);
  process.exit(1);
}
