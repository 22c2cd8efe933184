import { CircleCheck } from "lucide-react";
import type { MeetingView } from "../../../shared/domain/meeting.ts";
import type { ProofFinding } from "../../../shared/domain/proof-read.ts";
import { closingTexts } from "../../app/closing-texts.ts";
import { iconProps } from "../../components/icon.ts";
import { useClosing } from "../../stores/closing.ts";
import { Quoted } from "./finding-row.tsx";
import "./finding-rows.css";
import { findingWords } from "./finding-words.ts";

const words = closingTexts;

/** What has been solved, here or in the text, and what stays as it is. */
export function DoneList({ meeting, done }: { meeting: MeetingView; done: readonly ProofFinding[] }) {
  const kept = useClosing((state) => state.kept);
  if (done.length === 0) return null;
  return (
    <section className="finding-group" aria-labelledby="findings-done">
      <h3 id="findings-done" className="finding-group-title">
        {words.groups.done} <span className="finding-count tabular">{done.length}</span>
      </h3>
      <ul>
        {done.map((finding) => {
          const { title, number, text } = findingWords(finding, meeting);
          const stays = kept.has(finding.id);
          return (
            <li key={finding.id} className="finding-done">
              <CircleCheck {...iconProps} size={16} />
              <p>
                <b>{title}</b>{" "}
                <span className="finding-place">
                  {words.punkt(number)}
                  {stays && ` · ${words.kept}`}
                </span>
              </p>
              <p className="finding-text">
                <Quoted {...text} after={stays ? null : text.after} />
              </p>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
