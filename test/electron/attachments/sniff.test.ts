import { readFileSync } from "node:fs";
import { deflateRawSync } from "node:zlib";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { sniffAttachment } from "../../../electron/attachments/sniff.ts";
import { AppFailure } from "../../../shared/errors.ts";

const fixture = (name: string): Uint8Array => readFileSync(new URL(`../../fixtures/bilag/${name}`, import.meta.url));

type Entry = { name: string; flags?: number; claimed?: number };

/** A ZIP with these entries; `claimed` is the size its directory tells, whatever the content is. */
function zip(entries: Entry[]): Uint8Array {
  const content = deflateRawSync(Buffer.from("<xml/>"));
  const locals: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name, flags = 0, claimed = 6 } of entries) {
    const bytes = Buffer.from(name);
    const local = Buffer.alloc(30);
    local.writeUInt32LE(0x04034b50, 0);
    local.writeUInt16LE(bytes.length, 26);
    const entry = Buffer.alloc(46);
    entry.writeUInt32LE(0x02014b50, 0);
    entry.writeUInt16LE(flags, 8);
    entry.writeUInt32LE(content.length, 20);
    entry.writeUInt32LE(claimed, 24);
    entry.writeUInt16LE(bytes.length, 28);
    entry.writeUInt32LE(offset, 42);
    locals.push(local, bytes, content);
    directory.push(entry, bytes);
    offset += 30 + bytes.length + content.length;
  }
  const size = directory.reduce((sum, part) => sum + part.length, 0);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(size, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...locals, ...directory, end]);
}

const word: Entry[] = [{ name: "[Content_Types].xml" }, { name: "word/document.xml" }];

function reasonFor(name: string, bytes: Uint8Array): string {
  try {
    return sniffAttachment(name, bytes);
  } catch (error) {
    if (error instanceof AppFailure && error.appError.kind === "attachment-refused") return error.appError.reason;
    throw error;
  }
}

const other = "kun PDF, PNG, JPEG og Word-dokumenter kan lægges ved";

describe("sniffAttachment", () => {
  it("knows a file by its bytes and not its name", () => {
    expect(sniffAttachment("billede.png", fixture("punkt-3-indstilling.pdf"))).toBe("application/pdf");
    expect(sniffAttachment("x.pdf", Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0))).toBe("image/png");
    expect(sniffAttachment("x", Uint8Array.of(0xff, 0xd8, 0xff, 0xe0))).toBe("image/jpeg");
    expect(sniffAttachment("x.zip", zip(word))).toContain("wordprocessingml");
    expect(sniffAttachment("x.docm", zip([...word, { name: "word/vbaProject.bin" }]))).toContain("wordprocessingml");
    expect(sniffAttachment("x.pdf", Buffer.concat([Buffer.alloc(1_000), Buffer.from("%PDF-1.4")]))).toBe("application/pdf");
  });

  it.each([
    ["a web page called pdf", Buffer.from("<html>ikke pdf</html>"), other],
    ["a PDF that begins too late", Buffer.concat([Buffer.alloc(2_000), Buffer.from("%PDF-1.4")]), other],
    ["another ZIP", zip([{ name: "xl/workbook.xml" }, { name: "[Content_Types].xml" }]), other],
    ["a torn ZIP", zip(word).subarray(0, 60), other],
    ["a locked document", zip([...word, { name: "x", flags: 1 }]), "Word-dokumentet er låst med en adgangskode"],
    ["a bomb", zip([...word, { name: "x", claimed: 90 * 1024 * 1024 }]), "Word-dokumentet er ikke bygget, som Word gør det"],
    ["a way out", zip([...word, { name: "../../x" }]), "Word-dokumentet er ikke bygget, som Word gør det"],
    ["the same name twice", zip([...word, ...word]), "Word-dokumentet er ikke bygget, som Word gør det"],
    ["a program", Buffer.from("MZ\u0090\u0000"), other],
  ])("refuses %s with a reason", (_what, bytes, reason) => {
    expect(reasonFor("fil.pdf", bytes)).toBe(reason);
  });

  it("takes an empty file for what it is called, and refuses it when that is nothing it knows", () => {
    const nothing = new Uint8Array(0);
    expect(sniffAttachment("bad-empty.PDF", nothing)).toBe("application/pdf");
    expect(sniffAttachment("billede.jpeg", nothing)).toBe("image/jpeg");
    for (const end of ["docx", "docm", "dotx", "DOTM"]) expect(sniffAttachment(`notat.${end}`, nothing)).toContain("wordprocessingml");
    for (const end of ["doc", "dot"]) expect(sniffAttachment(`notat.${end}`, nothing)).toBe("application/msword");
    expect(reasonFor("regneark.xlsx", nothing)).toBe("filen er tom");
    expect(reasonFor("pdf", nothing)).toBe("filen er tom");
  });

  it("refuses more than 50 MB by its size", () => {
    const bytes = new Uint8Array(50 * 1024 * 1024 + 1);
    bytes.set(Buffer.from("%PDF-1.4"));
    expect(() => sniffAttachment("stor.pdf", bytes)).toThrow("too-large");
    expect(sniffAttachment("stor.pdf", bytes.subarray(0, -1))).toBe("application/pdf");
  });

  it("answers or refuses whatever it is given", () => {
    const base = zip([...word, { name: "word/styles.xml" }]);
    fc.assert(
      fc.property(fc.nat(base.length - 1), fc.nat(255), fc.nat(base.length), (at, byte, length) => {
        const bytes = Uint8Array.from(base);
        bytes[at] = byte;
        expect(typeof reasonFor("x.docx", bytes.subarray(0, length))).toBe("string");
      }),
      { numRuns: 2_000 },
    );
  });
});
