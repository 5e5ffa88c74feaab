import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import react from "@vitejs/plugin-react";
import { build, defaultClientConditions, type Plugin } from "vite";
import { defineConfig } from "vitest/config";
import { documentStyle } from "./src/interchange/htmlDocument.ts";

const { version } = JSON.parse(readFileSync(new URL("package.json", import.meta.url), "utf8")) as {
  version: string;
};

/**
 * Only what was built here is loaded, nothing is sent anywhere, and no text becomes markup or a script: `default` is
 * the policy of src/app/workerAddresses.ts. What is not named (fonts, frames, media, plug-ins) is refused.
 */
const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  // A file that is opened from the app (packet, scorecard) is bound by the app's policy too.
  `style-src 'self' 'sha256-${createHash("sha256").update(documentStyle).digest("base64")}'`,
  "img-src 'self'",
  "manifest-src 'self'",
  "worker-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types default",
].join("; ");

/** Adds to the built app what the development server could not do with: the policy, and the worker that holds every file. */
function offlineApp(): Plugin {
  return {
    name: "offline-app",
    apply: "build",
    transformIndexHtml: () => [
      {
        tag: "meta",
        attrs: { "http-equiv": "Content-Security-Policy", content: CONTENT_SECURITY_POLICY },
        injectTo: "head-prepend",
      },
    ],
    async closeBundle() {
      const files = readdirSync("dist", { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => `${entry.parentPath}/${entry.name}`.replaceAll("\\", "/").replace(/^dist\//u, ""))
        .filter((file) => !file.startsWith(".vite/") && file !== "serviceWorker.js")
        .toSorted();
      const hash = createHash("sha256");
      for (const file of files) hash.update(file).update(readFileSync(`dist/${file}`));
      await build({
        configFile: false,
        publicDir: false,
        logLevel: "warn",
        define: {
          PRECACHE: JSON.stringify([
            "./",
            ...files.filter((file) => file !== "index.html").map((file) => `./${file}`),
          ]),
          BUILD_ID: JSON.stringify(hash.digest("hex").slice(0, 16)),
        },
        build: {
          emptyOutDir: false,
          lib: { entry: "src/app/serviceWorker.ts", formats: ["es"], fileName: () => "serviceWorker.js" },
        },
      });
    },
  };
}

export default defineConfig({
  base: "./",
  publicDir: "src/app/public",
  plugins: [react(), offlineApp()],
  define: { "import.meta.env.VITE_APP_VERSION": JSON.stringify(version) },
  build: {
    manifest: true,
    target: "es2023",
    rolldownOptions: {
      // What every screen needs is two files, which are parsed side by side: offline each file costs a way through the
      // service worker.
      output: {
        codeSplitting: {
          groups: [
            { name: "react", test: /node_modules\/(react|react-dom|scheduler)\//u, priority: 1 },
            { name: "start", test: /src\/app\/main\.tsx$/u },
          ],
        },
      },
    },
  },
  // What reads Markdown has one form for pages, which needs a document, and one for workers, where it runs.
  resolve: { conditions: ["worker", ...defaultClientConditions] },
  worker: { format: "es" },
  preview: { port: 4173 },
  test: {
    include: ["tests/**/*.test.{ts,tsx}"],
    setupFiles: ["tests/setup.ts"],
    restoreMocks: true,
    // For what hangs; a machine may be busy.
    testTimeout: 30_000,
    coverage: {
      include: ["src/domain/**", "src/interchange/**", "src/state/**", "src/storage/**"],
      reporter: ["text", "json-summary"],
      thresholds: {
        "src/domain/**": { branches: 95 },
        "src/interchange/**": { branches: 95 },
        "src/state/**": { branches: 95 },
        "src/storage/**": { branches: 95 },
      },
    },
  },
});
