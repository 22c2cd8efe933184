import { randomUUID } from "node:crypto";
import type { FieldChange, MeetingView } from "../../shared/domain/meeting.ts";
import type { RichText } from "../../shared/domain/rich-text.ts";
import type { Request } from "./store.ts";

/** A rich text of one paragraph a line. */
export function paragraphs(...lines: string[]): RichText {
  return { type: "doc", content: lines.map((text) => ({ type: "paragraph", content: [{ type: "text", text }] })) };
}

/** The proposed meeting, made as it is proposed. */
export function makeMeeting(request: Request): MeetingView {
  return request("meetings:create", request("meetings:propose", {}));
}

export function save(request: Request, meetingId: string, ...changes: FieldChange[]): { savedAt: string } {
  return request("meetings:save-fields", { operationId: randomUUID(), meetingId, changes });
}

/** The id of a punkt by its title. */
export function itemId(meeting: MeetingView, title: string): string {
  const found = meeting.categories.flatMap((category) => category.items).find((item) => item.title === title);
  if (found === undefined) throw new Error(`no punkt ${title}`);
  return found.id;
}
