import type { FollowUpEdit, FollowUpListing, FollowUpState } from "../../shared/domain/follow-up-view.ts";
import { itemsOf } from "../../shared/domain/meeting.ts";
import { AppFailure } from "../../shared/errors.ts";
import type { Handlers } from "../../shared/ipc/contract.ts";
import type { AppContext } from "../context.ts";
import { getMeeting } from "../meetings/repository.ts";
import { findItem, touchMeeting } from "../meetings/write-repository.ts";
import { setField } from "../store/registers.ts";
import type { Edit, ReadableDB, WritableDB } from "../store/store.ts";
import { findFollowUp, listMeetingsWith } from "./repository.ts";

/** A meeting's follow-ups with the punkt each is from. */
function listings(db: ReadableDB, meetingId: string): FollowUpListing[] {
  const meeting = getMeeting(db, meetingId);
  const items = new Map(itemsOf(meeting).map((item) => [item.id, item]));
  return meeting.followUps.flatMap((followUp) => {
    const item = items.get(followUp.itemId);
    if (item === undefined) return [];
    const { number, title, closed } = item;
    const of = { meetingId, meetingTitle: meeting.title, meetingDate: meeting.date };
    return [{ ...followUp, ...of, itemNumber: number, itemTitle: title, closed }];
  });
}

function list(db: ReadableDB, wanted: FollowUpState): FollowUpListing[] {
  return listMeetingsWith(db, wanted).flatMap((meetingId) => listings(db, meetingId).filter(({ state }) => state === wanted));
}

/** Changes the record, not the minutes: neither a lock nor an approval stands in its way, and it is no correction. */
function save(db: WritableDB, edit: Edit, { id, owners, due, state }: FollowUpEdit): FollowUpListing {
  const row = findFollowUp(db, id);
  const meetingId = row === null || row.deleted ? null : (findItem(db, row.itemId)?.meetingId ?? null);
  if (meetingId === null) throw new AppFailure({ kind: "not-found", what: "follow-up", id });
  if (owners !== undefined) {
    setField(db, edit, "followUp", id, "owners", owners);
    setField(db, edit, "followUp", id, "ownersByHand", true);
  }
  if (due !== undefined) {
    setField(db, edit, "followUp", id, "due", due);
    setField(db, edit, "followUp", id, "dueByHand", true);
  }
  if (state !== undefined) setField(db, edit, "followUp", id, "state", state);
  touchMeeting(db, edit, meetingId);
  const listing = listings(db, meetingId).find((each) => each.id === id);
  if (listing === undefined) throw new AppFailure({ kind: "not-found", what: "follow-up", id });
  return listing;
}

export function createFollowUpHandlers({ store }: AppContext): Pick<Handlers, "follow-ups:list" | "follow-ups:save"> {
  return {
    "follow-ups:list": ({ state }) => store.read((db) => list(db, state)),
    "follow-ups:save": (input) => store.write((db, edit) => save(db, edit, input)),
  };
}
