import { z } from "zod";
import { lineText, uuid } from "./text.ts";

export const followUpState = z.enum(["open", "done"]);
export type FollowUpState = z.infer<typeof followUpState>;

/** Who follows up on what, and when, as far as it is said; `id` is that of its mark in the text. `due` is in words or a date. */
export type FollowUpView = { id: string; itemId: string; text: string; owners: string[]; due: string | null; state: FollowUpState };

/** A follow-up among those of all meetings. `closed` is its punkt's: it must not be shown where an open edition is. */
export type FollowUpListing = FollowUpView & {
  meetingId: string;
  meetingTitle: string;
  meetingDate: string;
  itemNumber: number;
  itemTitle: string;
  closed: boolean;
};

/** What a person changes of a follow-up. Owners and due given here win over what the text is read to say. */
export const followUpEdit = z.strictObject({
  id: uuid,
  owners: z.array(lineText).max(20).optional(),
  due: lineText.nullable().optional(),
  state: followUpState.optional(),
});
export type FollowUpEdit = z.infer<typeof followUpEdit>;
