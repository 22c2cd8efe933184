import { type ReactNode, useEffect, useRef, useState } from "react";
import { liveTexts } from "../../app/live-texts.ts";
import { Field } from "../../components/field.tsx";
import { useUi } from "../../stores/ui.ts";
import { LineForm } from "./line-form.tsx";

type OneLineFormProps = {
  label: string;
  /** What is edited; null for a new line, after which the next can be typed at once. */
  value: string | null;
  texts: { add: string; error: string; placeholder?: string };
  /** Asked of what was typed, without the spaces around it. */
  isRight(text: string): boolean;
  /** The text as it was typed. False when it was not saved; it stays in the field then. */
  save(text: string): Promise<boolean>;
  onDone?: (() => void) | undefined;
  /** A button that writes at the caret. */
  beside?: (write: (words: string) => void) => ReactNode;
};

/** A line of a register that is one text. */
export function OneLineForm({ label, value, texts, isRight, save, onDone, beside }: OneLineFormProps) {
  const [text, setText] = useState(value ?? "");
  const [wrong, setWrong] = useState(false);
  const isEdit = onDone !== undefined;
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (isEdit) input.current?.select();
  }, [isEdit]);
  const submit = async (): Promise<void> => {
    const right = isRight(text.trim());
    setWrong(!right);
    if (!right) return input.current?.focus();
    if (!(await save(text))) return;
    if (onDone) return onDone();
    useUi.getState().say(liveTexts.registers.added(text.trim()));
    // The next line may be begun already.
    setText((now) => (now === text ? "" : now));
    input.current?.focus();
  };
  const write = (words: string): void => {
    const field = input.current;
    if (field === null) return;
    field.setRangeText(words, field.selectionStart ?? text.length, field.selectionEnd ?? text.length, "end");
    setText(field.value);
    field.focus();
  };
  return (
    <LineForm
      label={label}
      submit={isEdit ? liveTexts.registers.save : texts.add}
      onSubmit={() => void submit()}
      {...(onDone && { onCancel: onDone })}
    >
      <Field
        label={label}
        className="line-form-long"
        error={wrong ? texts.error : null}
        input={{ ref: input, value: text, placeholder: texts.placeholder, onChange: (event) => setText(event.target.value) }}
      />
      {beside?.(write)}
    </LineForm>
  );
}
