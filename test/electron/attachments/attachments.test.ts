import { readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { describe, expect, it } from "vitest";
import { blobPath, keepBlob, readBlob } from "../../../electron/attachments/blobs.ts";
import { emptyOpenFolder } from "../../../electron/attachments/open-copy.ts";
import { itemsOf } from "../../../shared/domain/meeting.ts";
import { addChosen } from "../../support/add-chosen.ts";
import { makeZip, paragraph, wordDocument } from "../../support/make-docx.ts";
import { itemId, makeMeeting } from "../../support/meetings.ts";
import { requests, testContext, testFolder, testStore } from "../../support/store.ts";

const fixture = (name: string): string => new URL(`../../fixtures/bilag/${name}`, import.meta.url).pathname;
const pdf = (text: string) => new TextEncoder().encode(`%PDF-1.7\n${text}\n%%EOF`);

function setUp(chosen: string[] | null = null) {
  const store = testStore();
  const opened: string[] = [];
  const dialogs = { chooseSaveFile: async () => null, chooseOpenFiles: async () => chosen, chooseFolder: async () => null };
  const openPath = async (path: string): Promise<void> => {
    opened.push(path);
  };
  const request = requests(testContext(store, { dialogs, openPath }));
  const meeting = makeMeeting(request);
  const item = itemId(meeting, "Referat");
  const titles = () => request("meetings:get", { meetingId: meeting.id }).categories[0]?.items[1]?.attachments.map(({ title }) => title);
  return { store, request, meeting, item, titles, opened };
}

describe("attachments", () => {
  it("are kept by content, shown by a safe name, moved, deleted and restored", async () => {
    const { store, request, item, titles } = setUp();
    const names = ["../../Punkt 3: Indstilling.pdf", "\u202efdp.exe", "Notat.PDF"];
    const { meeting, refused } = await request("attachments:add", {
      itemId: item,
      files: names.map((name, index) => ({ name, bytes: pdf(String(index % 2)) })),
    });
    expect(refused).toEqual([]);
    const added = itemsOf(meeting).flatMap(({ attachments }) => attachments);
    expect(added.map(({ fileName, title }) => [fileName, title])).toEqual([
      ["Punkt 3_ Indstilling.pdf", "Punkt 3_ Indstilling"],
      ["fdp.exe", "fdp"],
      ["Notat.PDF", "Notat"],
    ]);
    expect(added[0]?.sha256).toBe(added[2]?.sha256);
    expect(readBlob(store.dataDir, added[1]?.sha256 ?? "")).toEqual(Buffer.from(pdf("1")));
    const [first, second, third] = added.map(({ id }) => id) as [string, string, string];
    request("attachments:move", { attachmentId: third, afterId: null });
    expect(titles()).toEqual(["Notat", "Punkt 3_ Indstilling", "fdp"]);
    request("attachments:delete", { attachmentId: first });
    request("attachments:move", { attachmentId: third, afterId: second });
    expect(titles()).toEqual(["fdp", "Notat"]);
    request("attachments:restore", { attachmentId: first });
    expect(titles()).toEqual(["Punkt 3_ Indstilling", "fdp", "Notat"]);
  });

  it("that are refused do not take the others with them", async () => {
    const chosen = [
      fixture("../seeds/2026-03-10.txt"),
      fixture("punkt-3-indstilling.pdf"),
      "/findes/ikke.pdf",
      testFolder(),
      fixture("bad-empty.pdf"),
    ];
    const { request, item, titles } = setUp(chosen);
    const outcomes = await addChosen(request, item);
    expect(outcomes.flatMap(({ refused }) => refused.map(({ kind }) => kind))).toEqual([
      "attachment-refused",
      "file-unreadable",
      "file-unreadable",
    ]);
    expect(titles()).toEqual(["punkt-3-indstilling", "bad-empty"]);
  });

  it("that were chosen are good once, also when others are chosen while they are on their way in", async () => {
    const { request, item, titles } = setUp([fixture("punkt-3-indstilling.pdf")]);
    const [first] = (await request("attachments:choose", { itemId: item })) ?? [];
    const [second] = (await request("attachments:choose", { itemId: item })) ?? [];
    expect(second?.name).toBe("punkt-3-indstilling.pdf");
    const add = async (fileId = "") => request("attachments:add-chosen", { itemId: item, fileId });
    await add(second?.fileId);
    await expect(add(second?.fileId)).rejects.toThrow("not-found");
    await add(first?.fileId);
    expect(titles()).toEqual(["punkt-3-indstilling", "punkt-3-indstilling"]);
  });

  it("are not touched when the dialog is cancelled", async () => {
    const { request, item, titles } = setUp(null);
    expect(await request("attachments:choose", { itemId: item })).toBeNull();
    expect(titles()).toEqual([]);
  });

  it("are at most 200 MB a meeting", { timeout: 60_000 }, async () => {
    const { request, item, titles } = setUp();
    const big = new Uint8Array(45 * 1024 * 1024);
    big.set(pdf("stor"));
    const files = Array.from({ length: 5 }, (_, n) => ({ name: `${n}.pdf`, bytes: big }));
    const { refused } = await request("attachments:add", { itemId: item, files });
    expect(refused).toEqual([
      { kind: "too-large", what: "Mødets bilag tilsammen", limitBytes: 200 * 1024 * 1024, actualBytes: 225 * 1024 * 1024 },
    ]);
    expect(titles()).toHaveLength(4);
  });

  it("open as a read-only copy under a name with the extension of their content", async () => {
    const { store, request, item, opened } = setUp();
    const { meeting } = await request("attachments:add", { itemId: item, files: [{ name: "regneark.exe", bytes: pdf("x") }] });
    await request("attachments:open", { attachmentId: itemsOf(meeting)[1]?.attachments[0]?.id ?? "" });
    const [path = ""] = opened;
    expect(path.startsWith(join(store.dataDir, "open"))).toBe(true);
    expect(path.endsWith("/regneark.pdf")).toBe(true);
    expect(readFileSync(path)).toEqual(Buffer.from(pdf("x")));
    expect(statSync(path).mode & 0o777).toBe(0o400);
    emptyOpenFolder(store.dataDir);
    expect(readdirSync(store.dataDir)).not.toContain("open");
    emptyOpenFolder(store.dataDir);
  });

  it("of Word open as what Word makes of them, a template as one, and never where they could run something", async () => {
    const { request, item, opened } = setUp();
    const parts = { "[Content_Types].xml": "<Types/>", "word/document.xml": wordDocument(paragraph("Hej")) };
    const older = Buffer.concat([Buffer.from("d0cf11e0a1b11ae1", "hex"), Buffer.from("WordDocument_VBA_PROJECT", "utf16le")]);
    const given: [string, Uint8Array][] = [
      ["Skabelon.DOTX", makeZip(parts)],
      ["uden makroer.docm", makeZip({ ...parts, "docProps/app.xml": "<Properties/>" })],
      ["brev.docm", makeZip({ ...parts, "word/vbaProject.bin": "Sub AutoOpen()" })],
      ["brev.docx", makeZip({ ...parts, "word/VBAproject.bin": "Sub AutoOpen() 'omdøbt" })],
      ["gammelt.dot", older],
    ];
    const files = given.map(([name, bytes]) => ({ name, bytes: new Uint8Array(bytes) }));
    const { meeting, refused } = await request("attachments:add", { itemId: item, files });
    expect(refused).toEqual([]);
    const [template, plain, ...withMacros] = itemsOf(meeting).flatMap(({ attachments }) => attachments);
    expect([template, plain, ...withMacros].map((bilag) => bilag?.trouble)).toEqual([
      null,
      null,
      null,
      null,
      expect.stringContaining("(.doc)"),
    ]);
    for (const bilag of [template, plain]) await request("attachments:open", { attachmentId: bilag?.id ?? "" });
    expect(opened.map((path) => basename(path))).toEqual(["Skabelon.dotx", "uden makroer.docx"]);
    for (const { id, fileName } of withMacros)
      await expect(request("attachments:open", { attachmentId: id })).rejects.toMatchObject({
        appError: { kind: "macros-not-opened", name: fileName },
      });
    expect(opened).toHaveLength(2);
  });

  it("whose bytes are gone or changed are told so, never shown", async () => {
    const dataDir = testFolder();
    const { sha256 } = await keepBlob(dataDir, pdf("sandt"));
    writeFileSync(blobPath(dataDir, sha256), pdf("falsk"));
    expect(() => readBlob(dataDir, sha256)).toThrow(expect.objectContaining({ appError: expect.objectContaining({ code: "EHASH" }) }));
    expect(() => readBlob(dataDir, "0".repeat(64))).toThrow("not-found");
    expect(() => readBlob(dataDir, "../../../etc/passwd")).toThrow("not-found");
  });
});

describe("keepBlob", () => {
  it("writes the same content once, privately, without leftovers, and mends a file of the wrong size or with other bytes", async () => {
    const dataDir = testFolder();
    const { sha256, bytes } = await keepBlob(dataDir, pdf("a"));
    expect(bytes).toBe(pdf("a").byteLength);
    const path = blobPath(dataDir, sha256);
    const { ino } = statSync(path);
    await keepBlob(dataDir, pdf("a"));
    expect(statSync(path)).toMatchObject({ ino });
    expect(statSync(path).mode & 0o777).toBe(0o600);
    writeFileSync(path, "");
    await keepBlob(dataDir, pdf("a"));
    expect(readBlob(dataDir, sha256)).toEqual(Buffer.from(pdf("a")));
    writeFileSync(path, pdf("b"));
    await keepBlob(dataDir, pdf("a"));
    expect(readBlob(dataDir, sha256)).toEqual(Buffer.from(pdf("a")));
    expect(readdirSync(join(dataDir, "blobs", sha256.slice(0, 2)))).toEqual([`${sha256}.bin`]);
  });

  it("says that the data folder cannot be written", async () => {
    const dataDir = testFolder();
    writeFileSync(join(dataDir, "blobs"), "");
    await expect(keepBlob(dataDir, pdf("a"))).rejects.toThrow("data-folder-unwritable");
  });
});
