// Starts a server for teams: makes its keys and its config where there are none, runs nats-server, prints the lead's link.
// npm run team [-- --address http://localhost:27416/ --folder .team --port 27419]; data/team/README.md says the rest.
import { spawn, spawnSync } from "node:child_process";
import { randomBytes, randomUUID } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { connect } from "node:net";
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
  },
});
const port = Number(values.port);
const GIGABYTE = 2 ** 30;

if (spawnSync("nats-server", ["--version"]).status !== 0) {
  console.error(
    "nats-server is not on the PATH. On Debian and Ubuntu: apt install nats-server. On macOS: brew install nats-server. " +
      "On Windows: winget install NATSAuthors.NATSServer. Elsewhere: https://docs.nats.io/running-a-nats-service/introduction/installation",
  );
  process.exit(1);
}

const { module } = await runnerImport("./src/interchange/team/serverIdentity.ts");
const file = (name) => join(values.folder, name);
mkdirSync(values.folder, { recursive: true, mode: 0o700 });
if (!existsSync(file("identity.json"))) {
  write("identity.json", JSON.stringify(module.newServerIdentity(Date.now(), 4 * GIGABYTE), null, 2));
  write("at-rest.key", randomBytes(24).toString("base64url"));
}
const identity = JSON.parse(readFileSync(file("identity.json"), "utf8"));
write(
  "identity.conf",
  [
    `operator: "${identity.operatorJwt}"`,
    `system_account: "${identity.systemAccount}"`,
    "resolver: MEMORY",
    "resolver_preload {",
    ...identity.accounts.map(({ publicKey, jwt }) => `  ${publicKey}: "${jwt}"`),
    "}",
    "",
  ].join("\n"),
);
const config = readFileSync("data/team/one-server.conf", "utf8")
  .replaceAll("127.0.0.1:27419", `127.0.0.1:${port}`)
  .replaceAll("127.0.0.1:27420", `127.0.0.1:${port + 1}`);
write("server.conf", config);

const server = spawn("nats-server", ["-c", "server.conf"], {
  cwd: values.folder,
  stdio: ["ignore", "ignore", "inherit"],
  env: {
    ...process.env,
    TEAM_ORIGIN: JSON.stringify(new URL(values.address).origin),
    TEAM_AT_REST_KEY: JSON.stringify(readFileSync(file("at-rest.key"), "utf8")),
  },
});
server.once("exit", (code) => process.exit(code ?? 1));
for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => server.kill(signal));

while (!(await isListening())) await setTimeout(100);
const access = module.issueLead(identity, `lead-${randomUUID().slice(0, 8)}`, Date.now());
console.log(`The team server runs. Open this link in the browser of whoever leads panels; it is as secret as a password:

${values.address}#/team/${module.leadToLinkPart(access)}
`);

function isListening() {
  return new Promise((resolve) => {
    const socket = connect(port, "127.0.0.1", () => resolve(true));
    socket.once("error", () => resolve(false)).once("connect", () => socket.destroy());
  });
}

function write(name, text) {
  writeFileSync(file(name), text, { mode: 0o600 });
}
