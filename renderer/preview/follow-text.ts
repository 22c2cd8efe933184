import { onTextChanged, useOpenMeeting } from "../stores/open-meeting.ts";

/** Pages that are set in less are shown before the next key of someone who writes fast: to bring them here and draw them takes as long. */
const briefMs = 50;
/** Others wait until no key has come for so long, or a change has waited so many times as long as they take: a ninth of the time is theirs. */
const pauseMs = 120;
const timesLonger = 8;

/**
 * Calls `refresh` now, and after the frame that shows a change of the text or the meeting, until the returned function is called.
 * What is written during one waits for its end, so that the newest text is never behind several that are out of date. Where they take
 * long, as seen of the last three, a pause between keys is waited for: two processors are what they share with the keys.
 */
export function followText(refresh: () => Promise<void>): () => void {
  let due = true;
  let running = false;
  let frame = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const change = { first: 0, last: 0 };
  let lastTook: number[] = [0];
  const waitMs = (): number => {
    const took = Math.min(...lastTook);
    if (took < briefMs) return 0;
    return Math.min(change.last + pauseMs, change.first + timesLonger * took) - performance.now();
  };
  const setNow = async (): Promise<void> => {
    due = false;
    const started = performance.now();
    await refresh();
    lastTook = [...lastTook, performance.now() - started].slice(-3);
  };
  const run = async (): Promise<void> => {
    running = true;
    while (due) {
      const wait = waitMs();
      if (wait > 0) await new Promise((resolve) => (timer = setTimeout(resolve, wait)));
      else await setNow();
    }
    running = false;
  };
  const changed = (): void => {
    change.last = performance.now();
    if (due) return;
    due = true;
    change.first = change.last;
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
