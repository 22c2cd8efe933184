const forbidden: ReadonlySet<string> = new Set([
  "remote-debugging-port",
  "remote-debugging-pipe",
  "no-sandbox",
  "disable-web-security",
  "ignore-certificate-errors",
  "host-rules",
  "host-resolver-rules",
  "proxy-server",
  "load-extension",
  "js-flags",
  "renderer-cmd-prefix",
  "utility-cmd-prefix",
  "gpu-launcher",
]);

/**
 * The first switch among `argv` that would open the shipped app to another program, or null. No fuse covers these, so main looks
 * before anything else. Reads `--x`, `-x` and `/x`, with or without a value, in any case, as Chromium does on Windows.
 */
export function findForbiddenSwitch(argv: readonly string[]): string | null {
  for (const argument of argv) {
    const name = /^\s*(?:--|-|\/)([^=\s]+)/.exec(argument)?.[1]?.toLowerCase();
    if (name !== undefined && (forbidden.has(name) || name.startsWith("inspect"))) return name;
  }
  return null;
}
