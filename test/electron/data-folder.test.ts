import { once } from "node:events";
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, statSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { Worker } from "node:worker_threads";
import { describe, expect, it } from "vitest";
import { checkDataFolder, dataFolder, defaultDataFolder } from "../../electron/data-folder.ts";
import { type FileSystemProbe, systemProbe } from "../../electron/remote-folder.ts";
import type { AppError } from "../../shared/errors.ts";

const temp = (): string => mkdtempSync(join(tmpdir(), "referent-data-"));

function fault(dir: string, probe: Partial<FileSystemProbe> = {}): AppError | null {
  try {
    checkDataFolder(dir, { ...systemProbe, ...probe });
    return null;
  } catch (error) {
    return (error as { appError: AppError }).appError;
  }
}

const ext4 = 0xef53;
const fuse = 0x65735546;

describe("the default data folder", () => {
  it.each([
    ["win32", { LOCALAPPDATA: "/local", APPDATA: "/roaming" }, join("/local", "Referent")],
    ["win32", {}, join("/home/a", "AppData", "Local", "Referent")],
    ["darwin", {}, "/home/a/Library/Application Support/Referent"],
    ["linux", {}, "/home/a/.local/share/referent"],
    ["linux", { XDG_DATA_HOME: "/data" }, "/data/referent"],
    ["linux", { XDG_DATA_HOME: "relative" }, "/home/a/.local/share/referent"],
  ] as const)("on %s with %j", (platform, env, expected) => {
    expect(defaultDataFolder({ platform, env, home: "/home/a" })).toBe(expected);
  });
});

describe("dataFolder", () => {
  it.each([
    [["--data=/a/b"], "/a/b"],
    [["--data", "/a/b"], "/a/b"],
    [["--data=/a/b=c"], "/a/b=c"],
    [["--data=x"], resolve("x")],
    [["--user-data-dir=/a/b"], "/a/b"],
    [["--data=\\\\server\\share"], "\\\\server\\share"],
    [["--data="], defaultDataFolder()],
    [["--other=/a"], defaultDataFolder()],
  ])("reads %j", (argv, expected) => {
    expect(dataFolder(argv, { userDataDir: true })).toBe(expected);
  });

  it("does not let a shipped app be started on another profile by Chromium's switch", () => {
    expect(dataFolder(["--user-data-dir=/a/b"], { userDataDir: false })).toBe(defaultDataFolder());
  });
});

describe("checkDataFolder", () => {
  it("makes the folder for its owner only and leaves nothing in it", () => {
    const dir = join(temp(), "a", "b");
    expect(fault(dir)).toBeNull();
    expect(statSync(dir).mode & 0o777).toBe(0o700);
    expect(readdirSync(dir)).toEqual([]);
  });

  it("is made by whichever of several processes comes first", async () => {
    const count = 2;
    const workerData = { base: temp(), rounds: 300, gate: new SharedArrayBuffer(4), count };
    const start = (): Worker => new Worker(new URL("data-folder-race.ts", import.meta.url), { workerData });
    const faults = await Promise.all(Array.from({ length: count }, start).map(async (worker) => once(worker, "message")));
    expect(faults.flat(2)).toEqual([]);
  });

  it.each(["\\\\server\\share\\Referent", "//server/share", "\\\\?\\UNC\\server\\share", "//?/unc/server/share"])(
    "refuses %s by its name, without touching it",
    (dir) => {
      const touched: string[] = [];
      const realPath = (path: string): string => {
        touched.push(path);
        return path;
      };
      expect(fault(dir, { realPath })).toMatchObject({ kind: "data-folder-remote" });
      expect(touched).toEqual([]);
    },
  );

  it("refuses a drive letter of Windows that leads to a server, and takes one that does not", () => {
    const windows = (real: string): Partial<FileSystemProbe> => ({ platform: "win32", realPath: () => real });
    expect(fault(temp(), windows("\\\\server\\share\\data"))).toMatchObject({ kind: "data-folder-remote" });
    expect(fault(temp(), windows("\\\\?\\C:\\data"))).toBeNull();
    expect(fault(temp(), windows("C:\\data"))).toBeNull();
  });

  it.each([
    ["NFS", 0x6969],
    ["SMB", 0xfe534d42],
    // As Node gives it where f_type is a signed word.
    ["CIFS", 0xff534d42 | 0],
    ["Ceph", 0x00c36400],
  ])("refuses %s on Linux", (name, type) => {
    expect(fault(temp(), { platform: "linux", fileSystemType: () => type })).toEqual({
      kind: "data-folder-remote",
      reason: `mappen ligger på et netværksdrev (${name})`,
    });
  });

  it("asks the mount table what FUSE stands for", () => {
    const dir = temp();
    const mounted = (type: string): Partial<FileSystemProbe> => ({
      platform: "linux",
      fileSystemType: () => fuse,
      realPath: () => "/mnt/fælles mappe/data",
      mountTable: () =>
        `/dev/sda1 / ext4 rw 0 0\nx /mnt fuse.gocryptfs rw 0 0\nhost:/x /mnt/fælles\\040mappe ${type} rw 0 0\ny /mnt/fæll nfs rw 0 0\n`,
    });
    expect(fault(dir, mounted("fuse.sshfs"))).toMatchObject({ reason: "mappen ligger på et netværksdrev (fuse.sshfs)" });
    expect(fault(dir, mounted("fuseblk"))).toBeNull();
  });

  it("reads the mount table of macOS", () => {
    const mounted = (type: string): Partial<FileSystemProbe> => ({
      platform: "darwin",
      fileSystemType: () => 26,
      realPath: () => "/Volumes/Fælles (1)/data",
      mountTable: () => `/dev/disk1 on / (apfs, sealed)\n//a@server/x on /Volumes/Fælles (1) (${type}, nodev)\n`,
    });
    expect(fault(temp(), mounted("smbfs"))).toMatchObject({ kind: "data-folder-remote" });
    expect(fault(temp(), mounted("apfs"))).toBeNull();
    expect(fault(temp(), { platform: "darwin", fileSystemType: () => 2, mountTable: () => "" })).toMatchObject({
      kind: "data-folder-remote",
    });
  });

  it("looks at what a link leads to", () => {
    const dir = temp();
    mkdirSync(join(dir, "target"));
    symlinkSync(join(dir, "target"), join(dir, "link"));
    const asked: string[] = [];
    const fileSystemType = (path: string): number => {
      asked.push(path);
      return ext4;
    };
    expect(fault(join(dir, "link"), { platform: "linux", fileSystemType })).toBeNull();
    expect(asked).toEqual([systemProbe.realPath(join(dir, "target"))]);
  });

  it("tells why a folder cannot be written", () => {
    const dir = temp();
    writeFileSync(join(dir, "file"), "");
    expect(fault(join(dir, "file"))).toEqual({ kind: "data-folder-unwritable", code: "EEXIST" });
    expect(fault(join(dir, "file", "below"))).toMatchObject({ kind: "data-folder-unwritable" });
  });

  it.skipIf(process.platform !== "linux")("comes to an end where the system takes no folder", () => {
    expect(fault("/proc/referent/data")).toEqual({ kind: "data-folder-unwritable", code: "ENOENT" });
  });

  it.skipIf(process.getuid?.() === 0 || process.platform === "win32")("refuses a folder without the right to write", () => {
    const dir = temp();
    chmodSync(dir, 0o500);
    expect(fault(dir)).toEqual({ kind: "data-folder-unwritable", code: "EACCES" });
  });
});
