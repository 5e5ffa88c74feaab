import { spawn, spawnSync, type ChildProcess } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../..", import.meta.url));

/** A real server, as `npm run team` starts it. */
export interface RunningTeamServer {
  /** What follows the app's address in the lead's link. */
  readonly leadPart: string;
  readonly folder: string;
  /** Kills it at once and starts it again, on its disk as it is. */
  readonly kill: () => Promise<void>;
  readonly start: () => Promise<void>;
  /** Takes everything that it has stored from it; it has to be killed before. */
  readonly wipe: () => void;
  readonly end: () => Promise<void>;
}

export function hasTeamServer(): boolean {
  return spawnSync("nats-server", ["--version"]).status === 0;
}

/** @param address of the app @param port where the app hands on to */
export async function startTeamServer(address: string, port: number): Promise<RunningTeamServer> {
  const folder = mkdtempSync(join(tmpdir(), "team-"));
  let program: ChildProcess | null = null;
  const start = async () => {
    const args = [".ci/team.mjs", "--address", address, "--folder", folder, "--port", String(port)];
    const started = spawn(process.execPath, args, { cwd: root, stdio: ["ignore", "pipe", "inherit"] });
    program = started;
    let printed = "";
    await new Promise<void>((resolve, reject) => {
      started.stdout.on("data", (data) => {
        printed += String(data);
        if (/#\/team\/\S+\n/u.test(printed)) resolve();
      });
      started.once("exit", () => reject(new Error("The team server did not start.")));
    });
    return /#\/team\/\S+/u.exec(printed)?.[0] ?? "";
  };
  const kill = async () => {
    const ended = new Promise((resolve) => {
      program?.once("exit", resolve);
    });
    process.kill(Number(readFileSync(join(folder, "server.pid"), "utf8")), "SIGKILL");
    await ended;
    program = null;
  };
  const leadPart = await start();
  return {
    leadPart,
    folder,
    kill,
    start: async () => void (await start()),
    wipe: () => rmSync(join(folder, "store"), { recursive: true }),
    end: async () => {
      if (program && existsSync(join(folder, "server.pid"))) await kill();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
