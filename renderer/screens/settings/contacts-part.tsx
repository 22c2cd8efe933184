import { contactKind } from "../../../shared/domain/public-contact.ts";
import { contactTexts as words } from "../../app/contact-texts.ts";
import { liveTexts } from "../../app/live-texts.ts";
import { useSettings } from "../../stores/settings.ts";
import { useUi } from "../../stores/ui.ts";
import { OneLineForm } from "./one-line-form.tsx";
import { Register, type RegisterLine } from "./register.tsx";

/** Saves the list without one line and with another; false when it was not saved. */
async function replaceContact(old: string | null, added: string | null): Promise<boolean> {
  const { settings, save } = useSettings.getState();
  const kept = settings.publicContacts.filter((each) => each !== old && each !== added);
  await save({ publicContacts: added === null ? kept : [...kept, added] });
  return useSettings.getState().error === null;
}

/** The numbers and addresses that may stand in an open edition. */
export function ContactsPart() {
  const { publicContacts } = useSettings((state) => state.settings);
  const remove = async ({ text }: RegisterLine): Promise<boolean> => {
    if (!(await replaceContact(text, null))) return false;
    useUi.getState().showToast(liveTexts.registers.removed(text), async () => void (await replaceContact(null, text)));
    return true;
  };
  const sorted = [...publicContacts].sort((a, b) => a.localeCompare(b, "da"));
  return (
    <section className="settings-part">
      <h2 className="sr-only">{words.title}</h2>
      <p className="settings-text">{words.intro}</p>
      <ContactForm label={words.contact} contact={null} />
      <Register
        label={words.list}
        lines={sorted.map((contact) => ({ id: contact, text: contact, detail: kindOf(contact), more: "" }))}
        empty={words.empty}
        editor={(contact, onDone) => <ContactForm label={words.edit} contact={contact} onDone={onDone} />}
        onRemove={remove}
      />
    </section>
  );
}

function kindOf(contact: string): string {
  const kind = contactKind(contact);
  return kind === null ? "" : words.kinds[kind];
}

function ContactForm({ label, contact, onDone }: { label: string; contact: string | null; onDone?: () => void }) {
  return (
    <OneLineForm
      label={label}
      value={contact}
      texts={words}
      isRight={(text) => contactKind(text) !== null}
      save={(text) => replaceContact(contact, text.trim())}
      onDone={onDone}
    />
  );
}
