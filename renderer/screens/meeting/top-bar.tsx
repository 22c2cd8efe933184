import { ChevronLeft, Download, FolderInput, PanelRight } from "lucide-react";
import { screenTime, weekdayName } from "../../../shared/domain/date.ts";
import type { MeetingView } from "../../../shared/domain/meeting.ts";
import { goBack, goTo } from "../../app/routes.ts";
import { texts } from "../../app/texts.ts";
import { Button, IconButton } from "../../components/button.tsx";
import { FindButton } from "../../components/find-button.tsx";
import { FolderStatus } from "../../components/folder-status.tsx";
import { iconProps } from "../../components/icon.ts";
import { lastCommit, SaveStatus } from "../../components/save-status.tsx";
import { Tooltip } from "../../components/tooltip.tsx";
import { useExport } from "../../stores/export.ts";
import { useFolder } from "../../stores/folder.ts";
import { useMeetingList } from "../../stores/meeting-list.ts";
import { useOpenMeeting } from "../../stores/open-meeting.ts";
import { useUi } from "../../stores/ui.ts";
import { exportReferat, publishMeeting } from "./actions.ts";
import { StateMenu } from "./state-menu.tsx";
import "./top-bar.css";

const words = texts.meeting;

/** Which meeting this is, whether it is saved and in the folder, and the two ways out of the house for it. */
export function TopBar({ meeting, answered }: { meeting: MeetingView; answered: boolean }) {
  return (
    <header className="top-bar">
      <Button look="plain" className="top-back" icon={<ChevronLeft {...iconProps} />} onClick={() => void goBack()}>
        {words.back}
      </Button>
      <span className="top-line" />
      <h1 className="top-title">{meeting.title}</h1>
      <StateMenu meeting={meeting} />
      <Meta meeting={meeting} />
      <div className="top-end">
        <SaveStatus savedAt={meeting.savedAt} answered={answered} />
        <InFolder meeting={meeting} />
        <FindButton />
        <Outputs meetingId={meeting.id} />
        <AsideToggle />
      </div>
    </header>
  );
}

/** Whether what is saved lies in the folder. */
function InFolder({ meeting: { id, savedAt, state } }: { meeting: MeetingView }) {
  const folder = useFolder((store) => store.folder);
  const publishedAt = useMeetingList((store) => store.meetings?.find((each) => each.id === id)?.publishedAt ?? null);
  const isNewer = useOpenMeeting(({ saving }) => saving.kind !== "saved" || lastCommit(saving, savedAt) > (publishedAt ?? ""));
  const held = state === "draft" || state === "approved";
  return <FolderStatus folder={folder} meeting={{ held, publishedAt, isNewer }} onOpen={() => void goTo({ screen: "settings" })} />;
}

function Meta({ meeting }: { meeting: MeetingView }) {
  return (
    <p className="top-meta">
      <span>
        {weekdayName(meeting.date)} {screenTime(meeting.start)}–{screenTime(meeting.end)}
      </span>
      {meeting.place !== "" && <span className="top-place">{meeting.place}</span>}
      {meeting.minuteTaker !== "" && <span className="top-taker">{words.minuteTakerIs(meeting.minuteTaker)}</span>}
    </p>
  );
}

function Outputs({ meetingId }: { meetingId: string }) {
  const exporting = useExport((state) => state.busy);
  const publishing = useFolder((state) => state.busy === "publish");
  return (
    <div className="top-outputs">
      <Tooltip text={words.export} keys="Ctrl E">
        <Button
          icon={<Download {...iconProps} />}
          aria-keyshortcuts="Control+E"
          aria-disabled={exporting}
          onClick={() => void exportReferat(meetingId)}
        >
          <span className="top-output-text">{exporting ? words.exporting : words.export}</span>
        </Button>
      </Tooltip>
      <Tooltip text={words.publish} keys="Ctrl Shift S">
        <Button
          look="primary"
          icon={<FolderInput {...iconProps} />}
          aria-keyshortcuts="Control+Shift+S"
          aria-disabled={publishing}
          onClick={() => void publishMeeting(meetingId)}
        >
          <span className="top-output-text">{publishing ? words.publishing : words.publish}</span>
        </Button>
      </Tooltip>
    </div>
  );
}

/** In a narrow window Ved hånden lies over the text; this shows and hides it. */
function AsideToggle() {
  const { asideOpen, setAsideOpen } = useUi();
  const label = asideOpen ? words.hideAside : words.showAside;
  return (
    <Tooltip text={label} keys="Alt 1">
      <IconButton
        className="top-aside"
        label={label}
        aria-expanded={asideOpen}
        icon={<PanelRight {...iconProps} />}
        onClick={() => setAsideOpen(!asideOpen)}
      />
    </Tooltip>
  );
}
