import type { WebContents } from "electron";

/** Keeps a window where it is: no navigation, no redirect, no new window, no webview. `onLink` hears of a link that was followed. */
export function hardenContents(contents: WebContents, onLink: (address: string) => void): void {
  contents.on("will-navigate", (event) => event.preventDefault());
  contents.on("will-frame-navigate", (event) => event.preventDefault());
  contents.on("will-redirect", (event) => event.preventDefault());
  contents.on("will-attach-webview", (event) => event.preventDefault());
  contents.setWindowOpenHandler(({ url }) => {
    onLink(url);
    return { action: "deny" };
  });
}
