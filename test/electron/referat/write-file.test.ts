import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { open } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { writeFileSafely } from "../../../electron/referat/write-file.ts";

vi.mock("node:fs/promises", async (original) => {
  const real = await original<typeof import("node:fs/promises")>();
  return { ...real, open: vi.fn(real.open) };
});

let folder: string;
const bytes = new Uint8Array([1, 2, 3]);

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "skriv-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function failing(code: string): never {
  throw Object.assign(new Error(code), { code });
}

describe("writing a file whole or not at all", () => {
  it("writes over what was there and leaves nothing beside it", async () => {
    const path = join(folder, "ud.pdf");
    writeFileSync(path, "gammelt");
    await writeFileSafely(path, bytes);
    expect(new Uint8Array(readFileSync(path))).toEqual(bytes);
    expect(readdirSync(folder)).toEqual(["ud.pdf"]);
  });

  it("tells of a folder that is not there", async () => {
    await expect(writeFileSafely(join(folder, "væk", "ud.pdf"), bytes)).rejects.toMatchObject({
      appError: { kind: "file-unwritable", name: "ud.pdf", code: "ENOENT" },
    });
  });

  it("keeps what was there, and nothing else, when the place cannot be taken", async () => {
    const path = join(folder, "ud.pdf");
    mkdirSync(join(path, "indhold"), { recursive: true });
    await expect(writeFileSafely(path, bytes)).rejects.toMatchObject({ appError: { kind: "file-unwritable", name: "ud.pdf" } });
    expect(readdirSync(folder)).toEqual(["ud.pdf"]);
  });

  it.each([
    ["ENOSPC", { kind: "disk-full", where: "export" }],
    ["EDQUOT", { kind: "disk-full", where: "export" }],
    ["EACCES", { kind: "file-unwritable", name: "ud.pdf", code: "EACCES" }],
  ])("tells of %s, and the old file is whole", async (code, appError) => {
    const path = join(folder, "ud.pdf");
    writeFileSync(path, "gammelt");
    const real = await vi.importActual<typeof import("node:fs/promises")>("node:fs/promises");
    vi.mocked(open).mockImplementationOnce(async (...args) => {
      const file = await real.open(...args);
      file.sync = async () => failing(code);
      return file;
    });
    await expect(writeFileSafely(path, bytes)).rejects.toMatchObject({ appError });
    expect(readFileSync(path, "utf8")).toBe("gammelt");
    expect(readdirSync(folder)).toEqual(["ud.pdf"]);
  });
});
