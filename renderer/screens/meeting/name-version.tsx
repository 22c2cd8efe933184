import { Tag } from "lucide-react";
import { type KeyboardEvent, useEffect, useRef, useState } from "react";
import { describeError } from "../../../shared/error-text.ts";
import { texts } from "../../app/texts.ts";
import { Button } from "../../components/button.tsx";
import { iconProps } from "../../components/icon.ts";
import { useHistory } from "../../stores/history.ts";
import { useUi } from "../../stores/ui.ts";
import "./foot-line.css";

const words = texts.history;

/** One line at the foot of the text to name the meeting as it stands now. Enter names it, Esc lets it be; both go back to the text. */
export function NameVersion({ onDone }: { onDone(): void }) {
  const naming = useUi((state) => state.naming);
  return naming ? <NameLine onDone={onDone} /> : null;
}

function NameLine({ onDone }: { onDone(): void }) {
  const [name, setName] = useState("");
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => input.current?.focus(), []);
  const end = (): void => {
    useUi.getState().setNaming(false);
    onDone();
  };
  const save = async (): Promise<void> => {
    const given = name.trim();
    if (given === "") return end();
    const named = await useHistory.getState().nameVersion(given);
    const { error } = useHistory.getState();
    useUi.getState().showToast(named ? words.nameGiven(given) : error === null ? texts.status.failed : describeError(error));
    if (named) end();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === "Enter") void save();
    else if (event.key === "Escape") end();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div className="foot-line">
      <Tag {...iconProps} />
      <input
        ref={input}
        type="text"
        className="input"
        aria-label={words.nameLabel}
        placeholder={words.namePlaceholder}
        maxLength={200}
        value={name}
        onChange={(event) => setName(event.target.value)}
        onKeyDown={onKeyDown}
      />
      <Button onClick={() => void save()}>{words.nameIt}</Button>
      <Button look="plain" onClick={end}>
        {texts.cancel}
      </Button>
    </div>
  );
}
