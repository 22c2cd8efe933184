import { Check, CircleAlert, PencilLine } from "lucide-react";
import { clockWithSeconds } from "../app/clock.ts";
import { texts } from "../app/texts.ts";
import type { SaveState } from "../stores/open-meeting.ts";
import { iconProps } from "./icon.ts";
import "./status.css";

/** Whether the text is on the disk. The time is that of the commit; a failure stays and is read aloud at once. */
export function SaveStatus({ saving, answered }: { saving: SaveState; answered: boolean }) {
  if (saving.kind === "failed") {
    return (
      <div className="status status-failed" role="alert">
        <CircleAlert {...iconProps} />
        {texts.status.failed}
      </div>
    );
  }
  const saved = saving.kind === "saved";
  return (
    <div className="status save-status">
      {saved ? <Check {...iconProps} /> : <PencilLine {...iconProps} />}
      <span className="tabular">{saved ? savedText(saving.at, answered) : texts.status.saving}</span>
    </div>
  );
}

function savedText(at: string, answered: boolean): string {
  return answered ? texts.status.allSaved : texts.status.saved(clockWithSeconds(at));
}
