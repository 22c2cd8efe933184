import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { makeCopy } from "../../../electron/referat/copy/copy.ts";
import { openEdition } from "../../../electron/referat/open-edition.ts";
import type { ReferatSource } from "../../../electron/referat/source.ts";
import type { MeetingView } from "../../../shared/domain/meeting.ts";
import { attachment, bullets, category, item, meeting, numbers, paragraph, recommendations, rich, text } from "./meetings.ts";

const source = (whole: MeetingView, edition: "full" | "open" = "full"): ReferatSource => ({
  ...{ edition, whole, organisation: "", rules: { phrases: [], publicContacts: [] } },
  meeting: edition === "open" ? openEdition(whole) : whole,
});

const barometer = item(3, "Barometer & <mål>", {
  minutes: 10,
  agendaText: rich("Sagen kort.", bullets("øverst", [paragraph("med"), bullets("inderst")])),
  recommendations: recommendations("rådmanden godkender", "", "at resten udsættes"),
  decision: rich(
    paragraph("at 1) godkendt. ", text("FAS følger op.", { type: "bold" })),
    "Følgende blev drøftet:",
    numbers(4, "fire", "fem"),
    "at 2) udsat",
  ),
  attachments: [attachment("Indstilling")],
});
const whole = meeting({ categories: [category("", item(1, "Dagsorden")), category("Sager", barometer)], place: "Rådhuset" });

describe("a punkt that is copied", () => {
  it("is plain text with its numbers and bullets", () => {
    expect(makeCopy(source(whole), barometer.id).text).toBe(`Punkt 3: Barometer & <mål> (10 min)

Sagen kort.

- øverst
- med
  - inderst

Det indstilles,
1. at rådmanden godkender
3. at resten udsættes

Beslutning for Punkt 3: Barometer & <mål> (10 min)

at 1) godkendt. FAS følger op.
Følgende blev drøftet:

4. fire
5. fem

at 2) udsat

Punkt 3, Bilag 1: Indstilling`);
  });

  it("is HTML of headings, lists with their numbers, and styles on each element", () => {
    const { html } = makeCopy(source(whole), barometer.id);
    expect(html.replace(/ style="[^"]*"/g, "")).toBe(`<div lang="da">
<h3>Punkt 3: Barometer &amp; &lt;mål&gt; (10 min)</h3>
<p>Sagen kort.</p>
<ul>
<li>øverst</li>
<li>med
<ul>
<li>inderst</li>
</ul>
</li>
</ul>
<p>Det indstilles,</p>
<ol>
<li>at rådmanden godkender</li>
</ol>
<ol start="3">
<li>at resten udsættes</li>
</ol>
<h4>Beslutning for Punkt 3: Barometer &amp; &lt;mål&gt; (10 min)</h4>
<p><span>at 1)</span> godkendt. <strong>FAS følger op.</strong></p>
<p>Følgende blev drøftet:</p>
<ol start="4">
<li>fire</li>
<li>fem</li>
</ol>
<p><span>at 2)</span> udsat</p>
<p>Punkt 3, Bilag 1: Indstilling</p>
</div>`);
    for (const [element] of html.matchAll(/<(p|h\d|ul|ol|li)\b[^>]*>/g)) expect(element).toMatch(/style="font-family:Calibri/);
  });

  it("tells each margin by four lengths with their unit: some programs take a bare 0 for the length before it", () => {
    const margins = [...makeCopy(source(whole), null).html.matchAll(/margin:([^;"]+)/g)].map(([, lengths = ""]) => lengths);
    expect(margins.length).toBeGreaterThan(10);
    expect(margins.filter((lengths) => !/^(\d+pt ){3}\d+pt$/.test(lengths))).toEqual([]);
  });

  it("is refused when it is not there", () => {
    expect(() => makeCopy(source(whole), randomUUID())).toThrow(
      expect.objectContaining({ appError: expect.objectContaining({ kind: "not-found" }) }),
    );
  });
});

describe("the whole referat, copied", () => {
  it("begins with the meeting, and has the categories that have a name", () => {
    const { text: words, html } = makeCopy(source(whole), null);
    expect(words).toMatch(
      /^Rådmandsmøder 2026-2029 \(Rådmandsmøde d\. 10\. marts\)\n\n\nDato og tid: 10-03-2026 11:00 - 13:00\nSted: Rådhuset/,
    );
    expect(html.match(/<h\d[^>]*>[^<]*/g)?.map((heading) => heading.replace(/<(h\d)[^>]*>/, "$1 "))).toEqual([
      "h1 Rådmandsmøder 2026-2029 (Rådmandsmøde d. 10. marts)",
      "h3 Punkt 1: Dagsorden",
      "h2 Kategori – Sager",
      "h3 Punkt 3: Barometer &amp; &lt;mål&gt; (10 min)",
      "h4 Beslutning for Punkt 3: Barometer &amp; &lt;mål&gt; (10 min)",
    ]);
  });

  it("has nothing closed in the open edition, and is refused when it says what is closed all the same", () => {
    const secret = item(4, "Køb af grunden ved havnen", { closed: true, decision: rich("Grunden købes for to millioner kroner.") });
    const withClosed = (decision: string) => meeting({ categories: [category("", item(1, "Åben", { decision: rich(decision) }), secret)] });
    const { text: words, html } = makeCopy(source(withClosed("Godkendt."), "open"), null);
    expect(words + html).not.toMatch(/Køb|Grunden|Punkt 4/);
    expect(makeCopy(source(withClosed("Godkendt.")), null).text).toContain("Punkt 4: Køb af grunden ved havnen\nLukket punkt");
    expect(() => makeCopy(source(withClosed("Husk: Grunden købes for to millioner kroner."), "open"), null)).toThrow(
      expect.objectContaining({ appError: { kind: "referat-leaks", what: "closed", place: "i teksten (fra Punkt 4)" } }),
    );
  });
});
