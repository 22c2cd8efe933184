import { useMeetingList } from "../stores/meeting-list.ts";
import { useOpenMeeting } from "../stores/open-meeting.ts";
import { type Route, useUi } from "../stores/ui.ts";

/** Goes to a screen. What is written in the open meeting is saved first; when it cannot be saved, the meeting stays open with its error. */
export async function goTo(route: Route): Promise<void> {
  const { route: from, setRoute } = useUi.getState();
  const moves = from.screen === "meeting" && (route.screen !== "meeting" || route.meetingId !== from.meetingId);
  if (moves && !(await useOpenMeeting.getState().close())) return;
  setRoute(route);
  if (route.screen !== "meeting") void useMeetingList.getState().load();
}

/** One step back: from a meeting or the settings to the list. */
export async function goBack(): Promise<void> {
  if (useUi.getState().route.screen !== "meetings") await goTo({ screen: "meetings" });
}
