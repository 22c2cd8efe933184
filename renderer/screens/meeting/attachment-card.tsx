import { useSortable } from "@dnd-kit/sortable";
import { CSS } from "@dnd-kit/utilities";
import { ArrowDown, ArrowUp, BookOpen, Ellipsis, ExternalLink, FileText, Image, Pencil, Trash2, TriangleAlert } from "lucide-react";
import { type KeyboardEvent, useRef, useState } from "react";
import type { AttachmentView } from "../../../shared/domain/meeting.ts";
import { describeBytes } from "../../../shared/error-text.ts";
import { attachmentTexts } from "../../app/attachment-texts.ts";
import { texts } from "../../app/texts.ts";
import { IconButton } from "../../components/button.tsx";
import { iconProps } from "../../components/icon.ts";
import { Menu, MenuEntry, MenuLine } from "../../components/menu.tsx";
import { QuietInput } from "../../components/quiet-input.tsx";
import { useAttachmentPages } from "../../stores/attachment-pages.ts";
import { useAttachments } from "../../stores/attachments.ts";
import { useOpenMeeting } from "../../stores/open-meeting.ts";
import { useUi } from "../../stores/ui.ts";

const words = texts.attachments;

type AttachmentCardProps = { attachment: AttachmentView; number: number; last: boolean; onMove(step: 1 | -1): Promise<void> };

/** One attachment: its number, name, kind and size. Enter shows its pages, Shift+Enter opens it elsewhere, F2 renames, Alt+Shift+arrows move, Delete deletes. */
export function AttachmentCard({ attachment, number, last, onMove }: AttachmentCardProps) {
  const { setNodeRef, listeners, transform, transition, isDragging } = useSortable({ id: attachment.id });
  const [renaming, setRenaming] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const refocus = (): void => void requestAnimationFrame(() => button.current?.focus());
  const show = (): void => void useAttachmentPages.getState().show(attachment.id);
  const open = (): void => void useAttachments.getState().open(attachment.id);
  const moveAndStay = async (step: 1 | -1): Promise<void> => {
    await onMove(step);
    refocus();
  };
  const rename = (title: string): boolean => {
    if (title === "") return false;
    useOpenMeeting.getState().changeField({ entity: "attachment", id: attachment.id, field: "title", value: title });
    return true;
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : null;
    if (step !== null && event.altKey && event.shiftKey) void moveAndStay(step);
    else if (event.key === "Enter" && event.shiftKey) open();
    else if (event.key === "F2") setRenaming(true);
    else if (event.key === "Delete") void removeWithUndo(attachment);
    else return;
    event.preventDefault();
  };
  const Icon = attachment.mediaType.startsWith("image/") ? Image : FileText;
  const facts = `${words.kind[attachment.mediaType]} · ${describeBytes(attachment.bytes)}`;
  return (
    <li
      ref={setNodeRef}
      className={isDragging ? "attachment attachment-dragged" : "attachment"}
      style={{ transform: CSS.Translate.toString(transform), transition }}
    >
      <Icon {...iconProps} className="attachment-icon" />
      {renaming ? (
        <QuietInput
          className="attachment-input"
          label={words.name(number)}
          value={attachment.title}
          onCommit={rename}
          onDone={(byKey) => {
            setRenaming(false);
            if (byKey) refocus();
          }}
        />
      ) : (
        <button
          ref={button}
          type="button"
          className="attachment-open"
          data-attachment={attachment.id}
          onClick={show}
          onKeyDown={onKeyDown}
          {...listeners}
        >
          <span className="attachment-title">
            <span className="sr-only">{words.number(number)}, </span>
            {attachment.title}
          </span>
          <span className="attachment-facts tabular">
            <span aria-hidden="true">{words.number(number)} · </span>
            {facts}
          </span>
          {attachment.trouble !== null && (
            <span className="attachment-trouble">
              <TriangleAlert {...iconProps} />
              {attachment.fileName} {attachment.trouble}
            </span>
          )}
        </button>
      )}
      <AttachmentMenu
        attachment={attachment}
        first={number === 1}
        last={last}
        onShow={show}
        onOpen={open}
        onRename={() => setRenaming(true)}
        onMove={(step) => void moveAndStay(step)}
      />
    </li>
  );
}

async function removeWithUndo(attachment: AttachmentView): Promise<void> {
  const card = document.querySelector(`[data-attachment="${attachment.id}"]`)?.closest("li");
  const heir =
    (card?.nextElementSibling ?? card?.previousElementSibling)?.querySelector<HTMLElement>(".attachment-open") ??
    card?.closest(".attachments")?.querySelector<HTMLElement>(".drop-place button");
  const restore = await useAttachments.getState().remove(attachment.id);
  if (restore === null) return;
  useUi.getState().showToast(words.removed(attachment.title), restore);
  requestAnimationFrame(() => {
    if (document.activeElement === document.body) heir?.focus();
  });
}

type AttachmentMenuProps = {
  attachment: AttachmentView;
  first: boolean;
  last: boolean;
  onShow(): void;
  onOpen(): void;
  onRename(): void;
  onMove(step: 1 | -1): void;
};

function AttachmentMenu({ attachment, first, last, onShow, onOpen, onRename, onMove }: AttachmentMenuProps) {
  const focusMoved = useRef(false);
  const rename = (): void => {
    focusMoved.current = true;
    requestAnimationFrame(onRename);
  };
  return (
    <Menu
      label={words.menu(attachment.title)}
      keepFocus={() => focusMoved.current}
      onOpenChange={(open) => {
        if (open) focusMoved.current = false;
      }}
      trigger={<IconButton label={words.menu(attachment.title)} icon={<Ellipsis {...iconProps} />} />}
    >
      <MenuEntry icon={<BookOpen {...iconProps} />} keys="Enter" onSelect={onShow}>
        {attachmentTexts.pages.show}
      </MenuEntry>
      <MenuEntry icon={<ExternalLink {...iconProps} />} keys="Shift Enter" onSelect={onOpen}>
        {attachmentTexts.pages.openElsewhere}
      </MenuEntry>
      <MenuEntry icon={<Pencil {...iconProps} />} keys="F2" onSelect={rename}>
        {words.rename}
      </MenuEntry>
      <MenuLine />
      <MenuEntry icon={<ArrowUp {...iconProps} />} keys="Alt Shift ↑" disabled={first} onSelect={() => onMove(-1)}>
        {texts.agenda.moveUp}
      </MenuEntry>
      <MenuEntry icon={<ArrowDown {...iconProps} />} keys="Alt Shift ↓" disabled={last} onSelect={() => onMove(1)}>
        {texts.agenda.moveDown}
      </MenuEntry>
      <MenuLine />
      <MenuEntry icon={<Trash2 {...iconProps} />} keys="Delete" onSelect={() => void removeWithUndo(attachment)}>
        {words.remove}
      </MenuEntry>
    </Menu>
  );
}
