import { Check, CircleAlert, PencilLine } from "lucide-react";
import { useLayoutEffect, useRef } from "react";
import { clockWithSeconds } from "../app/clock.ts";
import { texts } from "../app/texts.ts";
import { type SaveState, useOpenMeeting } from "../stores/open-meeting.ts";
import { iconProps } from "./icon.ts";
import "./status.css";

type Shown = { savedAt: string; answered: boolean };

/** Whether the text is on the disk. The time is that of the commit; a failure stays and is read aloud at once. */
export function SaveStatus(shown: Shown) {
  const failed = useOpenMeeting(({ saving }) => saving.kind === "failed");
  if (!failed) return <Progress {...shown} />;
  return (
    <div className="status status-failed" role="alert">
      <CircleAlert {...iconProps} />
      {texts.status.failed}
    </div>
  );
}

/**
 * Written into the page past React, as it is another one twice for each save: React looks for the caret before whatever it changes,
 * through all the text in front of it. Both icons stand there and one is shown.
 */
function Progress({ savedAt, answered }: Shown) {
  const status = useRef<HTMLDivElement>(null);
  const words = useRef<HTMLSpanElement>(null);
  useLayoutEffect(() => {
    let told = "";
    const tell = ({ saving }: { saving: SaveState }): void => {
      const text = saving.kind === "saved" ? savedText(lastCommit(saving, savedAt), answered) : texts.status.saving;
      if (text === told || status.current === null || words.current === null) return;
      told = text;
      status.current.dataset["saved"] = String(saving.kind === "saved");
      words.current.textContent = text;
    };
    tell(useOpenMeeting.getState());
    return useOpenMeeting.subscribe(tell);
  }, [savedAt, answered]);
  return (
    <div ref={status} className="status save-status">
      <Check {...iconProps} />
      <PencilLine {...iconProps} />
      <span ref={words} className="tabular" />
    </div>
  );
}

/** A change of the agenda is a commit too, and its time (`savedAt`) is in the meeting itself. */
export function lastCommit(saving: SaveState, savedAt: string): string {
  return saving.kind === "saved" && saving.at > savedAt ? saving.at : savedAt;
}

function savedText(at: string, answered: boolean): string {
  return answered ? texts.status.allSaved : texts.status.saved(clockWithSeconds(at));
}
