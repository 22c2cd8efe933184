import type { EditorView } from "@tiptap/pm/view";
import { scrollingParent } from "./extensions/caret-band.ts";

/** A small box beside the text in the page, never in it. It has the focus while it is open, and gives it back to the text. */
export type FloatingBox = { close(): void };

/** Opens `content` under the line at `pos`, or over it where there is no room; Esc and a click elsewhere close it. Nothing in the text moves. */
export function openFloatingBox(view: EditorView, pos: number, content: HTMLElement, onClosed: () => void): FloatingBox {
  const host = view.dom.parentElement;
  let open = host !== null;
  const close = (): void => {
    if (!open) return;
    open = false;
    content.ownerDocument.removeEventListener("pointerdown", outside, true);
    const hadFocus = content.contains(content.ownerDocument.activeElement);
    content.remove();
    onClosed();
    if (hadFocus && !view.isDestroyed) view.focus();
  };
  const outside = ({ target }: Event): void => {
    if (target instanceof Node && !content.contains(target)) close();
  };
  content.classList.add("floating-box");
  content.addEventListener("keydown", (event) => {
    if (event.key === "Escape") close();
    // Keys pressed here are for the box: neither the text nor the window acts on them.
    if (event.key !== "Tab") event.stopPropagation();
  });
  content.ownerDocument.addEventListener("pointerdown", outside, true);
  host?.append(content);
  if (host !== null) place(content, host, view, pos);
  return { close };
}

function place(box: HTMLElement, host: HTMLElement, view: EditorView, pos: number): void {
  const line = view.coordsAtPos(pos);
  const frame = host.getBoundingClientRect();
  const bottom = scrollingParent(view.dom)?.getBoundingClientRect().bottom ?? window.innerHeight;
  const isBelow = bottom - line.bottom >= box.offsetHeight + 12;
  box.style.left = `${Math.max(12, Math.min(line.left, frame.right - box.offsetWidth - 12) - frame.left)}px`;
  box.style.top = `${(isBelow ? line.bottom + 6 : line.top - box.offsetHeight - 6) - frame.top}px`;
}
