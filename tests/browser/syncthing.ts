import { execFileSync, spawn, spawnSync, type ChildProcess } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { isDebianAsRoot } from "./teamServer.ts";

/** Whether folders are carried here: where the program is, and also where it is missing that should be there. */
export const mustHaveSyncthing = spawnSync("syncthing", ["--version"]).status === 0 || isDebianAsRoot;

const FIRST_PORT = Number(process.env["TEST_PORT"] ?? 27417) + 200;

/** The programs that run: a test that runs out of time ends none. */
const programs = new Set<ChildProcess>();
process.once("exit", () => {
  for (const program of programs) program.kill("SIGKILL");
});

/** The folders of several machines, kept alike by a Syncthing on each. */
export interface SyncedFolders {
  readonly folders: readonly string[];
  readonly end: () => void;
}

interface Node {
  readonly home: string;
  readonly folder: string;
  readonly port: number;
  readonly id: string;
}

/** Starts a Syncthing for each of so many machines, which know each other, on this device alone. */
export function startSyncthing(count: number): SyncedFolders {
  const root = mkdtempSync(join(tmpdir(), "syncthing-"));
  const nodes = Array.from({ length: count }, (_, at): Node => {
    const [home, folder] = [join(root, `home${at}`), join(root, `Panels${at}`)];
    mkdirSync(home);
    mkdirSync(folder);
    const ofHome = (...words: readonly string[]) =>
      execFileSync("syncthing", [...words, "--home", home], { encoding: "utf8", stdio: "pipe" }).trim();
    ofHome("generate", "--no-default-folder", "--skip-port-probing");
    return { home, folder, port: FIRST_PORT + 2 * at, id: ofHome("--device-id") };
  });
  const started = nodes.map((node) => {
    writeFileSync(join(node.home, "config.xml"), configOf(node, nodes));
    const words = ["serve", "--no-browser", "--no-restart", "--no-upgrade", "--home", node.home];
    const program = spawn("syncthing", words, { stdio: "ignore" });
    programs.add(program);
    return program;
  });
  return {
    folders: nodes.map(({ folder }) => folder),
    end: () => {
      for (const program of started) {
        program.kill("SIGKILL");
        programs.delete(program);
      }
      rmSync(root, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

/** Says nothing to others, and looks at changes each second. */
function configOf(node: Node, nodes: readonly Node[]): string {
  const members = nodes.map(({ id }) => `<device id="${id}"/>`).join("");
  const devices = nodes.map(
    ({ id, port }) => `<device id="${id}"><address>tcp://127.0.0.1:${port}</address></device>`,
  );
  return `<configuration version="37">
<folder id="panels" label="Panels" path="${node.folder}" type="sendreceive" rescanIntervalS="5"
 fsWatcherEnabled="true" fsWatcherDelayS="1">${members}</folder>
${devices.join("\n")}
<gui enabled="false"/>
<options><listenAddress>tcp://127.0.0.1:${node.port}</listenAddress>
<globalAnnounceEnabled>false</globalAnnounceEnabled><localAnnounceEnabled>false</localAnnounceEnabled>
<relaysEnabled>false</relaysEnabled><natEnabled>false</natEnabled><urAccepted>-1</urAccepted>
<crashReportingEnabled>false</crashReportingEnabled><autoUpgradeIntervalH>0</autoUpgradeIntervalH>
<reconnectionIntervalS>1</reconnectionIntervalS></options>
</configuration>`;
}
