import { itemsOf } from "../../../shared/domain/meeting.ts";
import { AppFailure } from "../../../shared/errors.ts";
import { readableReferat } from "../make-html.ts";
import { assertNoLeak, type ReferatSource } from "../source.ts";
import { pasteableItem, pasteableReferat } from "./pasteable.ts";
import { plainItem, plainReferat } from "./plain.ts";

/** The same words twice: for a program that takes formatted text, and for one that does not. */
export type ClipboardText = { html: string; text: string };

/** The referat, or one punkt of it, to be pasted elsewhere. Throws AppFailure `not-found`, and `referat-leaks` for the open edition. */
export function makeCopy(source: ReferatSource, itemId: string | null): ClipboardText {
  const document = readableReferat(source, "collected");
  if (itemId === null) {
    const copied = { html: pasteableReferat(document), text: plainReferat(document) };
    assertNoLeak(source, copied.text, [copied.html]);
    return copied;
  }
  const index = itemsOf(source.meeting).findIndex(({ id }) => id === itemId);
  const item = document.categories.flatMap(({ items }) => items)[index];
  if (item === undefined) throw new AppFailure({ kind: "not-found", what: "item", id: itemId });
  return { html: pasteableItem(item), text: plainItem(item) };
}
