import { closestCenter, DndContext, type DragEndEvent, PointerSensor, useSensor, useSensors } from "@dnd-kit/core";
import { SortableContext, verticalListSortingStrategy } from "@dnd-kit/sortable";
import { FilePlus2 } from "lucide-react";
import type { ItemView } from "../../../shared/domain/meeting.ts";
import { describeError } from "../../../shared/error-text.ts";
import { texts } from "../../app/texts.ts";
import { Button } from "../../components/button.tsx";
import { iconProps } from "../../components/icon.ts";
import { InlineAlert } from "../../components/inline-alert.tsx";
import { useAdding } from "../../stores/adding.ts";
import { useAttachmentPages } from "../../stores/attachment-pages.ts";
import { useAttachments } from "../../stores/attachments.ts";
import { useUi } from "../../stores/ui.ts";
import { AttachmentCard } from "./attachment-card.tsx";
import { AttachmentPages } from "./attachment-pages.tsx";
import "./attachments-panel.css";
import { dragWords, noDragMotionSideways } from "./drag.ts";

const words = texts.attachments;

/** The attachments of the punkt at the caret: dropped, pasted or chosen; in the order the referat will have them. */
export function AttachmentsPanel({ item }: { item: ItemView | null }) {
  const itemId = item?.id ?? null;
  const over = useAdding((state) => state.over !== null && state.over === itemId);
  const shown = useAttachmentPages((state) => state.attachmentId);
  const at = item?.attachments.findIndex(({ id }) => id === shown) ?? -1;
  const attachment = item?.attachments[at];
  if (attachment !== undefined)
    return <AttachmentPages key={attachment.id} attachment={attachment} number={at + 1} onBack={() => backTo(attachment.id)} />;
  if (item === null) return <p className="attachments-none">{words.noItem}</p>;
  return (
    <section className="attachments" aria-label={words.of(item.number, item.title)}>
      <h2 className="attachments-of">{words.of(item.number, item.title || texts.agenda.untitled)}</h2>
      <Refusals />
      {item.attachments.length > 0 && <AttachmentList item={item} />}
      <DropPlace item={item} over={over} />
    </section>
  );
}

function backTo(attachmentId: string): void {
  useAttachmentPages.getState().close();
  requestAnimationFrame(() => document.querySelector<HTMLElement>(`[data-attachment="${attachmentId}"]`)?.focus());
}

function AttachmentList({ item }: { item: ItemView }) {
  const sensors = useSensors(useSensor(PointerSensor, { activationConstraint: { distance: 6 } }));
  const ids = item.attachments.map((attachment) => attachment.id);
  const move = async (id: string, to: number): Promise<void> => {
    const from = ids.indexOf(id);
    if (to === from || to < 0 || to >= ids.length) return;
    const others = ids.filter((each) => each !== id);
    const moved = await useAttachments.getState().move(id, others[to - 1] ?? null);
    if (moved) useUi.getState().say(words.moved(item.attachments[from]?.title ?? "", to + 1));
  };
  const onDragEnd = ({ active, over }: DragEndEvent): void => {
    if (over !== null) void move(String(active.id), ids.indexOf(String(over.id)));
  };
  return (
    <DndContext
      sensors={sensors}
      collisionDetection={closestCenter}
      modifiers={noDragMotionSideways}
      accessibility={dragWords}
      onDragEnd={onDragEnd}
    >
      <SortableContext items={ids} strategy={verticalListSortingStrategy}>
        <ol className="attachment-list">
          {item.attachments.map((attachment, at) => (
            <AttachmentCard
              key={attachment.id}
              attachment={attachment}
              number={at + 1}
              last={at === ids.length - 1}
              onMove={(step) => move(attachment.id, at + step)}
            />
          ))}
        </ol>
      </SortableContext>
    </DndContext>
  );
}

function Refusals() {
  const { refused, dismissRefused } = useAttachments();
  if (refused.length === 0) return null;
  return (
    <InlineAlert tone="error" onDismiss={dismissRefused}>
      <ul className="attachments-refused">
        {[...new Set(refused.map(describeError))].map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </InlineAlert>
  );
}

function DropPlace({ item, over }: { item: ItemView; over: boolean }) {
  const choose = useAdding((state) => state.choose);
  return (
    <div className="drop-place" data-over={over}>
      {over ? (
        <p className="drop-now">{words.dropNow(item.number)}</p>
      ) : (
        <>
          {item.attachments.length === 0 && <p className="drop-title">{words.emptyTitle}</p>}
          <p>{words.dropHere}</p>
          <p className="drop-kinds">{words.kinds}</p>
          <Button icon={<FilePlus2 {...iconProps} />} onClick={() => void choose(item.id)}>
            {words.choose}
          </Button>
        </>
      )}
    </div>
  );
}
