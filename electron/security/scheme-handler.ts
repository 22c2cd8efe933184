import { randomBytes } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { extname, join, relative, sep } from "node:path";
import { contentSecurityPolicy, noncePlaceholder, policyMeta } from "./csp.ts";

export const scheme = "app";
export const pageUrl = "app://referat/index.html";

const mediaTypes: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".mjs": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".woff2": "font/woff2",
  ".woff": "font/woff",
  ".ttf": "font/ttf",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".jpg": "image/jpeg",
  ".wasm": "application/wasm",
  ".pfb": "application/octet-stream",
  ".bcmap": "application/octet-stream",
};

type ManifestEntry = { file: string; css?: string[]; assets?: string[] };

/** Path in the address → file on disk, of every file that the build's manifest names or that the PDF reader asks for by name. Nothing else can be asked for. */
export function servedFiles(rendererDir: string): ReadonlyMap<string, string> {
  const manifest = JSON.parse(readFileSync(join(rendererDir, "manifest.json"), "utf8")) as Record<string, ManifestEntry>;
  const names = new Set(["index.html"]);
  for (const entry of Object.values(manifest)) {
    for (const name of [entry.file, ...(entry.css ?? []), ...(entry.assets ?? [])]) names.add(name);
  }
  for (const name of readerFiles(rendererDir)) names.add(name);
  return new Map([...names].map((name) => [`/${name}`, join(rendererDir, name)]));
}

function readerFiles(rendererDir: string): string[] {
  const folder = join(rendererDir, "pdf-reader");
  if (!existsSync(folder)) return [];
  const found = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return found.map(({ parentPath, name }) => relative(rendererDir, join(parentPath, name)).split(sep).join("/"));
}

/** The path of one of our own addresses, or null. What it leads to is looked up by the exact path, so that no spelling of it can lead elsewhere. */
function pathOf(address: string): string | null {
  if (!URL.canParse(address)) return null;
  const url = new URL(address);
  const plain = url.username === "" && url.password === "" && url.port === "" && url.search === "";
  return url.protocol === `${scheme}:` && url.host === "referat" && plain ? url.pathname : null;
}

function refused(status: number): Response {
  return new Response(null, { status, headers: headers(contentSecurityPolicy(null)) });
}

/** It is never asked for again, so no one keeps a copy. */
function answerOnce(pdf: Uint8Array): Response {
  const own = headers(contentSecurityPolicy(null), "application/pdf");
  return new Response(new Uint8Array(pdf), { headers: { ...own, "Cache-Control": "no-store" } });
}

function headers(policy: string, mediaType?: string): Record<string, string> {
  return {
    ...(mediaType === undefined ? {} : { "Content-Type": mediaType }),
    "Content-Security-Policy": policy,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
  };
}

/** Answers `app://referat/…` from the built renderer, and with what `takeMade` gives for a path, when it gives it. A page gets a new nonce each time it is loaded. */
export function createSchemeHandler(
  files: ReadonlyMap<string, string>,
  takeMade: (path: string) => Promise<Uint8Array | null> = async () => null,
): (request: Pick<Request, "method" | "url">) => Promise<Response> {
  return async (request) => {
    if (request.method !== "GET") return refused(405);
    const path = pathOf(request.url);
    const made = path === null ? null : await takeMade(path);
    if (made !== null) return answerOnce(made);
    const file = files.get(path ?? "");
    const mediaType = mediaTypes[extname(file ?? "")];
    if (file === undefined || mediaType === undefined) return refused(404);
    const bytes = await readFile(file);
    if (!mediaType.startsWith("text/html"))
      return new Response(new Uint8Array(bytes), { headers: headers(contentSecurityPolicy(null), mediaType) });
    const nonce = randomBytes(16).toString("base64");
    const page = bytes
      .toString("utf8")
      .replaceAll(noncePlaceholder, nonce)
      .replace("<head>", `<head>${policyMeta(nonce)}`);
    return new Response(page, { headers: headers(contentSecurityPolicy(nonce), mediaType) });
  };
}
