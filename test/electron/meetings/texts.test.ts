import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { fromProposal } from "../../../electron/meetings/new-meeting.ts";
import { createMeeting } from "../../../electron/meetings/repository.ts";
import { openStore } from "../../../electron/store/open.ts";
import { storableText } from "../../../shared/domain/text.ts";
import { itemId, makeMeeting, paragraphs, save } from "../../support/meetings.ts";
import { requests, testClock, testContext, testFolder, testStore } from "../../support/store.ts";

const nasty: [string, string][] = [
  ["Typst code", '#eval("1+1") $x$ @label <tag> \\ * _ ` = - + / #import "/etc/passwd"'],
  ["SQL and quotes", `'); DROP TABLE item; -- "" '' \\" %_`],
  ["HTML", "<script>alert(1)</script><img src=x onerror=alert(1)>&amp;"],
  ["control characters", "a\u0000b\u0001c\u001bd\u007fe\u0085f\u009fg"],
  ["lone surrogates", "før\ud800midt\udfffefter"],
  ["right to left and bidi controls", "\u202eRTL\u202c \u05d0\u05d1\u05d2 \u0627\u0644\u0639 \u2066x\u2069"],
  ["emoji and joiners", "👩‍👩‍👧‍👦🏳️‍🌈🇩🇰 e\u0301 \ufeff \u200b \u00a0"],
  ["line ends and tabs", "a\r\nb\rc\nd\te\u2028f\u2029g"],
  ["a long word", "Sagsbehandlingstidsforlængelse".repeat(400).slice(0, 10_000)],
  ["names of fields", "__proto__ constructor null undefined {} [] NaN"],
];

describe("texts", () => {
  it.each(nasty)("with %s come back as they may be stored, from every field, after a restart", (_what, text) => {
    const dataDir = testFolder();
    const first = openStore({ dataDir, clock: testClock() });
    const request = requests(testContext(first));
    const meeting = makeMeeting(request);
    const id = itemId(meeting, "Referat");
    const line = text.slice(0, 2_000);
    const point = { id: randomUUID(), text };
    const category = meeting.categories[0]?.id ?? "";
    request("settings:save", { minuteTaker: line, organisation: line });
    for (const field of ["title", "place", "minuteTaker"] as const)
      save(request, meeting.id, { entity: "meeting", id: meeting.id, field, value: line });
    save(
      request,
      meeting.id,
      { entity: "meeting", id: meeting.id, field: "information", value: [line, line] },
      { entity: "category", id: category, field: "name", value: line },
      { entity: "item", id, field: "title", value: line },
      { entity: "item", id, field: "recommendations", value: [point] },
      { entity: "item", id, field: "agendaText", value: paragraphs(text) },
      { entity: "item", id, field: "decision", value: paragraphs(text, text) },
      { entity: "item", id, field: "publicDecision", value: paragraphs(text) },
    );
    first.close();
    const again = requests(testContext(testStore(dataDir)));
    const stored = again("meetings:get", { meetingId: meeting.id });
    const oneLine = (kept: string): string => storableText(kept).replace(/\s*\n\s*/g, " ");
    const whole = storableText(text);
    expect(stored).toMatchObject({
      title: oneLine(line),
      place: oneLine(line),
      minuteTaker: oneLine(line),
      information: [oneLine(line), oneLine(line)],
    });
    expect(stored.categories[0]?.name).toBe(oneLine(line));
    expect(stored.categories[0]?.items[1]).toMatchObject({
      title: oneLine(line),
      recommendations: [{ id: point.id, text: storableText(text.replace(/\s*\n\s*/g, " ")) }],
      agendaText: paragraphs(whole),
      decision: paragraphs(whole, whole),
      publicDecision: paragraphs(whole),
    });
    expect(again("settings:get", {})).toMatchObject({ minuteTaker: oneLine(line), organisation: oneLine(line) });
    expect(again("meetings:list", {})[0]?.title).toBe(oneLine(line));
  });

  it.each(nasty)("with %s are made storable on the way in, also where no window checked them", (_what, text) => {
    const store = testStore();
    const request = requests(testContext(store));
    const made = fromProposal(request("meetings:propose", {}));
    const item = made.categories[0]?.items[0];
    if (item === undefined) throw new Error("no item");
    Object.assign(item, { title: text, recommendations: [text], decision: paragraphs(text) });
    const meetingId = store.write((db, edit) => createMeeting(db, edit, { ...made, seriesTitle: text, title: text, information: [text] }));
    const stored = request("meetings:get", { meetingId });
    const whole = storableText(text);
    expect(stored).toMatchObject({ seriesTitle: whole, title: whole, information: [whole] });
    expect(stored.categories[0]?.items[0]).toMatchObject({ title: whole, decision: paragraphs(whole) });
    const next = store.write((db, edit) => createMeeting(db, edit, { ...made, seriesTitle: text }));
    expect(request("meetings:get", { meetingId: next }).seriesId).toBe(stored.seriesId);
  });
});
