import { useEffect } from "react";
import { texts } from "../../app/texts.ts";
import { useOpenMeeting } from "../../stores/open-meeting.ts";
import { useUi } from "../../stores/ui.ts";

const quietFor = 2_000;
const atMostEvery = 30_000;

/** Says "Alt er gemt" once the writing has paused, and not more than twice a minute. A failure is said by the status itself. */
export function useSaveAnnouncement(): void {
  useEffect(() => {
    let wrote = false;
    let lastSaid = Number.NEGATIVE_INFINITY;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const announce = (): void => {
      if (performance.now() - lastSaid < atMostEvery) return;
      lastSaid = performance.now();
      wrote = false;
      useUi.getState().say(texts.status.allSaved);
    };
    const stop = useOpenMeeting.subscribe(({ saving: { kind } }, before) => {
      if (kind === before.saving.kind) return;
      clearTimeout(timer);
      if (kind !== "saved") wrote = true;
      else if (wrote) timer = setTimeout(announce, quietFor);
    });
    return () => {
      stop();
      clearTimeout(timer);
    };
  }, []);
}
