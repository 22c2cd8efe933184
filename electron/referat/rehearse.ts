import type { AppContext } from "../context.ts";
import { composeReferat } from "./compose.ts";
import { readSource } from "./source.ts";

/**
 * Sets the pages of a meeting and reads them again without keeping them, so that the referat that is soon asked for finds everything at
 * hand. One at a time; bilag are only named. What goes wrong here goes wrong again, and is told, when the referat is made.
 */
export function createRehearsal({ store, typesetter, readBack }: Pick<AppContext, "store" | "typesetter" | "readBack">) {
  let running = false;
  const run = async (meetingId: string): Promise<void> => {
    const { meeting, organisation } = readSource({ store }, meetingId);
    const { pdf, pages } = await typesetter.typeset(composeReferat(meeting, { organisation }));
    await readBack.read(pdf, pages, true);
  };
  return (meetingId: string): null => {
    if (running) return null;
    running = true;
    void run(meetingId)
      .catch(() => {})
      .finally(() => {
        running = false;
      });
    return null;
  };
}
