import { randomUUID } from "node:crypto";
import type { Page } from "./browser.ts";
import { type Names, pageSource, preloadSource } from "./in-page/source.ts";

export function createNames(): Names {
  const suffix = randomUUID().replaceAll("-", "");
  return { binding: `main${suffix}`, receiver: `window${suffix}`, toPage: `page${suffix}`, toPreload: `preload${suffix}` };
}

/** Gives a held page its two worlds, lets it go, and waits until it stands in its empty document. `others`: what else must be set before. */
export async function preparePage({ session, fragment }: Page, names: Names, preload: string, others: Promise<unknown>): Promise<void> {
  const emptied = new Promise<void>((done) => {
    session.on("Page.frameNavigated", ({ frame }) => {
      if (frame.urlFragment === fragment) done();
    });
  });
  await Promise.all([
    session.send("Page.enable"),
    session.send("Runtime.enable"),
    session.send("Inspector.enable"),
    session.send("Runtime.addBinding", { name: names.binding, executionContextName: names.binding }),
    session.send("Page.addScriptToEvaluateOnNewDocument", { source: pageSource(names) }),
    session.send("Page.addScriptToEvaluateOnNewDocument", { source: preloadSource(names, preload), worldName: names.binding }),
    others,
    session.send("Runtime.runIfWaitingForDebugger"),
  ]);
  const { frameTree } = await session.send("Page.getFrameTree");
  if (frameTree.frame.urlFragment !== fragment) await emptied;
}
