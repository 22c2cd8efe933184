import { mkdtempSync, rmSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { blobPath } from "../../../electron/attachments/blobs.ts";
import { findApprovalItem } from "../../../shared/domain/approval-item.ts";
import { itemsOf, type MeetingView } from "../../../shared/domain/meeting.ts";
import type { AppFailure } from "../../../shared/errors.ts";
import { readPdf } from "../../support/read-pdf.ts";
import { openSampleApp, type SampleApp } from "../../support/sample-app.ts";
import { rich } from "./meetings.ts";

let folder: string;
let app: SampleApp;
let next: MeetingView;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "forrige-"));
  app = await openSampleApp(join(folder, "data"));
}, 60_000);
beforeEach(async () => {
  next = await app.handlers["meetings:create"](await app.handlers["meetings:propose"]({ date: "2026-03-17" }));
});
afterAll(async () => {
  await app.close();
  rmSync(folder, { recursive: true, force: true });
});

const add = async (meetingId = next.id) => app.handlers["referat:add-previous"]({ meetingId });
const get = (meetingId = next.id) => app.handlers["meetings:get"]({ meetingId });
const bilagOf = (meeting: MeetingView) => findApprovalItem(meeting)?.attachments.map(({ title, fileName }) => [title, fileName]);
const change = (meetingId: string, id: string | undefined, field: string, value: unknown) =>
  app.handlers["meetings:save-fields"]({
    operationId: crypto.randomUUID(),
    meetingId,
    changes: [{ entity: "item", id, field, value } as never],
  });
const wordsOf = async (sha256: string | undefined): Promise<string> => {
  const { pages } = await readPdf(await readFile(blobPath(join(folder, "data"), sha256 ?? "")));
  return pages.map((lines) => lines.join(" ")).join(" ");
};

const own = ["Referat – Rådmandsmøde d. 10. marts", "20260310-Rådmandsmøde kort offentlig.pdf"];

describe("the previous referat", () => {
  it("is the first bilag of the punkt Referat, in its short form, and is stamped once when this meeting is printed", {
    timeout: 90_000,
  }, async () => {
    await app.handlers["attachments:add"]({
      itemId: findApprovalItem(next)?.id ?? "",
      files: [{ name: "andet.png", bytes: tinyPng }],
    });
    const added = await add();
    expect(added).toMatchObject({ number: 2, title: own[0], replacedId: null, withoutClosed: false });
    expect(bilagOf(added.meeting)).toEqual([own, ["andet", "andet.png"]]);
    app.answer.saveFile = join(folder, "ud.pdf");
    await app.handlers["referat:export"]({ meetingId: next.id });
    const { pages } = await readPdf(await readFile(join(folder, "ud.pdf")));
    const stamp = `Punkt 2, Bilag 1: ${own[0]}`;
    const stamped = pages.slice(2).filter((lines) => lines[0]?.startsWith(stamp));
    expect(stamped.length).toBeGreaterThan(0);
    // Each page has its stamp at the head and in the footer, and no other.
    for (const lines of stamped)
      expect(lines.filter((line) => /^Punkt \d+, Bilag \d+: /.test(line))).toEqual([stamp, expect.stringContaining(stamp)]);
    expect(stamped.flat().join(" ")).toContain("Beslutning for Punkt 3");
  });

  it("takes its own place when it is made again: the newer words, one bilag, and the same again changes nothing", {
    timeout: 90_000,
  }, async () => {
    const first = await add();
    expect((await add()).attachmentId).toBeNull();
    const [, , third] = itemsOf(await get(app.meetingId));
    await change(app.meetingId, third?.id, "decision", rich("Rettet siden sidst."));
    const again = await add();
    expect(again.replacedId).toBe(first.attachmentId);
    expect(bilagOf(again.meeting)).toEqual([own]);
    expect(await wordsOf(findApprovalItem(again.meeting)?.attachments[0]?.sha256)).toContain("Rettet siden sidst.");
    await app.handlers["attachments:delete"]({ attachmentId: again.attachmentId ?? "" });
    const back = await app.handlers["attachments:restore"]({ attachmentId: again.replacedId ?? "" });
    expect(findApprovalItem(back)?.attachments.map(({ id }) => id)).toEqual([first.attachmentId]);
  });

  it("holds nothing of a closed punkt of that meeting, and says so", { timeout: 90_000 }, async () => {
    const [, , third] = itemsOf(await get(app.meetingId));
    await change(app.meetingId, third?.id, "closed", true);
    await change(app.meetingId, third?.id, "decision", rich("Grunden købes for to millioner kroner."));
    const added = await add();
    expect(added.withoutClosed).toBe(true);
    const words = await wordsOf(findApprovalItem(added.meeting)?.attachments[0]?.sha256);
    expect(words).not.toMatch(/Grunden|millioner|dobbeltdiagnose/);
    expect(words).toContain("Punkt 4");
  });

  it("is of the latest meeting that is held: not of one that is planned or going on", { timeout: 90_000 }, async () => {
    const later = await app.handlers["meetings:create"](await app.handlers["meetings:propose"]({ date: "2026-03-24" }));
    await app.handlers["meetings:start"]({ meetingId: next.id });
    expect((await add(later.id)).title).toBe(own[0]);
    await app.handlers["meetings:hold"]({ meetingId: next.id });
    const newer = await add(later.id);
    expect(newer.title).toBe("Referat – Rådmandsmøde d. 17. marts");
    expect(bilagOf(newer.meeting)).toHaveLength(1);
  });

  it("is refused in words: no earlier meeting, no punkt for it, a locked meeting", async () => {
    const refused = (meetingId: string) =>
      add(meetingId).then(
        () => null,
        (error: AppFailure) => error.appError,
      );
    expect(await refused(app.meetingId)).toEqual({ kind: "no-previous-referat", lacks: "meeting" });
    await app.handlers["meetings:lock"]({ meetingId: next.id });
    expect(await refused(next.id)).toMatchObject({ kind: "meeting-locked" });
    await app.handlers["meetings:reopen"]({ meetingId: next.id });
    await change(next.id, findApprovalItem(next)?.id, "title", "Noget andet");
    expect(await refused(next.id)).toEqual({ kind: "no-previous-referat", lacks: "item" });
    expect(itemsOf(await get()).flatMap(({ attachments }) => attachments)).toEqual([]);
  });
});

const tinyPng = Buffer.from("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==", "base64");
