import { describeError } from "../../shared/error-text.ts";
import { openApp } from "../compose-app.ts";
import { dataFolder } from "../data-folder.ts";
import { encodeError } from "../ipc/encode-error.ts";
import { type Log, openLog } from "../log.ts";
import { locateAppFiles } from "../resources.ts";
import { type Answers, answeringDialogs } from "./answers.ts";
import { type Invocation, readArguments, UsageError } from "./arguments.ts";
import { runCommand } from "./commands.ts";
import { CommandFailure } from "./find-meeting.ts";
import { helpText, hint } from "./help.ts";
import { noticeText } from "./notice-text.ts";
import { oneLine, type Terminal } from "./terminal.ts";

/** 0 done, 1 a failure explained in one line on stderr, 2 wrong usage. */
export type ExitCode = 0 | 1 | 2;

/** Runs one command line. `entryUrl` is the entry's own address, from which the app's files are found. Never throws. */
export async function runCli(argv: readonly string[], terminal: Terminal, entryUrl: string): Promise<ExitCode> {
  try {
    const invocation = readArguments(argv);
    if (invocation.command === "help" || invocation.command === "version") {
      terminal.print(invocation.command === "help" ? helpText.trimEnd() : locateAppFiles(entryUrl).version);
      return 0;
    }
    const dataDir = dataFolder(invocation.data === undefined ? [] : ["--data", invocation.data], { userDataDir: false });
    await runInApp(invocation, invocation.command, terminal, dataDir, entryUrl);
    return 0;
  } catch (error) {
    if (error instanceof UsageError) {
      terminal.note(`${oneLine(error.message)} ${hint}`);
      return 2;
    }
    terminal.note(failureLine(error, noLog));
    return 1;
  }
}

async function runInApp(
  invocation: Invocation,
  command: keyof typeof runCommand,
  terminal: Terminal,
  dataDir: string,
  entryUrl: string,
): Promise<void> {
  const { resourcesDir, workerUrl, spellingWorkerUrl, version } = locateAppFiles(entryUrl);
  const answers: Answers = { saveAs: null, open: null, folder: null };
  const app = openApp({
    dataDir,
    resourcesDir,
    workerUrl,
    spellingWorkerUrl,
    version,
    dialogs: answeringDialogs(answers),
    clock: { now: () => new Date() },
    standIn: false,
    openPath: async () => undefined,
    putOnClipboard: async () => undefined,
    emit: () => undefined,
    flushed: () => undefined,
  });
  const log = openLog(dataDir);
  try {
    if (command !== "check") for (const notice of app.context.store.notices) terminal.note(`Advarsel: ${oneLine(noticeText(notice))}`);
    await runCommand[command]({ app, answers, terminal, invocation });
  } catch (error) {
    if (error instanceof CommandFailure || error instanceof UsageError) throw error;
    throw new CommandFailure(failureLine(error, log), { cause: error });
  } finally {
    await app.close();
  }
}

/** A refused data folder gets no log: writing one would be the very access that was refused. */
const noLog: Log = () => undefined;

function failureLine(error: unknown, log: Log): string {
  if (error instanceof CommandFailure) return oneLine(error.message);
  return oneLine(describeError(encodeError(error, log)));
}
