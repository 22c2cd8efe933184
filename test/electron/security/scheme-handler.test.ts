import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { createPageFiles } from "../../../electron/referat/page-files.ts";
import { contentSecurityPolicy } from "../../../electron/security/csp.ts";
import { createSchemeHandler, pageUrl, servedFiles } from "../../../electron/security/scheme-handler.ts";

function builtRenderer(): string {
  const dir = mkdtempSync(join(tmpdir(), "referent-renderer-"));
  mkdirSync(join(dir, "assets"));
  const files = {
    "index.html": '<!doctype html><html><head><meta name="csp-nonce" content="__CSP_NONCE__"></head></html>',
    "assets/index-a.js": "export {};",
    "assets/index-a.css": "body{}",
    "assets/serif-a.woff2": "font",
    "assets/secret.exe": "not known",
    "secret.txt": "not in the manifest",
    "manifest.json": JSON.stringify({
      "index.html": { file: "assets/index-a.js", css: ["assets/index-a.css"], assets: ["assets/serif-a.woff2"] },
      odd: { file: "assets/secret.exe" },
    }),
  };
  for (const [name, text] of Object.entries(files)) writeFileSync(join(dir, name), text);
  return dir;
}

const answer = createSchemeHandler(servedFiles(builtRenderer()));
const get = (url: string, method = "GET"): Promise<Response> => answer({ url, method });

describe("app:// handler", () => {
  it.each([
    [pageUrl, "text/html; charset=utf-8"],
    ["app://referat/assets/index-a.js", "text/javascript; charset=utf-8"],
    ["app://referat/assets/index-a.css", "text/css; charset=utf-8"],
    ["app://referat/assets/serif-a.woff2", "font/woff2"],
    ["app://referat/x/../assets/index-a.js", "text/javascript; charset=utf-8"],
    ["app://referat/assets/index-a.js#part", "text/javascript; charset=utf-8"],
  ])("serves %s", async (url, mediaType) => {
    const response = await get(url);
    expect(response.status).toBe(200);
    expect(response.headers.get("Content-Type")).toBe(mediaType);
    expect(response.headers.get("X-Content-Type-Options")).toBe("nosniff");
    expect(response.headers.get("Referrer-Policy")).toBe("no-referrer");
    expect(response.headers.get("Content-Security-Policy")).toContain("default-src 'none'");
  });

  it.each([
    "app://referat/",
    "app://referat",
    "app://referat/secret.txt",
    "app://referat/manifest.json",
    "app://referat/assets/secret.exe",
    "app://referat/assets/",
    "app://referat/index.html?x=1",
    "app://referat/INDEX.HTML",
    "app://referat//index.html",
    "app://referat//etc/passwd",
    "app://referat/../../etc/passwd",
    "app://referat/..%2f..%2fetc/passwd",
    "app://referat/..%5c..%5csecret.txt",
    "app://referat/%2e%2e/secret.txt",
    "app://referat/..\\secret.txt",
    "app://referat/index.html%00.js",
    "app://referat/index%2ehtml",
    "app://referat:80/index.html",
    "app://user@referat/index.html",
    "app://user:word@referat/index.html",
    "app://referat.evil/index.html",
    "app://evil/index.html",
    "app:/index.html",
    "app:index.html",
    "file:///index.html",
    "https://referat/index.html",
    "",
    "not an address",
  ])("refuses %s", async (url) => {
    const response = await get(url);
    expect(response.status).toBe(404);
    expect(response.headers.get("Content-Security-Policy")).toBe(contentSecurityPolicy(null));
    expect(await response.text()).toBe("");
  });

  it.each(["POST", "PUT", "HEAD", "DELETE", "OPTIONS"])("refuses %s", async (method) => {
    expect((await get(pageUrl, method)).status).toBe(405);
  });

  it("gives what main has made once, at its exact address, and keeps no copy of it", async () => {
    const pageFiles = createPageFiles();
    const withPages = createSchemeHandler(servedFiles(builtRenderer()), pageFiles.take);
    const { address: path } = pageFiles.keep(new Uint8Array([1, 2, 3]));
    const ask = (address: string, method = "GET") => withPages({ url: address, method });
    expect((await ask(`app://referat${path}`, "POST")).status).toBe(405);
    for (const other of [`app://referat${path}?x=1`, `app://evil${path}`, `https://referat${path}`, "app://referat/pages/x.pdf"])
      expect((await ask(other)).status).toBe(404);
    const response = await ask(`app://referat${path}`);
    expect(new Uint8Array(await response.arrayBuffer())).toEqual(new Uint8Array([1, 2, 3]));
    expect(response.headers.get("Content-Type")).toBe("application/pdf");
    expect(response.headers.get("Cache-Control")).toBe("no-store");
    expect(response.headers.get("Content-Security-Policy")).toBe(contentSecurityPolicy(null));
    expect((await ask(`app://referat${path}`)).status).toBe(404);
  });

  it("gives the page a new nonce each time, the same in header, meta and page", async () => {
    const nonces = await Promise.all(
      [1, 2].map(async () => {
        const response = await get(pageUrl);
        const page = await response.text();
        const nonce = /name="csp-nonce" content="([^"]+)"/.exec(page)?.[1];
        expect(response.headers.get("Content-Security-Policy")).toContain(`'nonce-${nonce}'`);
        expect(page).toContain(`<meta http-equiv="Content-Security-Policy" content="default-src`);
        expect(page).toContain(`'nonce-${nonce}'`);
        return nonce;
      }),
    );
    expect(nonces[0]).toMatch(/^[A-Za-z0-9+/]{22}==$/);
    expect(nonces[0]).not.toBe(nonces[1]);
  });
});
