import type { Plugin } from "@tiptap/pm/state";

type KeyDown = NonNullable<Plugin["props"]["handleKeyDown"]>;
type TextInput = NonNullable<Plugin["props"]["handleTextInput"]>;

/**
 * The engine's plugins with the way of a letter made short. Each of forty key maps would look up every letter, though none binds one;
 * the rules that make lists would read the line at every letter, though they wait for a space; and the engine compares the whole
 * document at every key, to find out whether all of it was deleted, which the structure here does not allow.
 */
export function shortenLetterPath(plugins: readonly Plugin[]): Plugin[] {
  const kept = plugins.filter((plugin) => !keyOf(plugin).startsWith("clearDocument$"));
  for (const plugin of kept) {
    const { handleKeyDown, handleTextInput } = plugin.props;
    if (isKeyMap(plugin) && handleKeyDown !== undefined) plugin.props.handleKeyDown = exceptLetters(handleKeyDown);
    if (isListRule(plugin) && handleTextInput !== undefined) plugin.props.handleTextInput = atSpaces(handleTextInput);
  }
  return kept;
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
    const isLetter = event.key.length === 1 && !event.ctrlKey && !event.metaKey && !event.altKey;
    return isLetter ? false : handle.call(this, view, event);
  };
}

function atSpaces(handle: TextInput): TextInput {
  return function (this: Plugin, view, from, to, text, deflt) {
    return /\s$/.test(text) ? handle.call(this, view, from, to, text, deflt) : false;
  };
}
