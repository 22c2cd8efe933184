import type { EditorView } from "@tiptap/pm/view";
import { factsOf, type PartField } from "./parts.ts";
import { editorTexts } from "./texts.ts";

/**
 * Names a part for a screen reader: "Punkt 3, beslutning". `pos` is where it stands in the view's document. An attribute of its own
 * and no decoration: sixty punkter have three hundred of them, to be looked at with every key.
 */
export function labelRegion(dom: HTMLElement, field: PartField, view: EditorView, pos: number | undefined): void {
  dom.setAttribute("role", "group");
  dom.dataset["region"] = field;
  if (pos !== undefined) setNumber(dom, field, factsOf(view.state.doc.resolve(pos).parent).number);
}

/** The punkt that these parts are in has got another number. */
export function relabelRegions(parts: Iterable<Element>, number: number): void {
  for (const part of parts) {
    const field = part instanceof HTMLElement ? part.dataset["region"] : undefined;
    if (field !== undefined) setNumber(part, field as PartField, number);
  }
}

function setNumber(dom: Element, field: PartField, number: number): void {
  dom.setAttribute("aria-label", `${editorTexts.item(number)}, ${editorTexts.regions[field]}`);
}
