import type { Session } from "electron";

/** True for the one origin that the window may load from, and for the developer tools of a build that has them. */
export function mayLoad(address: string, devTools: boolean): boolean {
  return address.startsWith("app://referat/") || (devTools && address.startsWith("devtools://"));
}

/** Shuts a session: every permission refused, every request but our own cancelled, no download, no dictionary fetched. */
export function hardenSession(session: Session, options: { devTools: boolean }): void {
  session.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
  session.setDisplayMediaRequestHandler((_request, answer) => answer(null));
  session.setBluetoothPairingHandler((_details, answer) => answer({ confirmed: false }));
  session.on("will-download", (event) => event.preventDefault());
  session.webRequest.onBeforeRequest({ urls: ["<all_urls>"] }, (details, answer) => {
    answer({ cancel: !mayLoad(details.url, options.devTools) });
  });
  session.setSpellCheckerEnabled(false);
  session.setSpellCheckerLanguages([]);
  // Once it has been seen to fetch a dictionary although spell checking was off: let the address lead nowhere.
  session.setSpellCheckerDictionaryDownloadURL("http://127.0.0.1:9/");
}
