import type { FormEvent, KeyboardEvent, ReactNode } from "react";
import { texts } from "../../app/texts.ts";
import { Button } from "../../components/button.tsx";
import "./register.css";

type LineFormProps = {
  label: string;
  submit: string;
  onSubmit(): void;
  /** Given for a line that stands in the list; the fields then take its place until it is saved or let be. */
  onCancel?: () => void;
  children: ReactNode;
};

/** The fields of one line: Enter saves, Esc lets it be. */
export function LineForm({ label, submit, onSubmit, onCancel, children }: LineFormProps) {
  const send = (event: FormEvent): void => {
    event.preventDefault();
    onSubmit();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== "Escape" || !onCancel) return;
    event.preventDefault();
    event.stopPropagation();
    onCancel();
  };
  return (
    <form className={onCancel ? "line-form line-form-inline" : "line-form"} aria-label={label} onSubmit={send} onKeyDown={onKeyDown}>
      {children}
      <div className="line-form-actions">
        <Button type="submit" look={onCancel ? "primary" : "raised"}>
          {submit}
        </Button>
        {onCancel && (
          <Button look="plain" onClick={onCancel}>
            {texts.cancel}
          </Button>
        )}
      </div>
    </form>
  );
}
