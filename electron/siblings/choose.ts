import { fieldChange } from "../../shared/domain/meeting.ts";
import { isBlank, isRichText } from "../../shared/domain/rich-text.ts";
import type { Twofold, Version } from "../../shared/domain/twofold.ts";
import { AppFailure } from "../../shared/errors.ts";
import type { Input } from "../../shared/ipc/contract.ts";
import { assertUnlocked, noteEdit } from "../meetings/note-edit.ts";
import { applyChanges } from "../meetings/save-fields.ts";
import { chooseValue, setField } from "../store/registers.ts";
import { addSibling } from "../store/siblings.ts";
import type { Edit, ReadableDB, WritableDB } from "../store/store.ts";
import { fieldOf, fieldValue, keepVersions } from "./keep-versions.ts";
import { listTwofoldOf } from "./repository.ts";

type Choice = Input<"siblings:choose">;

/** Throws AppFailure `two-versions` for a meeting that says two things: what is printed or approved must say one. */
export function assertChosen(db: ReadableDB, meetingId: string): void {
  const twofold = listTwofoldOf(db, meetingId);
  if (twofold.length === 0) return;
  const numbers = [...new Set(twofold.flatMap(({ itemNumber }) => itemNumber ?? []))];
  const place = numbers.length === 0 ? "mødets oplysninger" : `punkt ${new Intl.ListFormat("da").format(numbers.map(String))}`;
  throw new AppFailure({ kind: "two-versions", place });
}

/** Makes one version of a register the one, or all of them after one another, as an edit of its own. Gives what it was before. */
export function chooseVersion(db: WritableDB, edit: Edit, { meetingId, choice, ...register }: Choice): Twofold {
  const twofold = getTwofold(db, meetingId, register);
  const value = choice === "all" ? joined(twofold.versions) : versionOf(twofold, choice).value;
  keepVersions(db, edit, meetingId, twofold, value);
  write(db, edit, meetingId, twofold, value);
  chooseValue(db, edit, twofold.entity, twofold.id, twofold.field as never, value as never);
  return twofold;
}

/** What was chosen is taken back as a new edit: the version that stood stands again, the others beside it. */
export function unchoose(db: WritableDB, edit: Edit, meetingId: string, { versions: [stood, ...beside], ...twofold }: Twofold): void {
  if (stood === undefined) return;
  write(db, edit, meetingId, twofold, stood.value);
  for (const { actor, counter, value } of beside) addSibling(db, twofold, { value, dot: [actor, counter] });
}

function getTwofold(db: ReadableDB, meetingId: string, { entity, id, field }: Omit<Choice, "meetingId" | "choice">): Twofold {
  const found = listTwofoldOf(db, meetingId).find((each) => each.entity === entity && each.id === id && each.field === field);
  if (found === undefined) throw new AppFailure({ kind: "not-found", what: "revision", id });
  return found;
}

function versionOf({ id, versions }: Twofold, { actor, counter }: Exclude<Choice["choice"], "all">): Version {
  const found = versions.find((version) => version.actor === actor && version.counter === counter);
  if (found === undefined) throw new AppFailure({ kind: "not-found", what: "revision", id });
  return found;
}

/** Texts after one another; of what is no text the first stands. */
function joined(versions: readonly Version[]): Version["value"] {
  const texts = versions.flatMap(({ value }) => (isRichText(value) && !isBlank(value) ? [value] : []));
  if (texts.length === 0) return versions[0]?.value ?? null;
  return { type: "doc", content: texts.flatMap(({ content }) => content) };
}

/** Through the same check and the same history as what a person writes. */
function write(db: WritableDB, edit: Edit, meetingId: string, register: Omit<Twofold, "versions">, value: Version["value"]): void {
  if (register.entity === "attendance") {
    setAttendanceField(db, edit, meetingId, register, value);
    return;
  }
  applyChanges(db, edit, meetingId, [fieldChange.parse({ ...fieldOf(register), value: fieldValue(db, register, value) })]);
}

/** The attendance is no field of the window's: its list is saved as a whole, and has no history. */
function setAttendanceField(db: WritableDB, edit: Edit, meetingId: string, { id, field }: Omit<Twofold, "versions">, value: unknown): void {
  assertUnlocked(db, meetingId);
  setField(db, edit, "attendance", id, field as never, value as never);
  noteEdit(db, edit, meetingId);
}
