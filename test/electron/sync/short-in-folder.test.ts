import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { syncFolder } from "../../../electron/cli/sync.ts";
import { getMeeting } from "../../../electron/meetings/repository.ts";
import { setLaysShort } from "../../../electron/meetings/states.ts";
import { hasOwnNews } from "../../../electron/sync/repository.ts";
import { itemsOf } from "../../../shared/domain/meeting.ts";
import { plainText } from "../../../shared/domain/rich-text.ts";
import { readPdf } from "../../support/read-pdf.ts";
import { openSampleApp } from "../../support/sample-app.ts";
import { faultyFolder } from "./faulty-folder.ts";
import { hashOf, type Office, openOffice, putFile, shortOf, tempDir, treeOf } from "./office.ts";

const inFolder = "Referater/Referater/2026";
const name = "20260310-Rådmandsmøde";

async function officeWithFolder(options: Parameters<typeof openOffice>[0] = {}): Promise<{ share: string; office: Office }> {
  const share = tempDir("share");
  const office = openOffice(options);
  await office.publisher.choose(share);
  return { share, office };
}

const pdfsIn = (share: string): Record<string, string> =>
  Object.fromEntries(
    Object.entries(treeOf(share)).flatMap(([path, hash]) => (path.endsWith(".pdf") ? [[path.slice(inFolder.length + 1), hash]] : [])),
  );

function wish(office: Office, laysShort: boolean): void {
  office.store.write((db, edit) => setLaysShort(db, edit, office.meetingId, laysShort));
}

describe("the short referat in the folder", () => {
  it("is laid beside the collected one where the meeting wants it, each with editions of its own", async () => {
    const { share, office } = await officeWithFolder();
    await office.publisher.publish(office.meetingId);
    const first = office.pdf();
    wish(office, true);
    expect(office.store.read((db) => hasOwnNews(db, office.meetingId))).toBe(true);
    expect(await office.publisher.publish(office.meetingId)).toMatchObject({ fileName: `${name} v2.pdf`, shortName: `${name} kort.pdf` });
    const second = office.pdf();
    expect(await office.publisher.publish(office.meetingId)).toMatchObject({ fileName: `${name} v2.pdf`, shortName: `${name} kort.pdf` });
    office.write("Ændret");
    expect(await office.publisher.publish(office.meetingId)).toMatchObject({
      fileName: `${name} v3.pdf`,
      shortName: `${name} kort v2.pdf`,
    });
    expect(pdfsIn(share)).toEqual({
      [`${name}.pdf`]: hashOf(first),
      [`${name} v2.pdf`]: hashOf(second),
      [`${name} kort.pdf`]: hashOf(shortOf(second)),
      [`${name} v3.pdf`]: hashOf(office.pdf()),
      [`${name} kort v2.pdf`]: hashOf(shortOf(office.pdf())),
    });
    wish(office, false);
    expect(await office.publisher.publish(office.meetingId)).toMatchObject({ shortName: null });
  });

  it("takes no file of another's, whatever that is called", async () => {
    const { share, office } = await officeWithFolder({ laysShort: true });
    putFile(share, `${inFolder}/${name} kort.pdf`, "en andens");
    expect(await office.publisher.publish(office.meetingId)).toMatchObject({ fileName: `${name}.pdf`, shortName: `${name} kort v2.pdf` });
    expect(readFileSync(join(share, inFolder, `${name} kort.pdf`), "utf8")).toBe("en andens");
  });

  it("waits with the collected one for a folder that is away, and both give way to newer ones", async () => {
    const fs = faultyFolder();
    const { share, office } = await officeWithFolder({ fs, laysShort: true });
    fs.fault = () => ({ code: "EIO" });
    for (const title of ["Første", "Anden"]) {
      office.write(title);
      expect(await office.publisher.publish(office.meetingId)).toMatchObject({ state: "pending" });
    }
    fs.fault = () => null;
    await office.restart(fs).retry();
    expect(pdfsIn(share)).toEqual({ [`${name}.pdf`]: hashOf(office.pdf()), [`${name} kort.pdf`]: hashOf(shortOf(office.pdf())) });
  });

  it("is wanted on every PC once it is on one", async () => {
    const { share, office } = await officeWithFolder({ laysShort: true });
    await office.publisher.publish(office.meetingId);
    const anna = openOffice({ attachments: [] });
    await anna.publisher.choose(share);
    await anna.publisher.pull();
    const wanted = (): boolean => anna.store.read((db) => getMeeting(db, office.meetingId)).laysShort;
    expect(wanted()).toBe(true);
    expect(anna.store.read((db) => hasOwnNews(db, office.meetingId))).toBe(false);
    anna.store.write((db, edit) => setLaysShort(db, edit, office.meetingId, true));
    expect(anna.store.read((db) => hasOwnNews(db, office.meetingId))).toBe(false);
  });

  it("is the real one: decisions without agenda texts and bilag, laid by the command line too", { timeout: 90_000 }, async () => {
    const folder = mkdtempSync(join(tmpdir(), "kort-"));
    const share = join(folder, "delt");
    mkdirSync(share);
    const app = await openSampleApp(join(folder, "data"));
    try {
      await app.handlers["meetings:lay-short"]({ meetingId: app.meetingId, short: true });
      app.answer.folder = share;
      const { result, error } = await syncFolder(app, { saveAs: null, open: null, folder: null }, share);
      expect(error).toBeNull();
      expect(result).toMatchObject({ published: 1, pending: 0, files: [`${name}.pdf`, `${name} kort.pdf`] });
      const laid = join(share, inFolder);
      expect(readdirSync(laid).sort()).toEqual([`${name} kort.pdf`, `${name}.pdf`]);
      const [short, whole] = await Promise.all([`${name} kort.pdf`, `${name}.pdf`].map((each) => readPdf(readFileSync(join(laid, each)))));
      const meeting = await app.handlers["meetings:get"]({ meetingId: app.meetingId });
      const words = (pdf: typeof short): string => (pdf?.pages.flat().join(" ") ?? "").replace(/\s+/g, " ");
      const decided = itemsOf(meeting).find(({ decision }) => plainText(decision).length > 40);
      const begin = plainText(decided?.decision ?? { type: "doc", content: [] }).slice(0, 30);
      expect(words(short)).toContain(begin);
      expect(words(whole)).toContain(begin);
      expect(words(whole)).toContain("Indhold");
      expect(words(short)).not.toContain("Indhold");
      expect(short?.pages.length).toBeLessThan(whole?.pages.length ?? 0);
    } finally {
      await app.close();
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
