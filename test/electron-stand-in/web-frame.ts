import type { WebContents, WebFrameMain } from "electron";
import { originOf } from "./schemes.ts";
import { guard } from "./unimplemented.ts";

type Owner = Pick<WebContents, "id" | "getURL" | "isDestroyed" | "send">;

/** The main frame of a window: one object as long as the window lives, which tells the address of its present document. */
export function createMainFrame(contents: Owner): WebFrameMain {
  const frame: WebFrameMain = guard<WebFrameMain>("webFrameMain", {
    get url() {
      return contents.getURL();
    },
    get origin() {
      return originOf(contents.getURL());
    },
    get top() {
      return frame;
    },
    parent: null,
    name: "",
    detached: false,
    processId: contents.id,
    routingId: 1,
    isDestroyed: contents.isDestroyed,
    send: contents.send,
  });
  return frame;
}
