import type { Engine, Job } from "./engines/engine.ts";
import { timed } from "./measure.ts";

/** One engine in a process of its own, so that its memory can be told from the others'. Named by the first argument. */
const starters: Record<string, () => Promise<Engine>> = {
  ours: async () => (await import("./engines/ours.ts")).startOurs(false),
  "ours-whole": async () => (await import("./engines/ours.ts")).startOurs(true),
  chromium: async () => (await import("./engines/chromium.ts")).startChromium(),
  pdfmake: async () => (await import("./engines/pdfmake.ts")).startPdfmake(),
  libreoffice: async () => {
    const { findLibreOffice, startLibreOffice } = await import("./engines/libreoffice.ts");
    return startLibreOffice(findLibreOffice() ?? "soffice");
  },
};

let engine: Engine | null = null;

process.on("message", async (job: Job) => {
  let bytes = 0;
  const ms = await timed(async () => {
    engine ??= (await starters[process.argv[2] ?? ""]?.()) ?? null;
    bytes = (await engine?.print(job))?.byteLength ?? 0;
  });
  process.send?.({ ms, bytes });
});

process.on("disconnect", async () => {
  await engine?.close();
  process.exit(0);
});
