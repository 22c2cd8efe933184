import { call, on } from "../api/call.ts";
import { useAttendance } from "../stores/attendance.ts";
import { findRunning, useClock } from "../stores/clock.ts";
import { useExport } from "../stores/export.ts";
import { shownError } from "../stores/failure.ts";
import { useFolder } from "../stores/folder.ts";
import { useMeetingList } from "../stores/meeting-list.ts";
import { useOpenMeeting } from "../stores/open-meeting.ts";
import { useSettings } from "../stores/settings.ts";
import { onWake } from "../stores/tick.ts";
import { useUi } from "../stores/ui.ts";
import { useVersions } from "../stores/versions.ts";
import { texts } from "./texts.ts";
import { versionTexts } from "./version-texts.ts";

/** Fills the stores and listens to the main process, until the returned function is called. */
export function hearMainProcess(): () => void {
  const stops = [
    on("folder:changed", (folder) => {
      useFolder.getState().heard(folder);
      void useMeetingList.getState().load();
    }),
    on("meetings:received", ({ meetingIds }) => {
      void useMeetingList.getState().load();
      const { meeting, takeOver } = useOpenMeeting.getState();
      if (meeting === null || !meetingIds.includes(meeting.id)) return;
      const before = knownVersions(meeting.id);
      void takeOver().then(() => tellOfVersions(meeting.id, before));
    }),
    on("referat:progressed", (progress) => {
      useExport.getState().heard(progress);
      useFolder.getState().heardProgress(progress);
    }),
    on("app:noticed", (notice) => useUi.getState().addNotices([notice])),
    on("app:close-requested", () => void letWindowClose()),
    onWake((asleepSince) => void standStill(asleepSince)),
  ];
  void useMeetingList.getState().load();
  void useSettings.getState().load();
  void useFolder.getState().load();
  void loadStatus();
  return () => {
    for (const stop of stops) stop();
  };
}

function knownVersions(meetingId: string): number {
  const { meetingId: known, twofold } = useVersions.getState();
  return known === meetingId ? twofold.length : 0;
}

/** What is now written twice is told at once; it is chosen in Afslut mødet, which tells of it itself. */
async function tellOfVersions(meetingId: string, before: number): Promise<void> {
  await useVersions.getState().load(meetingId);
  const { length } = useVersions.getState().twofold;
  if (length > before && !useUi.getState().closing) useUi.getState().showToast(versionTexts.came(length));
}

/** A lid that is closed for the night, or a break, is no time spent on a punkt. */
async function standStill(asleepSince: number): Promise<void> {
  const stopped = await useClock.getState().sleptFrom(asleepSince);
  if (stopped !== null) useUi.getState().showToast(texts.clock.slept(stopped.number), stopped.undo);
}

/** The window closes only when what was written is saved; else it stays, with the failure in sight. */
async function letWindowClose(): Promise<void> {
  const saved = [await useOpenMeeting.getState().flush(), await useAttendance.getState().settle()];
  if (!saved.every((each) => each)) return;
  const { meeting } = useOpenMeeting.getState();
  // Nobody stops it while the window is closed; the next words of a decision start it again.
  if (meeting !== null && findRunning(meeting) !== null) await useClock.getState().pause();
  await call("app:flushed", {});
}

async function loadStatus(): Promise<void> {
  try {
    const { version, standIn, notices } = await call("app:status", {});
    useUi.getState().setAbout({ version, standIn });
    useUi.getState().addNotices(notices);
  } catch (thrown) {
    useUi.getState().addNotices([{ kind: "error", error: shownError(thrown) }]);
  }
}
