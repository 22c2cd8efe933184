declare module "pdfjs-dist/legacy/build/pdf.worker.mjs" {
  /** What the reader looks for as `globalThis.pdfjsWorker`, so that it needs no worker file of its own. */
  export const WorkerMessageHandler: object;
}
