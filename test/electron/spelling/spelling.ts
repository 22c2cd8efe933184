import { fileURLToPath } from "node:url";
import { onTestFinished } from "vitest";
import { createSpelling, type Spelling, type SpellingOptions } from "../../../electron/spelling/client.ts";

const root = new URL("../../../", import.meta.url);

export const spellingFiles: Pick<SpellingOptions, "workerUrl" | "resourcesDir"> = {
  workerUrl: new URL("electron/spelling/worker.ts", root),
  resourcesDir: fileURLToPath(new URL("resources", root)),
};

/** The real worker from the sources, closed when the test is done. */
export function openSpelling(options: Partial<SpellingOptions> = {}): Spelling {
  const spelling = createSpelling({ ...spellingFiles, ...options });
  onTestFinished(() => spelling.close());
  return spelling;
}
