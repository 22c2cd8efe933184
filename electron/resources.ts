import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

/** Where the built app's own files lie, in a work tree and inside the packaged archive alike. */
export type AppFiles = {
  resourcesDir: string;
  rendererDir: string;
  preload: string;
  workerUrl: URL;
  spellingWorkerUrl: URL;
  version: string;
};

/** `entryUrl` is the `import.meta.url` of an entry in dist/electron. */
export function locateAppFiles(entryUrl: string): AppFiles {
  const root = new URL("../../", entryUrl);
  const path = (name: string): string => fileURLToPath(new URL(name, root));
  const { version } = JSON.parse(readFileSync(path("package.json"), "utf8")) as { version: string };
  return {
    resourcesDir: path("resources"),
    rendererDir: path("dist/renderer"),
    preload: path("dist/preload/preload.cjs"),
    workerUrl: new URL("dist/electron/typeset-worker.js", root),
    spellingWorkerUrl: new URL("dist/electron/spelling-worker.js", root),
    version,
  };
}
