import { describe, expect, it } from "vitest";
import { createSiblingHandlers } from "../../../../electron/siblings/handlers.ts";
import { listTwofoldOf } from "../../../../electron/siblings/repository.ts";
import type { AttendanceEntry } from "../../../../shared/domain/attendance.ts";
import { itemId, makeMeeting } from "../../../support/meetings.ts";
import { testContext } from "../../../support/store.ts";
import { openPc, type Pc, snapshotOf, take } from "./pc.ts";

const entry = (name: string, status: AttendanceEntry["status"] = "present", reason = "", at: string | null = null): AttendanceEntry => ({
  ...{ name, status, reason, itemId: at },
});

/** A meeting that both have, with Lars away on it. */
function both(...entries: AttendanceEntry[]): { martin: Pc; anna: Pc; id: string; item: string } {
  const [martin, anna] = [openPc(), openPc()];
  const meeting = makeMeeting(martin.request);
  martin.request("attendance:set", { meetingId: meeting.id, entries });
  take(anna, snapshotOf(martin, meeting.id));
  return { martin, anna, id: meeting.id, item: itemId(meeting, "Referat") };
}

const set = ({ request }: Pc, meetingId: string, entries: AttendanceEntry[], received?: number) =>
  request("attendance:set", { meetingId, entries, ...(received === undefined ? {} : { received }) }).attendance;
const listed = ({ request }: Pc, meetingId: string) => request("meetings:get", { meetingId }).attendance;
const versions = ({ store }: Pc, id: string) =>
  store.read((db) => listTwofoldOf(db, id)).map(({ field, about, versions: all }) => [field, about, ...all.map(({ value }) => value)]);

function exchange({ martin, anna, id }: { martin: Pc; anna: Pc; id: string }): void {
  const [his, hers] = [snapshotOf(martin, id), snapshotOf(anna, id)];
  take(martin, hers);
  take(anna, his);
}

describe("the attendance, written on two PCs that do not know of each other", () => {
  it("lays two reasons and two punkter side by side, and takes over what a person chooses", async () => {
    const office = both(entry("Lars", "absent"), entry("Mette", "left"));
    const { martin, anna, id, item } = office;
    const other = itemId(martin.request("meetings:get", { meetingId: id }), "Dagsorden");
    set(martin, id, [entry("Lars", "absent", "syg"), entry("Mette", "left", "", item)]);
    set(anna, id, [entry("Lars", "absent", "ferie"), entry("Mette", "left", "", other)]);
    exchange(office);
    expect(versions(martin, id)).toEqual(
      expect.arrayContaining([
        ["reason", "Lars", "syg", "ferie"],
        ["itemId", "Mette", item, other],
      ]),
    );
    expect(listed(anna, id)).toEqual([entry("Lars", "absent", "ferie"), entry("Mette", "left", "", other)]);
    const handlers = createSiblingHandlers(testContext(martin.store));
    for (const { entity, field, id: line, versions: all } of martin.store.read((db) => listTwofoldOf(db, id))) {
      const { actor, counter } = all[1] ?? { actor: "", counter: 0 };
      await handlers["siblings:choose"]({ meetingId: id, entity, id: line, field, choice: { actor, counter } });
    }
    expect(listed(martin, id)).toEqual([entry("Lars", "absent", "ferie"), entry("Mette", "left", "", other)]);
    take(anna, snapshotOf(martin, id));
    expect([versions(martin, id), versions(anna, id)]).toEqual([[], []]);
    expect(listed(anna, id)).toEqual(listed(martin, id));
  });

  it("keeps who was added by each, one line for one who was added alike, and both when one person is said to be two things", () => {
    const office = both(entry("Lars"));
    const { martin, anna, id } = office;
    set(martin, id, [entry("Lars", "absent", "syg"), entry("Bine"), entry("Ole")]);
    set(anna, id, [entry("Lars", "left"), entry("Bine"), entry("Mette")]);
    exchange(office);
    expect(listed(martin, id)).toEqual(listed(anna, id));
    const names = listed(martin, id).map(({ name, status }) => `${name} ${status}`);
    expect(names.toSorted()).toEqual(["Bine present", "Lars absent", "Lars left", "Mette present", "Ole present"]);
  });

  it("loses no line and no word that came while the window showed an older list", () => {
    const { martin, anna, id } = both(entry("Lars", "absent"), entry("Mette"));
    const shown = martin.request("meetings:get", { meetingId: id }).received;
    set(anna, id, [entry("Lars", "absent", "ferie"), entry("Bine")]);
    take(martin, snapshotOf(anna, id));
    const after = set(martin, id, [entry("Lars", "absent", "syg"), entry("Mette"), entry("Ole")], shown);
    expect(after.map(({ name }) => name).toSorted()).toEqual(["Bine", "Lars", "Ole"]);
    expect(versions(martin, id)).toEqual([["reason", "Lars", "syg", "ferie"]]);
  });
});
