import { spawn, spawnSync, type ChildProcess } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** The programs that run. A test that runs out of time while one starts has nothing yet to end it with. */
const programs = new Set<ChildProcess>();
process.once("exit", () => {
  for (const program of programs) signalGroup(program, "SIGKILL");
});

const root = fileURLToPath(new URL("../..", import.meta.url));

/** A real server, as `npm run team` starts it. */
export interface RunningTeamServer {
  readonly folder: string;
  /** What follows the app's address in the lead's link. */
  readonly leadPart: string;
  /** Kills it at once and starts it again, on its disk as it is. */
  readonly kill: () => Promise<void>;
  readonly start: () => Promise<void>;
  /** Holds it where it stands, with its sockets open, or lets it go on. */
  readonly freeze: () => void;
  readonly thaw: () => void;
  /** Takes everything that it has stored from it; it has to be killed before. */
  readonly wipe: () => void;
  readonly end: () => Promise<void>;
}

const hasTeamServer = spawnSync("nats-server", ["--version"]).status === 0;
// `.ci/install.mjs` installs it there.
export const isDebianAsRoot =
  existsSync("/etc/os-release") &&
  /^ID=debian$/mu.test(readFileSync("/etc/os-release", "utf8")) &&
  process.getuid?.() === 0;

/** Whether teams are tried here: where a server is, and also where one is missing that should be there. */
export const mustHaveTeamServer = hasTeamServer || isDebianAsRoot;

/** Where the tested app hands on to: one server at a time, or three. */
export const teamPort = Number(process.env["TEST_PORT"] ?? 27417) + 100;

function signalGroup({ pid, exitCode, signalCode }: ChildProcess, name: NodeJS.Signals): void {
  if (pid !== undefined && exitCode === null && signalCode === null) process.kill(-pid, name);
}

interface TeamServerOptions {
  readonly servers?: 1 | 3;
  /** What they store; a new one where it is left out. It goes at the end. */
  readonly folder?: string;
  /** What is to run before the program's own words, to run it elsewhere. */
  readonly within?: readonly string[];
}

/**
 * Starts a server as `npm run team` does, or three.
 *
 * @param address of the app
 * @throws where it does not start
 */
export async function startTeamServer(
  address = "",
  { servers = 1, folder = mkdtempSync(join(tmpdir(), "team-")), within = [] }: TeamServerOptions = {},
): Promise<RunningTeamServer> {
  const [command, ...args] = [
    ...within,
    process.execPath,
    ".ci/team.mjs",
    `--address=${new URL("/", address).href}`,
    `--folder=${folder}`,
    `--servers=${servers}`,
    `--port=${teamPort}`,
  ];
  let program: ChildProcess | null = null;
  const start = () => {
    // In a group of its own: what it starts ends with it, however it ends.
    const started = spawn(command, args, { cwd: root, detached: true });
    program = started;
    programs.add(started);
    started.once("exit", () => programs.delete(started));
    let printed = "";
    return new Promise<string>((resolve, reject) => {
      const read = (data: unknown) => {
        printed += String(data);
        const [leadPart] = /#\/team\/\S+(?=\n)/u.exec(printed) ?? [];
        if (leadPart !== undefined) resolve(leadPart);
      };
      started.stdout.on("data", read);
      started.stderr.on("data", read);
      started.once("exit", () => reject(new Error(`The team server did not start. ${printed}`)));
    });
  };
  const signal = (name: NodeJS.Signals) => {
    if (program !== null) signalGroup(program, name);
  };
  const kill = async () => {
    if (program?.exitCode !== null || program.signalCode !== null) return;
    const ended = new Promise((resolve) => {
      program?.once("close", resolve);
    });
    signal("SIGKILL");
    await ended;
    program = null;
  };
  const leadPart = await start();
  return {
    folder,
    leadPart,
    kill,
    freeze: () => signal("SIGSTOP"),
    thaw: () => signal("SIGCONT"),
    start: async () => void (await start()),
    wipe: () => rmSync(join(folder, "store"), { recursive: true }),
    end: async () => {
      await kill();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
