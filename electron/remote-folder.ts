import { execFileSync } from "node:child_process";
import { readFileSync, realpathSync, statfsSync } from "node:fs";

/** What is asked of the system about a path; tests put their own answers here. */
export type FileSystemProbe = {
  platform: NodeJS.Platform;
  /** The `f_type` of the file system that holds an existing path. */
  fileSystemType(path: string): number;
  /** The path with links and mapped drives resolved; a mapped drive of Windows becomes `\\server\share`. */
  realPath(path: string): string;
  /** The mount table as text: /proc/self/mounts on Linux, the output of `mount` on macOS. */
  mountTable(): string;
};

export const systemProbe: FileSystemProbe = {
  platform: process.platform,
  fileSystemType: (path) => statfsSync(path).type,
  realPath: (path) => realpathSync.native(path),
  mountTable: () =>
    process.platform === "darwin" ? execFileSync("/sbin/mount", { encoding: "utf8" }) : readFileSync("/proc/self/mounts", "utf8"),
};

// Magic numbers of statfs(2). FUSE is both sshfs and a local NTFS disk; there the mount table decides.
const remoteTypes: ReadonlyMap<number, string> = new Map([
  [0x6969, "NFS"],
  [0x517b, "SMB"],
  [0xfe534d42, "SMB"],
  [0xff534d42, "CIFS"],
  [0x564c, "NCP"],
  [0x5346414f, "AFS"],
  [0x6b414653, "AFS"],
  [0x73757245, "Coda"],
  [0x00c36400, "Ceph"],
  [0x0bd00bd0, "Lustre"],
]);
const fuseType = 0x65735546;
const macNfsType = 2;
const remoteMounts =
  /^(nfs\d?|cifs|smb\d?|smbfs|afpfs|webdav|davfs\d?|fuse\.(sshfs|rclone|davfs|gvfsd-fuse|glusterfs|s3fs|smbnetfs|curlftpfs))$/;

/** True for `\\server\share` and `\\?\UNC\server\share` in any mix of slashes; `\\?\C:\` and `\\.\` devices are local. */
export function isNetworkName(path: string): boolean {
  const name = path.replaceAll("/", "\\");
  return /^\\\\[?.]\\UNC\\/i.test(name) || /^\\\\[^?.\\]/.test(name);
}

/** Why an existing folder lies on another machine, in a few Danish words, or null when it is local. */
export function findRemoteReason(path: string, probe: FileSystemProbe): string | null {
  const real = probe.realPath(path);
  if (probe.platform === "win32") return isNetworkName(real) ? "stien fører til et netværksdrev" : null;
  const type = probe.fileSystemType(real) >>> 0;
  if (probe.platform === "darwin") return onMac(real, type, probe);
  const name = remoteTypes.get(type) ?? (type === fuseType ? findRemoteMount(real, linuxMounts(probe.mountTable())) : null);
  return name === null ? null : `mappen ligger på et netværksdrev (${name})`;
}

function onMac(path: string, type: number, probe: FileSystemProbe): string | null {
  const name = type === macNfsType ? "NFS" : findRemoteMount(path, macMounts(probe.mountTable()));
  return name === null ? null : `mappen ligger på et netværksdrev (${name})`;
}

type Mount = { at: string; type: string };

/** The remote type of the mount that holds `path`: the longest mount point that is a parent of it. */
function findRemoteMount(path: string, mounts: Mount[]): string | null {
  const holding = mounts.filter(({ at }) => path === at || path.startsWith(at.endsWith("/") ? at : `${at}/`));
  const nearest = holding.reduce<Mount | null>((best, mount) => (best !== null && best.at.length > mount.at.length ? best : mount), null);
  return nearest !== null && remoteMounts.test(nearest.type) ? nearest.type : null;
}

function linuxMounts(table: string): Mount[] {
  return table.split("\n").flatMap((line) => {
    const [, at, type] = line.split(" ");
    if (at === undefined || type === undefined) return [];
    // The kernel writes a space in a mount point as \040.
    return [{ at: at.replace(/\\([0-7]{3})/g, (_, octal: string) => String.fromCharCode(Number.parseInt(octal, 8))), type }];
  });
}

function macMounts(table: string): Mount[] {
  return table.split("\n").flatMap((line) => {
    const match = / on (.+) \(([^,)]+)/.exec(line);
    return match?.[1] === undefined || match[2] === undefined ? [] : [{ at: match[1], type: match[2] }];
  });
}
