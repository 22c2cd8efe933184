// The main job in the real window, driven by key presses: 10 March 2026 created, written, exported and laid in the shared folder.
import { existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const out = join(root, "demo-output");
const headed = process.argv.includes("--headed");
if (headed && process.platform === "linux" && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY) {
  process.stderr.write("Der er ingen skærm her, så vinduet kan ikke vises. Kør uden --headed.\n");
  process.exit(1);
}

const { launchApp } = await import("../test/support/launch.ts");
const { chooseFolder, createMeeting, exportAndPublish, savedByNow, writeMeeting } = await import("../test/support/write-meeting.ts");
const { sampleMeeting } = await import("../test/support/sample-meeting.ts");

rmSync(out, { recursive: true, force: true });
const dataDir = join(out, "data");
const share = join(out, "delt-mappe");
const pictures = join(out, "billeder");
for (const folder of [dataDir, share, pictures]) mkdirSync(folder, { recursive: true });
const pdf = join(out, "20260310-Rådmandsmøde.pdf");

const started = performance.now();
const timings = {};
let last = started;
function mark(name) {
  const now = performance.now();
  timings[name] = Math.round(now - last);
  last = now;
  process.stdout.write(`${((now - started) / 1000).toFixed(1).padStart(6)} s  ${name}\n`);
}

const app = await launchApp({ dataDir, headed });
try {
  if (app.kind === "stand-in")
    process.stdout.write("Electrons program er ikke her; vinduet åbnes i en erstatning (Chromium med Referents egen hovedproces).\n");
  if (!headed) await app.page.setViewportSize({ width: 1440, height: 900 });
  let step = 0;
  const onStep = async (name) => {
    step += 1;
    await app.page.screenshot({ path: join(pictures, `${String(step).padStart(2, "0")}-${name}.png`) });
    mark(name);
  };
  await app.evaluate(
    ({ dialog }, answers) => {
      dialog.showSaveDialog = async () => ({ canceled: false, filePath: answers.pdf });
      dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [answers.share] });
    },
    { pdf, share },
  );
  const referent = { page: app.page, onStep };
  const meeting = sampleMeeting();
  await app.page.getByRole("heading", { name: "Møder", exact: true }).waitFor();
  await onStep("moeder");
  await chooseFolder(referent);
  await createMeeting(referent, meeting);
  await writeMeeting(referent, meeting);
  await savedByNow(app.page);
  mark("alt-gemt");
  await exportAndPublish(referent);
} finally {
  await app.close();
}

const total = Math.round(performance.now() - started);
writeFileSync(join(out, "tider.json"), `${JSON.stringify({ total, ...timings }, null, 2)}\n`);
for (const path of [pdf, share, dataDir, pictures]) {
  if (!existsSync(path)) throw new Error(`${path} mangler`);
  const size = statSync(path).isFile() ? ` (${readFileSync(path).byteLength} byte)` : "";
  process.stdout.write(`${relative(root, path)}${size}\n`);
}
process.stdout.write(`Færdig på ${(total / 1000).toFixed(1)} s. Tider i ms: demo-output/tider.json\n`);
process.exit(0);
