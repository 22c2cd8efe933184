import { mkdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { type App, openApp } from "../../electron/compose-app.ts";
import type { ClipboardText } from "../../electron/referat/copy/copy.ts";

/** What the system's dialogs would answer; a test sets them before it calls. `suggested` is what the last save dialog proposed. */
export type DialogAnswers = { saveFile: string | null; suggested: string | null; openFiles: string[] | null; folder: string | null };

export type SampleApp = App & { meetingId: string; answer: DialogAnswers; clipboard: { text: ClipboardText | null } };

const root = new URL("../../", import.meta.url);

/** The whole app without a window on a data folder of its own, holding the sample meeting of 10 March 2026. */
export async function openSampleApp(dataDir: string): Promise<SampleApp> {
  mkdirSync(dataDir, { recursive: true });
  const answer: DialogAnswers = {
    saveFile: `${dataDir}/export.pdf`,
    suggested: null,
    openFiles: [fileURLToPath(new URL("resources/samples/raadmandsmoede-2026-03-10.json", root))],
    folder: null,
  };
  const clipboard: SampleApp["clipboard"] = { text: null };
  const app = openApp({
    dataDir,
    resourcesDir: fileURLToPath(new URL("resources", root)),
    workerUrl: new URL("electron/referat/typeset-worker.ts", root),
    spellingWorkerUrl: new URL("electron/spelling/worker.ts", root),
    dialogs: {
      chooseSaveFile: async (suggested) => {
        answer.suggested = suggested;
        return answer.saveFile;
      },
      chooseOpenFiles: async () => answer.openFiles,
      chooseFolder: async () => answer.folder,
    },
    clock: { now: () => new Date() },
    version: "0.0.0-test",
    standIn: true,
    openPath: async () => {},
    putOnClipboard: async (text) => {
      clipboard.text = text;
    },
    emit: () => {},
    flushed: () => {},
  });
  const meeting = await app.handlers["meetings:import"]({});
  if (meeting === null) throw new Error("the sample was not imported");
  return { ...app, meetingId: meeting.id, answer, clipboard };
}
