import { ArrowDown, ArrowUp, Search } from "lucide-react";
import { type KeyboardEvent, useEffect, useRef, useState } from "react";
import { findTexts } from "../../app/find-texts.ts";
import { texts } from "../../app/texts.ts";
import { Button, IconButton } from "../../components/button.tsx";
import { iconProps } from "../../components/icon.ts";
import type { MeetingEditorHandle } from "../../editor/meeting-editor.tsx";
import { useUi } from "../../stores/ui.ts";
import "./find-bar.css";
import "./foot-line.css";

/** Longer than this, what is selected is no word to look for. */
const longestSelected = 80;

/** One line at the foot of the text to look for words in it. Enter goes on, Shift+Enter back, Esc to the text at what is found. */
export function FindBar({ editor }: { editor(): MeetingEditorHandle | null }) {
  const finding = useUi((state) => state.finding);
  return finding === 0 ? null : <FindLine asked={finding} editor={editor} />;
}

function FindLine({ asked, editor }: { asked: number; editor(): MeetingEditorHandle | null }) {
  const [words, setWords] = useState(selectedWords);
  const [result, setResult] = useState({ count: 0, at: 0 });
  const input = useRef<HTMLInputElement>(null);
  const find = (wanted: string, step: 0 | 1 | -1): void => setResult(editor()?.find(wanted, step) ?? { count: 0, at: 0 });
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is selected is looked for once, as the line opens.
  useEffect(() => {
    if (words !== "") find(words, 0);
    return () => editor()?.endFind();
  }, []);
  // biome-ignore lint/correctness/useExhaustiveDependencies: each time it is asked for.
  useEffect(() => input.current?.select(), [asked]);
  const end = (): void => {
    useUi.getState().setFinding(false);
    editor()?.focus();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return;
    const { key, shiftKey } = event;
    if (key === "Enter" || key === "F3") find(words, shiftKey ? -1 : 1);
    else if (key === "ArrowDown") find(words, 1);
    else if (key === "ArrowUp") find(words, -1);
    else if (key === "Escape") end();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <search className="foot-line">
      <Search {...iconProps} />
      <input
        ref={input}
        type="text"
        className="input"
        aria-label={findTexts.label}
        placeholder={findTexts.placeholder}
        spellCheck={false}
        value={words}
        onChange={({ target }) => {
          setWords(target.value);
          find(target.value, 0);
        }}
        onKeyDown={onKeyDown}
      />
      <span className="find-place tabular" role="status">
        {words.trim() !== "" && (result.count === 0 ? findTexts.none : findTexts.place(result.at, result.count))}
      </span>
      <IconButton label={findTexts.previous} icon={<ArrowUp {...iconProps} />} onClick={() => find(words, -1)} />
      <IconButton label={findTexts.next} icon={<ArrowDown {...iconProps} />} onClick={() => find(words, 1)} />
      <Button look="plain" keys="Esc" onClick={end}>
        {texts.close}
      </Button>
    </search>
  );
}

function selectedWords(): string {
  const selected = window.getSelection()?.toString() ?? "";
  return selected.length <= longestSelected && !selected.includes("\n") ? selected.trim() : "";
}
