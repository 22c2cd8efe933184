import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { makeReferat } from "../../../electron/referat/make.ts";
import { untilStopped } from "../../../electron/referat/watch.ts";
import type { ExportProgress } from "../../../shared/ipc/events.ts";
import { openSampleApp, type SampleApp } from "../../support/sample-app.ts";

let folder: string;
let app: SampleApp;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "stop-"));
  app = await openSampleApp(join(folder, "data"));
  app.answer.saveFile = join(folder, "ud.pdf");
}, 60_000);
afterAll(async () => {
  await app.close();
  rmSync(folder, { recursive: true, force: true });
});

describe("an export that is watched", () => {
  it("tells each bilag, then the pages, then that it reads again", { timeout: 90_000 }, async () => {
    const steps: ExportProgress[] = [];
    await makeReferat(app.context, app.meetingId, {}, { step: (progress) => steps.push(progress), signal: new AbortController().signal });
    const bilag = Array.from({ length: 8 }, (_, done) => ({ stage: "bilag", done, total: 8 }));
    expect(steps).toEqual([...bilag, { stage: "pages", done: 0, total: 1 }, { stage: "reading", done: 0, total: 1 }]);
  });

  it("leaves no file when it is stopped, whenever that is, and the next one is whole", { timeout: 90_000 }, async () => {
    const begun = app.handlers["referat:export"]({ meetingId: app.meetingId });
    await new Promise((resolve) => setTimeout(resolve, 0));
    await app.handlers["referat:stop"]({});
    expect(await begun).toBeNull();
    for (const stage of ["bilag", "pages", "reading"] as const) {
      const own = new AbortController();
      const step = (progress: ExportProgress): void => {
        if (progress.stage === stage) own.abort();
      };
      await expect(makeReferat(app.context, app.meetingId, {}, { step, signal: own.signal })).rejects.toThrow(
        expect.objectContaining({ name: "AbortError" }),
      );
    }
    expect(existsSync(app.answer.saveFile ?? "")).toBe(false);
    expect(await app.handlers["referat:export"]({ meetingId: app.meetingId })).toMatchObject({ fileName: "ud.pdf" });
    expect(existsSync(app.answer.saveFile ?? "")).toBe(true);
  });

  it("lets a failure after the stop be no one's", async () => {
    const own = new AbortController();
    let fail: (error: Error) => void = () => undefined;
    const waiting = untilStopped(
      new Promise((_, reject) => {
        fail = reject;
      }),
      own.signal,
    );
    own.abort();
    await expect(waiting).rejects.toBe(own.signal.reason);
    fail(new Error("too late"));
    await expect(untilStopped(Promise.resolve(3), new AbortController().signal)).resolves.toBe(3);
  });
});
