import { CalendarDays, CornerDownRight, Folder, FolderCheck, FolderSync, FolderX, Settings2 } from "lucide-react";
import { type ReactNode, useEffect } from "react";
import type { FolderState } from "../../shared/domain/sync-state.ts";
import { clockOrDay } from "../app/clock.ts";
import { liveTexts } from "../app/live-texts.ts";
import { goTo } from "../app/routes.ts";
import { texts } from "../app/texts.ts";
import { FindButton } from "../components/find-button.tsx";
import { iconProps } from "../components/icon.ts";
import { useFolder } from "../stores/folder.ts";
import { useFollowUpList } from "../stores/follow-up-list.ts";
import "./frame.css";

const places = [
  { screen: "meetings", text: texts.nav.meetings, icon: CalendarDays },
  { screen: "follow-ups", text: liveTexts.followUps.title, icon: CornerDownRight },
  { screen: "settings", text: texts.nav.settings, icon: Settings2 },
] as const;

/** The frame of every screen but the meeting: where one can go at the left, the screen itself at the right. */
export function Frame({ current, children }: { current: "meetings" | "follow-ups" | "settings"; children: ReactNode }) {
  const open = useFollowUpList((state) => state.open?.length ?? 0);
  useEffect(() => void useFollowUpList.getState().load(), []);
  return (
    <div className="frame">
      <a className="skip-link" href="#main">
        {texts.nav.skipToContent}
      </a>
      <aside className="frame-side">
        <p className="frame-brand">{texts.product}</p>
        <nav aria-label={texts.nav.label}>
          {places.map(({ screen, text, icon: Icon }) => (
            <button
              key={screen}
              type="button"
              className="frame-place"
              aria-current={screen === current ? "page" : undefined}
              onClick={() => void goTo({ screen })}
            >
              <Icon {...iconProps} />
              <span className="frame-place-text">{text}</span>
              {screen === "follow-ups" && open > 0 && (
                <span className="frame-place-count tabular">
                  {open} <span className="sr-only">{liveTexts.followUps.openOnes}</span>
                </span>
              )}
            </button>
          ))}
        </nav>
        <FolderFoot />
      </aside>
      <div className="frame-find">
        <FindButton />
      </div>
      <main id="main" className="frame-main" tabIndex={-1}>
        <div className="frame-column">{children}</div>
      </main>
    </div>
  );
}

function FolderFoot() {
  const folder = useFolder((state) => state.folder);
  const { icon: Icon, text, more } = footWords(folder);
  return (
    <button type="button" className="frame-foot" onClick={() => void goTo({ screen: "settings" })}>
      <Icon {...iconProps} />
      <span className="frame-foot-text">
        {text}
        <span className="frame-foot-more">{more}</span>
      </span>
    </button>
  );
}

function footWords(folder: FolderState): { icon: typeof Folder; text: string; more: string } {
  const words = texts.folder;
  switch (folder.kind) {
    case "none":
      return { icon: Folder, text: words.none, more: words.noneHint };
    case "publishing":
      return { icon: FolderSync, text: words.publishing, more: folder.name };
    case "trouble":
      return { icon: FolderX, text: words.troubleShort, more: words.waiting(folder.waiting) };
    case "connected":
      return {
        icon: FolderCheck,
        text: words.connected,
        more: folder.lastPublishedAt === null ? words.nothingPublished : words.lastPublished(clockOrDay(folder.lastPublishedAt)),
      };
  }
}
