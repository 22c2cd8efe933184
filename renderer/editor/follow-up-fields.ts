import type { FollowUpFacts } from "./follow-up-facts.ts";
import { editorTexts } from "./texts.ts";

const words = editorTexts.followUp;

/**
 * Who follows up and when, to be written by hand. `save` gives a Danish sentence when it could not be saved; the fields then stay
 * with what was written in them.
 */
export function followUpFields(facts: FollowUpFacts, save: (facts: FollowUpFacts) => Promise<string | null>): HTMLFormElement {
  const form = document.createElement("form");
  form.className = "follow-up-fields";
  form.setAttribute("role", "dialog");
  form.setAttribute("aria-label", words.name);
  const owners = field(words.owners, facts.owners.join(", "), words.ownersHint);
  const due = field(words.due, facts.due ?? "", words.dueHint);
  const failure = document.createElement("p");
  failure.className = "follow-up-failure";
  failure.setAttribute("role", "alert");
  const button = document.createElement("button");
  button.type = "submit";
  button.className = "button button-primary";
  button.textContent = words.save;
  form.append(owners.label, due.label, failure, button);
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    failure.textContent = "";
    failure.textContent = await save({ owners: namesIn(owners.input.value), due: due.input.value.trim() || null });
  });
  return form;
}

function field(name: string, value: string, hint: string): { label: HTMLLabelElement; input: HTMLInputElement } {
  const label = document.createElement("label");
  label.className = "field";
  const text = document.createElement("span");
  text.className = "field-label";
  text.textContent = name;
  const input = document.createElement("input");
  input.className = "input";
  input.value = value;
  input.placeholder = hint;
  input.maxLength = 200;
  input.autocomplete = "off";
  label.append(text, input);
  return { label, input };
}

/** "FAS, MØB og Bine" as three names. */
function namesIn(text: string): string[] {
  const names = text.split(/\s*(?:[,;&]|\sog\s)\s*/u).map((name) => name.trim());
  return [...new Set(names.filter((name) => name !== ""))].slice(0, 20);
}
