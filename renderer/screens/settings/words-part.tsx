import { useEffect, useRef, useState } from "react";
import { liveTexts } from "../../app/live-texts.ts";
import { Field } from "../../components/field.tsx";
import { useRegisters } from "../../stores/registers.ts";
import { useUi } from "../../stores/ui.ts";
import { LineForm } from "./line-form.tsx";
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
  const [text, setText] = useState(word ?? "");
  const isEdit = onDone !== undefined;
  const [wrong, setWrong] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (isEdit) input.current?.select();
  }, [isEdit]);
  const submit = async (): Promise<void> => {
    const typed = text.trim();
    setWrong(!aWord.test(typed));
    if (!aWord.test(typed)) return input.current?.focus();
    const { addWord, removeWord } = useRegisters.getState();
    if (!(await addWord(typed))) return;
    if (word !== null && word !== typed) await removeWord(word);
    if (onDone) return onDone();
    useUi.getState().say(liveTexts.registers.added(typed));
    setText("");
    input.current?.focus();
  };
  return (
    <LineForm
      label={label}
      submit={isEdit ? liveTexts.registers.save : words.add}
      onSubmit={() => void submit()}
      {...(onDone && { onCancel: onDone })}
    >
      <Field
        label={label}
        className="line-form-long"
        error={wrong ? words.error : null}
        input={{ ref: input, value: text, onChange: (event) => setText(event.target.value) }}
      />
    </LineForm>
  );
}
