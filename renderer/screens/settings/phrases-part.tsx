import type { PhraseView } from "../../../shared/domain/phrase.ts";
import { liveTexts } from "../../app/live-texts.ts";
import { Button } from "../../components/button.tsx";
import { useRegisters } from "../../stores/registers.ts";
import { useUi } from "../../stores/ui.ts";
import { OneLineForm } from "./one-line-form.tsx";
import { Register, type RegisterLine } from "./register.tsx";

const words = liveTexts.registers.phrases;
const fillIn = "‹…›";

/** The standard sentences, and those that were learned from what the referent has written. */
export function PhrasesPart() {
  const { book, savePhrase, deletePhrase, forgetSentence, learnSentence } = useRegisters();
  const phrases = book?.phrases ?? [];
  const find = (id: string): PhraseView | undefined => phrases.find((phrase) => phrase.id === id);
  const remove = async ({ id, text }: RegisterLine): Promise<boolean> => {
    const phrase = find(id);
    if (phrase === undefined || !(await deletePhrase(phrase))) return false;
    useUi.getState().showToast(words.removed, async () => void (await savePhrase({ text })));
    return true;
  };
  const forget = async ({ text }: RegisterLine): Promise<boolean> => {
    if (!(await forgetSentence(text))) return false;
    useUi.getState().showToast(words.forgotten, async () => void (await learnSentence(text)));
    return true;
  };
  return (
    <>
      <section className="settings-part">
        <h2 className="sr-only">{words.title}</h2>
        <p className="settings-text">{words.intro}</p>
        <PhraseForm label={words.text} phrase={null} />
        <Register
          label={words.list}
          lines={phrases.map(({ id, text, uses }) => ({ id, text, detail: "", more: words.uses(uses) }))}
          empty={words.empty}
          editor={(id, onDone) => <PhraseForm label={words.edit} phrase={find(id) ?? null} onDone={onDone} />}
          onRemove={remove}
        />
      </section>
      <section className="settings-part">
        <h2 className="settings-title">{words.learnedTitle}</h2>
        <p className="settings-text">{words.learnedIntro}</p>
        <Register
          label={words.learnedTitle}
          lines={(book?.learned ?? []).map(({ text, uses }) => ({ id: text, text, detail: "", more: words.uses(uses) }))}
          empty={words.learnedEmpty}
          onRemove={forget}
        />
      </section>
    </>
  );
}

type PhraseFormProps = { label: string; phrase: PhraseView | null; onDone?: () => void };

function PhraseForm({ label, phrase, onDone }: PhraseFormProps) {
  return (
    <OneLineForm
      label={label}
      value={phrase?.text ?? null}
      texts={words}
      isRight={(text) => text !== ""}
      save={(text) => useRegisters.getState().savePhrase({ ...(phrase && { id: phrase.id }), text })}
      onDone={onDone}
      beside={(write) => <Button onClick={() => write(fillIn)}>{words.fillIn}</Button>}
    />
  );
}
