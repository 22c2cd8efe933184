import { afterEach, describe, expect, it } from "vitest";
import { commandFaces } from "../../../renderer/app/commands.ts";
import { keyGroups } from "../../../renderer/app/key-list.ts";
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
    ["k", { ctrlKey: true }, "palette"],
    ["G", { ctrlKey: true, shiftKey: true }, "approve-previous"],
    ["3", { altKey: true }, "show-follow-ups"],
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

describe("the key list", () => {
  const listed = keyGroups.flatMap((group) => group.lines.flatMap((line) => line.keys.split("  ")));

  it("has the key of every command", () => {
    const keys = Object.values(commandFaces).flatMap((face) => face.keys ?? []);
    expect(keys.filter((each) => !listed.includes(each))).toEqual([]);
  });

  it("gives no two commands the same key", () => {
    const keys = Object.values(commandFaces).flatMap((face) => face.keys ?? []);
    expect(keys.filter((key, at) => keys.indexOf(key) !== at)).toEqual([]);
  });

  it("and every such key stands for its command, where it is one chord and not the text's own", () => {
    const names: Record<string, string> = { "↓": "ArrowDown", "↑": "ArrowUp", "←": "ArrowLeft" };
    const otherwise = ["usual-decision", "mark-follow-up", "phrases", "names", "name-version"];
    for (const [command, { keys }] of Object.entries(commandFaces)) {
      if (keys === undefined || otherwise.includes(command)) continue;
      const parts = keys.split(" ");
      const last = parts.at(-1) ?? "";
      const held = { ctrlKey: parts.includes("Ctrl"), shiftKey: parts.includes("Shift"), altKey: parts.includes("Alt") };
      expect(press(names[last] ?? last, held), keys).toBe(command);
    }
  });
});
