import { liveTexts } from "../../app/live-texts.ts";
import { useRegisters } from "../../stores/registers.ts";
import { useUi } from "../../stores/ui.ts";
import { OneLineForm } from "./one-line-form.tsx";
import { Register, type RegisterLine } from "./register.tsx";

const words = liveTexts.registers.words;
const aWord = /^[\p{L}\p{M}\p{N}'.-]{1,80}$/u;

/** The words that the spelling has been taught on this PC. */
export function WordsPart() {
  const { words: added, addWord, removeWord } = useRegisters();
  const remove = async ({ text }: RegisterLine): Promise<boolean> => {
    if (!(await removeWord(text))) return false;
    useUi.getState().showToast(liveTexts.registers.removed(text), async () => void (await addWord(text)));
    return true;
  };
  const sorted = [...(added ?? [])].sort((a, b) => a.localeCompare(b, "da"));
  return (
    <section className="settings-part">
      <h2 className="sr-only">{words.title}</h2>
      <p className="settings-text">{words.intro}</p>
      <WordForm label={words.word} word={null} />
      <Register
        label={words.list}
        lines={sorted.map((word) => ({ id: word, text: word, detail: "", more: "" }))}
        empty={words.empty}
        editor={(word, onDone) => <WordForm label={words.edit} word={word} onDone={onDone} />}
        onRemove={remove}
      />
    </section>
  );
}

function WordForm({ label, word, onDone }: { label: string; word: string | null; onDone?: () => void }) {
  const save = async (text: string): Promise<boolean> => {
    const typed = text.trim();
    const { addWord, removeWord } = useRegisters.getState();
    if (!(await addWord(typed))) return false;
    if (word !== null && word !== typed) await removeWord(word);
    return true;
  };
  return <OneLineForm label={label} value={word} texts={words} isRight={(text) => aWord.test(text)} save={save} onDone={onDone} />;
}
