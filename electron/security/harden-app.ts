import type { App } from "electron";
import { hardenContents } from "./harden-contents.ts";
import { hardenSession } from "./harden-session.ts";

/** Everything that must be in place before Electron is ready: sandbox, no name lookups, and shut sessions and windows. */
export function hardenApp(app: App, options: { devTools: boolean; onLink: (address: string) => void }): void {
  app.enableSandbox();
  app.commandLine.appendSwitch("host-resolver-rules", "MAP * ~NOTFOUND");
  app.commandLine.appendSwitch("no-proxy-server");
  app.on("session-created", (session) => hardenSession(session, options));
  app.on("web-contents-created", (_event, contents) => hardenContents(contents, options.onLink));
  app.on("select-client-certificate", (event, _contents, _address, _certificates, answer) => {
    event.preventDefault();
    answer();
  });
}
