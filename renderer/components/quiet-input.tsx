import { useEffect, useRef, useState } from "react";
import "./field.css";

type QuietInputProps = {
  label: string;
  value: string;
  className?: string;
  /** Id of a datalist with proposals. */
  list?: string;
  /** Called with the new text when it differs; false keeps the field open, marked as wrong. */
  onCommit(value: string): boolean;
  /** The field can go; true when a key ended it, so that focus should go back to where it came from. */
  onDone(byKey: boolean): void;
};

/** A name that is being written where it stands: Enter or leaving it keeps the text, Esc brings the old one back. */
export function QuietInput({ label, value, className = "", list, onCommit, onDone }: QuietInputProps) {
  const [typed, setTyped] = useState(value);
  const [wrong, setWrong] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const ended = useRef(false);
  useEffect(() => input.current?.select(), []);
  const end = (keep: boolean, byKey: boolean): void => {
    if (ended.current) return;
    const refused = keep && typed.trim() !== value && !onCommit(typed.trim());
    if (refused && byKey) {
      setWrong(true);
      return;
    }
    ended.current = true;
    onDone(byKey);
  };
  return (
    <input
      ref={input}
      type="text"
      list={list}
      className={`input quiet-input ${className}`}
      aria-label={label}
      aria-invalid={wrong}
      value={typed}
      onChange={(event) => setTyped(event.target.value)}
      onBlur={() => end(true, false)}
      onKeyDown={(event) => {
        event.stopPropagation();
        if (event.key !== "Enter" && event.key !== "Escape") return;
        // Else the key would go on to press the button that the focus goes back to.
        event.preventDefault();
        end(event.key === "Enter", true);
      }}
    />
  );
}
