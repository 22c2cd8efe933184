import { describe, expect, it } from "vitest";
import { findCurrentActor } from "../../../../electron/store/actor.ts";
import { meetingVector, readEntities } from "../../../../electron/store/meeting-entities.ts";
import { findReceived } from "../../../../electron/sync/merge/repository.ts";
import { plainText } from "../../../../shared/domain/rich-text.ts";
import { itemId, makeMeeting, paragraphs } from "../../../support/meetings.ts";
import { decide, decisionOf, made, openPc, snapshotOf, take } from "./pc.ts";

describe("a snapshot that is taken in", () => {
  it("brings the meeting to a PC that has not had it, and what that one writes back again, word for word", () => {
    const [martin, anna] = [openPc(), openPc()];
    const { id: meetingId, ...meeting } = makeMeeting(martin.request);
    const item = itemId({ id: meetingId, ...meeting }, "Referat");
    decide(martin, meetingId, item, "Godkendt.");
    expect(take(anna, snapshotOf(martin, meetingId))).toEqual({ outcome: "merged", changed: true, renewed: false });
    const [there, here] = [martin, anna].map(({ request }) => request("meetings:get", { meetingId }));
    expect({ ...here, savedAt: "", received: 0 }).toEqual({ ...there, savedAt: "" });
    decide(anna, meetingId, item, "Godkendt med bemærkninger.");
    take(martin, snapshotOf(anna, meetingId));
    expect(decisionOf(martin, meetingId, item)).toBe("Godkendt med bemærkninger.");
    expect(martin.store.read((db) => readEntities(db, meetingId))).toEqual(anna.store.read((db) => readEntities(db, meetingId)));
  });

  it("lays a decision that was written without knowing of ours beside it, and ours stays where it was written", () => {
    const [martin, anna] = [openPc(), openPc()];
    const meeting = makeMeeting(martin.request);
    const item = itemId(meeting, "Referat");
    take(anna, snapshotOf(martin, meeting.id));
    decide(martin, meeting.id, item, "Martins.");
    decide(anna, meeting.id, item, "Annas.");
    const [his, hers] = [snapshotOf(martin, meeting.id), snapshotOf(anna, meeting.id)];
    take(martin, hers);
    take(anna, his);
    for (const [pc, own, other] of [
      [martin, "Martins.", "Annas."],
      [anna, "Annas.", "Martins."],
    ] as const) {
      expect(decisionOf(pc, meeting.id, item)).toBe(own);
      const decision = pc.store.read((db) => readEntities(db, meeting.id)).find(({ id }) => id === item)?.fields["decision"];
      expect(decision?.siblings?.map(({ value }) => value)).toEqual([paragraphs(other)]);
    }
    decide(martin, meeting.id, item, "Martins, rettet.");
    const decision = martin.store.read((db) => readEntities(db, meeting.id)).find(({ id }) => id === item)?.fields["decision"];
    expect(decision?.siblings).toHaveLength(1);
  });

  it("is taken in once, and one's own changes nothing", () => {
    const [martin, anna] = [openPc(), openPc()];
    const { id: meetingId } = makeMeeting(martin.request);
    const bytes = snapshotOf(martin, meetingId);
    take(anna, bytes);
    expect(take(anna, bytes)).toEqual({ outcome: "known", changed: false, renewed: false });
    expect(take(martin, bytes)).toEqual({ outcome: "merged", changed: false, renewed: false });
  });

  it("keeps what it replaced in the history", () => {
    const [martin, anna] = [openPc(), openPc()];
    const meeting = makeMeeting(martin.request);
    const item = itemId(meeting, "Referat");
    decide(martin, meeting.id, item, "Først.");
    take(anna, snapshotOf(martin, meeting.id));
    decide(anna, meeting.id, item, "Siden.");
    take(martin, snapshotOf(anna, meeting.id));
    const entries = martin.request("history:list", { meetingId: meeting.id, itemId: item, field: "decision" });
    const values = entries.map(({ id }) => plainText(martin.request("history:value", { revisionId: id }) as ReturnType<typeof paragraphs>));
    expect(values).toEqual(["", "Først.", "Siden."]);
  });

  it("is refused whole when a dot that is known says something else, and kept to be looked at", () => {
    const [martin, anna] = [openPc(), openPc()];
    const { id: meetingId } = makeMeeting(martin.request);
    take(anna, snapshotOf(martin, meetingId));
    const before = anna.store.read((db) => readEntities(db, meetingId));
    const bytes = snapshotOf(martin, meetingId, (content) => ({
      ...content,
      entities: content.entities.map((record) =>
        record.entity !== "meeting"
          ? record
          : {
              ...record,
              fields: { ...record.fields, place: { ...(record.fields["place"] as { dot: [string, number] }), value: "Andet sted" } },
            },
      ),
    }));
    expect(take(anna, bytes)).toEqual({ outcome: "fault", changed: false, renewed: false });
    expect(anna.store.read((db) => readEntities(db, meetingId))).toEqual(before);
    const { sha256 } = JSON.parse(Buffer.from(bytes).toString().split("\n")[0] ?? "");
    expect(anna.store.read((db) => findReceived(db, sha256))).toEqual({ outcome: "fault", minReader: 1 });
  });

  it("is refused when its maker's number was used for another one", () => {
    const [martin, anna] = [openPc(), openPc()];
    const meeting = makeMeeting(martin.request);
    take(anna, snapshotOf(martin, meeting.id));
    decide(martin, meeting.id, itemId(meeting, "Referat"), "Ny.");
    made.seq -= 1;
    expect(take(anna, snapshotOf(martin, meeting.id)).outcome).toBe("fault");
  });

  it("makes this PC go on under a new actor when it comes from a copy of its data, with nothing of its own taken for the copy's", () => {
    const [martin, anna] = [openPc(), openPc()];
    const meeting = makeMeeting(martin.request);
    const item = itemId(meeting, "Referat");
    take(anna, snapshotOf(martin, meeting.id));
    const copied = martin.store.read(findCurrentActor);
    anna.store.write((db) => db.prepare("UPDATE actor SET id = ?, counter = ? WHERE current = 1").run(copied?.id, copied?.counter));
    decide(martin, meeting.id, item, "Originalens.");
    decide(anna, meeting.id, item, "Kopiens.");
    decide(anna, meeting.id, item, "Kopiens, rettet.");
    const bytes = snapshotOf(anna, meeting.id, (content) => ({ ...content, actor: copied?.id ?? "" }));
    expect(take(martin, bytes)).toEqual({ outcome: "merged", changed: true, renewed: true });
    expect(martin.store.read(findCurrentActor)?.id).not.toBe(copied?.id);
    expect(decisionOf(martin, meeting.id, item)).toBe("Originalens.");
    const decision = martin.store.read((db) => readEntities(db, meeting.id)).find(({ id }) => id === item)?.fields["decision"];
    expect(decision?.siblings?.map(({ value }) => value)).toEqual([paragraphs("Kopiens, rettet.")]);
  });

  it("leaves a vector that covers both", () => {
    const [martin, anna] = [openPc(), openPc()];
    const meeting = makeMeeting(martin.request);
    take(anna, snapshotOf(martin, meeting.id));
    decide(anna, meeting.id, itemId(meeting, "Referat"), "Annas.");
    take(martin, snapshotOf(anna, meeting.id));
    const [his, hers] = [martin, anna].map(({ store }) => store.read((db) => meetingVector(db, meeting.id)));
    expect(his).toEqual(hers);
    expect(Object.keys(his ?? {}).sort()).toEqual([martin.store.actor, anna.store.actor].sort());
  });
});
