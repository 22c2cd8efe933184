import { useSortable } from "@dnd-kit/sortable";
import { CSS } from "@dnd-kit/utilities";
import { Ban, Ellipsis, Lock, Redo2 } from "lucide-react";
import { type RefObject, useState } from "react";
import type { ItemView } from "../../../shared/domain/meeting.ts";
import { itemProgress } from "../../app/item-progress.ts";
import { withSoftHyphens } from "../../app/soft-hyphens.ts";
import { texts } from "../../app/texts.ts";
import { IconButton } from "../../components/button.tsx";
import { iconProps } from "../../components/icon.ts";
import { StateMark } from "../../components/state-mark.tsx";
import type { MeetingEditorHandle } from "../../editor/meeting-editor.tsx";
import { dropEdge } from "./drag.ts";
import { RailMenu } from "./rail-menu.tsx";
import "./rail-row.css";
import { RowInput } from "./row-input.tsx";
import { RowTime, spokenTime } from "./row-time.tsx";
import type { RailControl } from "./use-rail-keys.ts";

const words = texts.agenda;

type RailRowProps = {
  item: ItemView;
  current: boolean;
  tabStop: boolean;
  editor: RefObject<MeetingEditorHandle | null>;
  rail: RailControl;
};

/** One punkt: how far it is, its number, title, minutes and padlock. Its name to a screen reader spells all of that. */
export function RailRow({ item, current, tabStop, editor, rail }: RailRowProps) {
  const sorting = useSortable({ id: item.id });
  const { setNodeRef, listeners, transform, isDragging } = sorting;
  const [editing, setEditing] = useState<"minutes" | "spent" | null>(null);
  const [menuOpen, setMenuOpen] = useState(false);
  // A menu listens to every key in the window, also while it is closed: only the row at hand has one.
  const [near, setNear] = useState(false);
  const progress = itemProgress(item, current);
  const title = item.title || words.untitled;
  const parts = [
    item.outcome === "normal" ? words.progress[progress] : words.outcomes[item.outcome].toLowerCase(),
    spokenTime(item, Date.now()),
    item.runningSince === null ? "" : words.clockRuns,
    item.closed ? words.closed.toLowerCase() : "",
  ].filter((part) => part !== "");
  const classes = [
    "rail-item",
    current && "rail-item-current",
    item.outcome !== "normal" && "rail-item-out",
    isDragging && "rail-item-dragged",
    dropEdge(sorting),
  ]
    .filter(Boolean)
    .join(" ");
  return (
    <li
      ref={setNodeRef}
      className={classes}
      style={{ transform: CSS.Translate.toString(transform) }}
      onPointerEnter={() => setNear(true)}
      onPointerLeave={(event) => setNear(menuOpen || event.currentTarget.contains(document.activeElement))}
      onContextMenu={(event) => {
        event.preventDefault();
        setNear(true);
        setMenuOpen(true);
      }}
    >
      <button
        type="button"
        className="rail-row"
        data-item={item.id}
        tabIndex={tabStop ? 0 : -1}
        aria-current={current ? "true" : undefined}
        aria-label={words.itemName(item.number, title, parts)}
        onFocus={() => rail.setFocused(item.id)}
        onClick={() => editor.current?.focusItem(item.id, "decision")}
        {...listeners}
      >
        <StateMark progress={progress} />
        <span className="rail-number tabular">{item.number}</span>
        <span className="rail-what">
          <span className={item.title === "" ? "rail-name rail-untitled" : "rail-name"}>{withSoftHyphens(title)}</span>
          {item.outcome !== "normal" && (
            <span className="rail-closed">
              {item.outcome === "postponed" ? <Redo2 {...iconProps} size={13} /> : <Ban {...iconProps} size={13} />}
              <span className="rail-closed-text">{words.outcomes[item.outcome]}</span>
            </span>
          )}
          {item.closed && (
            <span className="rail-closed">
              <Lock {...iconProps} size={13} />
              <span className="rail-closed-text">{words.closed}</span>
            </span>
          )}
        </span>
        {editing === null && <RowTime item={item} />}
      </button>
      {editing !== null ? (
        <RowInput item={item} field={editing} rail={rail} onDone={() => setEditing(null)} />
      ) : tabStop || near ? (
        <RailMenu
          item={item}
          open={menuOpen}
          onOpenChange={setMenuOpen}
          tabStop={tabStop}
          editor={editor}
          rail={rail}
          onEdit={setEditing}
        />
      ) : (
        <IconButton
          className="rail-menu"
          data-row-menu=""
          label={words.itemMenu(item.number)}
          icon={<Ellipsis {...iconProps} />}
          tabIndex={-1}
          aria-haspopup="menu"
          aria-expanded={false}
          onClick={() => {
            setNear(true);
            setMenuOpen(true);
          }}
        />
      )}
    </li>
  );
}
