import { Plus, X } from "lucide-react";
import { type KeyboardEvent, useId, useLayoutEffect, useRef } from "react";
import { texts } from "../app/texts.ts";
import { Button, IconButton } from "./button.tsx";
import { iconProps } from "./icon.ts";
import "./line-list.css";

const words = texts.newMeeting;

type LineListProps = { legend: string; hint: string; lines: readonly string[]; onChange(lines: readonly string[]): void; onLeave?(): void };

/** Lines of text one below the other: Enter gives the next, Backspace in an empty one takes it away. */
export function LineList({ legend, hint, lines, onChange, onLeave }: LineListProps) {
  const list = useRef<HTMLFieldSetElement>(null);
  const hintId = useId();
  // Focused in the same turn as the line appears, so that the next key already belongs to it.
  const goal = useRef<number | null>(null);
  useLayoutEffect(() => {
    if (goal.current === null) return;
    const inputs = list.current?.querySelectorAll("input") ?? [];
    inputs[Math.min(Math.max(goal.current, 0), inputs.length - 1)]?.focus();
    goal.current = null;
  });
  const insert = (at: number): void => {
    goal.current = at;
    onChange(lines.toSpliced(at, 0, ""));
  };
  const remove = (at: number): void => {
    goal.current = at - 1;
    onChange(lines.toSpliced(at, 1));
  };
  const onKeyDown = (event: KeyboardEvent, at: number): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "Enter") insert(at + 1);
    else if (event.key === "Backspace" && lines[at] === "") remove(at);
    else return;
    event.preventDefault();
  };
  return (
    <fieldset ref={list} className="line-list" aria-describedby={hintId} onBlur={onLeave}>
      <legend className="field-label">{legend}</legend>
      {lines.map((line, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a line is nothing but its place and its text.
        <div key={at} className="line">
          <input
            type="text"
            className="input"
            aria-label={words.informationLine(at + 1)}
            value={line}
            onChange={(event) => onChange(lines.with(at, event.target.value))}
            onKeyDown={(event) => onKeyDown(event, at)}
          />
          <IconButton label={words.removeInformation(at + 1)} icon={<X {...iconProps} />} onClick={() => remove(at)} />
        </div>
      ))}
      <Button look="plain" className="line-add" icon={<Plus {...iconProps} />} onClick={() => insert(lines.length)}>
        {words.addInformation}
      </Button>
      <p id={hintId} className="field-hint">
        {hint}
      </p>
    </fieldset>
  );
}
