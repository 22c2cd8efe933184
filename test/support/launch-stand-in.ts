import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { rm } from "node:fs/promises";
import { type Browser, type ConnectOverCDPTransport, chromium, type Page } from "playwright-core";
import type { FromTest, ToTest } from "../electron-stand-in/serve-tests.ts";
import type { LaunchedApp, LaunchOptions } from "./launch.ts";

const register = new URL("../electron-stand-in/register.mjs", import.meta.url).href;
const patienceMs = 30_000;

type Started = Extract<ToTest, { kind: "started" }>;

type Channel = {
  send(message: FromTest): void;
  on(listener: (message: ToTest) => void): void;
  /** The main process has ended. */
  onEnd(listener: () => void): void;
};

/** The app's own main on Node, and Chromium in Electron's place. Playwright drives it over the main process's pipe to the browser. */
export async function launchStandIn(main: string, options: LaunchOptions): Promise<LaunchedApp> {
  const child = start(main, options);
  const said = collect(child);
  const ended = once(child, "exit");
  const failed = ended.then(([code, signal]) => {
    throw new Error(`The app ended (${code ?? signal}) before its window was there.\n${said()}`);
  });
  failed.catch(() => undefined);
  const channel: Channel = {
    send: (message) => {
      if (child.connected) child.send(message);
    },
    on: (listener) => child.on("message", listener),
    onEnd: (listener) => child.once("exit", listener),
  };
  try {
    const started = new Promise<Started>((resolve) => channel.on((message) => message.kind === "started" && resolve(message)));
    const { browserPid, profile } = await Promise.race([started, failed, tooLong(said)]);
    const browser = await Promise.race([chromium.connectOverCDP(tunnel(channel)), failed]);
    return launched({ child, channel, browser, page: findWindow(browser), browserPid, profile, ended });
  } catch (error) {
    // Without its test main ends by itself and tidies up; if it cannot even do that, it is stopped.
    if (child.connected) child.disconnect();
    await Promise.race([ended, new Promise((resolve) => setTimeout(resolve, 5_000).unref())]);
    child.kill("SIGKILL");
    throw error;
  }
}

function start(main: string, options: LaunchOptions): ChildProcess {
  const { NODE_OPTIONS: _inherited, ...surroundings } = process.env;
  return fork(main, [`--user-data-dir=${options.dataDir}`, ...(options.args ?? [])], {
    execArgv: ["--disable-warning=ExperimentalWarning", "--import", register],
    env: { ...surroundings, ...(options.headed === true ? { REFERENT_STAND_IN_HEADED: "1" } : {}), ...options.env },
    stdio: ["ignore", "pipe", "pipe", "ipc"],
    serialization: "advanced",
  });
}

function collect(child: ChildProcess): () => string {
  let said = "";
  const add = (chunk: Buffer): void => {
    said = (said + chunk.toString()).slice(-20_000);
  };
  child.stdout?.on("data", add);
  child.stderr?.on("data", add);
  return () => said;
}

async function tooLong(said: () => string): Promise<never> {
  await new Promise((resolve) => setTimeout(resolve, patienceMs).unref());
  throw new Error(`The app showed no window within ${patienceMs / 1000} s.\n${said()}`);
}

function tunnel(channel: Channel): ConnectOverCDPTransport {
  const transport: ConnectOverCDPTransport = {
    send: (message) => channel.send({ kind: "devtools", message }),
    close: () => transport.onclose?.(),
  };
  // Playwright takes up an answer before the next message, as its own transports see to; fork hands over several at once.
  channel.on((message) => {
    if (message.kind === "devtools") setImmediate(() => transport.onmessage?.(message.message));
  });
  channel.onEnd(() => transport.onclose?.());
  return transport;
}

function findWindow(browser: Browser): Page {
  const context = browser.contexts()[0];
  if (context === undefined) throw new Error("the browser has no context");
  const page = context.pages()[0];
  if (page === undefined) throw new Error("the browser has no window");
  return page;
}

type Running = {
  child: ChildProcess;
  channel: Channel;
  browser: Browser;
  page: Page;
  browserPid: number;
  profile: string;
  ended: Promise<unknown>;
};

function launched({ child, channel, browser, page, browserPid, profile, ended }: Running): LaunchedApp {
  const end = async (): Promise<void> => {
    await ended;
    await browser.close();
    // Main does it itself, unless it was killed.
    await rm(profile, { recursive: true, force: true, maxRetries: 10 });
  };
  const evaluate = createEvaluate(channel);
  return {
    kind: "stand-in",
    page,
    pid: child.pid ?? 0,
    evaluate,
    async close() {
      if (child.exitCode === null && child.signalCode === null)
        // The app may be gone before it has answered.
        await evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close(), null).catch(() => ended);
      await end();
    },
    async kill() {
      child.kill("SIGKILL");
      stopProcess(browserPid);
      await end();
    },
  };
}

function createEvaluate(channel: Channel): LaunchedApp["evaluate"] {
  const waiting = new Map<number, { resolve: (value: never) => void; reject: (error: Error) => void }>();
  let nextId = 1;
  channel.on((message) => {
    if (message.kind !== "evaluated") return;
    const call = waiting.get(message.id);
    waiting.delete(message.id);
    if (message.ok) call?.resolve(message.value as never);
    else call?.reject(new Error(message.message));
  });
  channel.onEnd(() => {
    for (const { reject } of waiting.values()) reject(new Error("the app ended"));
  });
  return (fn, arg) =>
    new Promise((resolve, reject) => {
      const id = nextId++;
      waiting.set(id, { resolve, reject });
      channel.send({ kind: "evaluate", id, source: String(fn), arg });
    });
}

function stopProcess(pid: number): void {
  try {
    process.kill(pid, "SIGKILL");
  } catch (error) {
    // Already gone: the browser ends by itself when main's end of the pipe does.
    if ((error as NodeJS.ErrnoException).code !== "ESRCH") throw error;
  }
}
