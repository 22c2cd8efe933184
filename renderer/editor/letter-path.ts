import { Plugin } from "@tiptap/pm/state";
import { isLetter } from "./extensions/letters-apart.ts";

type KeyDown = NonNullable<Plugin["props"]["handleKeyDown"]>;
type TextInput = NonNullable<Plugin["props"]["handleTextInput"]>;

/**
 * The engine's plugins with the way of a letter made short. Each of forty key maps and helpers would look at every letter, though none
 * acts on one before it is written, and be asked whether it draws or filters something; the rules that make lists would read the line at every letter, though they wait
 * for a space; and the engine compares the whole document at every key, to find out whether all of it was deleted, which the structure
 * here does not allow.
 */
export function shortenLetterPath(plugins: readonly Plugin[]): Plugin[] {
  const kept = joinKeyMaps(plugins.filter((plugin) => !keyOf(plugin).startsWith("clearDocument$")));
  for (const plugin of kept) {
    const { handleKeyDown, handleTextInput } = plugin.props;
    if (handleKeyDown !== undefined) plugin.props.handleKeyDown = exceptLetters(handleKeyDown);
    if (isListRule(plugin) && handleTextInput !== undefined) plugin.props.handleTextInput = atSpaces(handleTextInput);
  }
  return kept;
}

/** Key maps with none but deaf plugins between them become one, where the first of them stood: each key meets them in the same order. */
function joinKeyMaps(plugins: readonly Plugin[]): Plugin[] {
  const joined: Plugin[] = [];
  let maps: KeyDown[] | null = null;
  for (const plugin of plugins) {
    const { handleKeyDown } = plugin.props;
    if (handleKeyDown !== undefined && isKeyMap(plugin)) {
      if (maps === null) {
        maps = [];
        joined.push(keyMapOf(maps));
      }
      maps.push(handleKeyDown);
    } else {
      if (handleKeyDown !== undefined) maps = null;
      joined.push(plugin);
    }
  }
  return joined;
}

function keyMapOf(maps: readonly KeyDown[]): Plugin {
  const handle: KeyDown = function (this: Plugin, view, event) {
    return maps.some((map) => map.call(this, view, event));
  };
  return new Plugin({ props: { handleKeyDown: handle } });
}

function keyOf(plugin: Plugin): string {
  return (plugin as unknown as { key: string }).key;
}

function isKeyMap({ props, spec }: Plugin): boolean {
  return Object.keys(props).join() === "handleKeyDown" && spec.state === undefined && spec.view === undefined;
}

function isListRule({ spec }: Plugin): boolean {
  return (spec as { isInputRules?: boolean }).isInputRules === true;
}

function exceptLetters(handle: KeyDown): KeyDown {
  return function (this: Plugin, view, event) {
    return isLetter(event) ? false : handle.call(this, view, event);
  };
}

function atSpaces(handle: TextInput): TextInput {
  return function (this: Plugin, view, from, to, text, deflt) {
    return /\s$/.test(text) ? handle.call(this, view, from, to, text, deflt) : false;
  };
}
