import type { EventName } from "../shared/ipc/channels.ts";
import type { EventPayloads } from "../shared/ipc/events.ts";
import type { Prober } from "./attachments/prober.ts";
import type { ClipboardText } from "./referat/copy/copy.ts";
import type { PageFiles } from "./referat/page-files.ts";
import type { Previewer } from "./referat/preview.ts";
import type { ReadBack } from "./referat/read-back.ts";
import type { Typesetter } from "./referat/typesetter.ts";
import type { Spelling } from "./spelling/client.ts";
import type { Store } from "./store/store.ts";
import type { Publisher } from "./sync/publisher.ts";

/** The time, so that tests can hold it still. */
export type Clock = { now(): Date };

export type FileFilter = { name: string; extensions: string[] };

/** The system's dialogs, or the command line's stand-ins that answer with the given paths. Null: the person cancelled. */
export type Dialogs = {
  /** `suggested` is a name, or the path of one where a folder is proposed too. */
  chooseSaveFile(suggested: string, filter: FileFilter): Promise<string | null>;
  chooseOpenFiles(filter: FileFilter, many: boolean): Promise<string[] | null>;
  chooseFolder(title: string): Promise<string | null>;
};

/** What a handler may reach. Built once at the composition root: `main.ts` for the window, `cli.ts` for the command line. */
export type AppContext = {
  readonly store: Store;
  readonly typesetter: Typesetter;
  readonly previewer: Previewer;
  readonly pageFiles: PageFiles;
  readonly prober: Prober;
  readonly readBack: ReadBack;
  readonly spelling: Spelling;
  readonly publisher: Publisher;
  readonly dialogs: Dialogs;
  readonly clock: Clock;
  /** Folder with fonts, templates, `referat.typ` and samples. */
  readonly resourcesDir: string;
  readonly version: string;
  readonly standIn: boolean;
  /** Opens a file of our own copying in the system's viewer. */
  openPath(path: string): Promise<void>;
  /** Puts text on the system's clipboard, for other programs to paste. */
  putOnClipboard(text: ClipboardText): Promise<void>;
  /** Tells the window; does nothing where there is none. */
  emit<E extends EventName>(event: E, payload: EventPayloads[E]): void;
  /** The window has saved what it had and may close. */
  flushed(): void;
};
