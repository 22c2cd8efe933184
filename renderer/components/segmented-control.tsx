import { RadioGroup } from "radix-ui";
import type { KeyboardEvent } from "react";
import "./segmented-control.css";

type SegmentedControlProps<T extends string> = {
  label: string;
  value: T;
  options: readonly { value: T; text: string }[];
  onChange(value: T): void;
};

const steps: Readonly<Record<string, number>> = { ArrowRight: 1, ArrowLeft: -1 };

/** One choice of a few, all in sight; arrow keys move it. */
export function SegmentedControl<T extends string>({ label, value, options, onChange }: SegmentedControlProps<T>) {
  // The group moves the focus a moment after the key, and chooses only if the key is still down by then: a quick one would be lost.
  const onKeyDown = (event: KeyboardEvent): void => {
    const step = steps[event.key];
    const at = options.findIndex((option) => option.value === value);
    const next = step === undefined ? undefined : options.at((at + step) % options.length);
    if (next !== undefined) onChange(next.value);
  };
  return (
    <RadioGroup.Root
      className="segmented"
      aria-label={label}
      value={value}
      onKeyDown={onKeyDown}
      onValueChange={(next) => onChange(next as T)}
      orientation="horizontal"
    >
      {options.map((option) => (
        <RadioGroup.Item key={option.value} value={option.value} className="segment">
          {option.text}
        </RadioGroup.Item>
      ))}
    </RadioGroup.Root>
  );
}
