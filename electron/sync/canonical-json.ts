import type { JsonValue } from "../store/registers.ts";

/**
 * The one text of a JSON value: no white space, keys sorted by UTF-16 units, numbers as ECMAScript writes them. Equal values give
 * equal bytes on every PC, so a hash names the content. Throws on what JSON has no word for (NaN, Infinity, undefined).
 */
export function canonicalJson(value: JsonValue): string {
  if (typeof value === "number" && !Number.isFinite(value)) throw new Error("JSON has no such number");
  if (value === null || typeof value !== "object") return scalar(value);
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(",")}]`;
  const fields = value as Record<string, JsonValue>;
  const members = Object.keys(fields)
    .sort()
    .map((key) => `${JSON.stringify(key)}:${canonicalJson(fields[key] as JsonValue)}`);
  return `{${members.join(",")}}`;
}

function scalar(value: string | number | boolean | null): string {
  const text: string | undefined = JSON.stringify(value);
  if (text === undefined) throw new Error("JSON has no such value");
  return text;
}
