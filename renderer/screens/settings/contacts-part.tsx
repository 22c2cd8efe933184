import { useEffect, useRef, useState } from "react";
import { contactKind } from "../../../shared/domain/public-contact.ts";
import { contactTexts as words } from "../../app/contact-texts.ts";
import { liveTexts } from "../../app/live-texts.ts";
import { Field } from "../../components/field.tsx";
import { useSettings } from "../../stores/settings.ts";
import { useUi } from "../../stores/ui.ts";
import { LineForm } from "./line-form.tsx";
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
  const [text, setText] = useState(contact ?? "");
  const [wrong, setWrong] = useState(false);
  const isEdit = onDone !== undefined;
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (isEdit) input.current?.select();
  }, [isEdit]);
  const submit = async (): Promise<void> => {
    const typed = text.trim();
    setWrong(contactKind(typed) === null);
    if (contactKind(typed) === null) return input.current?.focus();
    if (!(await replaceContact(contact, typed))) return;
    if (onDone) return onDone();
    useUi.getState().say(liveTexts.registers.added(typed));
    setText("");
    input.current?.focus();
  };
  return (
    <LineForm
      label={label}
      submit={isEdit ? liveTexts.registers.save : words.add}
      onSubmit={() => void submit()}
      {...(onDone && { onCancel: onDone })}
    >
      <Field
        label={label}
        className="line-form-long"
        error={wrong ? words.error : null}
        input={{ ref: input, value: text, onChange: (event) => setText(event.target.value) }}
      />
    </LineForm>
  );
}
