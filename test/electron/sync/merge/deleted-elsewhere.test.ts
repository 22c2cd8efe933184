import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import type { FieldChange, MeetingView } from "../../../../shared/domain/meeting.ts";
import type { SavedFields } from "../../../../shared/ipc/contract.ts";
import { itemId, makeMeeting } from "../../../support/meetings.ts";
import { decide, decision, decisionOf, openPc, type Pc, snapshotOf, take } from "./pc.ts";

type Both = { martin: Pc; anna: Pc; meeting: MeetingView; item: string };

/** A meeting that both have, open on Martin's PC. */
function both(): Both {
  const [martin, anna] = [openPc(), openPc()];
  const meeting = makeMeeting(martin.request);
  take(anna, snapshotOf(martin, meeting.id));
  return { martin, anna, meeting, item: itemId(meeting, "Referat") };
}

/** Martin's window saves what he typed; it shows nothing of what came after `received`. */
function typed({ martin, meeting }: Both, change: FieldChange, received = 0, operationId = randomUUID()): SavedFields {
  return martin.request("meetings:save-fields", { operationId, meetingId: meeting.id, changes: [change], received });
}

const titles = ({ request }: Pc): string[] => request("meetings:list", {}).map(({ title }) => title);

describe("a meeting that is deleted on another PC while it is open here", () => {
  it("comes back with what is typed, and comes back there too", () => {
    const office = both();
    const { martin, anna, meeting, item } = office;
    anna.request("meetings:delete", { meetingId: meeting.id });
    take(martin, snapshotOf(anna, meeting.id));
    expect(titles(martin)).toEqual([]);
    expect(typed(office, decision(item, "Skrevet videre."))).toMatchObject({ revived: "meeting" });
    expect(titles(martin)).toEqual([meeting.title]);
    expect(decisionOf(martin, meeting.id, item)).toBe("Skrevet videre.");
    expect(typed(office, decision(item, "Skrevet videre. Og mere."))).toMatchObject({ revived: null });
    take(anna, snapshotOf(martin, meeting.id));
    expect(decisionOf(anna, meeting.id, item)).toBe("Skrevet videre. Og mere.");
  });

  it("gives a save that is sent again its first answer", () => {
    const office = both();
    const { martin, anna, meeting, item } = office;
    anna.request("meetings:delete", { meetingId: meeting.id });
    take(martin, snapshotOf(anna, meeting.id));
    const operationId = randomUUID();
    const first = typed(office, decision(item, "Skrevet videre."), 0, operationId);
    expect(typed(office, decision(item, "Skrevet videre."), 0, operationId)).toEqual(first);
    expect(first.revived).toBe("meeting");
  });

  it("stays deleted while nobody writes, and when it was deleted here", () => {
    const office = both();
    const { martin, anna, meeting, item } = office;
    anna.request("meetings:delete", { meetingId: meeting.id });
    take(martin, snapshotOf(anna, meeting.id));
    take(anna, snapshotOf(martin, meeting.id));
    expect([titles(martin), titles(anna)]).toEqual([[], []]);
    martin.request("meetings:restore", { meetingId: meeting.id });
    martin.request("meetings:delete", { meetingId: meeting.id });
    expect(() => typed(office, decision(item, "For sent."))).toThrow("not-found");
    expect(titles(martin)).toEqual([]);
  });
});

describe("a punkt that is deleted on another PC while it is written in here", () => {
  it("is there again with what was typed, on both", () => {
    const office = both();
    const { martin, anna, meeting, item } = office;
    anna.request("items:delete", { itemId: item });
    take(martin, snapshotOf(anna, meeting.id));
    expect(decisionOf(martin, meeting.id, item)).toBe("");
    expect(typed(office, decision(item, "Skrevet videre."))).toMatchObject({ revived: "part" });
    expect(decisionOf(martin, meeting.id, item)).toBe("Skrevet videre.");
    take(anna, snapshotOf(martin, meeting.id));
    expect(decisionOf(anna, meeting.id, item)).toBe("Skrevet videre.");
  });

  it("stays deleted for what is written elsewhere, and for one who has seen the deletion", () => {
    const office = both();
    const { martin, anna, meeting, item } = office;
    anna.request("items:delete", { itemId: item });
    take(martin, snapshotOf(anna, meeting.id));
    expect(typed(office, decision(itemId(meeting, "Dagsorden"), "Godkendt."))).toMatchObject({ revived: null });
    const { received } = martin.request("meetings:get", { meetingId: meeting.id });
    expect(typed(office, decision(item, "Det sidste, der stod i feltet."), received)).toMatchObject({ revived: null });
    decide(martin, meeting.id, itemId(meeting, "Dagsorden"), "Godkendt uden bemærkninger.");
    expect(decisionOf(martin, meeting.id, item)).toBe("");
  });
});
