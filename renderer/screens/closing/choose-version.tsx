import type { KeyboardEvent } from "react";
import { itemsOf, type MeetingView } from "../../../shared/domain/meeting.ts";
import { isRichText, plainText } from "../../../shared/domain/rich-text.ts";
import type { Twofold, Version } from "../../../shared/domain/twofold.ts";
import { describeError } from "../../../shared/error-text.ts";
import { texts } from "../../app/texts.ts";
import { versionTexts } from "../../app/version-texts.ts";
import { Button } from "../../components/button.tsx";
import { Dialog } from "../../components/dialog.tsx";
import { InlineAlert } from "../../components/inline-alert.tsx";
import { SideDiff } from "../../components/side-diff.tsx";
import { useOpenMeeting } from "../../stores/open-meeting.ts";
import { useVersions } from "../../stores/versions.ts";
import { chooseVersion, endChoosing } from "./version-actions.ts";
import "./choose-version.css";

const words = versionTexts;

/** The versions of a text side by side, with what each has alone marked. A number chooses the one that bears it, the last number all. */
export function ChooseVersion() {
  const { shown, error } = useVersions();
  const meeting = useOpenMeeting((state) => state.meeting);
  if (shown === null) return null;
  const { versions } = shown;
  const textOf = (version: Version): string => (shown.field === "itemId" ? itemText(version, meeting) : shownText(version));
  const choices: (Version | null)[] = [...versions, ...(isText(shown) ? [null] : [])];
  const onKeyDown = (event: KeyboardEvent): void => {
    const choice = choices[Number(event.key) - 1];
    if (choice === undefined || event.repeat || event.ctrlKey || event.altKey || event.metaKey) return;
    event.preventDefault();
    void chooseVersion(shown, choice);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the dialog inside has the focus; its keys come up here.
    <div className="versions-keys" onKeyDown={onKeyDown}>
      <Dialog
        title={words.title(shown, versions.length)}
        description={words.description}
        width={920}
        onClose={endChoosing}
        footer={choices.map((choice, at) => (
          <Button key={choice?.actor ?? "all"} keys={`${at + 1}`} onClick={() => void chooseVersion(shown, choice)}>
            {choice === null ? words.all : words.take(choice.by)}
          </Button>
        ))}
      >
        {error !== null && <InlineAlert tone="error">{describeError(error)}</InlineAlert>}
        <div className="versions">
          {versions.map((version, at) => (
            <section key={version.actor} className="version" aria-label={words.version(version.by)}>
              <h3 className="version-title">{words.version(version.by)}</h3>
              <SideDiff text={textOf(version)} other={textOf(versions[at === 0 ? 1 : 0] ?? version)} empty={words.empty} />
            </section>
          ))}
        </div>
      </Dialog>
    </div>
  );
}

function isText({ versions }: Twofold): boolean {
  return versions.some(({ value }) => isRichText(value));
}

/** The punkt at which someone came or left. */
function itemText({ value }: Version, meeting: MeetingView | null): string {
  const item = itemsOf(meeting ?? { categories: [] }).find(({ id }) => id === value);
  return item === undefined ? words.noItem : texts.attendance.item(item.number, item.title || texts.agenda.untitled);
}

function shownText({ value }: Version): string {
  if (value === null) return "";
  if (Array.isArray(value)) return value.join("\n");
  return typeof value === "object" ? plainText(value) : String(value);
}
