import type { MeetingView } from "../../../shared/domain/meeting.ts";
import type { ProofFinding } from "../../../shared/domain/proof-read.ts";
import { closingTexts } from "../../app/closing-texts.ts";
import { versionTexts } from "../../app/version-texts.ts";
import type { MeetingEditorHandle } from "../../editor/meeting-editor.tsx";
import { useClosing } from "../../stores/closing.ts";
import { useUi } from "../../stores/ui.ts";
import { showAttendance } from "../meeting/actions.ts";
import { carryOut } from "./closing-actions.ts";
import { showVersions } from "./version-actions.ts";

const words = closingTexts.acts;

/** What can be done about a finding at one key; the first is what Enter does. */
export type RowAct = { label: string; run(): void };

type Surroundings = { editor: MeetingEditorHandle | null; onDone(): void; onOwn(): void };

/** The acts of a finding besides keeping it. A locked meeting only shows the places. */
export function actsFor(finding: ProofFinding, meeting: MeetingView, around: Surroundings): RowAct[] {
  const go = goTo(finding, around.editor);
  if (finding.kind === "two-versions")
    return meeting.locked
      ? [go]
      : [
          { label: versionTexts.choose, run: () => showVersions(finding.twofold) },
          finding.twofold.entity === "attendance" ? go : { ...go, label: words.goToText },
        ];
  if (meeting.locked) return [go];
  if (finding.kind === "no-owner")
    return [
      { label: words.chooseOwner, run: around.onOwn },
      { ...go, label: words.goToText },
    ];
  const word = finding.kind === "spelling" ? [addWord(finding.word, around.onDone)] : [];
  if (finding.proposal === null) return [go, ...word];
  const first: RowAct = {
    label: finding.proposal.kind === "replace" ? words.correct : finding.proposal.lines.join(" "),
    run: () => {
      if (carryOut(finding)) around.onDone();
    },
  };
  return [first, { ...go, label: finding.kind === "no-decision" ? words.goToDecision : words.writeSelf }, ...word];
}

function addWord(word: string, onDone: () => void): RowAct {
  const add = async (): Promise<void> => {
    if (await useClosing.getState().addWord(word)) onDone();
  };
  return { label: words.addWord, run: () => void add() };
}

/** The place in the text, or the punkt's bilag at hand. */
function goTo(finding: ProofFinding, editor: MeetingEditorHandle | null): RowAct {
  const { itemId } = finding;
  if (finding.kind === "attends-twice" || (finding.kind === "two-versions" && finding.twofold.entity === "attendance"))
    return { label: versionTexts.toAttendance, run: showAttendance };
  if (finding.kind === "no-decision" || finding.kind === "at-point-unanswered" || finding.kind === "at-point-unfinished")
    return { label: words.goToDecision, run: () => editor?.focusItem(itemId, "decision") };
  if (finding.kind === "no-owner" || finding.kind === "two-versions")
    return { label: words.goToText, run: () => editor?.focusItem(itemId, "decision") };
  const place = "place" in finding ? finding.place : null;
  if (place === null || place.field === "attachments") {
    return {
      label: words.goToAttachments,
      run: () => {
        editor?.focusItem(itemId);
        useUi.getState().showAside("attachments");
      },
    };
  }
  const { field, block, from, to } = place;
  const at = { field, block, from, words: finding.text.slice(from, to) };
  return { label: words.goToText, run: () => editor?.focusWords(itemId, at) };
}
