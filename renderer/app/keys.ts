import { useEffect, useRef } from "react";
import { on } from "../api/call.ts";

/** What a key or an entry of the native menu asks for. */
export type Command =
  | "new-meeting"
  | "import"
  | "export"
  | "publish"
  | "save"
  | "settings"
  | "keys"
  | "meetings"
  | "add-item"
  | "next-item"
  | "previous-item"
  | "go-to-item"
  | "show-attachments"
  | "show-details"
  | "accept"
  | "undo";

type Chord = { key: string; mod?: boolean; shift?: boolean; alt?: boolean };

const chords: readonly (Chord & { command: Command })[] = [
  { key: "n", mod: true, command: "new-meeting" },
  { key: "o", mod: true, command: "import" },
  { key: "e", mod: true, command: "export" },
  { key: "s", mod: true, shift: true, command: "publish" },
  { key: "s", mod: true, command: "save" },
  { key: ",", mod: true, command: "settings" },
  { key: "f1", command: "keys" },
  { key: "arrowleft", alt: true, command: "meetings" },
  { key: "n", mod: true, shift: true, command: "add-item" },
  { key: "arrowdown", mod: true, command: "next-item" },
  { key: "arrowup", mod: true, command: "previous-item" },
  ...["1", "2", "3", "4", "5", "6", "7", "8", "9"].map((key) => ({ key, mod: true, command: "go-to-item" }) as const),
  { key: "1", alt: true, command: "show-attachments" },
  { key: "2", alt: true, command: "show-details" },
  { key: "enter", mod: true, command: "accept" },
  { key: "z", mod: true, command: "undo" },
];

const isMac = navigator.platform.startsWith("Mac");

/** The command a key press stands for, or null. On a Mac, Cmd takes the place of Ctrl and Option+arrow is left to the text. */
export function commandOf(event: KeyboardEvent): Command | null {
  if (event.isComposing || event.defaultPrevented) return null;
  const mod = isMac ? event.metaKey : event.ctrlKey;
  const chord = chords.find(
    (each) =>
      each.key === event.key.toLowerCase() &&
      (each.mod ?? false) === mod &&
      (each.shift ?? false) === event.shiftKey &&
      (each.alt ?? false) === event.altKey,
  );
  if (chord === undefined || (isMac && chord.alt && isEditable(event.target))) return null;
  // The text has its own undo.
  if (chord.command === "undo" && isEditable(event.target)) return null;
  return chord.command;
}

/** True where a key press is text. */
export function isEditable(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || target.matches("input:not([type=radio], [type=checkbox]), textarea, select"))
  );
}

/** `key` is what was pressed, lower case; "" when the command came from the menu. */
export type CommandHandlers = { [C in Command]?: (key: string) => void };

/** Carries out commands from the keyboard and the native menu for as long as the component is on the screen and `active`. */
export function useCommands(handlers: CommandHandlers, active = true): void {
  const latest = useRef(handlers);
  latest.current = handlers;
  useEffect(() => {
    if (!active) return;
    const run = (command: Command, key: string): boolean => {
      const handler = latest.current[command];
      handler?.(key);
      return handler !== undefined;
    };
    const pressed = (event: KeyboardEvent): void => {
      const command = commandOf(event);
      if (command !== null && run(command, event.key.toLowerCase())) event.preventDefault();
    };
    window.addEventListener("keydown", pressed);
    const stopHearing = on("app:command-chosen", (command) => void run(command, ""));
    return () => {
      window.removeEventListener("keydown", pressed);
      stopHearing();
    };
  }, [active]);
}
