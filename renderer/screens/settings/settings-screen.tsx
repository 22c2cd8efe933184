import { Tabs } from "radix-ui";
import { useEffect } from "react";
import { describeError } from "../../../shared/error-text.ts";
import { contactTexts } from "../../app/contact-texts.ts";
import { liveTexts } from "../../app/live-texts.ts";
import { texts } from "../../app/texts.ts";
import { InlineAlert } from "../../components/inline-alert.tsx";
import { useRegisters } from "../../stores/registers.ts";
import { useSettings } from "../../stores/settings.ts";
import { useUi } from "../../stores/ui.ts";
import { Frame } from "../frame.tsx";
import { ContactsPart } from "./contacts-part.tsx";
import { GeneralPart } from "./general-part.tsx";
import { PeoplePart } from "./people-part.tsx";
import { PhrasesPart } from "./phrases-part.tsx";
import "./register.css";
import "./settings-screen.css";
import { WordsPart } from "./words-part.tsx";

const words = texts.settings;
const registers = liveTexts.registers;

const tabs = [
  { id: "general", text: registers.general, part: GeneralPart },
  { id: "people", text: registers.people.title, part: PeoplePart },
  { id: "phrases", text: registers.phrases.title, part: PhrasesPart },
  { id: "contacts", text: contactTexts.title, part: ContactsPart },
  { id: "words", text: registers.words.title, part: WordsPart },
] as const;

/** What this PC keeps for itself, and the lists that writing draws on. Each change is saved when it is made. */
export function SettingsScreen() {
  const settingsError = useSettings((state) => state.error);
  const { error, dismissError } = useRegisters();
  const about = useUi((state) => state.about);
  useEffect(() => void useRegisters.getState().load(), []);
  return (
    <Frame current="settings">
      <div className="settings">
        <header>
          <h1 className="screen-title">{words.title}</h1>
          <p className="settings-intro">{words.intro}</p>
        </header>
        {settingsError !== null && <InlineAlert tone="error">{describeError(settingsError)}</InlineAlert>}
        {error !== null && (
          <InlineAlert tone="error" onDismiss={dismissError}>
            {describeError(error)}
          </InlineAlert>
        )}
        <Tabs.Root className="settings-panel" defaultValue="general">
          <Tabs.List className="settings-tabs" aria-label={registers.label}>
            {tabs.map(({ id, text }) => (
              <Tabs.Trigger key={id} className="settings-tab" value={id}>
                {text}
              </Tabs.Trigger>
            ))}
          </Tabs.List>
          {tabs.map(({ id, part: Part }) => (
            <Tabs.Content key={id} className="settings-panel" value={id} tabIndex={-1}>
              <Part />
            </Tabs.Content>
          ))}
        </Tabs.Root>
        {about !== null && (
          <p className="settings-about">
            {words.version(about.version)}
            {about.standIn && ` · ${words.standIn}`}
          </p>
        )}
      </div>
    </Frame>
  );
}
