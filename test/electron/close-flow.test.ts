import { EventEmitter } from "node:events";
import type { BrowserWindow } from "electron";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { guardClose } from "../../electron/close-flow.ts";

const system = vi.hoisted(() => ({ showMessageBox: vi.fn() }));
vi.mock("electron", () => ({ dialog: system }));

class FakeWindow extends EventEmitter {
  destroy = vi.fn();
  webContents = { send: vi.fn() };
  /** As a person closes it; true when the window was kept open. */
  close(): boolean {
    const event = { preventDefault: vi.fn() };
    this.emit("close", event);
    return event.preventDefault.mock.calls.length === 1;
  }
}

let window = new FakeWindow();
let flow = guardClose(window as unknown as BrowserWindow);
beforeEach(() => {
  vi.useFakeTimers();
  system.showMessageBox.mockReset();
  window = new FakeWindow();
  flow = guardClose(window as unknown as BrowserWindow);
});
afterEach(() => {
  vi.useRealTimers();
});

describe("closing the window", () => {
  it("asks the page to save, and closes when it has", async () => {
    expect(window.close()).toBe(true);
    expect(window.webContents.send.mock.calls).toEqual([["app:close-requested", {}]]);
    await vi.advanceTimersByTimeAsync(9_000);
    expect(window.destroy).not.toHaveBeenCalled();
    flow.flushed();
    await vi.advanceTimersByTimeAsync(0);
    expect(window.destroy).toHaveBeenCalledOnce();
    expect(system.showMessageBox).not.toHaveBeenCalled();
  });

  it("asks once, however often it is closed", async () => {
    expect([window.close(), window.close(), window.close()]).toEqual([true, true, true]);
    expect(window.webContents.send).toHaveBeenCalledOnce();
  });

  it("asks the person after ten seconds, and closes if told to", async () => {
    system.showMessageBox.mockResolvedValueOnce({ response: 1 });
    window.close();
    await vi.advanceTimersByTimeAsync(10_000);
    expect(system.showMessageBox.mock.calls[0]?.[1]).toMatchObject({
      message: "Ikke alt er gemt",
      buttons: ["Vent", "Luk alligevel"],
      defaultId: 0,
      cancelId: 0,
    });
    expect(window.destroy).toHaveBeenCalledOnce();
  });

  it("stays open when told to wait, and can be closed again later", async () => {
    system.showMessageBox.mockResolvedValueOnce({ response: 0 });
    window.close();
    await vi.advanceTimersByTimeAsync(10_000);
    expect(window.destroy).not.toHaveBeenCalled();
    window.close();
    flow.flushed();
    await vi.advanceTimersByTimeAsync(0);
    expect(window.webContents.send).toHaveBeenCalledTimes(2);
    expect(window.destroy).toHaveBeenCalledOnce();
  });

  it("closes after all when the page saved while the question stood there", async () => {
    const answer = Promise.withResolvers<{ response: number }>();
    system.showMessageBox.mockReturnValueOnce(answer.promise);
    window.close();
    await vi.advanceTimersByTimeAsync(10_000);
    flow.flushed();
    answer.resolve({ response: 0 });
    await vi.advanceTimersByTimeAsync(0);
    expect(window.destroy).toHaveBeenCalledOnce();
  });

  it("takes no answer of an earlier time for this one", async () => {
    flow.flushed();
    window.close();
    await vi.advanceTimersByTimeAsync(9_000);
    expect(window.destroy).not.toHaveBeenCalled();
  });
});
