import type { Announcements, Modifier } from "@dnd-kit/core";
import { texts } from "../../app/texts.ts";

const upAndDown: Modifier = ({ transform }) => ({ ...transform, x: 0 });

/** What is dragged in a list follows the list, not the hand to the side. */
export const noDragMotionSideways: Modifier[] = [upAndDown];

// The move itself is announced when it is saved; a drag by pointer needs no running commentary.
const silent: Announcements = {
  onDragStart: () => undefined,
  onDragOver: () => undefined,
  onDragEnd: () => undefined,
  onDragCancel: () => undefined,
};

/** What the drag library says to a screen reader: how to move without a mouse. */
export const dragWords = { announcements: silent, screenReaderInstructions: { draggable: texts.agenda.dragHelp } };
