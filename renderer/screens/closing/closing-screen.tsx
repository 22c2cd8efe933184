import { type RefObject, useEffect, useRef } from "react";
import type { MeetingView } from "../../../shared/domain/meeting.ts";
import type { ProofFinding } from "../../../shared/domain/proof-read.ts";
import { describeError } from "../../../shared/error-text.ts";
import { closingTexts } from "../../app/closing-texts.ts";
import { useCommands } from "../../app/keys.ts";
import { versionTexts } from "../../app/version-texts.ts";
import { InlineAlert } from "../../components/inline-alert.tsx";
import { Kbd } from "../../components/kbd.tsx";
import { ToastHost } from "../../components/toast-host.tsx";
import type { MeetingEditorHandle } from "../../editor/meeting-editor.tsx";
import { useClosing } from "../../stores/closing.ts";
import { useFollowUpList } from "../../stores/follow-up-list.ts";
import { useOpenMeeting } from "../../stores/open-meeting.ts";
import { useUi } from "../../stores/ui.ts";
import { DeletedAlert } from "../meeting/deleted-alert.tsx";
import { ChooseVersion } from "./choose-version.tsx";
import { undoLast } from "./closing-actions.ts";
import { ClosingPanel } from "./closing-panel.tsx";
import "./closing-screen.css";
import { DoneList } from "./done-list.tsx";
import { FindingList } from "./finding-list.tsx";
import { findingWords } from "./finding-words.ts";
import { type Findings, useFindings } from "./use-findings.ts";

const words = closingTexts;

type ClosingProps = { editor: RefObject<MeetingEditorHandle | null> };

/** *Afslut mødet*, over the text and what is at hand: what is missing or odd in the meeting, each thing one key away. */
export function ClosingScreen({ editor }: ClosingProps) {
  const meeting = useOpenMeeting((state) => state.meeting);
  return meeting === null ? null : <Closing meeting={meeting} editor={editor} />;
}

function Closing({ meeting, editor }: ClosingProps & { meeting: MeetingView }) {
  const findings = useFindings(meeting);
  const dialog = useUi((state) => state.dialog);
  useCommands({ undo: () => void undo(findings) }, dialog === null);
  useSpokenFindings(findings, meeting);
  return (
    <div className="closing">
      <main className="closing-main" aria-labelledby="closing-title">
        <div className="closing-scroll">
          <div className="closing-page">
            <Head findings={findings} />
            <Notes meeting={meeting} />
            <FindingList meeting={meeting} findings={findings} editor={editor} />
            <DoneList meeting={meeting} done={findings.done} />
          </div>
        </div>
        <ToastHost />
        <Hints />
      </main>
      <ClosingPanel meeting={meeting} findings={findings} />
      {dialog === "choose-version" && <ChooseVersion />}
    </div>
  );
}

function Head({ findings: { open, done, checking } }: { findings: Findings }) {
  const all = open.length + done.length;
  return (
    <header className="closing-head">
      <h2 id="closing-title" className="closing-title" tabIndex={-1}>
        {words.title}
      </h2>
      <p className="closing-lead">
        {words.lead}{" "}
        {all > 0 && (
          <>
            <b>{words.done(done.length, all)}</b> {words.doneTail}
          </>
        )}
      </p>
      {checking && <p className="closing-checking">{words.checking}</p>}
    </header>
  );
}

function Notes({ meeting }: { meeting: MeetingView }) {
  const { unspelled, error, dismissError } = useClosing();
  const owners = useFollowUpList();
  return (
    <>
      <DeletedAlert meetingId={meeting.id} />
      {meeting.locked && <InlineAlert tone="notice">{words.locked}</InlineAlert>}
      {unspelled !== null && <InlineAlert tone="notice">{words.notChecked(describeError(unspelled))}</InlineAlert>}
      {error !== null && (
        <InlineAlert tone="error" onDismiss={dismissError}>
          {describeError(error)}
        </InlineAlert>
      )}
      {owners.error !== null && (
        <InlineAlert tone="error" onDismiss={owners.dismissError}>
          {describeError(owners.error)}
        </InlineAlert>
      )}
    </>
  );
}

/**
 * Says how much there is to look at, once all of it is known; and after that what comes from another PC, as it stands first in the list
 * and may be out of sight.
 */
function useSpokenFindings({ open, checking }: Findings, meeting: MeetingView): void {
  const told = useRef<ReadonlySet<string> | null>(null);
  useEffect(() => {
    const { current: before } = told;
    if (before === null && checking) return;
    const came = open.filter((finding) => finding.kind === "two-versions" && before?.has(arrivalKey(finding)) !== true);
    told.current = new Set([...(before ?? []), ...came.map(arrivalKey)]);
    if (before === null)
      useUi.getState().say(words.said.opened(open.length, open.filter(({ severity }) => severity === "required").length));
    else if (came.length > 0)
      useUi.getState().showToast(versionTexts.cameFirst(came.map((finding) => findingWords(finding, meeting).title)));
  }, [open, checking, meeting]);
}

/** The same as long as nobody writes in the other versions: a choice that is taken back brings nothing new. */
function arrivalKey(finding: ProofFinding): string {
  if (finding.kind !== "two-versions") return finding.id;
  const [, ...others] = finding.twofold.versions;
  return [finding.id, ...others.map(({ actor, counter }) => `${actor} ${counter}`)].join(" ");
}

async function undo({ open }: Findings): Promise<void> {
  const id = await undoLast();
  if (id === null) return;
  useUi.getState().say(words.said.undone(open.length + 1));
  useClosing.getState().choose({ id, at: 0 });
  requestAnimationFrame(() => document.querySelector<HTMLElement>(`[data-finding="${CSS.escape(id)}"]`)?.focus());
}

const hints = [
  [["↑", "↓"], words.hints.choose],
  [["Enter"], words.hints.act],
  [["Mellemrum"], words.hints.keep],
  [["Ctrl Z"], words.hints.undo],
  [["Esc"], words.hints.back],
] as const;

function Hints() {
  return (
    <p className="closing-hints" aria-hidden="true">
      {hints.map(([keys, text]) => (
        <span key={text}>
          {keys.map((key) => (
            <Kbd key={key} keys={key} />
          ))}{" "}
          {text}
        </span>
      ))}
    </p>
  );
}
