/** A decision of a meeting that was held. `quote` is the paragraph that fits best, the first where only the title does. */
export type DecisionListing = {
  meetingId: string;
  meetingDate: string;
  itemId: string;
  /** Null for a punkt that was added after its meeting was held. */
  itemNumber: number | null;
  itemTitle: string;
  closed: boolean;
  quote: string;
};
