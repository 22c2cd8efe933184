import { type KeyboardEvent, useEffect, useRef, useState } from "react";
import { itemsOf, type MeetingView } from "../../../shared/domain/meeting.ts";
import { exportFileName } from "../../../shared/domain/meeting-name.ts";
import type { Settings } from "../../../shared/domain/settings.ts";
import { attachmentTexts } from "../../app/attachment-texts.ts";
import { formTexts } from "../../app/form-texts.ts";
import { texts } from "../../app/texts.ts";
import { Button } from "../../components/button.tsx";
import { Dialog } from "../../components/dialog.tsx";
import { InlineAlert } from "../../components/inline-alert.tsx";
import { SegmentedControl } from "../../components/segmented-control.tsx";
import { knownTroubles, useExport } from "../../stores/export.ts";
import { useSettings } from "../../stores/settings.ts";
import { useUi } from "../../stores/ui.ts";
import { exportReferat } from "./actions.ts";
import "./export-as.css";

const words = formTexts.exportAs;

type Choice = Settings["exportAs"];

/** Form, edition and format of an export, as they were chosen the last time; Enter anywhere takes them. */
export function ExportAs({ meeting }: { meeting: MeetingView }) {
  const open = useUi((state) => state.dialog === "export-as");
  return open ? <ExportDialog meeting={meeting} /> : null;
}

function ExportDialog({ meeting }: { meeting: MeetingView }) {
  const [choice, setChoice] = useState(useSettings.getState().settings.exportAs);
  const act = useRef<HTMLButtonElement>(null);
  useEffect(() => useExport.getState().rehearse(meeting.id), [meeting.id]);
  const close = (): void => useUi.getState().setDialog(null);
  const take = (): void => {
    close();
    void useSettings.getState().save({ exportAs: choice });
    void exportReferat(meeting.id, choice);
  };
  const change = (part: Partial<Choice>): void => setChoice({ ...choice, ...part });
  return (
    <Dialog
      title={words.title}
      description={words.description}
      width={520}
      first={act}
      onClose={close}
      footer={
        <>
          <Button look="plain" keys="Esc" onClick={close}>
            {texts.cancel}
          </Button>
          <Button look="primary" keys="Enter" ref={act} onClick={take}>
            {words.act}
          </Button>
        </>
      }
    >
      <Choices choice={choice} fileName={exportFileName(meeting, choice)} onChange={change} onTake={take} />
      <Troubles sentences={knownTroubles(meeting, choice)} />
      <p className="export-as-says">{saysOf(choice, itemsOf(meeting).filter((item) => item.closed).length)}</p>
    </Dialog>
  );
}

/** Bad bilag are told while there is time to do something about them. */
function Troubles({ sentences }: { sentences: readonly string[] }) {
  if (sentences.length === 0) return null;
  return (
    <div className="export-as-troubles">
      <InlineAlert tone="notice">
        {attachmentTexts.beforeExport}
        <ul className="writing-warnings">
          {sentences.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      </InlineAlert>
    </div>
  );
}

type ChoicesProps = { choice: Choice; fileName: string; onChange(part: Partial<Choice>): void; onTake(): void };

function Choices({ choice, fileName, onChange, onTake }: ChoicesProps) {
  // A choice of a few takes Enter for itself and does nothing with it.
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== "Enter") return;
    event.preventDefault();
    event.stopPropagation();
    onTake();
  };
  return (
    <div className="export-as" onKeyDownCapture={onKeyDown}>
      <span className="field-label">{words.format}</span>
      <SegmentedControl
        label={words.format}
        value={choice.format}
        options={optionsOf(words.formats)}
        onChange={(format) => onChange({ format })}
      />
      {choice.format !== "json" && (
        <>
          <span className="field-label">{words.form}</span>
          <SegmentedControl
            label={words.form}
            value={choice.form}
            options={optionsOf(words.forms)}
            onChange={(form) => onChange({ form })}
          />
        </>
      )}
      <span className="field-label">{words.edition}</span>
      <SegmentedControl
        label={words.edition}
        value={choice.edition}
        options={optionsOf(words.editions)}
        onChange={(edition) => onChange({ edition })}
      />
      <span className="field-label">{words.fileName}</span>
      <span className="export-as-name">{fileName}</span>
    </div>
  );
}

function optionsOf<T extends string>(names: Readonly<Record<T, string>>): { value: T; text: string }[] {
  return (Object.entries(names) as [T, string][]).map(([value, text]) => ({ value, text }));
}

/** What will be in the file, in a sentence or two. */
function saysOf({ form, edition, format }: Choice, closed: number): string {
  const { says } = words;
  const json = edition === "open" ? says.jsonOpen : says.json;
  const what = format === "json" ? json : form === "short" ? says.short : format === "html" ? says.collectedHtml : says.collected;
  return `${what} ${says[edition](closed)}`.trim();
}
