/** What crosses between the preload's world and the page's: copies of data, and numbers that stand for functions and promises. */
type Wire =
  | { kind: "copy"; value: unknown }
  | { kind: "list"; items: Wire[] }
  | { kind: "object"; entries: [string, Wire][] }
  | { kind: "error"; message: string }
  | { kind: "function" | "promise"; id: number };

type Answer = { kind: "answer" | "failure"; value: Wire };
type Crossing =
  | { kind: "expose"; key: string; value: Wire }
  | { kind: "call"; id: number; args: Wire[] }
  | Answer
  | { kind: "settled"; id: number; ok: boolean; value: Wire };

export type WorldBridge = { expose(key: string, api: unknown): void };

/**
 * One side of the bridge between two worlds of the same document; `own` and `other` name the events each listens to, `place`
 * puts what the other side exposes. They share no object: an event's detail is cloned on the way, and dispatching is
 * synchronous, so a call can answer at once.
 * Must stand alone: its source is run in both worlds.
 */
export function createWorldBridge(own: string, other: string, place: (key: string, api: unknown) => void): WorldBridge {
  const functions: ((...args: unknown[]) => unknown)[] = [];
  const promises = new Map<number, { resolve: (value: unknown) => void; reject: (error: unknown) => void }>();
  let nextPromise = 1;
  let answer: Answer | null = null;
  const cross = (detail: Crossing): void => {
    window.dispatchEvent(new CustomEvent(other, { detail }));
  };
  /** Data alone is cloned by the browser, as Electron does it below the script: each part by itself costs the page far more. */
  const isData = (value: unknown, depth: number): boolean => {
    if (typeof value === "string" || typeof value === "number" || typeof value === "boolean" || value === null) return true;
    if (typeof value !== "object" || depth === 0) return false;
    if (Array.isArray(value)) return value.every((item) => isData(item, depth - 1));
    const prototype = Object.getPrototypeOf(value) as unknown;
    if (prototype !== Object.prototype && prototype !== null) return false;
    for (const key of Object.keys(value)) if (!isData((value as Record<string, unknown>)[key], depth - 1)) return false;
    return true;
  };
  const pack = (value: unknown): Wire => {
    if (isData(value, 64)) return { kind: "copy", value };
    if (typeof value === "function") return { kind: "function", id: functions.push(value as (...args: unknown[]) => unknown) - 1 };
    if (typeof value === "symbol") throw new TypeError("A symbol cannot cross the context bridge.");
    if (typeof value !== "object" || value === null) return { kind: "copy", value };
    if (value instanceof Promise) return packPromise(value);
    if (value instanceof Error) return { kind: "error", message: value.message };
    if (Array.isArray(value)) return { kind: "list", items: value.map(pack) };
    const prototype = Object.getPrototypeOf(value) as unknown;
    if (prototype !== Object.prototype && prototype !== null) return { kind: "copy", value };
    return { kind: "object", entries: Object.entries(value).map(([key, entry]) => [key, pack(entry)]) };
  };
  const packPromise = (promise: Promise<unknown>): Wire => {
    const id = nextPromise++;
    const settle = (ok: boolean) => (value: unknown) => cross({ kind: "settled", id, ok, value: pack(value) });
    promise.then(settle(true), settle(false));
    return { kind: "promise", id };
  };
  const freeze = (data: unknown): unknown => {
    if (typeof data !== "object" || data === null || ArrayBuffer.isView(data)) return data;
    for (const inner of Object.values(data)) freeze(inner);
    return Object.freeze(data);
  };
  const unpack = (wire: Wire, frozen: boolean): unknown => {
    const keep = <T extends object>(made: T): T => (frozen ? Object.freeze(made) : made);
    if (wire.kind === "copy") return frozen ? freeze(wire.value) : wire.value;
    if (wire.kind === "error") return new Error(wire.message);
    if (wire.kind === "list") return keep(wire.items.map((item) => unpack(item, frozen)));
    if (wire.kind === "object") return keep(Object.fromEntries(wire.entries.map(([key, entry]) => [key, unpack(entry, frozen)])));
    if (wire.kind === "promise") return new Promise((resolve, reject) => promises.set(wire.id, { resolve, reject }));
    return keep((...args: unknown[]) => call(wire.id, args));
  };
  const call = (id: number, args: unknown[]): unknown => {
    cross({ kind: "call", id, args: args.map(pack) });
    const given = answer;
    answer = null;
    if (given === null) throw new Error("the other world did not answer");
    const value = unpack(given.value, false);
    if (given.kind === "failure") throw value;
    return value;
  };
  const carryOut = (id: number, args: Wire[]): Crossing => {
    try {
      return { kind: "answer", value: pack(functions[id]?.(...args.map((arg) => unpack(arg, false)))) };
    } catch (error) {
      return { kind: "failure", value: pack(error) };
    }
  };
  window.addEventListener(own, (event) => {
    const crossing = (event as CustomEvent<Crossing>).detail;
    if (crossing.kind === "call") cross(carryOut(crossing.id, crossing.args));
    else if (crossing.kind === "expose") place(crossing.key, unpack(crossing.value, true));
    else if (crossing.kind === "settled") {
      const waiting = promises.get(crossing.id);
      promises.delete(crossing.id);
      waiting?.[crossing.ok ? "resolve" : "reject"](unpack(crossing.value, false));
    } else answer = crossing;
  });
  return {
    expose(key, api) {
      cross({ kind: "expose", key, value: pack(api) });
    },
  };
}
