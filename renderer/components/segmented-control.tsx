import { RadioGroup } from "radix-ui";
import "./segmented-control.css";

type SegmentedControlProps<T extends string> = {
  label: string;
  value: T;
  options: readonly { value: T; text: string }[];
  onChange(value: T): void;
};

/** One choice of a few, all in sight; arrow keys move it. */
export function SegmentedControl<T extends string>({ label, value, options, onChange }: SegmentedControlProps<T>) {
  return (
    <RadioGroup.Root
      className="segmented"
      aria-label={label}
      value={value}
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
