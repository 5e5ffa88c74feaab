// Makes the checkout ready to run: packages, and with --browsers also what the browser tests drive.
// Runs before anything is installed, so it uses only what comes with Node.
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

process.chdir(fileURLToPath(new URL("..", import.meta.url)));

const [major, minor] = process.versions.node.split(".").map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  stop(`This project needs Node 20.19 or newer; this is Node ${process.versions.node}.`);
}

const debianPackages = {
  windowless: "chromium-headless-shell",
  chromium: "chromium",
  firefox: "firefox-esr",
};

/** What the tests of teams drive, by the package that has it: a real server, certificates, a network that can be cut, folders that are kept alike. */
const teamPrograms = {
  "nats-server": "nats-server",
  openssl: "openssl",
  ip: "iproute2",
  syncthing: "syncthing",
};

installPackages();
if (process.argv.includes("--browsers")) await installBrowsers();

function installPackages() {
  const reason = reasonToInstall();
  if (!reason) return;
  console.log(`Installing packages with npm ci: ${reason}.`);
  // Said aloud: both may be set otherwise around us, and the checks need the development packages.
  if (!run("npm", ["ci", "--include=dev", "--loglevel=error"])) stop("npm ci failed, see above.");
}

/** npm keeps beside the packages a lock file of what it installed. */
function reasonToInstall() {
  if (!existsSync("node_modules/.package-lock.json")) return "node_modules is missing or incomplete";
  const wanted = lockedPackages("package-lock.json");
  const installed = lockedPackages("node_modules/.package-lock.json");
  const paths = new Set([...Object.keys(wanted), ...Object.keys(installed)]);
  paths.delete("");
  for (const path of paths) {
    // Builds for other systems are in the lock file and are rightly not here.
    if (!installed[path] && (wanted[path].optional || wanted[path].devOptional)) continue;
    if (wanted[path]?.version !== installed[path]?.version || !existsSync(path)) {
      return `${path} is not what package-lock.json says`;
    }
  }
  return null;
}

function lockedPackages(file) {
  return JSON.parse(readFileSync(file, "utf8")).packages;
}

async function installBrowsers() {
  installAge();
  installTeamPrograms();
  await installWebKit();
  const missing = await missingBrowsers();
  if (missing.length === 0) return;
  console.log(`Installing ${missing.join(" and ")} for the browser tests.`);
  if (isDebianAsRoot()) {
    const packages = missing.map((name) => debianPackages[name]);
    // Without the fonts, text in other scripts is drawn as boxes.
    packages.push("fonts-noto-core", "fonts-noto-cjk");
    run("apt-get", ["update", "-qq"]);
    run("apt-get", ["install", "-y", "-qq", "--no-install-recommends", ...packages]);
  } else {
    run("npx", ["playwright", "install", ...missing]);
  }
  const stillMissing = await missingBrowsers();
  if (stillMissing.length > 0) {
    stop(`The browser tests need ${stillMissing.join(" and ")}, and installing failed, see above.`);
  }
}

/** One test opens what the app sealed with the program age. It is skipped where that is not installed. */
function installAge() {
  if (hasAge()) return;
  if (isDebianAsRoot()) {
    console.log("Installing age, which opens sealed files in the tests.");
    run("apt-get", ["update", "-qq"]);
    run("apt-get", ["install", "-y", "-qq", "--no-install-recommends", "age"]);
  }
  if (!hasAge()) {
    console.log("The program age is not installed: the test that opens a sealed file with it is skipped.");
  }
}

/** Tests are skipped where one is missing, which on Debian does not happen. */
function installTeamPrograms() {
  const missing = () => Object.keys(teamPrograms).filter((name) => spawnSync(name, ["--help"]).error);
  const names = missing().join(", ");
  if (names === "") return;
  if (isDebianAsRoot()) {
    console.log(`Installing for the tests of panels across machines: ${names}.`);
    run("apt-get", ["update", "-qq"]);
    const packages = missing().map((name) => teamPrograms[name]);
    run("apt-get", ["install", "-y", "-qq", "--no-install-recommends", ...packages]);
    if (missing().length > 0) stop("The tests of teams need them, and installing failed, see above.");
  } else console.log(`Tests of teams are skipped, since they need what is not installed: ${names}.`);
}

/** Debian's WebKit with its driver and a display, elsewhere Playwright's own. Its tests are skipped where that has none. */
async function installWebKit() {
  if (await hasWebKit()) return;
  console.log("Installing WebKit for the browser tests.");
  if (isDebianAsRoot()) {
    run("apt-get", ["update", "-qq"]);
    run("apt-get", ["install", "-y", "-qq", "--no-install-recommends", "webkitgtk-webdriver", "xvfb"]);
  } else {
    run("npx", ["playwright", "install", "webkit"]);
  }
  if (await hasWebKit()) return;
  if (isDebianAsRoot()) stop("The browser tests need WebKit, and installing failed, see above.");
  console.log("WebKit could not be installed: the tests in it are skipped.");
}

async function hasWebKit() {
  const programs = JSON.parse(readFileSync("tests/webkit/programs.json", "utf8"));
  const { webkit } = await import("@playwright/test");
  return Object.values(programs).every((path) => existsSync(path)) || existsSync(webkit.executablePath());
}

function hasAge() {
  return spawnSync("age", ["--version"]).status === 0;
}

function isDebianAsRoot() {
  return isDebian() && process.getuid() === 0;
}

/** The windowless Chromium makes the tests quick, and is asked for only where it is easily had. */
async function missingBrowsers() {
  const executables = JSON.parse(readFileSync("tests/browser/executables.json", "utf8"));
  const playwright = await import("@playwright/test");
  const names = Object.keys(executables).filter((name) => name in playwright || isDebianAsRoot());
  return names.filter((name) => {
    const own = playwright[name]?.executablePath();
    return ![...executables[name], ...(own ? [own] : [])].some((path) => existsSync(path));
  });
}

function isDebian() {
  return existsSync("/etc/os-release") && /^ID=debian$/m.test(readFileSync("/etc/os-release", "utf8"));
}

function run(command, args) {
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  return (
    spawnSync(command, args, { stdio: "inherit", env, shell: process.platform === "win32" }).status === 0
  );
}

function stop(sentence) {
  console.error(sentence);
  process.exit(1);
}
