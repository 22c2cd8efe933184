import { closeSync, fsyncSync, mkdirSync, mkdtempSync, openSync, readdirSync, readFileSync, rmSync, statSync, writeSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { openSampleApp } from "../support/sample-app.ts";
import { type BenchResult, compared, inTurn, timed } from "./measure.ts";

const rounds = 9;

/** Publishing the sample meeting (PDF made, snapshot, blobs) against a plain copy with fsync of the very bytes that were laid. */
export async function benchSync(): Promise<BenchResult[]> {
  const work = mkdtempSync(join(tmpdir(), "referent-bench-"));
  const app = await openSampleApp(join(work, "data"));
  try {
    await app.handlers["referat:export"]({ meetingId: app.meetingId });
    let round = 0;
    const share = (): string => join(work, `share-${round}`);
    const publish = async (): Promise<number> => {
      round += 1;
      mkdirSync(share());
      app.answer.folder = share();
      await app.handlers["folder:choose"]({});
      return timed(() => app.handlers["referat:publish"]({ meetingId: app.meetingId }));
    };
    const copy = async (): Promise<number> => timed(() => copyWithFsync(share(), join(work, `copy-${round}`)));
    await publish();
    await copy();
    return [compared("læg mødet i mappen mod kopi med fsync af de samme byte", await inTurn(rounds, publish, copy))];
  } finally {
    await app.close();
    rmSync(work, { recursive: true, force: true });
  }
}

function copyWithFsync(from: string, to: string): void {
  for (const entry of readdirSync(from, { recursive: true, encoding: "utf8" })) {
    if (!statSync(join(from, entry)).isFile()) continue;
    mkdirSync(dirname(join(to, entry)), { recursive: true });
    const file = openSync(join(to, entry), "w");
    writeSync(file, readFileSync(join(from, entry)));
    fsyncSync(file);
    closeSync(file);
  }
}
