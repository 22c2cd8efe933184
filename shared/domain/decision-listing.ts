import { z } from "zod";
import { uuid } from "./text.ts";

/** What is looked for among earlier decisions: words, all of them, or with `matter` the matter that a punkt's title names. */
export const decisionSearch = z.strictObject({
  text: z.string().max(200),
  by: z.enum(["words", "matter"]).optional(),
  exceptMeetingId: uuid.optional(),
});
export type DecisionSearch = z.infer<typeof decisionSearch>;

/** A decision of a meeting that was held: its lines, and the one that fits best, the first where only the title does. */
export type DecisionListing = {
  meetingId: string;
  meetingDate: string;
  itemId: string;
  /** Null for a punkt that was added after its meeting was held. */
  itemNumber: number | null;
  itemTitle: string;
  closed: boolean;
  quote: string;
  lines: string[];
};
