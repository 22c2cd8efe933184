import { afterEach, describe, expect, it } from "vitest";
import { commandOf } from "../../../renderer/app/keys.ts";

const press = (key: string, keys: Partial<KeyboardEventInit> = {}, target: EventTarget = document.body) => {
  const event = new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true, ...keys });
  let command: ReturnType<typeof commandOf> = null;
  const hear = (heard: Event) => {
    command = commandOf(heard as KeyboardEvent);
  };
  window.addEventListener("keydown", hear, { once: true });
  target.dispatchEvent(event);
  return command;
};

afterEach(() => document.body.replaceChildren());

describe("keys", () => {
  it.each([
    ["n", { ctrlKey: true }, "new-meeting"],
    ["N", { ctrlKey: true, shiftKey: true }, "add-item"],
    ["S", { ctrlKey: true, shiftKey: true }, "publish"],
    ["s", { ctrlKey: true }, "save"],
    ["e", { ctrlKey: true }, "export"],
    [",", { ctrlKey: true }, "settings"],
    ["F1", {}, "keys"],
    ["ArrowLeft", { altKey: true }, "meetings"],
    ["7", { ctrlKey: true }, "go-to-item"],
    ["ArrowDown", { ctrlKey: true }, "next-item"],
    ["n", {}, null],
    ["n", { ctrlKey: true, altKey: true }, null],
    ["e", { ctrlKey: true, isComposing: true }, null],
  ] as const)("%s %j is %s", (key, keys, command) => expect(press(key, keys)).toBe(command));

  it("AltGr is text, not Ctrl+Alt", () => {
    expect(press("@", { ctrlKey: true, altKey: true })).toBeNull();
  });

  it("Ctrl+Z belongs to the text where text is written", () => {
    const input = document.createElement("input");
    document.body.append(input);
    expect(press("z", { ctrlKey: true }, input)).toBeNull();
    expect(press("z", { ctrlKey: true })).toBe("undo");
  });
});
