import type { CaretWords, FromReader, PageLook, ToReader } from "./page-messages.ts";

/** Reads and draws set referater in a thread of its own: the keys never wait for it. */
export type PageReader = {
  /** Fetches the PDF there itself: this thread never has the bytes. The first of `looks` is drawn before all else. */
  open(at: PdfAddresses, looks: PageLook[], caret: CaretWords | null): void;
  /** Pages are drawn on the surface of the canvas, past this thread. A canvas can be given once. */
  give(page: number, canvas: HTMLCanvasElement): void;
  /** The page's canvas is taken away. */
  gone(page: number): void;
  draw(look: PageLook): void;
  /** Looks for the line of the caret in what is open. */
  mark(caret: CaretWords | null): void;
  /** Lets go of what is open; the thread stays warm. */
  close(): void;
};

/** Of a PDF, and of the one after it. */
type PdfAddresses = { address: string; next: string };

/** The thread starts with the first referat; one that has ended is replaced by the next. */
export function createPageReader(hear: (message: FromReader) => void): PageReader {
  let worker: Worker | null = null;
  const start = (): Worker => {
    const started = new Worker(new URL("./page-worker.ts", import.meta.url), { type: "module" });
    started.addEventListener("message", ({ data }: MessageEvent<FromReader>) => hear(data));
    started.addEventListener("error", () => {
      started.terminate();
      if (worker === started) worker = null;
      hear({ kind: "ended" });
    });
    return started;
  };
  const tell = (message: ToReader, transfer: Transferable[] = []): void => worker?.postMessage(message, transfer);
  return {
    open({ address, next }, looks, caret) {
      worker ??= start();
      tell({ kind: "open", address, next, looks, caret });
    },
    give(page, canvas) {
      worker ??= start();
      const surface = canvas.transferControlToOffscreen();
      tell({ kind: "surface", page, surface }, [surface]);
    },
    gone: (page) => tell({ kind: "gone", page }),
    draw: (look) => tell({ kind: "draw", look }),
    mark: (caret) => tell({ kind: "mark", caret }),
    close: () => tell({ kind: "close" }),
  };
}
