/** A file of HTML as its reader finds it. `lines`: the text of each block in its order; `strings`: what stands outside of them. */
export type ReadHtml = { lines: string[]; headings: { level: number; text: string }[]; strings: string[]; policy: string };

const attributesOf: Readonly<Record<string, readonly string[]>> = {
  html: ["lang"],
  meta: ["charset", "http-equiv", "name", "content"],
  nav: ["aria-labelledby"],
  a: ["href", "rel"],
  ol: ["start", "class"],
  li: ["value"],
  th: ["scope"],
  ...Object.fromEntries(["h1", "h2", "h3", "h4"].map((name) => [name, ["id", "class"]])),
  ...Object.fromEntries(["p", "ul", "section"].map((name) => [name, ["class"]])),
  ...Object.fromEntries(
    ["head", "title", "style", "body", "header", "main", "footer", "table", "tr", "td", "strong", "em", "span", "br"].map((name) => [
      name,
      [],
    ]),
  ),
};
const empty = new Set(["meta", "br"]);
const inline = new Set(["a", "strong", "em", "span", "br"]);
const target = /^(https?:\/\/|mailto:|#[a-z0-9-]+$)/i;

type Reading = ReadHtml & { open: string[]; line: string };

/**
 * Reads the text again, by nothing but the rules of HTML. Null for what the file must not hold: an element or attribute that we never
 * write (a script, a picture, a handler), a link to anything but a web page, an address or the file itself, or tags that do not match.
 */
export function readHtml(html: string): ReadHtml | null {
  const start = "<!doctype html>\n";
  if (!html.startsWith(start)) return null;
  const reading: Reading = { lines: [], headings: [], strings: [], policy: "", open: [], line: "" };
  for (const [piece] of html.slice(start.length).matchAll(/<[^>]*>|[^<]+/g)) {
    if (!piece.startsWith("<")) readText(reading, piece);
    else if (!(piece.startsWith("</") ? close(reading, piece) : open(reading, piece))) return null;
  }
  const { open: left, line: _, ...read } = reading;
  return left.length === 0 ? read : null;
}

function readText(reading: Reading, piece: string): void {
  const text = decoded(piece);
  const within = reading.open.at(-1);
  if (within === "title") reading.strings.push(text);
  else if (within !== "style") reading.line += text;
}

function open(reading: Reading, tag: string): boolean {
  const [, name = "", rest = ""] = /^<([a-z][a-z0-9]*)((?: [a-z-]+="[^"]*")*)>$/.exec(tag) ?? [];
  const allowed = Object.hasOwn(attributesOf, name) ? attributesOf[name] : undefined;
  if (allowed === undefined) return false;
  const attributes = new Map([...rest.matchAll(/ ([a-z-]+)="([^"]*)"/g)].map(([, key = "", value = ""]) => [key, decoded(value)]));
  if ([...attributes.keys()].some((key) => !allowed.includes(key))) return false;
  const href = attributes.get("href");
  if (href !== undefined && !target.test(href)) return false;
  if (attributes.get("http-equiv") === "Content-Security-Policy") reading.policy = attributes.get("content") ?? "";
  else reading.strings.push(...attributes.values());
  if (name === "br") reading.line += "\n";
  if (!inline.has(name)) endLine(reading);
  if (!empty.has(name)) reading.open.push(name);
  return true;
}

function close(reading: Reading, tag: string): boolean {
  const name = tag.slice(2, -1);
  if (reading.open.pop() !== name) return false;
  const level = /^h([1-6])$/.exec(name)?.[1];
  if (level !== undefined) reading.headings.push({ level: Number(level), text: reading.line.trim() });
  if (!inline.has(name)) endLine(reading);
  return true;
}

function endLine(reading: Reading): void {
  const line = reading.line.trim();
  if (line !== "") reading.lines.push(line);
  reading.line = "";
}

const entities: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"' };

function decoded(text: string): string {
  return text.replace(/&([a-z]+);/g, (whole, name: string) => entities[name] ?? whole);
}
