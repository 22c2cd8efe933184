import { fork } from "node:child_process";
import { EventEmitter } from "node:events";
import type { ForkOptions, UtilityProcess } from "electron";
import { guard, type Part } from "./unimplemented.ts";

/** The same file in a Node process of its own. `process.parentPort` is what the child has in Electron; here a small module gives it. */
function forkUtility(modulePath: string, args: string[] = [], options: ForkOptions = {}): UtilityProcess {
  const port = new URL("./utility-port.mjs", import.meta.url).href;
  const env = (options.env ?? process.env) as NodeJS.ProcessEnv;
  const child = fork(modulePath, args, { env, execArgv: [...(options.execArgv ?? []), "--import", port], serialization: "advanced" });
  const events = new EventEmitter();
  child.once("spawn", () => events.emit("spawn"));
  child.on("message", (message) => events.emit("message", message));
  child.once("exit", (code) => events.emit("exit", code ?? 1));
  const part = Object.assign(events, {
    pid: child.pid,
    kill: () => child.kill("SIGKILL"),
    postMessage: (message: unknown) => {
      child.send(message as object);
    },
  });
  return guard<UtilityProcess>("utilityProcess", part as Part<UtilityProcess>);
}

export const utilityProcess = guard<typeof Electron.utilityProcess>("utilityProcess", { fork: forkUtility } as Part<
  typeof Electron.utilityProcess
>);
