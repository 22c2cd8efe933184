import { randomUUID } from "node:crypto";
import { writeSync } from "node:fs";
import { fromProposal } from "../../electron/meetings/new-meeting.ts";
import { createMeeting, getMeeting } from "../../electron/meetings/repository.ts";
import { saveFields } from "../../electron/meetings/save-fields.ts";
import { openStore } from "../../electron/store/open.ts";

/** Saves 1, 2, 3 … as a decision until it is killed, and prints each number once the save has returned. */
const store = openStore({ dataDir: process.argv[2] ?? "", clock: { now: () => new Date() } });
const meetingId = store.write((db, edit) =>
  createMeeting(
    db,
    edit,
    fromProposal({
      seriesTitle: "Rådmandsmøder 2026-2029",
      title: "Rådmandsmøde d. 10. marts",
      date: "2026-03-10",
      start: "11:00",
      end: "13:00",
      place: "",
      minuteTaker: "",
      information: [],
      categories: [{ name: "", items: [{ title: "Referat", minutes: null }] }],
    }),
  ),
);
const id = store.read((db) => getMeeting(db, meetingId)).categories[0]?.items[0]?.id ?? "";
writeSync(1, `${meetingId}\n`);
for (let n = 1; ; n += 1) {
  const value = { type: "doc" as const, content: [{ type: "paragraph" as const, content: [{ type: "text" as const, text: String(n) }] }] };
  store.write((db, edit) =>
    saveFields(db, edit, { operationId: randomUUID(), meetingId, changes: [{ entity: "item", id, field: "decision", value }] }),
  );
  writeSync(1, `${n}\n`);
}
