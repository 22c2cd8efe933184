import type { AttachmentOutcome, Input, Output } from "../../shared/ipc/contract.ts";

type Channel = "attachments:choose" | "attachments:add-chosen";
type Ask = <C extends Channel>(channel: C, input: Input<C>) => Output<C> | Promise<Output<C>>;

/** Adds the files that the dialog gives, one after the other as the window does. */
export async function addChosen(request: Ask, itemId: string): Promise<AttachmentOutcome[]> {
  const chosen = await request("attachments:choose", { itemId });
  const outcomes: AttachmentOutcome[] = [];
  for (const { fileId } of chosen ?? []) outcomes.push(await request("attachments:add-chosen", { itemId, fileId }));
  return outcomes;
}
