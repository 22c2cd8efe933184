import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { JsonValue } from "../../../electron/store/registers.ts";
import { canonicalJson } from "../../../electron/sync/canonical-json.ts";

/** The same value with the keys of every object in another order. */
function shuffled(value: JsonValue): JsonValue {
  if (Array.isArray(value)) return value.map(shuffled);
  if (value === null || typeof value !== "object") return value;
  const fields: Record<string, JsonValue> = Object.create(null);
  for (const [key, inner] of Object.entries(value).reverse()) fields[key] = shuffled(inner as JsonValue);
  return fields;
}

describe("canonical JSON", () => {
  it("says the same value in one way, whatever the order of its keys", () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const text = canonicalJson(value as JsonValue);
        expect(canonicalJson(shuffled(value as JsonValue))).toBe(text);
        expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)));
        expect(canonicalJson(JSON.parse(text))).toBe(text);
        expect(text).not.toContain("\n");
      }),
      { numRuns: 2_000 },
    );
  });

  it("sorts keys by UTF-16 units and escapes as JSON does", () => {
    expect(canonicalJson({ å: 1, z: [1.0, -0, 1e21], "\u{1f600}": null, "\ufb33": "a\n\ud800", a: { c: true, b: false } })).toBe(
      '{"a":{"b":false,"c":true},"z":[1,0,1e+21],"å":1,"\u{1f600}":null,"\ufb33":"a\\n\\ud800"}',
    );
  });

  it.each([Number.NaN, Number.POSITIVE_INFINITY, undefined as unknown as JsonValue])("has no word for %s", (value) => {
    expect(() => canonicalJson([value])).toThrow("JSON has no such");
  });
});
