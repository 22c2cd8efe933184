import { describe, expect, it } from "vitest";
import { findForbiddenSwitch } from "../../../electron/security/argv-guard.ts";

describe("findForbiddenSwitch", () => {
  it.each([
    ["--remote-debugging-port=9222", "remote-debugging-port"],
    ["--remote-debugging-pipe", "remote-debugging-pipe"],
    ["--no-sandbox", "no-sandbox"],
    ["-no-sandbox", "no-sandbox"],
    ["/no-sandbox", "no-sandbox"],
    ["--NO-SANDBOX", "no-sandbox"],
    ["--disable-web-security", "disable-web-security"],
    ["--ignore-certificate-errors", "ignore-certificate-errors"],
    ["--host-rules=MAP * evil", "host-rules"],
    ["--host-resolver-rules=MAP * evil", "host-resolver-rules"],
    ["--proxy-server=evil:1", "proxy-server"],
    ["--load-extension=C:\\x", "load-extension"],
    ["--js-flags=--expose-gc", "js-flags"],
    ["--renderer-cmd-prefix=gdb", "renderer-cmd-prefix"],
    ["--utility-cmd-prefix=gdb", "utility-cmd-prefix"],
    ["--gpu-launcher=gdb", "gpu-launcher"],
    ["--inspect", "inspect"],
    ["--inspect=0", "inspect"],
    ["--inspect-brk=9229", "inspect-brk"],
    ["--inspect-port=1", "inspect-port"],
  ])("finds %s", (argument, name) => {
    expect(findForbiddenSwitch(["--data=/tmp/x", argument])).toBe(name);
  });

  it.each([
    [[]],
    [["--data=/home/a/no-sandbox"]],
    [["--data", "/home/inspect/x"]],
    [["--user-data-dir=/tmp/x"]],
    [["C:\\Users\\a\\--no.json", "no-sandbox"]],
    [["--lang=da"]],
  ])("lets %j pass", (argv) => {
    expect(findForbiddenSwitch(argv)).toBeNull();
  });
});
