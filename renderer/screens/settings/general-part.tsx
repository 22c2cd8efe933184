import { useState } from "react";
import { closedTexts } from "../../app/contact-texts.ts";
import { texts } from "../../app/texts.ts";
import { Field } from "../../components/field.tsx";
import { SegmentedControl } from "../../components/segmented-control.tsx";
import { useSettings } from "../../stores/settings.ts";
import { FolderPart } from "./folder-part.tsx";

const words = texts.settings;

/** What this PC keeps for itself, and the shared folder. */
export function GeneralPart() {
  const { settings, save } = useSettings();
  return (
    <>
      <section className="settings-part">
        <h2 className="settings-title">{words.minuteTakerTitle}</h2>
        <SavedField
          label={words.minuteTaker}
          hint={words.minuteTakerHint}
          value={settings.minuteTaker}
          onSave={(minuteTaker) => void save({ minuteTaker })}
        />
      </section>
      <section className="settings-part">
        <h2 className="settings-title">{words.looksTitle}</h2>
        <div className="settings-choice">
          <span className="field-label">{words.theme}</span>
          <SegmentedControl
            label={words.theme}
            value={settings.theme}
            options={optionsOf(words.themes)}
            onChange={(theme) => void save({ theme })}
          />
        </div>
        <div className="settings-choice">
          <span className="field-label">{words.recordFace}</span>
          <SegmentedControl
            label={words.recordFace}
            value={settings.recordFace}
            options={optionsOf(words.recordFaces)}
            onChange={(recordFace) => void save({ recordFace })}
          />
          <p className="settings-sample">{words.sample}</p>
        </div>
      </section>
      <section className="settings-part">
        <h2 className="settings-title">{words.referatTitle}</h2>
        <SavedField
          label={words.organisation}
          hint={words.organisationHint}
          value={settings.organisation}
          onSave={(organisation) => void save({ organisation })}
        />
        <div className="settings-choice">
          <span className="field-label">{closedTexts.label}</span>
          <SegmentedControl
            label={closedTexts.label}
            value={settings.tellClosed ? "told" : "gap"}
            options={optionsOf(closedTexts.ways)}
            onChange={(way) => void save({ tellClosed: way === "told" })}
          />
          <p className="field-hint">{closedTexts.hint}</p>
        </div>
      </section>
      <FolderPart />
    </>
  );
}

function optionsOf<T extends string>(named: Record<T, string>): { value: T; text: string }[] {
  return (Object.keys(named) as T[]).map((value) => ({ value, text: named[value] }));
}

type SavedFieldProps = { label: string; hint: string; value: string; onSave(value: string): void };

/** Saves when the field is left or Enter is pressed; Esc brings the saved value back. */
function SavedField({ label, hint, value, onSave }: SavedFieldProps) {
  const [typed, setTyped] = useState<string | null>(null);
  const commit = (): void => {
    if (typed !== null && typed.trim() !== value) onSave(typed.trim());
    setTyped(null);
  };
  return (
    <Field
      label={label}
      hint={hint}
      input={{
        value: typed ?? value,
        onChange: (event) => setTyped(event.target.value),
        onBlur: commit,
        onKeyDown: (event) => {
          if (event.key === "Enter") commit();
          if (event.key === "Escape" && typed !== null) setTyped(null);
        },
      }}
    />
  );
}
