import { type KeyboardEvent, type RefObject, useLayoutEffect, useRef, useState } from "react";
import type { MeetingView } from "../../../shared/domain/meeting.ts";
import type { ProofFinding } from "../../../shared/domain/proof-read.ts";
import { closingTexts } from "../../app/closing-texts.ts";
import { EmptyState } from "../../components/empty-state.tsx";
import type { MeetingEditorHandle } from "../../editor/meeting-editor.tsx";
import { useClosing } from "../../stores/closing.ts";
import { useUi } from "../../stores/ui.ts";
import { OwnerNames } from "../follow-ups/owner-names.tsx";
import { giveOwners, keep } from "./closing-actions.ts";
import { FindingRow } from "./finding-row.tsx";
import "./finding-rows.css";
import { findingWords } from "./finding-words.ts";
import { actsFor } from "./row-acts.ts";
import type { Findings } from "./use-findings.ts";

const words = closingTexts;

type FindingListProps = { meeting: MeetingView; findings: Findings; editor: RefObject<MeetingEditorHandle | null> };

/** All that is left as one list to the arrow keys. Enter does the row's first act, Space keeps it as it is; Tab reaches its other acts. */
export function FindingList({ meeting, findings: { open, checking }, editor }: FindingListProps) {
  const list = useRef<HTMLDivElement>(null);
  const { chosen, choose } = useClosing();
  const [owning, setOwning] = useState<string | null>(null);
  const current = open.find(({ id }) => id === chosen.id) ?? open[Math.min(chosen.at, open.length - 1)];
  const focusRow = (id: string | undefined): void =>
    list.current?.querySelector<HTMLElement>(`[data-finding="${CSS.escape(id ?? "")}"]`)?.focus();
  useKeptFocus(current?.id, focusRow);
  usePlaceOfChosen(open, list);
  const tell = (finding: ProofFinding): void => {
    useUi.getState().say(words.said.left(findingWords(finding, meeting).title, open.length - 1));
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const row = (event.target as HTMLElement).closest<HTMLElement>("[data-row]");
    const at = open.findIndex(({ id }) => id === row?.dataset["row"]);
    const finding = open[at];
    if (finding === undefined || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
    const goal = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: open.length - 1 }[event.key];
    // A key held down acts once: the next row has the focus by then, and nobody has looked at it.
    const held = event.repeat && (event.key === "Enter" || event.key === " ");
    if (goal !== undefined) focusRow(open[goal]?.id);
    else if (!held && event.key === " " && (event.target as HTMLElement).dataset["finding"] !== undefined) void keepRow(finding);
    else if (!held) return;
    event.preventDefault();
  };
  const keepRow = async (finding: ProofFinding): Promise<void> => {
    if (await keep(finding)) tell(finding);
  };
  const takeOwners = async (finding: ProofFinding, owners: string[]): Promise<void> => {
    if (await giveOwners(finding, owners)) tell(finding);
  };
  if (open.length === 0 && !checking) return <EmptyState title={words.allDone}>{words.allDoneText}</EmptyState>;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the rows inside have the focus; the keys are heard in one place for all of them.
    <div ref={list} className="findings" onKeyDown={onKeyDown}>
      <OwnerNames />
      {(["required", "advised"] as const).map((severity) => {
        const rows = open.filter((finding) => finding.severity === severity);
        if (rows.length === 0) return null;
        return (
          <section key={severity} className="finding-group" aria-labelledby={`findings-${severity}`}>
            <h3 id={`findings-${severity}`} className="finding-group-title">
              {words.groups[severity]} <span className="finding-count tabular">{rows.length}</span>
            </h3>
            <ul>
              {rows.map((finding) => (
                <FindingRow
                  key={finding.id}
                  finding={finding}
                  words={findingWords(finding, meeting)}
                  acts={actsFor(finding, meeting, {
                    editor: editor.current,
                    onDone: () => tell(finding),
                    onOwn: () => setOwning(finding.id),
                  })}
                  current={finding === current}
                  owning={owning === finding.id}
                  onFocus={() => choose({ id: finding.id, at: open.indexOf(finding) })}
                  onKeep={() => void keepRow(finding)}
                  onOwners={(owners) => void takeOwners(finding, owners)}
                  onOwned={() => setOwning(null)}
                />
              ))}
            </ul>
          </section>
        );
      })}
    </div>
  );
}

/** What comes in above the row at hand moves it, and the place that its heir will take; it stays in sight. */
function usePlaceOfChosen(open: readonly ProofFinding[], list: RefObject<HTMLElement | null>): void {
  const { chosen, choose } = useClosing();
  const at = open.findIndex(({ id }) => id === chosen.id);
  useLayoutEffect(() => {
    if (at < 0 || at === chosen.at) return;
    choose({ id: chosen.id, at });
    if (list.current?.contains(document.activeElement)) document.activeElement?.scrollIntoView({ block: "nearest" });
  }, [at, chosen, choose, list]);
}

/** The row at hand has the focus when the screen opens, and its heir when it goes; what has it elsewhere keeps it. */
function useKeptFocus(currentId: string | undefined, focusRow: (id: string | undefined) => void): void {
  const opened = useRef(false);
  useLayoutEffect(() => {
    const heading = document.getElementById("closing-title");
    if (!opened.current) heading?.focus();
    opened.current = true;
    const adrift = document.activeElement === document.body || document.activeElement === heading;
    if (adrift && useUi.getState().dialog === null) focusRow(currentId);
  });
}
