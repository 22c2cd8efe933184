import { useEffect, useState } from "react";
import { itemsOf, type MeetingView } from "../../../shared/domain/meeting.ts";
import { attachmentTexts } from "../../app/attachment-texts.ts";
import { useAdding } from "../../stores/adding.ts";
import { useOpenMeeting } from "../../stores/open-meeting.ts";
import { useUi } from "../../stores/ui.ts";
import "./incoming-files.css";

/** Where held files would go: the punkt, and where it stands in the window when they are held right over it. */
type Target = { itemId: string; box: DOMRect | null };

/** Files dropped on a punkt become its attachments; dropped elsewhere or pasted, those of the punkt being written. */
export function IncomingFiles({ meeting }: { meeting: MeetingView }) {
  const target = useFilesOverWindow();
  usePastedFiles();
  const item = itemsOf(meeting).find((each) => each.id === target?.itemId);
  const box = target?.box;
  if (item === undefined || box === null || box === undefined) return null;
  return (
    <div className="drop-mark" style={{ top: box.top, left: box.left, width: box.width, height: box.height }}>
      <p className="drop-mark-text">{attachmentTexts.dropOn(item.number)}</p>
    </div>
  );
}

function addTo(itemId: string, files: readonly File[]): void {
  useUi.getState().showAside("attachments");
  void useAdding.getState().addFiles(itemId, files);
}

/** A row of the agenda or a punkt in the text; else the punkt being written. */
function targetOf(event: DragEvent): Target | null {
  const at = event.target instanceof Element ? event.target : null;
  const element = at?.closest<HTMLElement>("[data-item], [data-item-id]") ?? at?.closest("li")?.querySelector<HTMLElement>("[data-item]");
  const itemId = element?.dataset["item"] ?? element?.dataset["itemId"];
  if (element !== undefined && element !== null && itemId !== undefined) return { itemId, box: element.getBoundingClientRect() };
  const { activeItemId } = useOpenMeeting.getState();
  return activeItemId === null ? null : { itemId: activeItemId, box: null };
}

function useFilesOverWindow(): Target | null {
  const [target, setTarget] = useState<Target | null>(null);
  useEffect(() => {
    const isFiles = (event: DragEvent): boolean => event.dataTransfer?.types.includes("Files") ?? false;
    const show = (next: Target | null): void => {
      setTarget((now) => (now?.itemId === next?.itemId && now?.box?.top === next?.box?.top ? now : next));
      useAdding.getState().holdOver(next?.itemId ?? null);
    };
    const held = (event: DragEvent): void => {
      if (!isFiles(event)) return;
      event.preventDefault();
      show(targetOf(event));
    };
    const left = (event: DragEvent): void => {
      if (event.relatedTarget === null) show(null);
    };
    const dropped = (event: DragEvent): void => {
      if (!isFiles(event)) return;
      event.preventDefault();
      event.stopPropagation();
      show(null);
      const files = [...(event.dataTransfer?.files ?? [])];
      const to = targetOf(event);
      if (to !== null && files.length > 0) addTo(to.itemId, files);
    };
    window.addEventListener("dragover", held, true);
    window.addEventListener("dragleave", left);
    window.addEventListener("drop", dropped, true);
    return () => {
      window.removeEventListener("dragover", held, true);
      window.removeEventListener("dragleave", left);
      window.removeEventListener("drop", dropped, true);
    };
  }, []);
  return target;
}

/** A pasted file becomes an attachment; pasted words, with or without a picture of them beside, stay words. */
function usePastedFiles(): void {
  useEffect(() => {
    const pasted = (event: ClipboardEvent): void => {
      const files = [...(event.clipboardData?.files ?? [])];
      const hasText = event.clipboardData?.types.some((type) => type.startsWith("text/")) ?? false;
      const { activeItemId } = useOpenMeeting.getState();
      if (activeItemId === null || files.length === 0 || hasText) return;
      event.preventDefault();
      event.stopPropagation();
      addTo(activeItemId, files.map(named));
    };
    window.addEventListener("paste", pasted, true);
    return () => window.removeEventListener("paste", pasted, true);
  }, []);
}

/** A picture from the clipboard has no name of its own: the browser calls each of them the same. */
function named(file: File): File {
  return file.name === "image.png" ? new File([file], attachmentTexts.pastedImage, { type: file.type }) : file;
}
