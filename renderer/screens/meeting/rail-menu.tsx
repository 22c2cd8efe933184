import { ArrowDown, ArrowUp, Clock, Ellipsis, Pencil, Timer, Trash2 } from "lucide-react";
import { type RefObject, useRef } from "react";
import type { ItemView } from "../../../shared/domain/meeting.ts";
import { texts } from "../../app/texts.ts";
import { IconButton } from "../../components/button.tsx";
import { iconProps } from "../../components/icon.ts";
import { Menu, MenuCheck, MenuEntry, MenuLine } from "../../components/menu.tsx";
import type { MeetingEditorHandle } from "../../editor/meeting-editor.tsx";
import { useOpenMeeting } from "../../stores/open-meeting.ts";
import { toggleOutcome } from "./actions.ts";
import type { RailControl } from "./use-rail-keys.ts";

const words = texts.agenda;

type RailMenuProps = {
  item: ItemView;
  open: boolean;
  onOpenChange(open: boolean): void;
  tabStop: boolean;
  editor: RefObject<MeetingEditorHandle | null>;
  rail: RailControl;
  onEdit(field: "minutes" | "spent"): void;
};

/** What can be done with a punkt, each with the key that does the same. */
export function RailMenu({ item, open, onOpenChange, tabStop, editor, rail, onEdit }: RailMenuProps) {
  const focusMoved = useRef(false);
  const then = (act: () => void): (() => void) => {
    return () => {
      focusMoved.current = true;
      // The menu is let go of first, so that it does not take the focus back.
      requestAnimationFrame(act);
    };
  };
  const setClosed = (closed: boolean): void => {
    useOpenMeeting.getState().changeField({ entity: "item", id: item.id, field: "closed", value: closed });
  };
  return (
    <Menu
      label={words.itemMenu(item.number)}
      open={open}
      keepFocus={() => focusMoved.current}
      onOpenChange={(next) => {
        if (next) focusMoved.current = false;
        onOpenChange(next);
      }}
      trigger={
        <IconButton
          className="rail-menu"
          data-row-menu=""
          label={words.itemMenu(item.number)}
          icon={<Ellipsis {...iconProps} />}
          tabIndex={tabStop ? 0 : -1}
          onClick={() => onOpenChange(true)}
        />
      }
    >
      <MenuEntry icon={<Pencil {...iconProps} />} keys="F2" onSelect={then(() => editor.current?.focusItem(item.id, "title"))}>
        {words.rename}
      </MenuEntry>
      <MenuEntry icon={<Clock {...iconProps} />} onSelect={then(() => onEdit("minutes"))}>
        {words.editMinutes}
      </MenuEntry>
      <MenuEntry icon={<Timer {...iconProps} />} onSelect={then(() => onEdit("spent"))}>
        {words.editSpent}
      </MenuEntry>
      <MenuCheck checked={item.closed} onChange={setClosed}>
        {words.closed}
      </MenuCheck>
      <MenuCheck checked={item.outcome === "postponed"} keys="F9" onChange={() => toggleOutcome(item.id, "postponed")}>
        {words.outcomes.postponed}
      </MenuCheck>
      <MenuCheck checked={item.outcome === "withdrawn"} keys="Shift F9" onChange={() => toggleOutcome(item.id, "withdrawn")}>
        {words.outcomes.withdrawn}
      </MenuCheck>
      <MenuLine />
      <MenuEntry icon={<ArrowUp {...iconProps} />} keys="Alt Shift ↑" onSelect={then(() => void rail.move(item.id, -1))}>
        {words.moveUp}
      </MenuEntry>
      <MenuEntry icon={<ArrowDown {...iconProps} />} keys="Alt Shift ↓" onSelect={then(() => void rail.move(item.id, 1))}>
        {words.moveDown}
      </MenuEntry>
      <MenuLine />
      <MenuEntry icon={<Trash2 {...iconProps} />} keys="Delete" onSelect={then(() => void rail.remove(item.id))}>
        {words.remove}
      </MenuEntry>
    </Menu>
  );
}
