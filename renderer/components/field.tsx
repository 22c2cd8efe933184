import { type ComponentProps, type ReactNode, useId } from "react";
import "./field.css";

type FieldProps = {
  label: string;
  /** What to write, or what it is used for. */
  hint?: ReactNode;
  /** Why the value cannot be used, in Danish; the field is marked and the text read aloud. */
  error?: string | null;
  className?: string;
  input: Omit<ComponentProps<"input">, "id" | "aria-describedby" | "aria-invalid">;
};

/** One line to write in, with its label above and its hint or error below. */
export function Field({ label, hint, error = null, className = "", input }: FieldProps) {
  const id = useId();
  const below = error ?? hint;
  return (
    <div className={`field ${className}`}>
      <label className="field-label" htmlFor={id}>
        {label}
      </label>
      <input
        type="text"
        autoComplete="off"
        spellCheck={false}
        {...input}
        id={id}
        className={`input ${input.className ?? ""}`}
        aria-invalid={error !== null}
        aria-describedby={below ? `${id}-below` : undefined}
      />
      {below && (
        <p id={`${id}-below`} className={error === null ? "field-hint" : "field-error"}>
          {below}
        </p>
      )}
    </div>
  );
}
