/**
 * What crosses between main and window, as JSON text, with what JSON lacks and structured cloning has. Both functions must stand
 * alone: their source is also run in the page.
 */
export function encodeValue(value: unknown): string {
  const base64 = (bytes: Uint8Array): string =>
    typeof Buffer === "undefined"
      ? (bytes as Uint8Array & { toBase64(): string }).toBase64()
      : Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("base64");
  /** What JSON holds as it is; anything deep is looked at more closely, since it may hold itself. */
  const isJson = (part: unknown, depth: number): boolean => {
    if (part === null || typeof part === "string" || typeof part === "boolean") return true;
    if (typeof part === "number") return Number.isFinite(part) && !Object.is(part, -0);
    if (typeof part !== "object" || depth === 0) return false;
    if (Array.isArray(part)) return part.every((item) => isJson(item, depth - 1));
    const prototype: unknown = Object.getPrototypeOf(part);
    if ((prototype !== Object.prototype && prototype !== null) || Object.hasOwn(part, "$") || "toJSON" in part) return false;
    for (const key of Object.keys(part)) if (!isJson((part as Record<string, unknown>)[key], depth - 1)) return false;
    return true;
  };
  if (isJson(value, 64)) return JSON.stringify(value);
  const open = new Set<object>();
  const encode = (part: unknown): unknown => {
    if (part === null || typeof part === "string" || typeof part === "boolean") return part;
    if (part === undefined) return { $: "undefined" };
    if (typeof part === "number")
      return Number.isFinite(part) && !Object.is(part, -0) ? part : { $: "number", v: Object.is(part, -0) ? "-0" : String(part) };
    if (typeof part === "bigint") return { $: "bigint", v: String(part) };
    if (typeof part !== "object") throw new Error("An object could not be cloned.");
    if (open.has(part)) throw new Error("not implemented in the stand-in: cloning a value that holds itself");
    if (part instanceof Date) return { $: "date", v: part.getTime() };
    if (part instanceof Uint8Array) return { $: "bytes", v: base64(part) };
    if (part instanceof ArrayBuffer) return { $: "buffer", v: base64(new Uint8Array(part)) };
    if (ArrayBuffer.isView(part)) throw new Error("not implemented in the stand-in: cloning this kind of typed array");
    if (part instanceof Promise || part instanceof WeakMap) throw new Error("An object could not be cloned.");
    open.add(part);
    try {
      if (Array.isArray(part)) return part.map(encode);
      if (part instanceof Map) return { $: "map", v: [...part].map(([key, entry]) => [encode(key), encode(entry)]) };
      if (part instanceof Set) return { $: "set", v: [...part].map(encode) };
      if (part instanceof Error) return { $: "error", v: { name: part.name, message: part.message } };
      const entries = Object.entries(part).map(([key, entry]) => [key, encode(entry)]);
      return Object.hasOwn(part, "$")
        ? { $: "object", v: Object.entries(part).map(([key, entry]) => [key, encode(entry)]) }
        : Object.fromEntries(entries);
    } finally {
      open.delete(part);
    }
  };
  return JSON.stringify(encode(value));
}

/** The value that {@link encodeValue} was given. */
export function decodeValue(text: string): unknown {
  const bytes = (encoded: string): Uint8Array =>
    typeof Buffer === "undefined"
      ? (Uint8Array as typeof Uint8Array & { fromBase64(text: string): Uint8Array }).fromBase64(encoded)
      : new Uint8Array(Buffer.from(encoded, "base64"));
  const plain = (entries: [string, unknown][]): object => {
    const made = {};
    for (const [key, entry] of entries)
      Object.defineProperty(made, key, { value: decode(entry), enumerable: true, configurable: true, writable: true });
    return made;
  };
  const tagged: Record<string, (v: never) => unknown> = {
    undefined: () => undefined,
    number: (v: string) => Number(v),
    bigint: (v: string) => BigInt(v),
    date: (v: number) => new Date(v),
    bytes,
    buffer: (v: string) => bytes(v).buffer,
    map: (v: [unknown, unknown][]) => new Map(v.map(([key, entry]) => [decode(key), decode(entry)])),
    set: (v: unknown[]) => new Set(v.map(decode)),
    error: (v: { name: string; message: string }) => Object.assign(new Error(v.message), { name: v.name }),
    object: (v: [string, unknown][]) => plain(v),
  };
  const decode = (part: unknown): unknown => {
    if (typeof part !== "object" || part === null) return part;
    if (Array.isArray(part)) return part.map(decode);
    if ("$" in part) return tagged[String(part.$)]?.(("v" in part ? part.v : undefined) as never);
    return plain(Object.entries(part));
  };
  return decode(JSON.parse(text));
}
