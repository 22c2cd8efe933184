import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cleanReferat } from "../../../../electron/referat/clean.ts";
import { composeReferat } from "../../../../electron/referat/compose.ts";
import { findHtmlDifference } from "../../../../electron/referat/html/compare.ts";
import { referatHtml } from "../../../../electron/referat/html/page.ts";
import { readHtml } from "../../../../electron/referat/html/read.ts";
import { makeHtml } from "../../../../electron/referat/make-html.ts";
import { openEdition } from "../../../../electron/referat/open-edition.ts";
import type { ReferatSource } from "../../../../electron/referat/source.ts";
import type { MeetingView } from "../../../../shared/domain/meeting.ts";
import { attachment, bullets, category, item, meeting, numbers, paragraph, recommendations, rich, text } from "../meetings.ts";
import { markedMeeting } from "../random-meetings.ts";

const source = (whole: MeetingView, edition: "full" | "open" = "full"): ReferatSource => ({
  ...{ edition, whole, organisation: "Aarhus Kommune", rules: { phrases: [], publicContacts: [] } },
  meeting: edition === "open" ? openEdition(whole) : whole,
});

const written = meeting({
  categories: [
    category(
      "Til godkendelse",
      item(1, "Dagsorden <b>&\"'", { decision: rich("Godkendt.") }),
      item(2, "Sag", {
        agendaText: rich("Tekst", bullets("øverst", [paragraph("med"), bullets("inderst")])),
        recommendations: recommendations("rådmanden godkender", "", "at resten udsættes"),
        decision: rich(
          paragraph("at 1) godkendt ", text("FAS følger op.", { type: "bold" })),
          "mellem",
          numbers(4, "fire", "fem"),
          "at 2) udsat",
          paragraph(text("side", { type: "link", attrs: { href: "https://aarhus.dk/?a=1&b=2" } }), " </script>"),
        ),
        attachments: [attachment("Indstilling")],
      }),
    ),
  ],
});

describe("the HTML file", () => {
  it("has its headings in order, lists with their numbers, row headings, and every character as text", () => {
    const html = makeHtml(source(written), "collected");
    const read = readHtml(html);
    expect(read?.headings).toEqual([
      { level: 1, text: "Rådmandsmøder 2026-2029 (Rådmandsmøde d. 10. marts)" },
      { level: 2, text: "Indhold" },
      { level: 2, text: "Kategori – Til godkendelse" },
      { level: 3, text: "Punkt 1: Dagsorden <b>&\"'" },
      { level: 4, text: "Beslutning for Punkt 1: Dagsorden <b>&\"'" },
      { level: 3, text: "Punkt 2: Sag" },
      { level: 4, text: "Beslutning for Punkt 2: Sag" },
    ]);
    expect(html).toContain('<html lang="da">');
    expect(html).toContain('<th scope="row">Sted</th>');
    expect(html).toContain('<ol>\n<li value="1">at rådmanden godkender</li>\n<li value="3">at resten udsættes</li>\n</ol>');
    expect(html).toContain('<ol start="4" class="under">');
    expect(html).toContain('<p class="at"><span>at 1)</span> godkendt <strong>FAS følger op.</strong></p>\n<p class="under">mellem</p>');
    expect(html).toContain('<a href="https://aarhus.dk/?a=1&amp;b=2" rel="noreferrer">side</a> &lt;/script&gt;');
    expect(html).toContain("<li>Punkt 2, Bilag 1: Indstilling</li>");
    expect(html).not.toMatch(/<script|<img|<link|url\(|@import/);
  });

  it("is the short form without Indhold and agenda text, and the same bytes each time", () => {
    const html = makeHtml(source(written), "short");
    expect(html).toBe(makeHtml(source(written), "short"));
    expect(html).toContain("<h1>Referat – Rådmandsmøde d. 10. marts</h1>");
    expect(html).not.toMatch(/Indhold|Tekst|indstilles|Bilag/);
  });

  it("never holds anything closed in the open edition, and all that is open, in any meeting", () => {
    fc.assert(
      fc.property(markedMeeting, fc.constantFrom("collected" as const, "short" as const), ({ meeting: whole, hidden }, form) => {
        const html = makeHtml(source(whole, "open"), form);
        for (const word of hidden) expect(html).not.toContain(word);
      }),
      { numRuns: 300 },
    );
  });

  it("is not given when a sentence of a closed punkt, or a CPR number, stands in the open edition", () => {
    const secret = "Grunden købes for to millioner kroner";
    const closed = item(2, "Køb", { closed: true, decision: rich(secret) });
    const open = (decision: string) =>
      source(meeting({ categories: [category("", item(1, "Åben", { decision: rich(decision) }), closed)] }), "open");
    expect(() => makeHtml(open(`Som aftalt: ${secret}.`), "short")).toThrow(
      expect.objectContaining({ appError: { kind: "referat-leaks", what: "closed", place: "i teksten (fra Punkt 2)" } }),
    );
    expect(() => makeHtml(open("Borgeren 010203-1234 klager."), "short")).toThrow(
      expect.objectContaining({ appError: { kind: "referat-leaks", what: "cpr", place: "i teksten: 01••••-••••" } }),
    );
  });

  it("says where it differs: a lost word, points in another order, a heading of another level", () => {
    const { document } = cleanReferat(composeReferat(written, { organisation: "" }), () => true);
    const differs = (change: (html: string) => string): string | null => {
      const read = readHtml(change(referatHtml(document)));
      return read === null ? "unread" : findHtmlDifference(document, read);
    };
    expect(differs((html) => html)).toBeNull();
    expect(differs((html) => html.replace("udsat</p>", "</p>"))).toBe("Punkt 2");
    expect(differs((html) => html.replace("<li>fire</li>\n<li>fem</li>", "<li>fem</li>\n<li>fire</li>"))).toBe("Punkt 2");
    expect(differs((html) => html.replace(/h3( class="item" id="punkt-2">.*<\/)h3/, "h2$1h2"))).toBe('overskriften "Punkt 2: Sag"');
    expect(differs((html) => html.replace("default-src 'none'", "default-src *"))).toBe("filens egne regler");
  });

  it.each([
    ["a script", "<script>alert(1)</script>"],
    ["a picture", '<img src="x">'],
    ["a handler", '<p onclick="x()">a</p>'],
    ["a style of its own", '<p style="color:red">a</p>'],
    ["an address that runs", '<a href="javascript:x()">a</a>'],
    ["a tag left open", "<p>"],
    ["a frame", '<iframe src="https://a.dk"></iframe>'],
  ])("is not read when it holds %s", (_, added) => {
    const html = makeHtml(source(written), "short");
    expect(readHtml(html.replace("</main>", `${added}</main>`))).toBeNull();
  });

  it("takes any text as text", () => {
    const nasty = fc.oneof(
      fc.string({ unit: "binary" }),
      fc.constantFrom("<script>", "&lt;", "]]>", "<!--", '" onload="x', "{{x}}", "a\u200bb"),
    );
    fc.assert(
      fc.property(nasty, nasty, (title, words) => {
        const shown = words.toWellFormed() === "" ? "x" : words.toWellFormed();
        const each = item(1, title.toWellFormed(), { decision: rich(shown, bullets(shown)), agendaText: rich(shown) });
        expect(readHtml(makeHtml(source(meeting({ title, categories: [category(title, each)] })), "collected"))).not.toBeNull();
      }),
      { numRuns: 500 },
    );
  });
});
