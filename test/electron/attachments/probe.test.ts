import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { PDFDocument } from "@cantoo/pdf-lib";
import { describe, expect, it } from "vitest";
import { blobPath, readBlob } from "../../../electron/attachments/blobs.ts";
import { findContent } from "../../../electron/attachments/content-repository.ts";
import { examineContents } from "../../../electron/attachments/examine.ts";
import { probeContent } from "../../../electron/attachments/probe.ts";
import { createProber } from "../../../electron/attachments/prober.ts";
import { itemsOf } from "../../../shared/domain/meeting.ts";
import { itemId, makeMeeting } from "../../support/meetings.ts";
import { readPdf } from "../../support/read-pdf.ts";
import { requests, testContext, testFolder, testStore } from "../../support/store.ts";

const fixture = (name: string): Buffer => readFileSync(new URL(`../../fixtures/bilag/${name}`, import.meta.url));
const probe = (name: string) => probeContent(fixture(name), "application/pdf");
const upright = { width: 595, height: 842 };
const lying = { width: 842, height: 595 };
const rounded = (pages: { width: number; height: number }[]) =>
  pages.map(({ width, height }) => ({ width: Math.round(width), height: Math.round(height) }));

const good: [name: string, pages: object[], print: boolean][] = [
  ["punkt-3-indstilling.pdf", [upright, upright], false],
  ["hard-landscape.pdf", [lying], false],
  ["hard-rotated.pdf", [upright], false],
  ["hard-scanned.pdf", [upright, upright, upright], false],
  ["hard-owner-password.pdf", [upright, upright], true],
  ["hard-bad-xref.pdf", [upright, upright, upright, upright], true],
  ["hard-form-unembedded-font.pdf", [upright], true],
];

describe("a probe", () => {
  it.each(good)("of %s finds its pages as a reader sees them", async (name, pages, print) => {
    const found = await probe(name);
    expect({ ...found, pages: rounded(found.pages), print: found.print !== null }).toEqual({ trouble: null, pages, print });
  });

  it.each([
    ["bad-empty.pdf", "empty"],
    ["bad-html.pdf", "not-pdf"],
    ["bad-truncated.pdf", "damaged"],
    ["bad-user-password.pdf", "password"],
  ])("of %s says %s", async (name, trouble) => {
    expect(await probe(name)).toEqual({ trouble, pages: [], print: null });
  });

  it("makes a form's fields part of the page, opens what anyone may read, and mends a broken table", async () => {
    const form = await probe("hard-form-unembedded-font.pdf");
    const flat = await PDFDocument.load(form.print ?? new Uint8Array());
    expect(flat.getForm().getFields()).toEqual([]);
    const open = await probe("hard-owner-password.pdf");
    expect((await PDFDocument.load(open.print ?? new Uint8Array())).isEncrypted).toBe(false);
    const words = async (bytes: Uint8Array) => (await readPdf(bytes)).pages;
    const mended = await probe("hard-bad-xref.pdf");
    expect(await words(mended.print ?? new Uint8Array())).toEqual(await words(fixture("punkt-5-notat.pdf")));
  });

  it("refuses what no page of a referat can show", async () => {
    const many = await PDFDocument.create();
    for (let n = 0; n < 501; n += 1) many.addPage();
    const vast = await PDFDocument.create();
    vast.addPage([20_000, 100]);
    expect((await probeContent(await many.save(), "application/pdf")).trouble).toBe("too-many-pages");
    expect((await probeContent(await vast.save(), "application/pdf")).trouble).toBe("too-large-page");
  });

  it("reads an image's head, and no more", async () => {
    const png = Buffer.from("89504e470d0a1a0a0000000d4948445200000280000001e0080200000000", "hex");
    const jpeg = Buffer.from("ffd8ffe000104a46494600010100000100010000ffc0001108012c019003012200", "hex");
    expect(await probeContent(png, "image/png")).toEqual({ trouble: null, pages: [{ width: 640, height: 480 }], print: null });
    expect((await probeContent(jpeg, "image/jpeg")).pages).toEqual([{ width: 400, height: 300 }]);
    expect((await probeContent(jpeg.subarray(0, 12), "image/jpeg")).trouble).toBe("damaged");
    png.writeUInt32BE(200_000, 16);
    expect((await probeContent(png, "image/png")).trouble).toBe("too-large-page");
  });
});

describe("a photo", () => {
  const start = "ffd8ffe000104a46494600010100000100010000";
  const frame = "ffc0001108012c019003012200021101031101";
  const scan = "ffda0008010100003f00aabbff00ffd0ccdd";
  const told = Buffer.from("Exif\0\0").toString("hex");
  /** An Exif segment with this orientation and a place, of either byte order. */
  const taken = (orientation: number, little: boolean): string => {
    const short = (value: number): string => {
      const hex = value.toString(16).padStart(4, "0");
      return little ? hex.slice(2) + hex.slice(0, 2) : hex;
    };
    const long = (value: number): string => (little ? `${short(value)}0000` : `0000${short(value)}`);
    const place = `${short(0x010f)}${short(2)}${long(4)}00000000`;
    const turn = `${short(0x0112)}${short(3)}${long(1)}${short(orientation)}0000`;
    const entries = `${little ? "4949" : "4d4d"}${short(42)}${long(8)}${short(2)}${place}${turn}`;
    const body = told + entries + Buffer.from("GPS 56.15").toString("hex");
    return `ffe1${(body.length / 2 + 2).toString(16).padStart(4, "0")}${body}`;
  };

  it.each([true, false])("is turned as it says, and printed without what it tells of place and camera", async (little) => {
    const bytes = Buffer.from(
      `${start}${taken(6, little)}fffe0004484a${frame}${scan}ffd9${Buffer.from("GPS film").toString("hex")}`,
      "hex",
    );
    const { pages, print } = await probeContent(bytes, "image/jpeg");
    expect(pages).toEqual([{ width: 300, height: 400 }]);
    const turn = "ffe100224578696600004d4d002a000000080001011200030000000100060000000000000000".slice(0, 72);
    expect(Buffer.from(print ?? []).toString("hex")).toBe(`ffd8${turn}${start.slice(4)}${frame}${scan}ffd9`);
  });

  it("that tells nothing, or has no end, is printed as it is", async () => {
    const plain = Buffer.from(`${start}${frame}${scan}ffd9`, "hex");
    expect(await probeContent(plain, "image/jpeg")).toEqual({ trouble: null, pages: [{ width: 400, height: 300 }], print: null });
    expect((await probeContent(plain.subarray(0, -2), "image/jpeg")).print).toBeNull();
  });
});

describe("the prober", () => {
  const source = (body: string): URL => {
    const path = join(testFolder(), "worker.mjs");
    writeFileSync(path, `import { parentPort } from "node:worker_threads";\nparentPort.on("message", ({ id, task }) => {\n${body}\n});`);
    return pathToFileURL(path);
  };
  const content = (sha256: string) => ({ sha256, mediaType: "application/pdf" }) as const;

  it("ends what takes too long or falls over, and looks into the next", async () => {
    const workerUrl = source(`
      const words = task.sha256;
      while (words === "uendelig") {}
      if (words === "dør") process.exit(1);
      if (words === "kaster") throw new Error("nej");
      parentPort.postMessage({ id, value: { kind: "probed", probed: { trouble: null, pages: [], printSha256: null } } });`);
    const prober = createProber({ workerUrl, limitMs: 5_000 });
    const names = ["god", "uendelig", "dør", "kaster", "god"];
    const found = await Promise.all(names.map((name) => prober.probe("", content(name))));
    expect(found.map(({ trouble }) => trouble)).toEqual([null, "too-slow", "damaged", "damaged", null]);
    await prober.close();
  });

  it("says nothing of a content it was cut off from", async () => {
    const prober = createProber({ workerUrl: source("while (true) {}") });
    const cut = prober.probe("", content("x"));
    const refused = expect(cut).rejects.toThrow("closed");
    await new Promise(setImmediate);
    await prober.close();
    await refused;
  });
});

describe("a bilag that is added", () => {
  it("is kept whatever is wrong with it, and the meeting says what is", async () => {
    const context = testContext(testStore());
    const request = requests(context);
    const item = itemId(makeMeeting(request), "Referat");
    const names = [
      "bad-empty.pdf",
      "bad-html.pdf",
      "bad-truncated.pdf",
      "bad-user-password.pdf",
      "hard-owner-password.pdf",
      "punkt-5-brev.pdf",
    ];
    const { meeting, refused } = await request("attachments:add", {
      itemId: item,
      files: names.map((name) => ({ name, bytes: new Uint8Array(fixture(name)) })),
    });
    expect(refused).toEqual([]);
    const added = itemsOf(meeting).flatMap(({ attachments }) => attachments);
    expect(added.map(({ fileName, trouble }) => [fileName, trouble])).toEqual([
      ["bad-empty.pdf", "er tom"],
      ["bad-html.pdf", "er ikke en PDF indeni"],
      ["bad-truncated.pdf", "er beskadiget eller ikke hel"],
      ["bad-user-password.pdf", "er låst med en adgangskode"],
      ["hard-owner-password.pdf", null],
      ["punkt-5-brev.pdf", null],
    ]);
    const { store } = context;
    const opened = store.read((db) => findContent(db, added[4]?.sha256 ?? ""));
    expect(readBlob(store.dataDir, opened?.printSha256 ?? "").byteLength).toBeGreaterThan(1_000);
    const known = { ...context, store, prober: createProber({ workerUrl: pathToFileURL("/findes/ikke.mjs") }) };
    expect((await examineContents(known, added)).get(added[4]?.sha256 ?? "")).toEqual(opened);
    const gone = { sha256: "0".repeat(64), mediaType: "application/pdf" } as const;
    const { prober } = context;
    expect((await examineContents({ store, prober }, [gone])).get(gone.sha256)?.trouble).toBe("missing");
    expect(store.read((db) => findContent(db, gone.sha256))).toBeNull();
  });
});

describe("the pages of a bilag to look through", () => {
  it("are a PDF's own, mended where it had to be, and say why there are none", async () => {
    const context = testContext(testStore());
    const request = requests(context);
    const item = itemId(makeMeeting(request), "Referat");
    const names = ["punkt-5-brev.pdf", "hard-owner-password.pdf", "bad-user-password.pdf"];
    const { meeting } = await request("attachments:add", {
      itemId: item,
      files: names.map((name) => ({ name, bytes: new Uint8Array(fixture(name)) })),
    });
    const added = itemsOf(meeting).flatMap(({ attachments }) => attachments);
    const read = async (at: number) => request("attachments:read", { attachmentId: added[at]?.id ?? "" });
    expect(await read(0)).toEqual({ kind: "pages", pdf: new Uint8Array(fixture("punkt-5-brev.pdf")), first: 1 });
    const mended = await read(1);
    expect(mended.kind === "pages" && (await readPdf(mended.pdf)).pages).toHaveLength(2);
    expect(await read(2)).toEqual({ kind: "trouble", reason: expect.stringMatching(/^Filen "bad-user-password.pdf" er låst med en/) });
    const { sha256 = "" } = added[0] ?? {};
    writeFileSync(blobPath(context.store.dataDir, sha256), "andet");
    await expect(read(0)).rejects.toThrow("file-unreadable");
  });
});
