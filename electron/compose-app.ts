import { z } from "zod";
import { da } from "zod/locales";
import type { Handlers, Notice } from "../shared/ipc/contract.ts";
import { createProber } from "./attachments/prober.ts";
import type { AppContext, Clock, Dialogs } from "./context.ts";
import { checkDataFolder } from "./data-folder.ts";
import { createHandlers } from "./handlers.ts";
import { holdMeeting, takeBackHold } from "./meetings/hold.ts";
import { createTypesetter } from "./referat/engine.ts";
import { makeReferat } from "./referat/make.ts";
import { createPageFiles } from "./referat/page-files.ts";
import { createPreviewer, previewGrowth } from "./referat/preview.ts";
import { createReadBack } from "./referat/read-back.ts";
import { assertChosen } from "./siblings/choose.ts";
import { createSpelling } from "./spelling/client.ts";
import { openStore } from "./store/open.ts";
import { createPublisher } from "./sync/engine.ts";

/** What surrounds the app: a window with its system, or the command line. */
export type AppShell = {
  dataDir: string;
  resourcesDir: string;
  workerUrl: URL;
  spellingWorkerUrl: URL;
  dialogs: Dialogs;
  clock: Clock;
  version: string;
  standIn: boolean;
  openPath(path: string): Promise<void>;
  putOnClipboard: AppContext["putOnClipboard"];
  emit: AppContext["emit"];
  flushed(): void;
};

/** The app without its shell. `close` ends what runs and closes the database. */
export type App = { context: AppContext; handlers: Handlers; close(): Promise<void> };

/** Opens the data folder and puts the rooms together. Throws AppFailure when the folder or the database cannot be used. */
export function openApp(shell: AppShell): App {
  z.config(da());
  checkDataFolder(shell.dataDir);
  const { clock, dialogs, resourcesDir, version, standIn, openPath, putOnClipboard, emit, flushed } = shell;
  const notify = (notice: Notice): void => emit("app:noticed", notice);
  const store = readableByOwnerOnly(() => openStore({ dataDir: shell.dataDir, clock, notify }));
  const engine = { workerUrl: shell.workerUrl, resourcesDir };
  const typesetter = createTypesetter(engine);
  const previewer = createPreviewer(() => createTypesetter({ ...engine, ...previewGrowth, drawnOnly: true }));
  const prober = createProber({ workerUrl: shell.workerUrl });
  const readBack = createReadBack({ workerUrl: shell.workerUrl });
  const spelling = createSpelling({ workerUrl: shell.spellingWorkerUrl, resourcesDir });
  const publisher = createPublisher({
    store,
    clock,
    emit,
    holdMeeting: (meetingId) => {
      const before = store.write((db, edit) => {
        assertChosen(db, meetingId);
        return holdMeeting(db, edit, meetingId);
      });
      return () => store.write((db, edit) => takeBackHold(db, edit, meetingId, before));
    },
    makeReferat: async (meetingId, form, watch) => {
      const { fileName, result } = await makeReferat({ store, typesetter, prober, readBack }, meetingId, { form }, watch);
      return { fileName, pdf: result.pdf };
    },
  });
  const context: AppContext = {
    store,
    typesetter,
    previewer,
    pageFiles: createPageFiles(),
    prober,
    readBack,
    spelling,
    publisher,
    dialogs,
    clock,
    resourcesDir,
    version,
    standIn,
    openPath,
    putOnClipboard,
    emit,
    flushed,
  };
  return {
    context,
    handlers: createHandlers(context),
    async close() {
      await publisher.close();
      await Promise.all([typesetter.close(), previewer.close(), prober.close(), readBack.close(), spelling.close()]);
      store.close();
    },
  };
}

/**
 * Runs with umask 077, so that the database and what SQLite lays beside it are this person's only. Not for the whole process:
 * the referat in the shared folder must be readable by colleagues.
 */
function readableByOwnerOnly<T>(run: () => T): T {
  const before = process.umask(0o077);
  try {
    return run();
  } finally {
    process.umask(before);
  }
}
