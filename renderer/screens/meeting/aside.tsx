import { Tabs } from "radix-ui";
import { itemsOf, type MeetingView } from "../../../shared/domain/meeting.ts";
import { earlierTexts } from "../../app/earlier-texts.ts";
import { liveTexts } from "../../app/live-texts.ts";
import { previewTexts } from "../../app/preview-texts.ts";
import { texts } from "../../app/texts.ts";
import { useOpenMeeting } from "../../stores/open-meeting.ts";
import { type AsideTab, useUi } from "../../stores/ui.ts";
import "./aside.css";
import { AsideEdge } from "./aside-edge.tsx";
import { AttachmentsPanel } from "./attachments-panel.tsx";
import { DetailsPanel } from "./details-panel.tsx";
import { EarlierPanel } from "./earlier-panel.tsx";
import { FollowUpsPanel } from "./follow-ups-panel.tsx";
import { HistoryPanel } from "./history-panel.tsx";
import { PreviewPanel } from "./preview-panel.tsx";

/** *Ved hånden*: the finished pages, what was decided before, the attachments of the punkt at the caret, the meeting's own facts, its follow-ups, and the history of the punkt. A column, or in a narrow window a sheet over the text. */
export function Aside({ meeting }: { meeting: MeetingView }) {
  const { asideTab, asideOpen, showAside } = useUi();
  const activeItemId = useOpenMeeting((state) => state.activeItemId);
  const item = itemsOf(meeting).find((each) => each.id === activeItemId) ?? null;
  const open = meeting.followUps.filter((each) => each.state === "open").length;
  return (
    <aside className="aside" aria-label={texts.aside.label} data-open={asideOpen}>
      <AsideEdge />
      <Tabs.Root className="aside-tabs" value={asideTab} onValueChange={(tab) => showAside(tab as AsideTab)}>
        <Tabs.List className="aside-list" aria-label={texts.aside.label}>
          <Tabs.Trigger className="aside-tab" value="preview">
            {previewTexts.title}
          </Tabs.Trigger>
          <Tabs.Trigger className="aside-tab" value="earlier">
            {earlierTexts.title}
          </Tabs.Trigger>
          <Tabs.Trigger className="aside-tab" value="attachments">
            {texts.aside.attachments}
            {item !== null && item.attachments.length > 0 && <span className="aside-count">{item.attachments.length}</span>}
          </Tabs.Trigger>
          <Tabs.Trigger className="aside-tab" value="details">
            {texts.aside.details}
          </Tabs.Trigger>
          <Tabs.Trigger className="aside-tab" value="follow-ups">
            {liveTexts.followUps.title}
            {open > 0 && <span className="aside-count">{open}</span>}
          </Tabs.Trigger>
          <Tabs.Trigger className="aside-tab" value="history">
            {texts.aside.history}
          </Tabs.Trigger>
        </Tabs.List>
        <Tabs.Content className="aside-panel" value="preview" tabIndex={-1}>
          <PreviewPanel meeting={meeting} />
        </Tabs.Content>
        <Tabs.Content className="aside-panel" value="earlier" tabIndex={-1}>
          <EarlierPanel meeting={meeting} item={item} />
        </Tabs.Content>
        <Tabs.Content className="aside-panel" value="attachments" tabIndex={-1}>
          <AttachmentsPanel item={item} />
        </Tabs.Content>
        <Tabs.Content className="aside-panel" value="details" tabIndex={-1}>
          <DetailsPanel meeting={meeting} />
        </Tabs.Content>
        <Tabs.Content className="aside-panel" value="follow-ups" tabIndex={-1}>
          <FollowUpsPanel meeting={meeting} />
        </Tabs.Content>
        <Tabs.Content className="aside-panel" value="history" tabIndex={-1}>
          <HistoryPanel meeting={meeting} item={item} />
        </Tabs.Content>
      </Tabs.Root>
    </aside>
  );
}
