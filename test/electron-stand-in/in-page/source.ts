import { decodeValue, encodeValue } from "../encoding.ts";
import { headed } from "../mode.ts";
import { createPreloadWorld } from "./preload-world.ts";
import { createWorldBridge } from "./world-bridge.ts";

/** Names that a page cannot guess, new for each window. */
export type Names = { binding: string; receiver: string; toPage: string; toPreload: string };

/** Run in the page's own world before any of its scripts. */
export function pageSource(names: Names): string {
  return `if (window === window.top) {
  (${createWorldBridge})(${JSON.stringify(names.toPage)}, ${JSON.stringify(names.toPreload)}, (key, api) => {
    if (key !== "") Object.defineProperty(window, key, { value: api, enumerable: true });
    else window.open = (url) => { api(new URL(String(url ?? "about:blank"), location.href).href); return null; };
  });
}`;
}

/**
 * Run in the isolated world: the renderer's part of Electron, then the app's own preload, unchanged. Main frames only,
 * as in Electron, and not in the empty document that a window begins with.
 */
export function preloadSource(names: Names, preload: string): string {
  return `if (window === window.top && location.protocol === "https:") {
  const encode = ${encodeValue};
  const decode = ${decodeValue};
  const bridge = (${createWorldBridge})(${JSON.stringify(names.toPreload)}, ${JSON.stringify(names.toPage)}, () => undefined);
  const tools = { ...${JSON.stringify({ ...names, platform: process.platform, headed })}, bridge, encode, decode };
  const preload = (${createPreloadWorld})(tools);
  const module = { exports: {} };
  (function (require, process, module, exports) {
${preload}
  })(preload.require, preload.process, module, module.exports);
}`;
}
