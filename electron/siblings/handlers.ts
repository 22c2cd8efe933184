import type { Twofold } from "../../shared/domain/twofold.ts";
import { AppFailure } from "../../shared/errors.ts";
import type { Handlers, Output } from "../../shared/ipc/contract.ts";
import type { AppContext } from "../context.ts";
import { getMeetingPart } from "../meetings/get-part.ts";
import { getMeeting } from "../meetings/repository.ts";
import type { ReadableDB } from "../store/store.ts";
import { chooseVersion, unchoose } from "./choose.ts";
import { listTwofoldOf } from "./repository.ts";

type SiblingHandlers = Pick<Handlers, "siblings:list" | "siblings:choose" | "siblings:undo">;

function answer(db: ReadableDB, meetingId: string): Output<"siblings:choose"> {
  return { meeting: getMeeting(db, meetingId), twofold: listTwofoldOf(db, meetingId) };
}

/** What was written twice without knowing of each other, and a person's choice. */
export function createSiblingHandlers({ store }: Pick<AppContext, "store">): SiblingHandlers {
  // What each register was before it was chosen, for as long as it can be taken back: until the app ends.
  const chosen = new Map<string, Twofold>();
  return {
    "siblings:list": ({ meetingId }) =>
      store.read((db) => {
        getMeetingPart(db, meetingId);
        return listTwofoldOf(db, meetingId);
      }),
    "siblings:choose": (input) =>
      store.write((db, edit) => {
        chosen.set(`${input.id} ${input.field}`, chooseVersion(db, edit, input));
        return answer(db, input.meetingId);
      }),
    "siblings:undo": ({ meetingId, id, field }) =>
      store.write((db, edit) => {
        const before = chosen.get(`${id} ${field}`);
        if (before === undefined) throw new AppFailure({ kind: "not-found", what: "revision", id });
        unchoose(db, edit, meetingId, before);
        return answer(db, meetingId);
      }),
  };
}
