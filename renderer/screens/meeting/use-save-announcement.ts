import { useEffect, useRef } from "react";
import { texts } from "../../app/texts.ts";
import { useOpenMeeting } from "../../stores/open-meeting.ts";
import { useUi } from "../../stores/ui.ts";

const quietFor = 2_000;
const atMostEvery = 30_000;

/** Says "Alt er gemt" once the writing has paused, and not more than twice a minute. A failure is said by the status itself. */
export function useSaveAnnouncement(): void {
  const kind = useOpenMeeting((state) => state.saving.kind);
  const wrote = useRef(false);
  const lastSaid = useRef(Number.NEGATIVE_INFINITY);
  useEffect(() => {
    if (kind !== "saved") wrote.current = true;
    if (kind !== "saved" || !wrote.current) return;
    const timer = setTimeout(() => {
      if (performance.now() - lastSaid.current < atMostEvery) return;
      lastSaid.current = performance.now();
      wrote.current = false;
      useUi.getState().say(texts.status.allSaved);
    }, quietFor);
    return () => clearTimeout(timer);
  }, [kind]);
}
