import type { MeetingProposal } from "../../../shared/domain/template.ts";
import { texts } from "../../app/texts.ts";
import type { DraftField, MeetingDraft } from "../../stores/new-meeting.ts";
import { CaseLines } from "./case-lines.tsx";

const words = texts.newMeeting;

type AgendaPartProps = { draft: MeetingDraft; proposal: MeetingProposal; faults: ReadonlySet<DraftField> };

/** The agenda as it will be: the fixed points as they stand, and the cases of the day in the first category. */
export function AgendaPart({ draft, proposal, faults }: AgendaPartProps) {
  let number = 0;
  return (
    <section aria-label={words.agenda}>
      <p className="new-agenda-series">{words.series(proposal.seriesTitle)}</p>
      {proposal.categories.map((category, index) => {
        const fixed = category.items.map((item) => ({ ...item, number: ++number }));
        const firstCase = number + 1;
        if (index === 0) number += draft.cases.length + (draft.next.title.trim() === "" ? 0 : 1);
        return (
          <div key={category.name} className="new-category">
            {category.name !== "" && <h3 className="new-category-name">{category.name}</h3>}
            <ol>
              {fixed.map((item) => (
                <li key={item.number} className="new-item">
                  <span className="new-item-number tabular">{item.number}</span>
                  <span className="new-item-title">{item.title}</span>
                  {item.minutes !== null && <span className="new-item-minutes">{texts.agenda.minutes(item.minutes)}</span>}
                </li>
              ))}
            </ol>
            {index === 0 && <CaseLines draft={draft} firstNumber={firstCase} checked={faults.has("cases")} />}
          </div>
        );
      })}
    </section>
  );
}
