import type { CustomScheme, Privileges } from "electron";
import { standInApp } from "./app.ts";
import { notImplemented } from "./unimplemented.ts";

const standard = new Set<string>();
const supported: readonly (keyof Privileges)[] = ["standard", "secure", "supportFetchAPI"];

/** The browser knows no scheme of ours, so `app://referat/x` is `https://referat.app.invalid/x` to it: a name that nobody can own. */
export function registerSchemesAsPrivileged(schemes: CustomScheme[]): void {
  if (standInApp.isReady()) throw new Error("protocol.registerSchemesAsPrivileged should be called before app is ready");
  for (const { scheme, privileges } of schemes) {
    const wanted = Object.entries(privileges ?? {}).filter(([, value]) => value === true);
    const unknown = wanted.find(([name]) => !supported.some((each) => each === name));
    if (unknown !== undefined) throw notImplemented(`scheme privilege ${unknown[0]}`);
    if (wanted.length !== supported.length) throw notImplemented(`a scheme without all of: ${supported.join(", ")}`);
    standard.add(scheme);
  }
}

/** The address the browser is given. Addresses of other schemes are left as they are. */
export function toBrowserUrl(url: string): string {
  const [, scheme, host, rest] = /^([a-z][\w+.-]*):\/\/([^/?#]*)(.*)$/is.exec(url) ?? [];
  if (scheme === undefined || !standard.has(scheme)) return url;
  return `https://${host}.${scheme}.invalid${rest === "" ? "/" : rest}`;
}

/** The address the app is told. */
export function toAppUrl(url: string): string {
  const [, host, scheme, rest] = /^https:\/\/([^/?#]+)\.([\w+-]+)\.invalid(?=[/?#]|$)(.*)$/is.exec(url) ?? [];
  if (scheme === undefined || !standard.has(scheme)) return url;
  return `${scheme}://${host}${rest}`;
}

/** The scheme of an address, without its colon; empty where there is none. */
export function schemeOf(url: string): string {
  return /^([a-z][\w+.-]*):/i.exec(url)?.[1]?.toLowerCase() ?? "";
}

/** As Chromium's own origin of the address: of our schemes scheme and host, else what URL says. */
export function originOf(url: string): string {
  const scheme = schemeOf(url);
  if (standard.has(scheme)) return `${scheme}://${new URL(url).host}`;
  return URL.canParse(url) ? new URL(url).origin : "null";
}
