// Runs the app's own main bundle on the stand-in: node --import …/register.mjs dist/electron/main.js
import { registerHooks } from "node:module";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { isMainThread } from "node:worker_threads";

const electron = new URL("./electron.ts", import.meta.url).href;

registerHooks({
  resolve: (specifier, context, next) => (specifier === "electron" ? { url: electron, shortCircuit: true } : next(specifier, context)),
});

// Workers inherit --import, and only the main thread has an app to make ready.
if (isMainThread) {
  const { startApp } = await import("./start.ts");
  // Electron is ready only when the entry module has run to its end. Node loads the same module once, here and as its entry.
  import(pathToFileURL(resolve(process.argv[1])).href).then(startApp, () => undefined);
}
