import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { commands, userEvent } from "vitest/browser";
import type { Recommendation } from "../../../shared/domain/meeting.ts";
import { type Block, type Inline, inlineText, type RichText } from "../../../shared/domain/rich-text.ts";
import { item, meetingOf, mount, paste, rich, type Surface } from "./surface.tsx";

const fixture = (name: string) => commands.readFile(`test/fixtures/clipboard/${name}`);
const [word, outlook, web, pdf] = (await Promise.all(["word.html", "outlook.html", "web.html", "pdf.txt"].map(fixture))) as [
  string,
  string,
  string,
  string,
];

let surface: Surface;

beforeEach(async () => {
  surface = await mount(meetingOf(item(1, { decision: rich("Før") }), item(2)));
  surface.go(2);
});

afterEach(() => surface.unmount());

/** A decision as an outline: "*" bold, "_" italic, "[…](…)" links, "- " and "1. " lists, indented by their level. */
function outline(number: number): string {
  return lines((surface.value(number, "decision") as RichText).content, "").join("\n");
}

function lines(blocks: readonly Block[], indent: string): string[] {
  return blocks.flatMap((block) => {
    if (block.type === "paragraph") return [indent + (block.content ?? []).map(run).join("")];
    const start = block.type === "orderedList" ? (block.attrs?.start ?? 1) : 0;
    return block.content.flatMap((entry, index) => {
      const sign = block.type === "bulletList" ? "- " : `${start + index}. `;
      const [first = "", ...rest] = lines(entry.content, `${indent}  `);
      return [indent + sign + first.trimStart(), ...rest];
    });
  });
}

function run(inline: Inline): string {
  const text = inlineText([inline]);
  const marks = (inline.type === "text" ? inline.marks : undefined) ?? [];
  return marks.reduceRight((words, mark) => {
    if (mark.type === "bold") return `*${words}*`;
    if (mark.type === "italic") return `_${words}_`;
    return mark.type === "link" ? `[${words}](${mark.attrs.href})` : words;
  }, text);
}

describe("what is pasted", () => {
  it("from Word keeps headings as bold, lists with their levels, bold, italic, links and rows, and nothing else", () => {
    paste(surface.text, { html: word, text: "x" });
    expect(outline(2)).toBe(
      `*Status på 10\u00a0%-målsætningen*
*Baggrund*: Social og Sundhed har _fulgt op_ på aftalen, se [Aarhus Kommunes mål](https://aarhus.dk/maal). Der er grund til at se nærmere på tallene.
Det indstilles,
1. at rådmanden tager *orienteringen* til efterretning
2. at rådmanden godkender det videre forløb
Følgende blev drøftet:
- Ventelister
  - i _Vest_
- Økonomi
*Område* Antal`,
    );
  });

  it("from Word has bullets under a number there, and no empty entry where a level was left out", () => {
    const entry = (list: string, sign: string, words: string) =>
      `<p class=MsoListParagraphCxSpMiddle style='mso-list:${list} lfo1'><![if !supportLists]><span style='mso-list:Ignore'>${sign}<span>&nbsp;</span></span><![endif]>${words}<o:p></o:p></p>`;
    const html = [
      entry("l0 level3", "§", "Først"),
      "<p class=MsoNormal>Herefter:</p>",
      entry("l1 level1", "1)", "Et"),
      entry("l0 level2", "o", "Under"),
      entry("l0 level4", "§", "Dybt"),
      entry("l1 level1", "2)", "To"),
    ].join("\n");
    paste(surface.text, { html: `<html><body>${html}</body></html>`, text: "x" });
    expect(outline(2)).toBe("- Først\nHerefter:\n1. Et\n  - Under\n    - Dybt\n2. To");
  });

  it("from Outlook loses the empty lines and the picture, and keeps the line break", () => {
    paste(surface.text, { html: outlook, text: "x" });
    expect(outline(2)).toBe(
      `Kære Martin
Til punktet om *Handicapbarometer* må du gerne skrive:
- Afgørelserne skal være tydeligere
- FAS sender udkast
Se [Bine](mailto:bine@example.org) for mere.
Tak!`,
    );
  });

  it("from a mail whose tables only place the text keeps the rows of the tables within", () => {
    const html = `<table><tbody>
      <tr><td>Kære</td><td>alle</td></tr>
      <tr><td><p>Oversigt</p><table><tbody><tr><td>FAS</td><td>1. april</td></tr><tr><td>OL</td><td>2. maj</td></tr></tbody></table></td><td>Til siden</td></tr>
    </tbody></table>`;
    paste(surface.text, { html, text: "x" });
    expect(outline(2)).toBe("Kære alle\nOversigt\nFAS 1. april\nOL 2. maj\nTil siden");
  });

  it("from a web page is bold only where it is bold there", () => {
    paste(surface.text, { html: web, text: "x" });
    expect(outline(2)).toBe("Mødet i marts\nKun *dette* er fedt og _dette_ kursivt.\n1. Et\n2. To\nSidst");
    expect("hacked" in window).toBe(false);
  });

  it("from a reader of PDFs is put together again, and its list is one", () => {
    paste(surface.text, { text: pdf });
    expect(outline(2)).toBe(
      `Rådmanden orienterede om, at social- og sundhedsområdet får et nyt Emne på dagsordenen, og at MSB-deltagelse i udvalget fortsætter som hidtil til Beskæftigelsesudvalget i 2026.
Følgende blev drøftet:
- Ventelisterne er faldet i alle områder, og der er fortsat behov for en tæt opfølgning
- Økonomien
Rådmanden godkendte indstillingen.`,
    );
  });

  it("from a reader of PDFs in the browser too, which gives its lines as HTML", () => {
    const html = `<span dir="ltr" role="presentation">Der er et nyt Em-</span><br role="presentation"><span dir="ltr" role="presentation">ne om social- </span><br role="presentation"><span dir="ltr" role="presentation">og sundhed</span>`;
    paste(surface.text, { html, text: "Der er et nyt Em-\nne om social- \nog sundhed" });
    expect(outline(2)).toBe("Der er et nyt Emne om social- og sundhed");
  });

  it("goes into the sentence at the caret when it is a piece of one", async () => {
    surface.go(1);
    await userEvent.keyboard(" ");
    paste(surface.text, { html: "<!--StartFragment--><span style='color:red'>og <b>efter</b></span><!--EndFragment-->", text: "x" });
    await userEvent.keyboard(" alt");
    expect(outline(1)).toBe("Før og *efter alt*");
  });

  it("is one step to undo", async () => {
    paste(surface.text, { html: word, text: "x" });
    await userEvent.keyboard("{Control>}z{/Control}");
    expect(outline(2)).toBe("");
  });
});

describe("plain lines", () => {
  it.each([
    ["names, one a line", "Louise Rohde\nBine Jenshøj\nMartin", "Louise Rohde\nBine Jenshøj\nMartin"],
    ["a date at the start", "10. marts er mødet\n11. marts er fri for møder", "10. marts er mødet\n11. marts er fri for møder"],
    ["numbers that count on", "1. Dagsorden\n2. Referat", "1. Dagsorden\n2. Referat"],
    ["a soft hyphen at the end", "Beskæf\u00ad\ntigelse", "Beskæftigelse"],
    ["a hyphen before eller", "dag- \neller natarbejde", "dag- eller natarbejde"],
    ["a name with a hyphen", "Anne-\nMette siger ja", "Anne-Mette siger ja"],
    ["at-points", "at 1) rådmanden tog orienteringen til efterretning\nat 2) rådmanden godkendte brevet", null],
    ["empty lines between", "Et\n\n\nTo", "Et\nTo"],
  ])("%s", (_name, text, expected) => {
    paste(surface.text, { text });
    expect(outline(2)).toBe(expected === "1. Dagsorden\n2. Referat" ? expected : (expected ?? text));
  });
});

describe("at-points pasted into the indstilling", () => {
  const points = () => (surface.value(2, "recommendations") as Recommendation[]).map(({ text }) => text);

  it.each([
    ["numbered lines", "Det indstilles,\n1. at rådmanden tager orienteringen til efterretning\n2. at rådmanden godkender brevet"],
    ["lines that begin with at", "at rådmanden tager orienteringen til efterretning\nat rådmanden godkender brevet"],
  ])("from %s become one each", (_name, text) => {
    surface.go(2, "recommendations");
    paste(surface.text, { text });
    expect(points()).toEqual(["at rådmanden tager orienteringen til efterretning", "at rådmanden godkender brevet"]);
  });

  it.each([
    [
      "with its lead",
      "Det indstilles,\n1. at rådmanden tager orienteringen til efterretning",
      "at rådmanden tager orienteringen til efterretning",
    ],
    ["numbered", "1) at Rådmanden godkender udviklingssporene.", "at Rådmanden godkender udviklingssporene."],
    [
      "broken over the lines of a page",
      "Det indstilles,\n1. at rådmanden godkender det anbefalede koncept for opfølgning på \n\nTættere på-investeringer.",
      "at rådmanden godkender det anbefalede koncept for opfølgning på Tættere på-investeringer.",
    ],
    ["in the middle of a text", "rådmanden drøfter sagen", "rådmanden drøfter sagen"],
  ])("as a single one, %s, is that one", (_name, text, expected) => {
    surface.go(2, "recommendations");
    paste(surface.text, { text });
    expect(points()).toEqual([expected]);
  });

  it("from a list of Word's, after what stands there, each with an id of its own; one step to undo", async () => {
    surface.go(2, "recommendations");
    await userEvent.keyboard("at rådmanden drøfter sagen");
    paste(surface.text, {
      html: word.replace(/<h2[\s\S]*?Det indstilles,<o:p><\/o:p><\/p>/, "").replace(/<p class=MsoNormal>Følgende[\s\S]*<!--End/, "<!--End"),
      text: "x",
    });
    expect(points()).toEqual([
      "at rådmanden drøfter sagen",
      "at rådmanden tager orienteringen til efterretning",
      "at rådmanden godkender det videre forløb",
    ]);
    const ids = (surface.value(2, "recommendations") as Recommendation[]).map(({ id }) => id);
    expect(new Set(ids).size).toBe(3);
    await userEvent.keyboard("{Control>}z{/Control}");
    expect(points()).toEqual(["at rådmanden drøfter sagen"]);
  });
});

describe("a follow-up that is copied", () => {
  it("is another one, and one that is cut out and pasted is the same", async () => {
    await userEvent.keyboard("FAS følger op.");
    const ids = (number: number) =>
      [...JSON.stringify(surface.value(number, "decision")).matchAll(/"id":"([^"]+)"/g)].map((match) => match[1]);
    const [own] = ids(2);
    await userEvent.keyboard("{Shift>}{Home}{/Shift}");
    const clipboardData = new DataTransfer();
    surface.text.dispatchEvent(new ClipboardEvent("copy", { clipboardData, bubbles: true, cancelable: true }));
    const html = clipboardData.getData("text/html");
    surface.go(1);
    paste(surface.text, { html, text: "x" });
    expect(ids(1)).toHaveLength(1);
    expect(ids(1)[0]).not.toBe(own);
    surface.go(2);
    await userEvent.keyboard("{Shift>}{Home}{/Shift}{Delete}");
    paste(surface.text, { html, text: "x" });
    expect(ids(2)).toEqual([own]);
  });
});
