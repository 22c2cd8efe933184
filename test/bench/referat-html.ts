import { headerDate } from "../../shared/domain/date.ts";
import { itemHeading, type MeetingView } from "../../shared/domain/meeting.ts";
import { type Block, type Inline, isBlank } from "../../shared/domain/rich-text.ts";

const escapes: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;" };
const escaped = (text: string): string => text.replace(/[&<>]/g, (char) => escapes[char] ?? char);

/** The same content as the referat, as a plain page for a browser's print: the peer of the export bench. */
export function referatHtml(meeting: MeetingView): string {
  const items = meeting.categories.flatMap((category) => [
    `<h2>${escaped(category.name)}</h2>`,
    ...category.items.map((item) => {
      const recommendations = item.recommendations.map((each) => `<li>${escaped(each.text)}</li>`).join("");
      const decision = isBlank(item.decision)
        ? ""
        : `<section><h4>Beslutning for ${escaped(itemHeading(item))}</h4>${item.decision.content.map(block).join("")}</section>`;
      return `<h3>${escaped(itemHeading(item))}</h3>${item.agendaText.content.map(block).join("")}<ol>${recommendations}</ol>${decision}`;
    }),
  ]);
  const contents = meeting.categories.flatMap((category) => category.items.map((item) => `<li>${escaped(itemHeading(item))}</li>`));
  return `<!doctype html><html lang="da"><title>${escaped(meeting.title)}</title><style>@page{size:A4;margin:25mm}body{font:11pt sans-serif}h3{break-after:avoid}section{background:#eef3f7;padding:8px}</style>
<h1>${escaped(`${meeting.seriesTitle} (${meeting.title})`)}</h1><p>${headerDate(meeting.date)} ${meeting.start} - ${meeting.end}</p><p>${escaped(meeting.place)}</p><h2>Indhold</h2><ul>${contents.join("")}</ul>${items.join("")}`;
}

function block(node: Block): string {
  if (node.type === "paragraph") return `<p>${(node.content ?? []).map(inline).join("")}</p>`;
  const items = node.content.map((item) => `<li>${item.content.map(block).join("")}</li>`).join("");
  return node.type === "bulletList" ? `<ul>${items}</ul>` : `<ol>${items}</ol>`;
}

function inline(node: Inline): string {
  if (node.type === "hardBreak") return "<br>";
  const text = escaped(node.text);
  return node.marks?.some((mark) => mark.type === "bold") ? `<b>${text}</b>` : text;
}
