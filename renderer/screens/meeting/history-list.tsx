import { Tag } from "lucide-react";
import type { RevisionEntry } from "../../../shared/domain/history.ts";
import { revisionSteps } from "../../../shared/domain/revision-steps.ts";
import { momentOf } from "../../app/clock.ts";
import { texts } from "../../app/texts.ts";
import { versionTexts } from "../../app/version-texts.ts";
import { Button } from "../../components/button.tsx";
import { iconProps } from "../../components/icon.ts";
import { useHistory } from "../../stores/history.ts";
import { useUi } from "../../stores/ui.ts";

const words = texts.history;

/** A pause this long ends a line of the list; the slider stops at each revision. */
const pause = 20_000;
const mostShown = 60;

/** The named versions of the meeting, and when the field was written in, the latest first. */
export function HistoryList({ entries }: { entries: readonly RevisionEntry[] }) {
  const { versions, chosen } = useHistory();
  const steps = revisionSteps(entries, pause).reverse().slice(0, mostShown);
  const { chooseMoment, chooseRevision } = useHistory.getState();
  return (
    <>
      <section className="history-part" aria-label={words.named}>
        <h4 className="field-label">{words.named}</h4>
        <ul>
          {versions.map(({ id, name, at }) => (
            <li key={id}>
              <button type="button" className="history-line" aria-pressed={chosen?.at === at} onClick={() => void chooseMoment(at)}>
                <span className="history-name">{name}</span>
                <span className="tabular">{momentOf(at)}</span>
              </button>
            </li>
          ))}
        </ul>
        <Button look="plain" className="history-add" icon={<Tag {...iconProps} />} onClick={() => useUi.getState().setNaming(true)}>
          {words.nameNow}
        </Button>
      </section>
      {steps.length > 0 && (
        <section className="history-part" aria-label={words.written}>
          <h4 className="field-label">{words.written}</h4>
          <ul>
            {steps.map(({ last, sizeChange }) => (
              <li key={last.id}>
                <button
                  type="button"
                  className="history-line"
                  aria-pressed={chosen?.revisionId === last.id}
                  onClick={() => void chooseRevision(last)}
                >
                  <span className="history-name">
                    <span className="tabular">{momentOf(last.at)}</span>
                    {last.by !== null && ` · ${last.by || versionTexts.someone}`}
                  </span>
                  <span className="history-size tabular">{last.actor === null ? words.before : words.sizeChange(sizeChange)}</span>
                </button>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}
