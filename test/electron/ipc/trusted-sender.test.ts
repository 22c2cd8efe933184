import { describe, expect, it } from "vitest";
import { isTrustedSender } from "../../../electron/ipc/trusted-sender.ts";

type Event = Parameters<typeof isTrustedSender>[0];

function from(url: string): Event {
  const frame = { url, parent: null };
  return { senderFrame: frame, sender: { id: 7, mainFrame: frame } };
}

describe("isTrustedSender", () => {
  it.each(["app://referat/index.html", "app://referat/index.html#/moede/1"])("trusts our page at %s", (url) => {
    expect(isTrustedSender(from(url), 7)).toBe(true);
  });

  it.each([
    "app://referat@evil/index.html",
    "app://user@referat/index.html",
    "app://user:word@referat/index.html",
    "app://referat:8080/index.html",
    "app://referat.evil/index.html",
    "app://evil/index.html",
    "application://referat/index.html",
    "other://referat/index.html",
    "https://referat/index.html",
    "file:///referat/index.html",
    "data:text/html,app://referat/",
    "about:blank",
    "about:srcdoc",
    "blob:app://referat/3f",
    "",
    "app:referat",
  ])("distrusts %s", (url) => {
    expect(isTrustedSender(from(url), 7)).toBe(false);
  });

  it("distrusts a frame that has gone", () => {
    expect(isTrustedSender({ ...from("app://referat/index.html"), senderFrame: null }, 7)).toBe(false);
  });

  it("distrusts a frame inside our page, though it shows our page", () => {
    const { sender } = from("app://referat/index.html");
    expect(isTrustedSender({ senderFrame: { url: "app://referat/index.html", parent: sender.mainFrame }, sender }, 7)).toBe(false);
  });

  it("distrusts a frame that is not the window's main frame", () => {
    const { sender } = from("app://referat/index.html");
    expect(isTrustedSender({ senderFrame: { url: "app://referat/index.html", parent: null }, sender }, 7)).toBe(false);
  });

  it("distrusts another window, and every window while there is none", () => {
    expect(isTrustedSender(from("app://referat/index.html"), 8)).toBe(false);
    expect(isTrustedSender(from("app://referat/index.html"), null)).toBe(false);
  });

  it("distrusts a frame that is disposed while it is looked at", () => {
    const frame = {
      parent: null,
      get url(): string {
        throw new Error("Render frame was disposed before WebFrameMain could be accessed");
      },
    };
    expect(isTrustedSender({ senderFrame: frame, sender: { id: 7, mainFrame: frame } }, 7)).toBe(false);
  });
});
