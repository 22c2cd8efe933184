/** Words known besides the dictionary's, as they are written there: "Jenshøj" with its capital, "forecast" without. */
export type WordList = ReadonlySet<string>;

/**
 * `models`: a word that bends as another does, from "dagsordensætte/sætte". `parts`: what compounds are made of so often that they
 * are never suspected for it, as "sags-" in front and "-møde" behind.
 */
export type Lexicon = { words: WordList; models: { word: string; like: string }[]; parts: WordList };

/** Reads a lexicon: words apart by white space or commas, "#" begins a remark to the end of the line. */
export function parseLexicon(text: string): Lexicon {
  const entries = contentLines(text).flatMap((line) => line.split(/[\s,]+/).filter((entry) => entry !== ""));
  const models = entries.flatMap((entry) => {
    const [word, like] = entry.split("/");
    return word !== undefined && like !== undefined ? [{ word, like }] : [];
  });
  const isPart = (entry: string): boolean => entry.startsWith("-") || entry.endsWith("-");
  const words = entries.filter((entry) => !isPart(entry)).map((entry) => entry.split("/")[0] ?? entry);
  return { words: new Set(words), models, parts: new Set(entries.filter(isPart)) };
}

/** Reads forms that are never right, with what to write instead, from lines "igang = i gang". Keys are lower case. */
export function parseWrongForms(text: string): ReadonlyMap<string, string[]> {
  const pairs = contentLines(text).map((line) => line.split("=").map((part) => part.trim()));
  return new Map(pairs.map(([wrong = "", right = ""]) => [wrong, right.split("|").map((form) => form.trim())]));
}

function contentLines(text: string): string[] {
  return text
    .split(/\r?\n/)
    .map((line) => line.replace(/#.*/, "").trim())
    .filter((line) => line !== "");
}

/** Whether a list has the word: as it stands, with the capital of a sentence's beginning, in capitals throughout, or in the genitive. */
export function isListed(word: string, list: WordList): boolean {
  return [word, word.replace(/'?[sS]$/, ""), word.replace(/'$/, "")].some((form) => hasForm(form, list));
}

function hasForm(form: string, list: WordList): boolean {
  if (list.has(form) || list.has(lowerFirst(form))) return true;
  return form === form.toUpperCase() && (list.has(form.toLowerCase()) || list.has(upperFirst(form.toLowerCase())));
}

function lowerFirst(word: string): string {
  return word.slice(0, 1).toLowerCase() + word.slice(1);
}

export function upperFirst(word: string): string {
  return word.slice(0, 1).toUpperCase() + word.slice(1);
}
