import { closeSync, fsyncSync, mkdirSync, mkdtempSync, openSync, readdirSync, readFileSync, rmSync, statSync, writeSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { holdMeeting } from "../../electron/meetings/hold.ts";
import { makeReferat } from "../../electron/referat/make.ts";
import { createPublisher } from "../../electron/sync/engine.ts";
import type { Publisher } from "../../electron/sync/publisher.ts";
import { openSampleApp } from "../support/sample-app.ts";
import { type BenchResult, compared, inTurn, timed } from "./measure.ts";

const rounds = 9;

/**
 * Publishing the sample meeting (snapshot, PDF, blobs) against a plain copy with fsync of the very bytes that were laid: the way
 * into the folder by itself, with the PDF already made, and all of it, PDF set and read back included.
 */
export async function benchSync(): Promise<BenchResult[]> {
  const work = mkdtempSync(join(tmpdir(), "referent-bench-"));
  const app = await openSampleApp(join(work, "data"));
  const { store, clock } = app.context;
  const { fileName, result } = await makeReferat(app.context, app.meetingId);
  const laying = createPublisher({
    store,
    clock,
    emit: () => {},
    holdMeeting: (meetingId) => {
      store.write((db, edit) => holdMeeting(db, edit, meetingId));
      return () => undefined;
    },
    makeReferat: async () => ({ fileName, pdf: result.pdf }),
  });
  let round = 0;
  const against = async (publisher: Publisher): Promise<{ ours: number; theirs: number }> => {
    const share = (): string => join(work, `share-${round}`);
    const publish = async (): Promise<number> => {
      round += 1;
      mkdirSync(share());
      await publisher.choose(share());
      return timed(() => publisher.publish(app.meetingId));
    };
    const copy = async (): Promise<number> => timed(() => copyWithFsync(share(), join(work, `copy-${round}`)));
    await publish();
    await copy();
    return inTurn(rounds, publish, copy);
  };
  try {
    return [
      compared("læg i mappen, PDF'en er lavet, mod kopi med fsync af de samme byte", await against(laying)),
      compared("læg i mappen, PDF'en sat og læst efter, mod samme kopi", await against(app.context.publisher)),
    ];
  } finally {
    await laying.close();
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
