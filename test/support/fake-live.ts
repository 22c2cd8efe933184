import type { MeetingView } from "../../shared/domain/meeting.ts";
import { AppFailure } from "../../shared/errors.ts";
import type { Handlers } from "../../shared/ipc/contract.ts";
import type { FakeMain } from "./fake-bridge.ts";

/** The requests of live writing as a main process without any history answers them. */
export function liveHandlers(main: FakeMain) {
  const changed = (meetingId: string, change: Partial<MeetingView>): MeetingView => Object.assign(main.meeting(meetingId), change);
  return {
    "meetings:start": ({ meetingId }) => changed(meetingId, { state: "running" }),
    "meetings:lock": ({ meetingId }) => changed(meetingId, { locked: true }),
    "meetings:reopen": ({ meetingId }) => changed(meetingId, { locked: false }),
    "meetings:approve": ({ meetingId }) => {
      const { previous } = main.meeting(meetingId);
      if (previous === null) throw new AppFailure({ kind: "nothing-to-approve" });
      return changed(meetingId, { previous: { ...previous, state: "approved", approvedAt: "2026-03-10T10:42:07.000Z" } });
    },
    "history:list": () => [],
    "history:at": () => null,
    "history:value": () => null,
    "history:restore": () => main.meetings[0] ?? main.meeting(""),
    "versions:name": ({ name }) => [{ id: crypto.randomUUID(), name, at: "2026-03-10T10:42:07.000Z" }],
    "versions:list": () => [],
    "spelling:check": () => ({ wrong: [] }),
    "spelling:suggest": () => [],
    "spelling:add": () => null,
    "spelling:remove": () => null,
  } satisfies Partial<Handlers>;
}
