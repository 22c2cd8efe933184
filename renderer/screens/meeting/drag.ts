import type { Announcements, Modifier } from "@dnd-kit/core";
import type { SortingStrategy, useSortable } from "@dnd-kit/sortable";
import { texts } from "../../app/texts.ts";

const upAndDown: Modifier = ({ transform }) => ({ ...transform, x: 0 });

/** What is dragged in a list follows the list, not the hand to the side. */
export const noDragMotionSideways: Modifier[] = [upAndDown];

/** Lines and headings keep still while one is dragged; {@link dropEdge} shows where it will land. */
export const keepStill: SortingStrategy = () => null;

type Sorting = Pick<ReturnType<typeof useSortable>, "isOver" | "index" | "activeIndex">;

/** The class of a line that what is dragged will land at: above it on the way up, below it on the way down. */
export function dropEdge({ isOver, index, activeIndex }: Sorting): string {
  if (!isOver || index === activeIndex) return "";
  // The first line is a heading: nothing lands above it.
  return activeIndex < index || index === 0 ? "drop-below" : "drop-above";
}

// The move itself is announced when it is saved; a drag by pointer needs no running commentary.
const silent: Announcements = {
  onDragStart: () => undefined,
  onDragOver: () => undefined,
  onDragEnd: () => undefined,
  onDragCancel: () => undefined,
};

/** What the drag library says to a screen reader: how to move without a mouse. */
export const dragWords = { announcements: silent, screenReaderInstructions: { draggable: texts.agenda.dragHelp } };
