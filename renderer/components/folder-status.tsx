import { Folder, FolderCheck, FolderClock, FolderSync, FolderX } from "lucide-react";
import type { FolderState } from "../../shared/domain/sync-state.ts";
import { describeError } from "../../shared/error-text.ts";
import type { AppError } from "../../shared/errors.ts";
import { clockOrDay } from "../app/clock.ts";
import { texts } from "../app/texts.ts";
import { iconProps } from "./icon.ts";
import "./status.css";
import { Tooltip } from "./tooltip.tsx";

/** How one meeting stands to the shared folder: when all of it last lay there, whether it was changed since, and whether it is a referat yet. */
export type MeetingInFolder = { held: boolean; publishedAt: string | null; isNewer: boolean };

/** The folder's state in the top bar; in a narrow window an icon whose words are its name and tooltip. */
export function FolderStatus({ folder, meeting, onOpen }: { folder: FolderState; meeting: MeetingInFolder; onOpen(): void }) {
  const { icon: Icon, text, hint, tone } = wordsOf(folder, meeting);
  return (
    <Tooltip text={hint}>
      <button
        type="button"
        className={`folder-status status status-${tone}`}
        aria-label={hint === text ? text : `${text}. ${hint}`}
        onClick={onOpen}
      >
        <Icon {...iconProps} />
        <span className="status-words">{text}</span>
      </button>
    </Tooltip>
  );
}

type Words = { icon: typeof Folder; text: string; hint: string; tone: "plain" | "trouble" };

function wordsOf(folder: FolderState, meeting: MeetingInFolder): Words {
  const plain = (icon: typeof Folder, text: string, hint = text): Words => ({ icon, text, hint, tone: "plain" });
  switch (folder.kind) {
    case "none":
      return plain(Folder, texts.folder.none, texts.folder.noneHint);
    case "publishing":
      return plain(FolderSync, texts.folder.publishing);
    case "trouble":
      return { icon: FolderX, text: troubleText(folder.error), hint: describeError(folder.error), tone: "trouble" };
    case "connected":
      return publishedWords(meeting, plain);
  }
}

function publishedWords(meeting: MeetingInFolder, plain: (icon: typeof Folder, text: string, hint?: string) => Words): Words {
  if (meeting.publishedAt === null) return plain(Folder, meeting.held ? texts.folder.due : texts.folder.notYet);
  const when = clockOrDay(meeting.publishedAt);
  if (meeting.isNewer) return plain(FolderClock, texts.folder.changedSince(when), texts.folder.changedSinceHint(when));
  return plain(FolderCheck, texts.folder.published(when));
}

function troubleText(error: AppError): string {
  return error.kind === "folder-absent" ? texts.folder.absent : texts.folder.trouble;
}
