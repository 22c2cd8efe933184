import { pastedLines } from "./pasted-lines.ts";
import { makeWordLists } from "./word-lists.ts";

/** What never is words of the text: code, pictures, Word's comments, footnotes, and what was struck with tracked changes. */
const noWords = [
  "style, script, meta, link, title, xml, img, svg, video, audio, object, iframe, button, select, noscript",
  "del, .msoDel, [style*='mso-hide:all'], [style*='display:none'], [style*='display: none']",
  ".msocomanchor, .MsoCommentReference, [style*='mso-element:comment'], [style*='mso-comment-reference']",
  "[style*='mso-element:footnote'], [style*='mso-element:endnote'], [style*='mso-footnote-id'], [style*='mso-endnote-id']",
  "br.Apple-interchange-newline",
].join(", ");

const blocks = "p, div, h1, h2, h3, h4, h5, h6, blockquote, pre, section, article, header, footer, address, ul, ol, table";
const emptiable = "p, div, h1, h2, h3, h4, h5, h6, blockquote, li";

/**
 * The HTML of a clipboard as paragraphs, lists, bold, italic and links, from Word, Outlook, a web page or a reader of PDFs. What the
 * referat cannot print is dropped. Text that was copied in this editor is left as it is.
 */
export function pastedHtml(html: string): string {
  if (html.includes("data-pm-slice")) return html;
  const { body } = new DOMParser().parseFromString(html, "text/html");
  if (body.querySelector("br[role=presentation]") !== null) return pdfHtml(body);
  makeWordLists(body);
  for (const element of body.querySelectorAll(noWords)) element.remove();
  dropComments(body);
  // Word's own elements (o:p, w:sdt, st1:date) hold words, or a space where a paragraph is empty.
  for (const element of [...body.querySelectorAll("*")].filter(({ localName }) => localName.includes(":"))) unwrap(element);
  straightenSpaces(body);
  unwrapLayout(body);
  flattenCells(body);
  headingsToBold(body);
  for (const element of [...body.querySelectorAll(emptiable)].reverse()) if (isEmpty(element)) element.remove();
  return body.innerHTML;
}

/** A reader of PDFs gives a line break at the end of each line on the page. */
function pdfHtml(body: HTMLElement): string {
  for (const end of body.querySelectorAll("br")) end.replaceWith("\n");
  const page = body.ownerDocument.createElement("div");
  for (const line of pastedLines(body.textContent)) page.appendChild(body.ownerDocument.createElement("p")).textContent = line;
  return page.innerHTML;
}

function dropComments(body: HTMLElement): void {
  const walker = body.ownerDocument.createTreeWalker(body, NodeFilter.SHOW_COMMENT);
  const comments: Comment[] = [];
  while (walker.nextNode() !== null) comments.push(walker.currentNode as Comment);
  for (const comment of comments) comment.remove();
}

function unwrap(element: Element): void {
  element.replaceWith(...element.childNodes);
}

/** Word sets runs of spaces and tabs with spaces that do not break; one that stands between two words may have a meaning. */
function straightenSpaces(body: HTMLElement): void {
  for (const spaces of body.querySelectorAll("[style*='mso-spacerun'], [style*='mso-tab-count']")) spaces.replaceWith(" ");
  const walker = body.ownerDocument.createTreeWalker(body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode() !== null) {
    const text = walker.currentNode as Text;
    if (text.data.includes("\u00a0")) text.data = text.data.replace(/\s\u00a0|\u00a0\s|\u00a0{2,}/g, " ");
  }
}

/** A table that holds tables only places them, as in most mails: what its cells hold stands under each other. */
function unwrapLayout(body: HTMLElement): void {
  for (const table of [...body.querySelectorAll<HTMLTableElement>("table:has(table)")].reverse()) {
    for (const row of [...table.rows]) {
      const line = body.ownerDocument.createElement("div");
      const holdsTable = row.querySelector("table") !== null;
      for (const cell of [...row.cells]) line.append(...(holdsTable ? [asBlock(cell)] : [...cell.childNodes, " "]));
      table.before(line);
    }
    table.remove();
  }
}

function asBlock(cell: HTMLTableCellElement): HTMLElement {
  const block = cell.ownerDocument.createElement("div");
  block.append(...cell.childNodes);
  return block;
}

/** A row of a table becomes a line; its cells are parted by a space. */
function flattenCells(body: HTMLElement): void {
  for (const cell of body.querySelectorAll("td, th")) {
    for (const block of [...cell.querySelectorAll(blocks)].reverse()) {
      block.before(" ");
      block.after(" ");
      unwrap(block);
    }
    for (const end of cell.querySelectorAll("br")) end.replaceWith(" ");
    cell.append(" ");
  }
}

function headingsToBold(body: HTMLElement): void {
  for (const heading of body.querySelectorAll("h1, h2, h3, h4, h5, h6")) {
    const paragraph = body.ownerDocument.createElement("p");
    const bold = body.ownerDocument.createElement("strong");
    bold.append(...heading.childNodes);
    paragraph.append(bold);
    heading.replaceWith(paragraph);
  }
}

/** True for a paragraph that only keeps others apart, as Outlook's do. */
function isEmpty(element: Element): boolean {
  return element.textContent.trim() === "";
}
