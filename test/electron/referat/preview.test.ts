import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createPreviewer } from "../../../electron/referat/preview.ts";
import { itemsOf } from "../../../shared/domain/meeting.ts";
import type { PreviewedReferat } from "../../../shared/ipc/contract.ts";
import { newMeeting } from "../../support/fake-meeting.ts";
import { readPdf } from "../../support/read-pdf.ts";
import { openSampleApp, type SampleApp } from "../../support/sample-app.ts";
import { compose, openTypesetter } from "./typesetter.ts";

const dataDir = mkdtempSync(join(tmpdir(), "preview-"));
let app: SampleApp;

beforeAll(async () => {
  app = await openSampleApp(dataDir);
});
afterAll(async () => {
  await app.close();
  rmSync(dataDir, { recursive: true, force: true });
});

/** The PDF, as the window would fetch it. */
const fileOf = async (set: PreviewedReferat | null) => (await app.context.pageFiles.take(set?.address ?? "")) ?? new Uint8Array();
const preview = (form: "collected" | "short") => app.handlers["referat:preview"]({ meetingId: app.meetingId, form });

describe("the preview of a meeting", () => {
  it("gives the pages with what is saved, in the form that is asked for, and without those of the bilag", async () => {
    const meeting = await app.handlers["meetings:get"]({ meetingId: app.meetingId });
    const item = itemsOf(meeting)[0];
    const value = {
      type: "doc" as const,
      content: [{ type: "paragraph" as const, content: [{ type: "text" as const, text: "Prøvetrykket." }] }],
    };
    await app.handlers["meetings:save-fields"]({
      operationId: crypto.randomUUID(),
      meetingId: meeting.id,
      changes: [{ entity: "item", id: item?.id ?? "", field: "decision", value }],
    });
    const [collected, short] = [await preview("collected"), await preview("short")];
    const { pages } = await readPdf(await fileOf(collected));
    expect(pages).toHaveLength(collected?.pages ?? 0);
    expect(JSON.stringify(pages)).toContain("Prøvetrykket.");
    expect(short?.pages).toBeLessThan(collected?.pages ?? 0);
  });

  it("holds what is not saved yet, and stores none of it", async () => {
    const meeting = await app.handlers["meetings:get"]({ meetingId: app.meetingId });
    const content = [{ type: "paragraph" as const, content: [{ type: "text" as const, text: "Endnu ikke gemt." }] }];
    const change = { entity: "item" as const, id: itemsOf(meeting).at(-1)?.id ?? "", field: "decision" as const };
    const changes = [{ ...change, value: { type: "doc" as const, content } }];
    const shown = await app.handlers["referat:preview"]({ meetingId: meeting.id, form: "collected", changes });
    expect(JSON.stringify((await readPdf(await fileOf(shown))).pages)).toContain("Endnu ikke gemt.");
    expect(await app.handlers["meetings:get"]({ meetingId: meeting.id })).toEqual(meeting);
  });

  it("gives nothing when the window shows it already", async () => {
    const set = await preview("short");
    const again = (shown: number) => app.handlers["referat:preview"]({ meetingId: app.meetingId, form: "short", shown });
    expect(await again(set?.revision ?? 0)).toBeNull();
    expect(await again((set?.revision ?? 0) - 1)).toMatchObject({ revision: set?.revision });
  });

  it("fails as not found for a meeting that is not there", async () => {
    await expect(async () => app.handlers["referat:preview"]({ meetingId: crypto.randomUUID(), form: "short" })).rejects.toMatchObject({
      appError: { kind: "not-found" },
    });
  });
});

describe("the previewer", () => {
  it("sets the newest of those that wait, and answers the others with nothing", async () => {
    const previewer = createPreviewer(openTypesetter);
    const documents = ["A", "B", "C"].map((title) => ({ ...compose(newMeeting()), title }));
    const answers = await Promise.all(documents.map((document) => previewer.preview(document)));
    expect(answers.map((answer) => answer !== null)).toEqual([true, false, true]);
    await previewer.close();
  });

  it("sets the same document once", async () => {
    let runs = 0;
    const previewer = createPreviewer(() => {
      const typesetter = openTypesetter();
      return {
        ...typesetter,
        typeset: (document) => {
          runs += 1;
          return typesetter.typeset(document);
        },
      };
    });
    const document = compose(newMeeting());
    const [first, second] = [await previewer.preview(document), await previewer.preview(document)];
    expect(second).toBe(first);
    expect(runs).toBe(1);
    await previewer.close();
  });
});
