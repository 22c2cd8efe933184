import { RotateCcw } from "lucide-react";
import { useMemo, useState } from "react";
import { lookDiff } from "../../../shared/domain/look-diff.ts";
import { itemsOf } from "../../../shared/domain/meeting.ts";
import { fieldText } from "../../../shared/domain/revision-steps.ts";
import { isRichText } from "../../../shared/domain/rich-text.ts";
import { wordDiff } from "../../../shared/domain/word-diff.ts";
import { momentOf } from "../../app/clock.ts";
import { texts } from "../../app/texts.ts";
import { Button } from "../../components/button.tsx";
import { iconProps } from "../../components/icon.ts";
import { SegmentedControl } from "../../components/segmented-control.tsx";
import { WordDiff } from "../../components/word-diff.tsx";
import { type ChosenVersion, type FieldPlace, useHistory } from "../../stores/history.ts";
import { useOpenMeeting } from "../../stores/open-meeting.ts";
import { useUi } from "../../stores/ui.ts";

const words = texts.history;

type View = "diff" | "text";

/** A field as it stood, against how it stands now, and the way to bring it back. */
export function HistoryVersion({ place, chosen }: { place: FieldPlace; chosen: ChosenVersion }) {
  const [view, setView] = useState<View>("diff");
  const locked = useOpenMeeting(({ meeting }) => meeting?.locked ?? true);
  const value = useOpenMeeting(({ meeting }) => {
    const item = itemsOf(meeting ?? { categories: [] }).find(({ id }) => id === place.itemId);
    return item === undefined ? "" : item[place.field];
  });
  const [then, now] = [fieldText(place.field, chosen.value), fieldText(place.field, value)];
  const parts = useMemo(
    () => (isRichText(chosen.value) && isRichText(value) ? lookDiff(chosen.value, value) : wordDiff(then, now)),
    [chosen.value, value, then, now],
  );
  const restore = async (): Promise<void> => {
    const undo = await useHistory.getState().restore();
    if (undo !== null) useUi.getState().showToast(words.restored(momentOf(chosen.at)), undo);
  };
  return (
    <article className="history-version" aria-label={words.version(momentOf(chosen.at))}>
      <header className="history-version-head">
        <h4 className="history-version-title tabular">{momentOf(chosen.at)}</h4>
        <SegmentedControl<View> label={words.view} value={view} options={views} onChange={setView} />
      </header>
      <div className="history-text" lang="da">
        {then.trim() === "" && now.trim() === "" ? (
          <p className="history-blank">{words.blank}</p>
        ) : view === "diff" ? (
          <WordDiff parts={parts} same={words.same} />
        ) : (
          <p className="history-plain">{then.trim() === "" ? words.blank : then}</p>
        )}
      </div>
      {view === "diff" && then !== now && <p className="history-legend">{words.legend}</p>}
      {!locked && (
        <Button icon={<RotateCcw {...iconProps} />} onClick={() => void restore()}>
          {words.restore}
        </Button>
      )}
    </article>
  );
}

const views = [
  { value: "diff", text: words.views.diff },
  { value: "text", text: words.views.text },
] as const;
