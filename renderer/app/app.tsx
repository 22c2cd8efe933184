import { Tooltip } from "radix-ui";
import { useEffect } from "react";
import { ToastHost } from "../components/toast-host.tsx";
import { FollowUpsScreen } from "../screens/follow-ups/follow-ups-screen.tsx";
import { KeysDialog } from "../screens/keys/keys-dialog.tsx";
import { MeetingScreen } from "../screens/meeting/meeting-screen.tsx";
import { MeetingsScreen } from "../screens/meetings/meetings-screen.tsx";
import { NewMeetingDialog } from "../screens/new-meeting/new-meeting-dialog.tsx";
import { Palette } from "../screens/palette/palette.tsx";
import { SettingsScreen } from "../screens/settings/settings-screen.tsx";
import { useMeetingList } from "../stores/meeting-list.ts";
import { useSettings } from "../stores/settings.ts";
import { useUi } from "../stores/ui.ts";
import { hearMainProcess } from "./from-main.ts";
import { useCommands } from "./keys.ts";
import { LiveRegion } from "./live-region.tsx";
import { Notices } from "./notices.tsx";
import { goBack, goTo } from "./routes.ts";

/** The window: one screen at a time, what lies over it, and the commands that work everywhere. */
export function App() {
  const { route, dialog, setDialog } = useUi();
  useEffect(hearMainProcess, []);
  useAppearance();
  useCommands(
    {
      "new-meeting": () => setDialog("new-meeting"),
      import: () => void importMeeting(),
      settings: () => void goTo({ screen: "settings" }),
      meetings: () => void goBack(),
      "follow-ups": () => void goTo({ screen: "follow-ups" }),
      keys: () => setDialog("keys"),
      palette: () => setDialog("palette"),
      "find-everywhere": () => setDialog("search"),
    },
    dialog === null,
  );
  useUndoKey(dialog === null);
  return (
    <Tooltip.Provider delayDuration={400}>
      <div className="app">
        <Notices />
        <div className="app-screen">
          {route.screen === "meetings" && <MeetingsScreen />}
          {route.screen === "meeting" && <MeetingScreen meetingId={route.meetingId} itemId={route.itemId ?? null} />}
          {route.screen === "follow-ups" && <FollowUpsScreen />}
          {route.screen === "settings" && <SettingsScreen />}
        </div>
      </div>
      {route.screen !== "meeting" && <ToastHost />}
      {dialog === "new-meeting" && <NewMeetingDialog />}
      {dialog === "keys" && <KeysDialog />}
      {dialog === "palette" && <Palette />}
      {dialog === "search" && <Palette start="?" />}
      <LiveRegion />
    </Tooltip.Provider>
  );
}

/** Opens the meeting that was read from a file; a refusal is shown on the list. */
async function importMeeting(): Promise<void> {
  const meetingId = await useMeetingList.getState().importFile();
  if (meetingId !== null) await goTo({ screen: "meeting", meetingId });
  else if (useMeetingList.getState().error !== null) await goTo({ screen: "meetings" });
}

function useUndoKey(active: boolean): void {
  const hasUndo = useUi((state) => state.toast?.undo != null);
  useCommands({ undo: () => void useUi.getState().undoToast() }, active && hasUndo);
}

function useAppearance(): void {
  const { theme, recordFace } = useSettings((state) => state.settings);
  useEffect(() => {
    const { dataset } = document.documentElement;
    if (theme === "system") delete dataset["theme"];
    else dataset["theme"] = theme;
    dataset["recordFace"] = recordFace;
  }, [theme, recordFace]);
}
