import { editorTexts } from "./texts.ts";

/** The words in grey and the key that takes them. Seen only: a screen reader is told by a hint instead. */
export function ghostElement(text: string): HTMLElement {
  const ghost = document.createElement("span");
  ghost.className = "ghost";
  ghost.setAttribute("aria-hidden", "true");
  const words = document.createElement("span");
  words.className = "ghost-text";
  words.textContent = text;
  const tab = document.createElement("span");
  tab.className = "ghost-key";
  tab.textContent = editorTexts.ghostKey;
  // A line may break here, so that the word that was begun is not drawn to the next line with its end.
  ghost.append(document.createElement("wbr"), words, tab);
  return ghost;
}
