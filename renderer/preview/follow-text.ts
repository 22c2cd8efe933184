import { onTextChanged, useOpenMeeting } from "../stores/open-meeting.ts";

/** The pages are set this long after the last key, so that those of one burst cost one setting. */
const quietMs = 40;
/** While someone writes on without a pause they are set this often all the same. */
const longestMs = 400;

/** Calls `refresh` now, and when the text or the meeting has changed, until the returned function is called. A key only sets a timer. */
export function followText(refresh: () => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let since = 0;
  let refreshing = false;
  const run = (): void => {
    since = 0;
    // What is written is read for it, and the meeting is another by that: no reason to set the pages once more.
    refreshing = true;
    refresh();
    refreshing = false;
  };
  const changed = (): void => {
    const now = performance.now();
    since ||= now;
    clearTimeout(timer);
    timer = setTimeout(run, Math.max(0, Math.min(quietMs, since + longestMs - now)));
  };
  const stopText = onTextChanged(changed);
  const stopMeeting = useOpenMeeting.subscribe(({ meeting }, before) => {
    if (meeting !== before.meeting && !refreshing) changed();
  });
  run();
  return () => {
    clearTimeout(timer);
    stopText();
    stopMeeting();
  };
}
