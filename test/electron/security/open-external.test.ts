import type { BrowserWindow } from "electron";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { createLinkOffer, findExternalTarget } from "../../../electron/security/open-external.ts";

const system = vi.hoisted(() => ({ showMessageBox: vi.fn(), openExternal: vi.fn() }));
vi.mock("electron", () => ({ dialog: { showMessageBox: system.showMessageBox }, shell: { openExternal: system.openExternal } }));

describe("findExternalTarget", () => {
  it.each([
    ["https://www.aarhus.dk/politik", "www.aarhus.dk"],
    ["HTTPS://EXAMPLE.ORG:8443/x", "example.org:8443"],
    ["mailto:msb@aarhus.dk?subject=Referat", "msb@aarhus.dk"],
  ])("takes %s", (address, target) => {
    expect(findExternalTarget(address)?.target).toBe(target);
  });

  it.each([
    "http://example.org/",
    "https://user@example.org/",
    "https://user:word@example.org/",
    "file:///C:/Windows/System32/calc.exe",
    "smb://server/share",
    "\\\\server\\share",
    "ms-msdt:/id",
    "search-ms:query=x",
    "javascript:alert(1)",
    "data:text/html,x",
    "mailto:a@b.dk?attach=C:\\x",
    "mailto:a@b.dk?subject=x&attachment=C:\\x",
    "mailto:a@b.dk?%61ttach=C:\\x",
    `https://example.org/${"x".repeat(2_081)}`,
    `https://example.org/${"å".repeat(600)}`,
    "",
    "example.org",
  ])("refuses %s", (address) => {
    expect(findExternalTarget(address)).toBeNull();
  });
});

describe("createLinkOffer", () => {
  const window = {} as BrowserWindow;
  beforeEach(() => {
    system.showMessageBox.mockReset();
    system.openExternal.mockReset();
  });

  it("shows the host and opens only after a yes", async () => {
    system.showMessageBox.mockResolvedValueOnce({ response: 0 });
    await createLinkOffer(() => window)("https://example.org/a");
    expect(system.showMessageBox.mock.calls[0]?.[1].message).toBe("Åbn example.org?");
    expect(system.openExternal.mock.calls).toEqual([["https://example.org/a"]]);
  });

  it("opens nothing after a no, and asks nothing about an address that is refused", async () => {
    system.showMessageBox.mockResolvedValueOnce({ response: 1 });
    const offer = createLinkOffer(() => window);
    await offer("https://example.org/a");
    await offer("file:///etc/passwd");
    expect(system.showMessageBox).toHaveBeenCalledOnce();
    expect(system.openExternal).not.toHaveBeenCalled();
  });

  it("asks one question at a time", async () => {
    const question = Promise.withResolvers<{ response: number }>();
    system.showMessageBox.mockReturnValueOnce(question.promise);
    const offer = createLinkOffer(() => window);
    const first = offer("https://example.org/a");
    await offer("https://example.org/b");
    question.resolve({ response: 0 });
    await first;
    expect(system.showMessageBox).toHaveBeenCalledOnce();
  });
});
