import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { existsSync, readdirSync } from "node:fs";
import { createServer, type AddressInfo } from "node:net";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";

import { errorToText } from "../../src/domain/text/errorText.ts";
import programs from "./programs.json" with { type: "json" };
import { elementPath, keyCodes, webDriverOn, type WebDriver } from "./webDriver.ts";
import type { WebKitPage, WebKitSession } from "./webKitPage.ts";

/** How long an element may take to be there, and a driver to start. */
const PATIENCE_MS = 15_000;

/** @returns WebKitGTK's small browser, which its packages keep in a folder of their own; null where it is not installed */
export function findMiniBrowser(): string | null {
  if (!existsSync(programs.driver) || !existsSync(programs.display)) return null;
  const found = folders("/usr/lib", /-linux-/u)
    .flatMap((folder) => folders(folder, /^webkit.*gtk-/u))
    .map((folder) => join(folder, "MiniBrowser"));
  return found.find((path) => existsSync(path)) ?? null;
}

function folders(parent: string, name: RegExp): string[] {
  const names = existsSync(parent) ? readdirSync(parent) : [];
  return names.filter((one) => name.test(one)).map((one) => join(parent, one));
}

/**
 * Starts WebKitGTK's small browser and its driver on a display of their own. Under a driver it keeps all data in memory;
 * without one (webKitOnDisk.ts) on the disk.
 *
 * @param baseUrl what its pages' addresses are relative to
 */
export async function openDebianWebKit(miniBrowser: string, baseUrl: string): Promise<WebKitSession> {
  const started: ChildProcess[] = [];
  // The browser ends with its display, also where it has stopped answering.
  const end = async () => {
    for (const process of started.toReversed()) await endProcess(process);
  };
  try {
    const display = await startDisplay();
    started.push(display.process);
    const port = await freePort();
    started.push(
      spawn(programs.driver, [`--port=${port}`], {
        env: { ...process.env, DISPLAY: display.name },
        stdio: "ignore",
      }),
    );
    return { ...(await openSession(webDriverOn(port), miniBrowser, baseUrl)), end };
  } catch (error) {
    await end();
    throw error;
  }
}

/** Starts a display of the test's own, on which no window is seen. */
export async function startDisplay(): Promise<{ readonly name: string; readonly process: ChildProcess }> {
  const process = spawn(
    programs.display,
    // It would begin anew when its last window is gone, and a browser that starts just then would find none.
    ["-displayfd", "1", "-noreset", "-nolisten", "tcp", "-screen", "0", "1280x800x24"],
    { stdio: ["ignore", "pipe", "ignore"] },
  );
  const [number] = (await once(process.stdout, "data")) as [Buffer];
  return { name: `:${String(number).trim()}`, process };
}

async function openSession(
  command: WebDriver,
  miniBrowser: string,
  baseUrl: string,
): Promise<Omit<WebKitSession, "end">> {
  await untilReady(command);
  const { sessionId, capabilities } = (await command("POST", "/session", {
    capabilities: {
      alwaysMatch: {
        browserName: "MiniBrowser",
        timeouts: { implicit: PATIENCE_MS },
        "webkitgtk:browserOptions": { binary: miniBrowser, args: ["--automation"] },
      },
    },
  })) as { readonly sessionId: string; readonly capabilities: { readonly browserVersion: string } };
  const session: WebDriver = (method, path, body) => command(method, `/session/${sessionId}${path}`, body);
  return {
    browser: `WebKitGTK ${capabilities.browserVersion}`,
    page: tabOf(session, baseUrl, (await session("GET", "/window")) as string),
    screenshot: async () => {
      // The tab that was used last may be closed.
      const [handle] = (await session("GET", "/window/handles")) as readonly string[];
      await session("POST", "/window", { handle });
      return Buffer.from((await session("GET", "/screenshot")) as string, "base64");
    },
  };
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, "close");
  return port;
}

async function untilReady(command: WebDriver): Promise<void> {
  const since = performance.now();
  for (;;) {
    try {
      await command("GET", "/status");
      return;
    } catch (error) {
      if (performance.now() - since > PATIENCE_MS) throw error;
      await setTimeout(50);
    }
  }
}

export async function endProcess(process: ChildProcess): Promise<void> {
  process.kill();
  if (process.exitCode === null && process.signalCode === null) await once(process, "exit");
}

function tabOf(session: WebDriver, baseUrl: string, handle: string): WebKitPage {
  const inTab: WebDriver = async (method, path, body) => {
    await session("POST", "/window", { handle });
    return session(method, path, body);
  };
  const find = async (selector: string) => {
    const using = selector.startsWith("//") ? "xpath" : "css selector";
    const found = await inTab("POST", "/element", { using, value: selector }).catch((error: unknown) => {
      throw new Error(`${selector}: ${errorToText(error)}`);
    });
    return elementPath(found);
  };
  const typeKeys = async (text: string) => {
    const focused = elementPath(await inTab("GET", "/element/active"));
    await session("POST", `${focused}/value`, { text });
  };
  return {
    goto: async (address) => {
      // Where only the hash differs, nothing would be loaded.
      await inTab("POST", "/url", { url: "about:blank" });
      await session("POST", "/url", { url: new URL(address, baseUrl).href });
    },
    reload: async () => {
      await inTab("POST", "/refresh", {});
    },
    evaluate: async <Argument, Result>(
      run: (argument: Argument) => Result | Promise<Result>,
      argument?: Argument,
    ) => {
      const script = `const [argument, done] = arguments;
        (async () => (${run.toString()})(argument))().then((value) => done({ value }), (error) => done({ error: String(error) }));`;
      const answer = (await inTab("POST", "/execute/async", { script, args: [argument ?? null] })) as {
        readonly value: Result;
        readonly error?: string;
      };
      if (answer.error !== undefined) throw new Error(answer.error);
      return answer.value;
    },
    click: async (selector) => {
      await session("POST", `${await find(selector)}/click`, {});
    },
    press: (key) => typeKeys(keyCodes[key] ?? key),
    type: typeKeys,
    setFile: async (selector, path) => {
      await session("POST", `${await find(selector)}/value`, { text: path });
    },
    openTab: async (address) => {
      const opened = (await inTab("POST", "/window/new", { type: "window" })) as { readonly handle: string };
      const tab = tabOf(session, baseUrl, opened.handle);
      await tab.evaluate((url) => location.replace(url), new URL(address, baseUrl).href);
      return tab;
    },
    close: async () => {
      await inTab("DELETE", "/window");
    },
  };
}
