import { createHash } from "node:crypto";
import type { PrintAttachment, PrintCategory, PrintFact, PrintItem, PrintRecommendation, ReferatDocument } from "../document.ts";
import { blocksHtml, type Face } from "./blocks.ts";
import { escaped } from "./escape.ts";
import { pageStyle } from "./style.ts";

const styleHash = createHash("sha256").update(pageStyle).digest("base64");

/** What the file may load: its own style and nothing else, no script of anyone's. */
export const pagePolicy = `default-src 'none'; style-src 'sha256-${styleHash}'; base-uri 'none'; form-action 'none'`;

const face: Face = {
  paragraph: (indented) => (indented ? ' class="under"' : ""),
  atPoint: ' class="at"',
  list: (indented) => (indented ? ' class="under"' : ""),
  entry: "",
  link: ' rel="noreferrer"',
};

/**
 * The referat as one HTML file of its own: headings in order, lists, a table with row headings, a print stylesheet, no script and
 * nothing from elsewhere. Its bilag are named under their punkter. The strings must be clean (clean.ts).
 */
export function referatHtml(document: ReferatDocument): string {
  const { organisation, kicker, title, facts, categories, notice, footer } = document;
  return `<!doctype html>
<html lang="da">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${escaped(pagePolicy)}">
<meta name="referrer" content="no-referrer">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(title)}</title>
<style>${pageStyle}</style>
</head>
<body>
<header>
${line("organisation", organisation)}${line("kicker", kicker)}<h1>${escaped(title)}</h1>
${line("notice", notice)}${factsHtml(facts)}</header>
${document.form === "collected" ? contentsHtml(categories) : ""}<main>
${categories.map(categoryHtml).join("\n")}
</main>
${footer === "" ? "" : `<footer>\n<p>${escaped(footer)}</p>\n</footer>\n`}</body>
</html>
`;
}

function line(name: string, text: string): string {
  return text === "" ? "" : `<p class="${name}">${escaped(text)}</p>\n`;
}

function factsHtml(facts: readonly PrintFact[]): string {
  if (facts.length === 0) return "";
  const rows = facts.map(
    ({ label, lines }) => `<tr><th scope="row">${escaped(label)}</th><td>${lines.map(escaped).join("<br>")}</td></tr>`,
  );
  return `<table>\n${rows.join("\n")}\n</table>\n`;
}

/** "Punkt 3" gives "punkt-3": an address that still fits when the file is made anew. */
function anchorOf({ place }: PrintItem): string {
  return place.toLowerCase().replace(/[^a-z0-9]+/g, "-");
}

function contentsHtml(categories: readonly PrintCategory[]): string {
  if (categories.length === 0) return "";
  const parts = categories.map(({ heading, items }) => {
    const rows = items.map((item) => `<li><a href="#${anchorOf(item)}">${escaped(item.heading)}</a></li>`).join("\n");
    return `${line("group", heading)}<ul>\n${rows}\n</ul>`;
  });
  return `<nav aria-labelledby="indhold">\n<h2 id="indhold">Indhold</h2>\n${parts.join("\n")}\n</nav>\n`;
}

function categoryHtml({ heading, items }: PrintCategory): string {
  const level = heading === "" ? 2 : 3;
  const own = heading === "" ? "" : `<h2 class="category">${escaped(heading)}</h2>\n`;
  return own + items.map((item) => itemHtml(item, level)).join("\n");
}

function itemHtml(item: PrintItem, level: number): string {
  const { heading, mark, agendaText, recommendations, decision, attachments } = item;
  const parts = [
    `<h${level} class="item" id="${anchorOf(item)}">${escaped(heading)}</h${level}>`,
    mark === "" ? "" : `<p class="mark">${escaped(mark)}</p>`,
    blocksHtml(agendaText, face),
    recommendationsHtml(recommendations),
    decision === null
      ? ""
      : `<section class="decision">\n<h${level + 1}>${escaped(decision.heading)}</h${level + 1}>\n${blocksHtml(decision.blocks, face)}\n</section>`,
    attachmentsHtml(attachments),
  ];
  return parts.filter((part) => part !== "").join("\n");
}

function recommendationsHtml(points: readonly PrintRecommendation[]): string {
  if (points.length === 0) return "";
  const rows = points.map(({ number, text }) => `<li value="${number}">${escaped(text)}</li>`);
  return `<p>Det indstilles,</p>\n<ol>\n${rows.join("\n")}\n</ol>`;
}

function attachmentsHtml(attachments: readonly PrintAttachment[]): string {
  if (attachments.length === 0) return "";
  return `<ul class="bilag">\n${attachments.map(({ stamp }) => `<li>${escaped(stamp)}</li>`).join("\n")}\n</ul>`;
}
