// The whole check in the order that tells most soonest: types, lint, dead code, build, then the three kinds of tests.
// `npm test -- unit test/shared` runs one kind, or part of it.
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const bin = (name) => join(root, "node_modules", ".bin", name);
const only = process.argv.slice(2);
const kinds = ["unit", "component", "e2e"];
const checks = [
  ["types", "tsc", ["-b"]],
  ["lint", "biome", ["check", "--error-on-warnings", "."]],
  ["dead code", "knip", ["--no-progress"]],
  ["build", process.execPath, [join(root, "scripts", "setup.mjs"), "--build"]],
];

let passed = 0;
let failed = 0;
/** What failed, told again at the end: there it is found, however long the output is and wherever it is cut off. */
const failures = [];

function run(command, args) {
  const path = command.includes("/") || command.includes("\\") ? command : bin(command);
  return spawnSync(path, args, { cwd: root, stdio: "inherit", shell: process.platform === "win32" && path !== process.execPath }).status;
}

function tell(name, ok, started) {
  process.stdout.write(`${ok ? "ok  " : "FEJL"} ${name} (${((performance.now() - started) / 1000).toFixed(1)} s)\n`);
}

function check([name, command, args]) {
  const started = performance.now();
  const ok = run(command, args) === 0;
  if (ok) passed += 1;
  else {
    failed += 1;
    failures.push(name);
  }
  tell(name, ok, started);
}

/** The first lines of a message: the rest is where it was printed first. */
const shortened = (text) =>
  text
    .split("\n")
    .filter((line) => !line.includes("node_modules"))
    .slice(0, 15)
    .join("\n")
    .slice(0, 2000);

/** A line for each failed test with its message; a file that failed as a whole has a message of its own. */
function failuresIn(kind, files) {
  return files.flatMap((file) => {
    const path = relative(root, file.name);
    const each = file.assertionResults
      .filter((test) => test.status === "failed")
      .map((test) => `${kind}: ${path}: ${test.fullName}\n${shortened(test.failureMessages.join("\n"))}`);
    return each.length > 0 || file.status !== "failed" ? each : [`${kind}: ${path}\n${shortened(file.message)}`];
  });
}

function tests(kind, paths) {
  const started = performance.now();
  const report = join(root, ".cache", `${kind}.json`);
  mkdirSync(dirname(report), { recursive: true });
  rmSync(report, { force: true });
  const status = run("vitest", [
    "run",
    "--project",
    kind,
    "--reporter=default",
    "--reporter=json",
    `--outputFile.json=${report}`,
    ...paths,
  ]);
  const counts = existsSync(report) ? JSON.parse(readFileSync(report, "utf8")) : { numPassedTests: 0, numFailedTests: 0, testResults: [] };
  passed += counts.numPassedTests;
  failed += Math.max(counts.numFailedTests, status === 0 ? 0 : 1);
  const named = failuresIn(kind, counts.testResults);
  failures.push(...(named.length > 0 || status === 0 ? named : [`${kind}: ended with ${status}, and no test has failed`]));
  tell(kind, status === 0, started);
}

if (kinds.includes(only[0])) {
  run(process.execPath, [join(root, "scripts", "setup.mjs"), "--build"]);
  tests(only[0], only.slice(1));
} else {
  for (const each of checks) check(each);
  for (const kind of kinds) tests(kind, []);
}

for (const each of failures) process.stdout.write(`\nFEJL ${each}\n`);
process.stdout.write(`\n${passed} passed, ${failed} failed\n`);
process.exit(failed === 0 && passed > 0 ? 0 : 1);
