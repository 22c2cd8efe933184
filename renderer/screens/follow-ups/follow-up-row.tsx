import { Lock } from "lucide-react";
import { longDate } from "../../../shared/domain/date.ts";
import { liveTexts } from "../../app/live-texts.ts";
import { texts } from "../../app/texts.ts";
import { CheckBox } from "../../components/check-box.tsx";
import { iconProps } from "../../components/icon.ts";
import { QuietInput } from "../../components/quiet-input.tsx";
import { useFollowUpList } from "../../stores/follow-up-list.ts";
import type { FollowUpRow as Row } from "./follow-up-groups.ts";
import { namesIn } from "./names-in.ts";
import { ownerNames } from "./owner-names.tsx";

const words = liveTexts.followUps;

export type EditedField = "owners" | "due" | null;

type FollowUpRowProps = {
  row: Row;
  tabStop: boolean;
  editing: EditedField;
  onEdit(field: EditedField): void;
  onFocus(): void;
  onDone(): void;
  onOpen(): void;
};

/** One follow-up: the checkbox has the focus and its name spells the row; the cells beside it are for the pointer. */
export function FollowUpRow({ row, tabStop, editing, onEdit, onFocus, onDone, onOpen }: FollowUpRowProps) {
  const from = words.item(row.itemNumber, row.itemTitle || texts.agenda.untitled);
  const state = row.state === "done" ? words.done : row.overdue ? words.overdue : words.open;
  const owners = row.owners.length === 0 ? words.missingOwner : row.owners.join(", ");
  const spoken = [owners, longDate(row.meetingDate), from, row.due ?? words.noDue, state, row.closed ? words.closed : ""];
  const save = (edit: { owners: string[] } | { due: string | null }): true => {
    void useFollowUpList.getState().save({ id: row.id, ...edit });
    return true;
  };
  return (
    <li className="follow-up-row" data-overdue={row.overdue}>
      <CheckBox
        data-follow-up={row.id}
        checked={row.state === "done"}
        tabIndex={tabStop ? 0 : -1}
        aria-label={words.doneLabel(
          row.text,
          spoken.filter((part) => part !== ""),
        )}
        onFocus={onFocus}
        onChange={onDone}
      />
      <span className="follow-up-owner">
        {editing === "owners" ? (
          <QuietInput
            label={words.ownersLabel(row.text)}
            value={row.owners.join(", ")}
            list={ownerNames}
            onCommit={(typed) => save({ owners: namesIn(typed) })}
            onDone={() => onEdit(null)}
          />
        ) : (
          <button
            type="button"
            className={row.owners.length === 0 ? "follow-up-cell follow-up-choose" : "follow-up-cell"}
            tabIndex={-1}
            onClick={() => onEdit("owners")}
          >
            {row.owners.length === 0 ? words.chooseOwner : row.owners.join(", ")}
          </button>
        )}
      </span>
      <button type="button" className="follow-up-text" tabIndex={-1} onClick={onOpen}>
        {row.text}
      </button>
      <span className="follow-up-from">
        <span>{longDate(row.meetingDate)}</span>
        <span className="follow-up-item">
          {row.closed && <Lock {...iconProps} size={13} />}
          <span className="follow-up-item-text" title={from}>
            {from}
          </span>
        </span>
      </span>
      <span className="follow-up-due">
        {editing === "due" ? (
          <QuietInput
            label={words.dueLabel(row.text)}
            value={row.due ?? ""}
            onCommit={(typed) => save({ due: typed === "" ? null : typed })}
            onDone={() => onEdit(null)}
          />
        ) : (
          <button type="button" className="follow-up-cell" tabIndex={-1} onClick={() => onEdit("due")}>
            {row.due ?? words.noDue}
          </button>
        )}
      </span>
      <span className="follow-up-state">{state}</span>
    </li>
  );
}
