import { readFileSync } from "node:fs";
import { homedir, tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import type { App } from "electron";
import { notImplemented } from "./unimplemented.ts";

export type PathName = Parameters<App["getPath"]>[0];

/** The value of `--name=value` among the arguments. */
export function argument(name: string): string | undefined {
  return process.argv.find((each) => each.startsWith(`--${name}=`))?.slice(name.length + 3);
}

/** Name and version of the package that the folder belongs to. */
export function readPackage(folder: string): { name: string; version: string; productName?: string } {
  try {
    return JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  } catch {
    if (dirname(folder) === folder) return { name: "Electron", version: "0.0.0" };
    return readPackage(dirname(folder));
  }
}

/** Where Electron on Linux has its folders. `userData`: where the app has moved it. */
export function standardPath(name: PathName, appName: string, userData: string | undefined): string {
  const appData = process.env["XDG_CONFIG_HOME"] ?? join(homedir(), ".config");
  const data = resolve(userData ?? argument("user-data-dir") ?? join(appData, appName));
  const known: Partial<Record<PathName, string>> = {
    home: homedir(),
    appData,
    userData: data,
    sessionData: data,
    temp: tmpdir(),
    exe: process.execPath,
    logs: join(data, "logs"),
    documents: join(homedir(), "Documents"),
    downloads: join(homedir(), "Downloads"),
    desktop: join(homedir(), "Desktop"),
  };
  const path = known[name];
  if (path === undefined) throw notImplemented(`app.getPath("${name}")`);
  return path;
}
