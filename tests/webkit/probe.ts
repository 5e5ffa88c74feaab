import { readFileSync } from "node:fs";
import type { IncomingMessage, ServerResponse } from "node:http";
import { fileURLToPath } from "node:url";

import { startAppServer } from "../faults/appServer.ts";

const app = fileURLToPath(new URL("../../dist", import.meta.url));
const page = readFileSync(new URL("probe.html", import.meta.url));

/** Longer than anything may take that a page is asked to do. */
const ANSWERED_MS = 60_000;

type Way = "evaluate" | "goto";

/** A page that holds the app in a frame and does there what it is asked. */
export interface Probe {
  readonly url: string;
  /** Resolves once the page has come. */
  readonly ready: Promise<void>;
  readonly ask: (way: Way, content: unknown) => Promise<unknown>;
  /** @returns the next text that begins so of those which the app's page, or what is run in it, writes to the console */
  readonly said: (start: string) => Promise<string>;
  /** The page is gone: what it was asked is answered by an error. */
  readonly end: (why: string) => void;
}

export interface ProbeServer {
  readonly open: () => Probe;
  readonly end: () => Promise<void>;
}

interface Answer {
  readonly id: number;
  readonly value?: unknown;
  readonly error?: string;
}

/** Serves the built app, and beside it a page that drives it where there is no driver. */
export async function startProbeServer(): Promise<ProbeServer> {
  const probes = new Map<string, PageProbe>();
  const server = await startAppServer(app, (request, response) => {
    const { pathname, search } = new URL(request.url ?? "/", "http://localhost");
    if (pathname === "/probe") response.writeHead(200, { "content-type": "text/html" }).end(page);
    // With the browser's own copy of the app each address is the app's, and so would be the one of the page.
    else if (pathname === "/serviceWorker.js") response.writeHead(404).end();
    else if (pathname.startsWith("/probe/")) void probes.get(search)?.take(pathname, request, response);
    else return false;
    return true;
  });
  return {
    open: () => {
      const search = `?${probes.size}`;
      const probe = new PageProbe(`${server.url}/probe${search}`);
      probes.set(search, probe);
      return probe;
    },
    end: server.end,
  };
}

class PageProbe implements Probe {
  readonly url: string;
  readonly ready: Promise<void>;
  #isReady: () => void = () => {};
  #asked = 0;
  #queue: string[] = [];
  #next: ServerResponse | null = null;
  #why: string | null = null;
  readonly #waiting = new Map<number, (answer: Answer) => void>();
  readonly #listeners = new Set<(text: string) => void>();

  constructor(url: string) {
    this.url = url;
    this.ready = new Promise((resolve) => {
      this.#isReady = resolve;
    });
  }

  readonly take = async (path: string, request: IncomingMessage, response: ServerResponse): Promise<void> => {
    if (path === "/probe/next") {
      this.#isReady();
      this.#next = response;
      this.#send();
      return;
    }
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part as Buffer);
    response.end();
    const text = Buffer.concat(parts).toString();
    if (path === "/probe/said") for (const listener of this.#listeners) listener(text);
    else {
      const answer = JSON.parse(text) as Answer;
      this.#waiting.get(answer.id)?.(answer);
    }
  };

  readonly ask = (way: Way, content: unknown): Promise<unknown> =>
    new Promise((resolve, reject) => {
      const id = this.#asked++;
      const onAnswer = ({ value, error }: Answer) => {
        clearTimeout(late);
        this.#waiting.delete(id);
        if (error === undefined) resolve(value);
        else reject(new Error(error));
      };
      const late = setTimeout(() => onAnswer({ id, error: "The page has not answered." }), ANSWERED_MS);
      this.#waiting.set(id, onAnswer);
      if (this.#why !== null) onAnswer({ id, error: this.#why });
      this.#queue.push(JSON.stringify({ id, way, content }));
      this.#send();
    });

  readonly said = (start: string): Promise<string> =>
    new Promise((resolve) => {
      const listener = (text: string) => {
        if (!text.startsWith(start)) return;
        this.#listeners.delete(listener);
        resolve(text);
      };
      this.#listeners.add(listener);
    });

  readonly end = (why: string): void => {
    this.#why = why;
    for (const [id, onAnswer] of this.#waiting) onAnswer({ id, error: why });
  };

  #send(): void {
    if (!this.#next || this.#queue.length === 0) return;
    this.#next.end(this.#queue.shift());
    this.#next = null;
  }
}
