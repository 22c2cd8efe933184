import type { EventEmitter } from "node:events";

/** The members of an Electron object that the stand-in has; each is checked against Electron's own type. */
export type Part<T> = Partial<Omit<T, keyof EventEmitter>>;

export function notImplemented(what: string): Error {
  return new Error(`not implemented in the stand-in: ${what}`);
}

/** Names that JavaScript itself, or whoever prints a value, asks every object for. */
const askedOfEverything = new Set<string>([
  "then",
  "toJSON",
  "constructor",
  "prototype",
  "inspect",
  "nodeType",
  "asymmetricMatch",
  "length",
]);

/** The part as the whole: reading or setting what the part does not have throws. */
export function guard<T extends object>(name: string, part: Part<T>): T {
  return new Proxy(part, {
    get(target, key) {
      if (typeof key === "symbol" || key in target || askedOfEverything.has(key)) return Reflect.get(target, key, target);
      throw notImplemented(`${name}.${key}`);
    },
    set(target, key, value) {
      if (typeof key === "string" && !(key in target)) throw notImplemented(`setting ${name}.${key}`);
      return Reflect.set(target, key, value, target);
    },
  }) as T;
}

/** A part of Electron of which nothing is here: every use throws, though importing it does not. */
export function absent<T extends object>(name: string): T {
  // Not an arrow: Electron's classes are made with new.
  function refuse(): never {
    throw notImplemented(name);
  }
  return new Proxy(refuse, {
    get(_target, key) {
      throw notImplemented(`${name}.${String(key)}`);
    },
    construct: refuse,
  }) as unknown as T;
}
