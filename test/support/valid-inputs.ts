import type { Channel } from "../../shared/ipc/channels.ts";
import type { Input } from "../../shared/ipc/contract.ts";

const id = "0f8b5a0e-6a51-4c8d-9d38-1f1d6a0c7e11";
const place = { afterId: null };

/** One input of each request that its contract takes. */
export const validInputs: { readonly [C in Channel]: Input<C> } = {
  "app:status": {},
  "app:flushed": {},
  "settings:get": {},
  "settings:save": { theme: "dark" },
  "people:list": {},
  "meetings:list": {},
  "meetings:propose": { date: "2026-03-10" },
  "meetings:create": {
    seriesTitle: "Rådmandsmøder 2026-2029",
    title: "Rådmandsmøde d. 10. marts",
    date: "2026-03-10",
    start: "11:00",
    end: "13:00",
    place: "Rådmandens kontor, vær. 436",
    minuteTaker: "Martin",
    information: [],
    categories: [{ name: "Til godkendelse", items: [{ title: "Dagsorden", minutes: null }] }],
  },
  "meetings:get": { meetingId: id },
  "meetings:save-fields": { operationId: id, meetingId: id, changes: [{ entity: "item", id, field: "title", value: "Dagsorden" }] },
  "meetings:hold": { meetingId: id },
  "meetings:delete": { meetingId: id },
  "meetings:restore": { meetingId: id },
  "meetings:import": {},
  "items:add": { categoryId: id, ...place, title: "Handicapbarometer", minutes: 10 },
  "items:move": { itemId: id, categoryId: id, ...place },
  "items:delete": { itemId: id },
  "items:restore": { itemId: id },
  "categories:add": { meetingId: id, ...place, name: "Sager" },
  "categories:delete": { categoryId: id },
  "attachments:add": { itemId: id, files: [{ name: "Bilag 1.pdf", bytes: new Uint8Array([37, 80, 68, 70]) }] },
  "attachments:choose": { itemId: id },
  "attachments:move": { attachmentId: id, ...place },
  "attachments:delete": { attachmentId: id },
  "attachments:restore": { attachmentId: id },
  "attachments:open": { attachmentId: id },
  "referat:export": { meetingId: id },
  "referat:publish": { meetingId: id },
  "folder:state": {},
  "folder:choose": {},
  "folder:forget": {},
  "folder:retry": {},
};
