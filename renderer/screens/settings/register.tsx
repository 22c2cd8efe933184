import { Pencil, Search, X } from "lucide-react";
import { type KeyboardEvent, type ReactNode, useLayoutEffect, useRef, useState } from "react";
import { liveTexts } from "../../app/live-texts.ts";
import { IconButton } from "../../components/button.tsx";
import { iconProps } from "../../components/icon.ts";
import { matchScore } from "../palette/match.ts";
import "./register.css";

const words = liveTexts.registers;

/** More than these are not drawn: one searches instead. */
const most = 200;
const searchFrom = 8;

/** A line of a list: `text` names it, `detail` stands beside it. */
export type RegisterLine = { id: string; text: string; detail: string; more: string; isName?: boolean };

type RegisterProps = {
  label: string;
  lines: readonly RegisterLine[];
  empty: string;
  /** The fields in the place of a line that is being edited; left out where lines can only be removed. */
  editor?: (id: string, onDone: () => void) => ReactNode;
  onRemove(line: RegisterLine): Promise<boolean>;
};

/** A list to search, walk with the arrows, edit with Enter and shorten with Delete. */
export function Register({ label, lines, empty, editor, onRemove }: RegisterProps) {
  const [typed, setTyped] = useState("");
  const [chosen, setChosen] = useState<string | null>(null);
  const [edited, setEdited] = useState<string | null>(null);
  const list = useRef<HTMLUListElement>(null);
  const fitting = lines.filter((line) => matchScore(typed, line.text, line.detail) > 0);
  const shown = fitting.slice(0, most);
  const current = shown.find((line) => line.id === chosen) ?? shown[0];
  const focusLine = (id: string | undefined): void =>
    list.current?.querySelector<HTMLElement>(`[data-line="${CSS.escape(id ?? "")}"]`)?.focus();
  const held = useHeldFocus(() => focusLine(current?.id));
  const remove = async (line: RegisterLine): Promise<void> => {
    const at = shown.indexOf(line);
    if (await onRemove(line)) focusLine((shown[at + 1] ?? shown[at - 1])?.id);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const at = shown.findIndex((each) => each.id === (event.target as HTMLElement).dataset["line"]);
    const line = shown[at];
    if (line === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    const goal = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: shown.length - 1 }[event.key];
    if (goal !== undefined) focusLine(shown[goal]?.id);
    else if (event.key === "Delete") void remove(line);
    else if (event.key === "F2" && editor) setEdited(line.id);
    else return;
    event.preventDefault();
  };
  return (
    <div className="register">
      {lines.length > searchFrom && <SearchField label={label} typed={typed} onTyped={setTyped} />}
      {shown.length === 0 && <p className="field-hint">{lines.length === 0 ? empty : words.noneMatch}</p>}
      <ul ref={list} aria-label={label} onKeyDown={onKeyDown} {...held}>
        {shown.map((line) => (
          <li key={line.id} className="register-item">
            {edited === line.id && editor ? (
              editor(line.id, () => setEdited(null))
            ) : (
              <>
                <button
                  type="button"
                  className="register-line"
                  data-line={line.id}
                  tabIndex={line.id === current?.id ? 0 : -1}
                  aria-label={[line.text, line.detail, line.more].filter((part) => part !== "").join(", ")}
                  onFocus={() => setChosen(line.id)}
                  onClick={() => editor && setEdited(line.id)}
                >
                  <LineText line={line} />
                </button>
                <span className="register-actions">
                  {editor && (
                    <IconButton
                      label={words.edit(line.text)}
                      icon={<Pencil {...iconProps} />}
                      tabIndex={-1}
                      onClick={() => setEdited(line.id)}
                    />
                  )}
                  <IconButton label={words.remove(line.text)} icon={<X {...iconProps} />} tabIndex={-1} onClick={() => void remove(line)} />
                </span>
              </>
            )}
          </li>
        ))}
      </ul>
      {fitting.length > most && <p className="field-hint">{words.tooMany(most, fitting.length)}</p>}
    </div>
  );
}

function LineText({ line }: { line: RegisterLine }) {
  return (
    <>
      <span className={line.isName ? "register-text register-name" : "register-text"}>{line.text}</span>
      {line.detail !== "" && <span className="register-detail">{line.detail}</span>}
      {line.more !== "" && <span className="register-more tabular">{line.more}</span>}
    </>
  );
}

function SearchField({ label, typed, onTyped }: { label: string; typed: string; onTyped(text: string): void }) {
  return (
    <div className="register-search">
      <Search {...iconProps} />
      <input
        type="search"
        className="input"
        aria-label={words.search(label)}
        placeholder={words.searchPlaceholder}
        value={typed}
        onChange={(event) => onTyped(event.target.value)}
      />
    </div>
  );
}

/** A line that is drawn anew, and a field that is done, let the focus fall to the page: it goes back to the list. */
function useHeldFocus(giveBack: () => void) {
  const held = useRef(false);
  useLayoutEffect(() => {
    if (held.current && document.activeElement === document.body) giveBack();
  });
  return {
    onFocus: () => {
      held.current = true;
    },
    onBlur: () => {
      held.current = false;
    },
  };
}
