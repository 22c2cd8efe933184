import { seriesTitle } from "../../shared/domain/meeting-name.ts";
import type { Handlers, Input } from "../../shared/ipc/contract.ts";
import type { AppContext } from "../context.ts";
import { getSettings } from "../settings/repository.ts";
import { setDeleted } from "../store/registers.ts";
import { listPostponed, withCarried } from "./carried-repository.ts";
import { notFound } from "./get-part.ts";
import { holdMeeting } from "./hold.ts";
import { fromProposal } from "./new-meeting.ts";
import { assertUnlocked } from "./note-edit.ts";
import { createMeeting, getMeeting, listMeetings } from "./repository.ts";
import { saveFields } from "./save-fields.ts";
import { approvePrevious, setLaysShort, setLocked, startMeeting } from "./states.ts";
import { localDay, proposedDate, proposeMeeting, readTemplate } from "./template.ts";
import { findLatestPlannedDate, findMeetingPart, touchMeeting } from "./write-repository.ts";

type MeetingChannels =
  | "meetings:list"
  | "meetings:propose"
  | "meetings:create"
  | "meetings:get"
  | "meetings:save-fields"
  | "meetings:start"
  | "meetings:hold"
  | "meetings:approve"
  | "meetings:lock"
  | "meetings:lay-short"
  | "meetings:reopen"
  | "meetings:delete"
  | "meetings:restore";

function propose({ store, clock, resourcesDir }: AppContext, input: Input<"meetings:propose">) {
  return store.read((db) => {
    const date = input.date ?? proposedDate(localDay(clock.now()), findLatestPlannedDate(db));
    const template = readTemplate(resourcesDir);
    const postponed = listPostponed(db, seriesTitle(template.seriesName, date), date);
    return proposeMeeting(template, date, getSettings(db).minuteTaker, postponed);
  });
}

function markMeeting({ store }: AppContext, meetingId: string, deleted: boolean): null {
  return store.write((db, edit) => {
    if (findMeetingPart(db, meetingId) === null) throw notFound("meeting", meetingId);
    if (deleted) assertUnlocked(db, meetingId);
    if (setDeleted(db, edit, "meeting", meetingId, deleted)) touchMeeting(db, edit, meetingId);
    return null;
  });
}

export function createMeetingHandlers(context: AppContext): Pick<Handlers, MeetingChannels> {
  const { store } = context;
  return {
    "meetings:list": () => store.read(listMeetings),
    "meetings:propose": (input) => propose(context, input),
    "meetings:create": (proposal) =>
      store.write((db, edit) => getMeeting(db, createMeeting(db, edit, withCarried(db, fromProposal(proposal))))),
    "meetings:get": ({ meetingId }) => store.read((db) => getMeeting(db, meetingId)),
    "meetings:save-fields": (input) => store.write((db, edit) => saveFields(db, edit, input)),
    "meetings:start": ({ meetingId }) =>
      store.write((db, edit) => {
        startMeeting(db, edit, meetingId);
        return getMeeting(db, meetingId);
      }),
    "meetings:hold": ({ meetingId }) =>
      store.write((db, edit) => {
        holdMeeting(db, edit, meetingId);
        return getMeeting(db, meetingId);
      }),
    "meetings:approve": ({ meetingId }) => store.write((db, edit) => approvePrevious(db, edit, meetingId)),
    "meetings:lay-short": ({ meetingId, short }) => store.write((db, edit) => setLaysShort(db, edit, meetingId, short)),
    "meetings:lock": ({ meetingId }) => store.write((db, edit) => setLocked(db, edit, meetingId, true)),
    "meetings:reopen": ({ meetingId }) => store.write((db, edit) => setLocked(db, edit, meetingId, false)),
    "meetings:delete": ({ meetingId }) => markMeeting(context, meetingId, true),
    "meetings:restore": ({ meetingId }) => markMeeting(context, meetingId, false),
  };
}
