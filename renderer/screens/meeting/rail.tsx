import { closestCenter, DndContext, type DragEndEvent, PointerSensor, useSensor, useSensors } from "@dnd-kit/core";
import { SortableContext } from "@dnd-kit/sortable";
import { Plus } from "lucide-react";
import type { RefObject } from "react";
import { itemsOf, type MeetingView } from "../../../shared/domain/meeting.ts";
import { texts } from "../../app/texts.ts";
import { Button } from "../../components/button.tsx";
import { iconProps } from "../../components/icon.ts";
import type { MeetingEditorHandle } from "../../editor/meeting-editor.tsx";
import { useOpenMeeting } from "../../stores/open-meeting.ts";
import { addItem, moveItemOnto } from "./actions.ts";
import { agendaEntries } from "./agenda-order.ts";
import { dragWords, keepStill, noDragMotionSideways } from "./drag.ts";
import "./rail.css";
import { RailCategory } from "./rail-category.tsx";
import { RailHead } from "./rail-head.tsx";
import { RailPresent } from "./rail-present.tsx";
import { useRailKeys } from "./use-rail-keys.ts";

const words = texts.agenda;

/** *Dagsorden*: the categories and punkter of the meeting, to go to, to order, to add and to take away. */
export function Rail({ meeting, editor }: { meeting: MeetingView; editor: RefObject<MeetingEditorHandle | null> }) {
  const activeItemId = useOpenMeeting((state) => state.activeItemId);
  const rail = useRailKeys(meeting, activeItemId, editor);
  const sensors = useSensors(useSensor(PointerSensor, { activationConstraint: { distance: 6 } }));
  const onDragEnd = ({ active, over }: DragEndEvent): void => {
    if (over !== null) void moveItemOnto(String(active.id), String(over.id));
  };
  return (
    <nav className="rail" id="agenda" tabIndex={-1} aria-label={words.title}>
      <RailHead meeting={meeting} activeItemId={activeItemId} />
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the rows inside have the focus; the keys are heard in one place for all of them. */}
      <div ref={rail.ref} className="rail-list" onKeyDown={rail.onKeyDown}>
        <DndContext
          sensors={sensors}
          collisionDetection={closestCenter}
          modifiers={noDragMotionSideways}
          accessibility={dragWords}
          onDragEnd={onDragEnd}
        >
          <SortableContext items={agendaEntries(meeting).map((entry) => entry.id)} strategy={keepStill}>
            {meeting.categories.map((category) => (
              <RailCategory
                key={category.id}
                category={category}
                activeItemId={activeItemId}
                tabStop={rail.tabStop}
                editor={editor}
                rail={rail}
              />
            ))}
          </SortableContext>
        </DndContext>
        {itemsOf(meeting).length === 0 && <p className="rail-empty">{words.empty}</p>}
      </div>
      <div className="rail-foot">
        <Button
          look="plain"
          className="rail-add"
          icon={<Plus {...iconProps} />}
          keys="Ctrl Shift N"
          onClick={() => void addItem(editor.current)}
        >
          <span className="rail-add-text">{words.add}</span>
        </Button>
        <RailPresent meeting={meeting} />
      </div>
    </nav>
  );
}
