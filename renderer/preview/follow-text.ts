import { onTextChanged, useOpenMeeting } from "../stores/open-meeting.ts";

/**
 * Calls `refresh` now, and after the frame that shows a change of the text or the meeting, until the returned function is called.
 * What is written during one waits for its end, so that the newest text is never behind several that are out of date.
 */
export function followText(refresh: () => Promise<void>): () => void {
  let due = true;
  let running = false;
  let frame = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const run = async (): Promise<void> => {
    running = true;
    while (due) {
      due = false;
      await refresh();
    }
    running = false;
  };
  const changed = (): void => {
    if (due) return;
    due = true;
    // The frame of the key comes first.
    if (!running) frame = requestAnimationFrame(() => (timer = setTimeout(run)));
  };
  const stopText = onTextChanged(changed);
  const stopMeeting = useOpenMeeting.subscribe(({ meeting }, before) => {
    if (meeting !== before.meeting) changed();
  });
  void run();
  return () => {
    due = false;
    cancelAnimationFrame(frame);
    clearTimeout(timer);
    stopText();
    stopMeeting();
  };
}
