import { readdirSync, readFileSync } from "node:fs";
import { createServer } from "node:http";
import { connect, type AddressInfo } from "node:net";
import { extname, join, relative } from "node:path";
import { joinSockets } from "../joinSockets.ts";

const contentTypes: Readonly<Record<string, string>> = {
  ".css": "text/css",
  ".html": "text/html",
  ".js": "text/javascript",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".webmanifest": "application/manifest+json",
};

export interface StaticServer {
  readonly url: string;
  readonly stop: () => Promise<void>;
}

/**
 * Serves a folder as it is now, on a port that is free. The pages are isolated, which gives `performance.now()` its 5 µs steps.
 *
 * @param socketPort where web sockets are handed on to
 */
export async function serveFolder(folder: string, socketPort?: number): Promise<StaticServer> {
  const files = new Map(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .map((path) => [`/${relative(folder, path).replaceAll("\\", "/")}`, readFileSync(path)]),
  );
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? "/", "http://localhost");
    const path = pathname === "/" ? "/index.html" : pathname;
    const content = files.get(path);
    response.writeHead(content ? 200 : 404, {
      "Content-Type": contentTypes[extname(path)] ?? "application/octet-stream",
      "Cross-Origin-Opener-Policy": "same-origin",
      "Cross-Origin-Embedder-Policy": "require-corp",
    });
    response.end(content);
  });
  if (socketPort !== undefined) {
    server.on("upgrade", ({ url, rawHeaders }, from, head) => {
      const to = connect(socketPort, "127.0.0.1");
      const headers = rawHeaders.map((word, at) => word + (at % 2 === 0 ? ": " : "\r\n")).join("");
      to.write(`GET ${url} HTTP/1.1\r\n${headers}\r\n`);
      to.write(head);
      joinSockets(from, to);
    });
  }
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(0, "localhost", resolve);
  });
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://localhost:${port}/`,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
