import { type KeyboardEvent, useLayoutEffect, useRef, useState } from "react";
import { liveTexts } from "../../app/live-texts.ts";
import { goTo } from "../../app/routes.ts";
import { useFollowUpList } from "../../stores/follow-up-list.ts";
import { useUi } from "../../stores/ui.ts";
import type { FollowUpGroup, FollowUpRow as Row } from "./follow-up-groups.ts";
import { type EditedField, FollowUpRow } from "./follow-up-row.tsx";
import { OwnerNames } from "./owner-names.tsx";

const words = liveTexts.followUps;

/** All groups as one list to the arrow keys; one row at a time can be reached by Tab. Space is done or open again, E owner, F limit, Enter opens. */
export function FollowUpList({ groups }: { groups: readonly FollowUpGroup[] }) {
  const list = useRef<HTMLDivElement>(null);
  const [chosen, setChosen] = useState<string | null>(null);
  const [edited, setEdited] = useState<{ id: string; field: EditedField } | null>(null);
  const rows = groups.flatMap((group) => group.rows);
  const current = rows.find((row) => row.id === chosen) ?? rows[0];
  const focusRow = (id: string | undefined): void => list.current?.querySelector<HTMLElement>(`[data-follow-up="${id}"]`)?.focus();
  // A row that moves to another group is drawn anew, and a field that is done is gone: what had the focus gets it back.
  const held = useRef(false);
  useLayoutEffect(() => {
    if (held.current && document.activeElement === document.body) focusRow(current?.id);
  });
  const edit = (id: string, field: EditedField): void => {
    setEdited(field === null ? null : { id, field });
  };
  const onDone = async (row: Row): Promise<void> => {
    const at = rows.indexOf(row);
    if (!(await turn(row))) return;
    focusRow((rows[at + 1] ?? rows[at - 1])?.id);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const at = rows.findIndex((each) => each.id === (event.target as HTMLElement).dataset["followUp"]);
    const row = rows[at];
    if (row === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    const goal = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: rows.length - 1 }[event.key];
    if (goal !== undefined) focusRow(rows[goal]?.id);
    else if (event.key === "Enter") openDecision(row);
    else if (event.key.toLowerCase() === "e") edit(row.id, "owners");
    else if (event.key.toLowerCase() === "f") edit(row.id, "due");
    else return;
    event.preventDefault();
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the rows inside have the focus; the keys are heard in one place for all of them.
    <div
      ref={list}
      onKeyDown={onKeyDown}
      onFocus={() => {
        held.current = true;
      }}
      onBlur={() => {
        held.current = false;
      }}
    >
      <OwnerNames />
      <ColumnHeads />
      {groups.map((group) => (
        <section key={group.title} className="follow-up-group">
          <h2 className="follow-up-group-title">
            {group.title} <span className="follow-up-count tabular">{group.rows.length}</span>
          </h2>
          <ul>
            {group.rows.map((row) => (
              <FollowUpRow
                key={row.id}
                row={row}
                tabStop={row.id === current?.id}
                editing={edited?.id === row.id ? edited.field : null}
                onEdit={(field) => edit(row.id, field)}
                onFocus={() => setChosen(row.id)}
                onDone={() => void onDone(row)}
                onOpen={() => openDecision(row)}
              />
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}

/** What is open is done, and what is done is open again. */
async function turn(row: Row): Promise<boolean> {
  const { save } = useFollowUpList.getState();
  const state = row.state === "open" ? "done" : "open";
  if (!(await save({ id: row.id, state }))) return false;
  const told = state === "done" ? words.doneToast(row.text) : words.reopenedToast(row.text);
  useUi.getState().showToast(told, async () => void (await save({ id: row.id, state: row.state })));
  return true;
}

function openDecision({ meetingId, itemId }: Row): void {
  void goTo({ screen: "meeting", meetingId, itemId });
}

/** For the eye only: each row's name spells its columns out. */
function ColumnHeads() {
  return (
    <div className="follow-up-row follow-up-heads" aria-hidden="true">
      <span />
      <span>{words.owner}</span>
      <span>{words.what}</span>
      <span>{words.from}</span>
      <span>{words.when}</span>
      <span>{words.state}</span>
    </div>
  );
}
