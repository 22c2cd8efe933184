import { useEffect, useRef } from "react";
import type { ItemChoice, MenuCommand } from "../../shared/ipc/events.ts";
import { on } from "../api/call.ts";

/** What a key, an entry of the native menu or a line of the palette asks for. */
export type Command = MenuCommand | "go-to-item" | "accept" | "undo";

type Chord = { key: string; mod?: boolean; shift?: boolean; alt?: boolean };

const chords: readonly (Chord & { command: Command })[] = [
  { key: "n", mod: true, command: "new-meeting" },
  { key: "o", mod: true, command: "import" },
  { key: "e", mod: true, command: "export" },
  { key: "p", mod: true, shift: true, command: "export-as" },
  { key: "c", mod: true, shift: true, command: "copy-formatted" },
  { key: "e", mod: true, shift: true, command: "end-meeting" },
  { key: "s", mod: true, shift: true, command: "publish" },
  { key: "s", mod: true, command: "save" },
  { key: ",", mod: true, command: "settings" },
  { key: "f1", command: "keys" },
  { key: "k", mod: true, command: "palette" },
  { key: "f", mod: true, command: "find" },
  { key: "f", mod: true, shift: true, command: "find-everywhere" },
  { key: "arrowleft", alt: true, command: "meetings" },
  { key: "n", mod: true, shift: true, command: "add-item" },
  { key: "arrowdown", mod: true, command: "next-item" },
  { key: "arrowup", mod: true, command: "previous-item" },
  ...["1", "2", "3", "4", "5", "6", "7", "8", "9"].map((key) => ({ key, mod: true, command: "go-to-item" }) as const),
  { key: "p", mod: true, command: "show-preview" },
  { key: "1", alt: true, command: "show-attachments" },
  { key: "2", alt: true, command: "show-details" },
  { key: "3", alt: true, command: "show-follow-ups" },
  { key: "4", alt: true, command: "show-history" },
  { key: "5", alt: true, command: "show-earlier" },
  { key: "g", mod: true, shift: true, command: "approve-previous" },
  { key: "r", mod: true, shift: true, command: "add-previous-referat" },
  { key: "f8", command: "toggle-clock" },
  { key: "f8", shift: true, command: "say-clock" },
  { key: "f9", command: "postpone" },
  { key: "f9", shift: true, command: "withdraw" },
  { key: "enter", mod: true, command: "accept" },
  { key: "z", mod: true, command: "undo" },
];

export const isMac = navigator.platform.startsWith("Mac");

/** The command a key press stands for, or null. On a Mac, Cmd takes the place of Ctrl and Option+arrow is left to the text. */
export function commandOf(event: KeyboardEvent): Command | null {
  // A letter alone is text, whatever hears it.
  if (event.key.length === 1 && !event.ctrlKey && !event.metaKey && !event.altKey) return null;
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

/** An entry of the native menu as the key press that it stands for. */
function commandAndKey(chosen: MenuCommand | ItemChoice): [command: Command, key: string] {
  return isItemChoice(chosen) ? ["go-to-item", chosen.slice("item-".length)] : [chosen, ""];
}

function isItemChoice(chosen: MenuCommand | ItemChoice): chosen is ItemChoice {
  return chosen.startsWith("item-");
}

/** True where a key press is text. */
export function isEditable(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || target.matches("input:not([type=radio], [type=checkbox]), textarea, select"))
  );
}

/** `key` is what was pressed, lower case; "" for other commands of the menu than those to a punkt. */
export type CommandHandlers = { [C in Command]?: (key: string) => void };

const onScreen = new Set<{ readonly current: CommandHandlers }>();

/** What can be asked for now: the commands that something on the screen carries out. */
export function availableCommands(): ReadonlySet<string> {
  return new Set([...onScreen].flatMap(({ current }) => Object.keys(current)));
}

/** Carries out a command that was chosen by its name. */
export function runCommand(command: Command): void {
  for (const { current } of onScreen) current[command]?.("");
}

/** Carries out commands from the keyboard and the native menu for as long as the component is on the screen and `active`. */
export function useCommands(handlers: CommandHandlers, active = true): void {
  const latest = useRef(handlers);
  latest.current = handlers;
  useEffect(() => {
    onScreen.add(latest);
    return () => void onScreen.delete(latest);
  }, []);
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
    const stopHearing = on("app:command-chosen", (chosen) => void run(...commandAndKey(chosen)));
    return () => {
      window.removeEventListener("keydown", pressed);
      stopHearing();
    };
  }, [active]);
}
