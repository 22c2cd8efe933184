import { CircleAlert, FileText, FolderSync, Lock } from "lucide-react";
import type { ReactNode } from "react";
import { itemsOf, type MeetingView } from "../../../shared/domain/meeting.ts";
import { exportFileName, referatFileName } from "../../../shared/domain/meeting-name.ts";
import type { ProofFinding } from "../../../shared/domain/proof-read.ts";
import { closingTexts } from "../../app/closing-texts.ts";
import { Button } from "../../components/button.tsx";
import { CheckBox } from "../../components/check-box.tsx";
import { iconProps } from "../../components/icon.ts";
import { useAgenda } from "../../stores/agenda.ts";
import { useFolder } from "../../stores/folder.ts";
import { exportReferat } from "../meeting/actions.ts";
import { chooseFolderAndLay } from "./closing-actions.ts";
import "./closing-panel.css";
import { LayingPart } from "./laying-part.tsx";
import type { Findings } from "./use-findings.ts";

const words = closingTexts.panel;

/** What is laid in the shared folder, where, and the key that does it; what was found does not stand in its way. */
export function ClosingPanel({ meeting, findings }: { meeting: MeetingView; findings: Findings }) {
  return (
    <aside className="closing-panel" aria-labelledby="closing-panel-title">
      <div className="closing-panel-what">
        <h3 id="closing-panel-title" className="closing-panel-title">
          {words.title}
        </h3>
        <Laid meeting={meeting} />
        <Facts meeting={meeting} />
      </div>
      <div className="closing-panel-foot">
        <Lacking meeting={meeting} open={findings.open} />
        <LayingPart meeting={meeting} />
      </div>
    </aside>
  );
}

function Laid({ meeting }: { meeting: MeetingView }) {
  const items = itemsOf(meeting);
  const attachments = items.reduce((count, item) => count + item.attachments.length, 0);
  const closed = items.flatMap((item) => (item.closed ? [item.number] : []));
  return (
    <ul className="closing-files">
      <Line icon={<FileText {...iconProps} size={16} />} title={referatFileName(meeting)}>
        {words.referat(items.length, attachments)}
      </Line>
      <ShortToo meeting={meeting} />
      <Line icon={<FolderSync {...iconProps} size={16} />} title={words.copy}>
        {words.copyHint}
      </Line>
      {closed.length > 0 && (
        <Line icon={<Lock {...iconProps} size={16} />} title={words.closed(closed)}>
          {words.closedHint}
          <Button look="plain" className="closing-link" onClick={() => void exportReferat(meeting.id, { edition: "open" })}>
            {words.exportOpen}
          </Button>
        </Line>
      )}
    </ul>
  );
}

/** What the meeting wants is kept with it, so that it holds at each laying, from any PC. */
function ShortToo({ meeting }: { meeting: MeetingView }) {
  const layShort = useAgenda((state) => state.layShort);
  return (
    <li className="closing-file closing-short">
      <CheckBox
        id="closing-short"
        aria-describedby="closing-short-facts"
        checked={meeting.laysShort}
        onChange={(event) => void layShort(event.target.checked)}
      />
      <div>
        <label htmlFor="closing-short" className="closing-file-title">
          {words.short}
        </label>
        <div id="closing-short-facts" className="closing-file-facts">
          {exportFileName(meeting, { form: "short" })}
          <br />
          {words.shortHint}
        </div>
      </div>
    </li>
  );
}

function Line({ icon, title, children }: { icon: ReactNode; title: string; children: ReactNode }) {
  return (
    <li className="closing-file">
      {icon}
      <div>
        <b className="closing-file-title">{title}</b>
        <div className="closing-file-facts">{children}</div>
      </div>
    </li>
  );
}

function Facts({ meeting }: { meeting: MeetingView }) {
  const folder = useFolder((state) => state.folder);
  const open = meeting.followUps.filter(({ state }) => state === "open").length;
  return (
    <dl className="closing-facts">
      <dt>{words.folder}</dt>
      <dd>
        {folder.kind === "none" ? words.noFolder : words.path(meeting.date.slice(0, 4), folder.name)}
        {folder.kind === "none" && (
          <Button look="plain" className="closing-link" onClick={() => void chooseFolderAndLay(null)}>
            {words.chooseFolder}
          </Button>
        )}
      </dd>
      <dt>{words.followUps}</dt>
      <dd>{words.followUpCount(open)}</dd>
      <dt>{words.state}</dt>
      <dd>{words.states[meeting.state]}</dd>
    </dl>
  );
}

function Lacking({ meeting, open }: { meeting: MeetingView; open: readonly ProofFinding[] }) {
  const numbers = (kinds: readonly ProofFinding["kind"][]): number[] => {
    const ids = new Set(open.filter(({ kind }) => kinds.includes(kind)).map(({ itemId }) => itemId));
    return itemsOf(meeting).flatMap(({ id, number }) => (ids.has(id) ? [number] : []));
  };
  if (open.some(({ kind }) => kind === "two-versions")) return <Lack text={words.twofold(numbers(["two-versions"]))} />;
  const what = words.lacks(numbers(["no-decision"]), numbers(["at-point-unanswered", "at-point-unfinished"]));
  return what === "" ? null : <Lack text={words.lacking(what)} />;
}

function Lack({ text }: { text: string }) {
  return (
    <p className="closing-lacking">
      <CircleAlert {...iconProps} size={16} /> {text}
    </p>
  );
}
