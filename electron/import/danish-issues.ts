import type { z } from "zod";

type Issue = z.core.$ZodIssue;
type RawIssue = z.core.$ZodRawIssue;

/** The first field that is wrong, as `categories[0].items[2].decision`, and why, in Danish. */
export type Complaint = { field: string; reason: string };

const typeNames: Record<string, string> = {
  string: "en tekst",
  number: "et tal",
  int: "et helt tal",
  boolean: "true eller false",
  array: "en liste",
  object: "et objekt",
};

/** Danish words for what zod finds; given to `safeParse`, so that messages of the schema's own keep theirs. */
export function danishIssue(issue: RawIssue): string {
  switch (issue.code) {
    case "invalid_type":
      return issue.input === undefined ? "mangler" : `skal være ${typeNames[issue.expected] ?? "af en anden type"}`;
    case "too_big":
      return issue.origin === "string" ? `er længere end ${issue.maximum} tegn` : `er ${sizeWords(issue.origin)} end ${issue.maximum}`;
    case "too_small":
      if (issue.origin === "string" || issue.origin === "array") return "må ikke være tom";
      return `er mindre end ${issue.minimum}`;
    case "invalid_value":
      return issue.input === undefined ? "mangler" : `skal være ${issue.values.map((value) => JSON.stringify(value)).join(" eller ")}`;
    case "unrecognized_keys":
      return "ukendt felt";
    case "invalid_union":
      return issue.input === undefined ? "mangler" : 'har en ukendt "type"';
    default:
      return "kan ikke læses";
  }
}

function sizeWords(origin: string): string {
  return origin === "array" ? "længere" : "større";
}

/** The first issue, found inside a union where the value's own kind says which half was meant. */
export function firstComplaint(issues: readonly Issue[], data: unknown): Complaint {
  const issue = issues[0];
  if (issue === undefined) return { field: "(filen)", reason: "kan ikke læses" };
  const path = [...issue.path];
  if (issue.code === "invalid_union" && issue.errors.length > 0) return unionComplaint(issue.errors, path, valueAt(data, path));
  if (issue.code === "unrecognized_keys") path.push(issue.keys[0] ?? "");
  const others = issues.length === 1 ? "" : ` (og ${issues.length - 1} fejl mere)`;
  return { field: fieldPath(path), reason: `${issue.message}${others}` };
}

function unionComplaint(halves: readonly (readonly Issue[])[], path: PropertyKey[], value: unknown): Complaint {
  const [asText = [], asDocument = []] = halves;
  if (typeof value === "string") return inside(path, asText, value);
  if (typeof value === "object" && value !== null) return inside(path, asDocument, value);
  return { field: fieldPath(path), reason: value === undefined ? "mangler" : "skal være en tekst eller et ProseMirror-dokument" };
}

function inside(path: PropertyKey[], issues: readonly Issue[], value: unknown): Complaint {
  const { field, reason } = firstComplaint(issues, value);
  return { field: field === "(filen)" ? fieldPath(path) : `${fieldPath(path)}${field.startsWith("[") ? "" : "."}${field}`, reason };
}

function valueAt(data: unknown, path: readonly PropertyKey[]): unknown {
  let value = data;
  for (const part of path) {
    if (typeof value !== "object" || value === null) return undefined;
    value = (value as Record<PropertyKey, unknown>)[part];
  }
  return value;
}

/** `categories[0].items[2].decision`; a name from the file is shortened and made printable, for it may be anything. */
function fieldPath(path: readonly PropertyKey[]): string {
  const parts = path.map((part, index) => {
    if (typeof part === "number") return `[${part}]`;
    const name = printable(String(part));
    return index === 0 ? name : `.${name}`;
  });
  return parts.join("") || "(filen)";
}

/** At most 80 characters of a foreign text, none of them control characters. */
export function printable(text: string): string {
  const plain = text.toWellFormed().replace(/[\p{Cc}\p{Cf}\u2028\u2029]/gu, "");
  return plain.length > 80 ? `${plain.slice(0, 79).toWellFormed()}…` : plain;
}
