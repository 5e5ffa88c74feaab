import { readdirSync } from "node:fs";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import react from "@vitejs/plugin-react";
import { build } from "vite";

const page = fileURLToPath(new URL("./floor/main.tsx", import.meta.url));
const worker = fileURLToPath(new URL("./floor/serviceWorker.ts", import.meta.url));

/** Builds the floor page as the app is built: for production, with a worker that holds every file. */
export async function buildFloor(folder: string): Promise<void> {
  const shared = { root: dirname(page), configFile: false, publicDir: false, logLevel: "warn" } as const;
  await build({
    ...shared,
    base: "./",
    plugins: [react()],
    build: { outDir: folder, emptyOutDir: true, target: "es2023" },
  });
  const assets = readdirSync(`${folder}/assets`).map((file) => `./assets/${file}`);
  await build({
    ...shared,
    define: { PRECACHE: JSON.stringify(["./", ...assets]) },
    build: {
      outDir: folder,
      emptyOutDir: false,
      lib: { entry: worker, formats: ["es"], fileName: () => "serviceWorker.js" },
    },
  });
}
