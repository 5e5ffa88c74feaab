import { createHash } from "node:crypto";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import react from "@vitejs/plugin-react";
import { build, defaultClientConditions, minifySync, type Plugin, type Rolldown } from "vite";
import { defineConfig } from "vitest/config";
import { MATERIALS_FILE } from "./.ci/billOfMaterials.ts";
import { HASHES_FILE, hashesText, sha256 } from "./.ci/hashes.ts";
import { LICENCES_FILE, licences } from "./.ci/licences.ts";
import { ADDRESS_FILE } from "./src/domain/panels/linkAddress.ts";
import { pagePolicy, responseHeaders, type PageHashes } from "./src/app/responseHeaders.ts";
import { documentStyle } from "./src/interchange/documents/htmlDocument.ts";

const { version } = JSON.parse(readFileSync(new URL("package.json", import.meta.url), "utf8")) as {
  version: string;
};

/** The one that is proposed where none was chosen stands first. */
const [firstGuide] = JSON.parse(
  readFileSync(new URL("data/shippedGuides.json", import.meta.url), "utf8"),
) as readonly [{ readonly file: string }];

/** The app's own ports: what it stores belongs to its address, so it shares none with other projects. */
const APP_PORT = 27416;
const DEVELOPMENT_PORT = 27415;

const PUBLIC_FOLDER = "src/app/public";

// Without line ends that the parser of HTML would change: the policy names its hash.
const { code: startScript } = minifySync(
  "start.js",
  readFileSync(new URL("src/app/start.js", import.meta.url), "utf8"),
);

const base64Hash = (text: string) => createHash("sha256").update(text).digest("base64");
const pageHashes: PageHashes = { style: base64Hash(documentStyle), script: base64Hash(startScript) };

/** What is asked for with the first files of the page, by the first part of the address (home has none): the screens that a day begins with, and the guide that is proposed first. */
const FIRST_SCREENS = {
  home: ["LibraryPage.tsx"],
  plan: ["SetupPage.tsx", `${firstGuide.file}.json`],
  session: ["SessionPage.tsx", "InterviewPage.tsx"],
};

/** What the app works without: the lists of what it is made of are many times longer than what is looked up in them. */
const NOT_HELD = [LICENCES_FILE, MATERIALS_FILE, ".vite/manifest.json"];

/** Adds to the built app what the development server could not do with: the policy, the hashes of its files, and the worker that holds them. */
function offlineApp(): Plugin {
  let root = "";
  let outDir = "";
  let files: readonly string[] = [];
  return {
    name: "offline-app",
    apply: "build",
    configResolved(config) {
      root = config.root;
      outDir = resolve(root, config.build.outDir);
    },
    transformIndexHtml: {
      order: "post",
      handler: (html, { bundle = {} }) => {
        // Behind the scripts that every page begins with, which are asked for first; a style would be waited for.
        const at = html.indexOf('<link rel="stylesheet"');
        if (at === -1) throw new Error("The page has no style to put its script before.");
        const script = `<script ${screenFiles(bundle).join(" ")}>${startScript}</script>\n    `;
        return {
          html: html.slice(0, at) + script + html.slice(at),
          tags: [
            {
              tag: "meta",
              attrs: { "http-equiv": "Content-Security-Policy", content: pagePolicy(pageHashes) },
              injectTo: "head-prepend",
            },
          ],
        };
      },
    },
    // Not what lies in the folder: that may have held something before.
    writeBundle(_options, bundle) {
      files = [...Object.keys(bundle), ...readdirSync(resolve(root, PUBLIC_FOLDER))].filter(
        // Whoever hosts the app changes its address.
        (file) => !file.endsWith(".map") && file !== ADDRESS_FILE,
      );
    },
    async closeBundle() {
      // It is called too where nothing was built: the build says why by itself.
      if (files.length === 0) return;
      const hashes = hashesText(outDir, files);
      writeFileSync(join(outDir, HASHES_FILE), hashes);
      await build({
        root,
        configFile: false,
        publicDir: false,
        logLevel: "warn",
        css,
        define: {
          HASHES_FILE: JSON.stringify(HASHES_FILE),
          HASHES_SHA256: JSON.stringify(sha256(hashes)),
          NOT_HELD: JSON.stringify(NOT_HELD),
          PAGE_HASHES: JSON.stringify(pageHashes),
        },
        build: {
          outDir,
          emptyOutDir: false,
          rolldownOptions: {
            input: resolve(root, "src/app/serviceWorker.ts"),
            output: { entryFileNames: "serviceWorker.js" },
          },
        },
      });
    },
  };
}

/** @returns for each of the first screens the attribute that names its files, without those that every page begins with */
function screenFiles(bundle: Rolldown.OutputBundle): readonly string[] {
  const chunks = Object.values(bundle).filter((file) => file.type === "chunk");
  const addFiles = (to: Set<string>, { fileName, imports, viteMetadata }: Rolldown.OutputChunk): void => {
    if (to.has(fileName)) return;
    for (const file of [fileName, ...(viteMetadata?.importedCss ?? [])]) to.add(file);
    for (const chunk of chunks) if (imports.includes(chunk.fileName)) addFiles(to, chunk);
  };
  const everywhere = new Set<string>();
  for (const chunk of chunks) if (chunk.isEntry) addFiles(everywhere, chunk);
  const holds = (chunk: Rolldown.OutputChunk, screen: string) =>
    chunk.moduleIds.some((id) => id.endsWith(`/${screen}`));
  return Object.entries(FIRST_SCREENS).map(([part, screens]) => {
    const files = new Set<string>();
    for (const screen of screens) {
      const chunk = chunks.find((one) => holds(one, screen));
      if (!chunk) throw new Error(`There is no file of ${screen}.`);
      addFiles(files, chunk);
    }
    return `data-${part}="${[...files].filter((file) => !everywhere.has(file)).join(" ")}"`;
  });
}

/** Serves the built app with the headers that any other host should send too. */
function servedApp(): Plugin {
  return {
    name: "served-app",
    configurePreviewServer(server) {
      server.httpServer.once("error", (error: NodeJS.ErrnoException) => {
        if (error.code !== "EADDRINUSE") return;
        const { port } = server.config.preview;
        server.config.logger.error(
          `Port ${port} is taken. If the app runs already, open http://localhost:${port}. Otherwise end the program ` +
            "that has the port: the app's data belongs to this address.",
        );
        process.exit(1);
      });
      server.middlewares.use((request, response, next) => {
        const { pathname } = new URL(request.url ?? "/", "http://localhost");
        for (const [name, value] of Object.entries(responseHeaders(pathname, pageHashes)))
          response.setHeader(name, value);
        next();
      });
    },
  };
}

/** `Features.DirSelector` of Lightning CSS: as it writes that for old browsers, it is for pages in some languages alone. */
const DIR_SELECTOR = 4;

/**
 * No configuration of PostCSS is looked for: a folder above could change the build, and who looks is not waited for when a
 * test's thread ends.
 */
const css = { postcss: {}, lightningcss: { exclude: DIR_SELECTOR } };

/** Where `npm run team` listens. The app reaches it on its own origin. */
const teamServer = {
  target: process.env["TEAM_SERVER"] ?? "ws://127.0.0.1:27419",
  ws: true,
  changeOrigin: false,
};

/**
 * A page has randomness of its own. Where tweetnacl also looks for Node's, every page would begin with what calls `require`.
 */
function withoutRequire(): Plugin {
  return {
    name: "without-require",
    transform: {
      filter: { id: /node_modules\/tweetnacl\// },
      handler: (code) => ({ code: code.replace("typeof require !== 'undefined'", "false"), map: null }),
    },
  };
}

const licencesOfPackages = licences();

const PURE_TESTS = "tests/{domain,interchange}/**/*.test.ts";
/** What renders, and the rest of those rooms. */
const SCREEN_TESTS = ["tests/{app,features,ui}/**/*.test.{ts,tsx}", "tests/state/**/*.test.tsx"];
/** They put stand-ins in the place of modules, which others may have by then. */
const REPLACING_TESTS = [
  "tests/features/rescue/RescuePage.test.tsx",
  "tests/features/settings/BackupFolder.test.tsx",
  "tests/features/settings/Restoring.test.tsx",
];

export default defineConfig({
  base: "./",
  publicDir: PUBLIC_FOLDER,
  css,
  plugins: [react(), offlineApp(), servedApp(), withoutRequire(), licencesOfPackages.app],
  define: {
    "import.meta.env.VITE_APP_VERSION": JSON.stringify(version),
    "import.meta.env.VITE_APP_PORT": JSON.stringify(String(APP_PORT)),
  },
  build: {
    manifest: true,
    // A browser that does not know of it yet asks for each file when it is needed.
    modulePreload: { polyfill: false },
    target: "es2023",
    rolldownOptions: {
      // What every screen needs is two files, which are parsed side by side: offline each file costs a way through the
      // service worker.
      output: {
        // Every page begins with the names of all files: each letter of them counts some 200 times.
        chunkFileNames: "assets/[name]-[hash:7].js",
        assetFileNames: "assets/[name]-[hash:7][extname]",
        codeSplitting: {
          groups: [
            { name: "react", test: /node_modules\/(react|react-dom|scheduler)\//u, priority: 1 },
            { name: "start", test: /src\/app\/main\.tsx$/u },
            // Whoever comes first comes here, and much of it is on every other screen too.
            { name: "first", test: /src\/features\/library\/LibraryPage\.tsx$/u },
            // What an interview is planned with, and worked on.
            {
              name: "interview",
              test: /src\/(?:domain\/(?:guides\/guide|session\/(?:segment|wholeSession)|text\/fileName)|state\/documents\/(?:documentLock|pageBefore)|storage\/(?:announcedWrites|session\/sessions)|ui\/(?:files\/download|head\/BackLink|page\/(?:NotHere|focusAfter)))\.tsx?$/u,
            },
            // What an interview is worked on with, from the call until it is submitted: a screen of it begins with all of that.
            {
              name: "session",
              test: /src\/(?:app\/session\/SessionPage|domain\/session\/(?:agenda|call)|state\/(?:notes\/noteReading|session\/changeWords)|ui\/(?:float\/(?:FloatNotice|useFloat)|keys\/(?:areaKeys|useKeys)|parts\/(?:NoteField|NoteLine|RatingControl|SaveStatus)))\.tsx?$/u,
            },
            // What planning an interview begins with.
            {
              name: "plan",
              test: /src\/(?:domain\/guides\/guideSearch|state\/(?:app\/storageProtection|candidates\/candidateNames|exports\/exportLog|guides\/(?:guideLineages|guideVersions|shippedGuides)|session\/planning)|ui\/(?:page\/tabDraft|parts\/DraftNotice|rows\/keptWords))/u,
            },
            // What is kept beside the interviews, and read from files: guides, candidates, panels, copies.
            {
              name: "records",
              test: /src\/(?:domain\/(?:guides\/guideTitle|panels\/panel)|state\/(?:backups\/autoBackups|candidates\/candidates|guides\/guides)|storage\/panels\/scorecardRows|ui\/words\/candidateName)\.tsx?$/u,
            },
            // A few lines each, which several screens have.
            {
              name: "folders",
              test: /src\/(?:domain\/(?:panels\/debriefDue|team\/teamWay)|state\/(?:app\/longWork|candidates\/buried)|storage\/(?:pickedFolder|team\/sharedFolders)|ui\/files\/(?:ReadingProgress|WorkProgress|folderPicker|sharing))/u,
              includeDependenciesRecursively: false,
            },
            // Where there is no team, it is not loaded; each file of its own would be named in what every page begins with.
            {
              name: "team",
              includeDependenciesRecursively: false,
              test: /src\/(?:domain\/team\/message|(?:interchange|storage|state)\/team\/(?!teamPresence|sharedFolders))|node_modules\/(?:@nats-io|tweetnacl)\//u,
            },
          ],
        },
      },
    },
  },
  resolve: {
    // What reads Markdown has one form for pages, which needs a document, and one for workers, where it runs.
    conditions: ["worker", ...defaultClientConditions],
    alias: [
      // The same code without what browsers of 2015 needed, a twentieth smaller.
      { find: /^dexie$/u, replacement: "dexie/dist/modern/dexie.mjs" },
      // What React has itself since its version 18.
      { find: /^use-sync-external-store\/shim\/index\.js$/u, replacement: "react" },
    ],
  },
  worker: { format: "es", plugins: licencesOfPackages.workers },
  server: { port: DEVELOPMENT_PORT, strictPort: true },
  preview: { port: APP_PORT, strictPort: true, proxy: { "/team": teamServer } },
  test: {
    // What is pure leaves nothing behind, and a screen only what is taken down after each test: their files share one
    // set of modules, which takes half the time.
    projects: [
      { extends: true, test: { name: "pure", include: [PURE_TESTS], isolate: false, pool: "threads" } },
      {
        extends: true,
        test: { name: "screens", include: SCREEN_TESTS, exclude: REPLACING_TESTS, isolate: false },
      },
      {
        extends: true,
        test: {
          name: "app",
          pool: "threads",
          include: ["tests/{state,storage,structure}/**/*.test.ts", ...REPLACING_TESTS],
        },
      },
    ],
    setupFiles: ["tests/setup.ts"],
    // What watches the database for React must have the same Dexie as the app.
    server: { deps: { inline: ["dexie-react-hooks"] } },
    restoreMocks: true,
    // Where saving is tested, much of a test is waiting: four keep two cores busy.
    maxWorkers: 4,
    // For what hangs; a machine may be busy.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    coverage: {
      include: ["src/{domain,interchange,state,storage}/**/*.ts"],
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
