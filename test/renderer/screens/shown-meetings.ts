import { newItem, newMeeting, text } from "../../support/fake-meeting.ts";

/** A shared folder that cannot be reached. */
export const trouble = { kind: "trouble", name: "Referater", error: { kind: "folder-absent" }, waiting: 1 } as const;

/** Bilag, at-points, a closed punkt and one without a title. */
export function fullMeeting() {
  const bilag = { fileName: "brev.pdf", mediaType: "application/pdf", bytes: 24_000, sha256: "0".repeat(64), trouble: null } as const;
  const points = ["at rådmanden godkender indstillingen", "at rådmanden godkender brevet"].map((point) => ({
    id: crypto.randomUUID(),
    text: point,
  }));
  const items = [
    newItem("Dagsorden", null, { decision: text("Godkendt.") }),
    newItem("Handicapbarometer", 10, {
      recommendations: points,
      decision: text("at 1) rådmanden godkendte indstillingen."),
      attachments: [
        { id: crypto.randomUUID(), title: "Brev fra Rådmanden til Ankestyrelsen", ...bilag },
        { id: crypto.randomUUID(), title: "Notat", ...bilag, mediaType: "image/png" },
      ],
    }),
    newItem("Personalesag", 10, { closed: true }),
    newItem("", null),
  ];
  return newMeeting({
    information: ["Bine Jenshøj deltager under punkt 2."],
    categories: [
      { id: crypto.randomUUID(), name: "Til godkendelse", items },
      { id: crypto.randomUUID(), name: "Lukket dagsorden", items: [] },
    ],
  });
}

export function decidedMeeting() {
  const items = [newItem("Dagsorden", null, { decision: text("Godkendt.") })];
  return newMeeting({ categories: [{ id: crypto.randomUUID(), name: "Til godkendelse", items }] });
}

export const previous = {
  id: crypto.randomUUID(),
  title: "Rådmandsmøde d. 3. marts",
  date: "2026-03-03",
  state: "draft",
  approvedAt: null,
} as const;
export const approved = { state: "approved", approvedAt: "2026-03-10T10:04:00.000Z" } as const;
export const people = [
  { id: crypto.randomUUID(), kind: "unit" as const, initials: "FAS", name: "Fagligt Sekretariat" },
  { id: crypto.randomUUID(), kind: "person" as const, initials: "", name: "Bine Jenshøj" },
];
export const phrases = ["FAS følger op på opfølgningen.", "Rådmanden tog orienteringen til efterretning og besluttede, at ‹…›."].map(
  (line) => ({
    id: crypto.randomUUID(),
    text: line,
    uses: 2,
  }),
);

/** A meeting whose follow-ups are open, overdue, ownerless and done. */
export function followedMeeting() {
  const meeting = newMeeting({ date: "2026-03-10", state: "draft" });
  const itemId = meeting.categories[0]?.items[2]?.id ?? "";
  const one = { itemId, owners: [] as string[], due: null, state: "open" as const };
  meeting.followUps = [
    { ...one, id: crypto.randomUUID(), text: "Opfølgning: KL orienteres om brevet til regionen, så KL kan løfte dagsordenen." },
    { ...one, id: crypto.randomUUID(), text: "FAS følger op.", owners: ["FAS", "MØB"], due: "senest 12. marts 2026" },
    { ...one, id: crypto.randomUUID(), text: "Er gjort.", owners: ["OL"], state: "done" },
  ];
  return meeting;
}

/** A meeting whose clock runs past its minutes. */
export function runningMeeting() {
  const ago = new Date(Date.now() - 12 * 60_000).toISOString();
  const items = [
    newItem("Dagsorden", 10, { decision: text("Godkendt."), spentSeconds: 1_080 }),
    newItem("Handicapbarometer", 10, { runningSince: ago }),
    newItem("Personalesag", 10, { closed: true, outcome: "postponed" }),
    newItem("Status på overgangen af borgere med dobbeltdiagnose", null, { outcome: "withdrawn", spentSeconds: 540 }),
  ];
  const entry = { reason: "", itemId: null };
  return newMeeting({
    state: "running",
    categories: [{ id: crypto.randomUUID(), name: "Til godkendelse", items }],
    attendance: [
      { ...entry, name: "JLH", status: "present" },
      { ...entry, name: "EKH", status: "arrived", itemId: items[1]?.id ?? null },
      { ...entry, name: "Stabschef Louise Rohde", status: "absent", reason: "forhindret" },
    ],
  });
}
