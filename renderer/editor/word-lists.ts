/** Word writes a list as paragraphs: each with its list and level in the style, and its sign as text that is to be ignored. */
const listStyle = /mso-list:\s*l(\d+)\s+level(\d)/i;
const counted = /^\(?(\d{1,4}|[a-zæøå]|[ivxlcdm]+)[.)]/i;
const deepest = 8;

type Entry = { paragraph: HTMLElement; list: string; level: number; number: number | null };

/** Makes real lists of Word's list paragraphs. Headings that are numbered stay headings, and keep their number as text. */
export function makeWordLists(body: HTMLElement): void {
  const bullets = bulletLevels(body.ownerDocument);
  let open: { list: string; stack: HTMLElement[]; last: Element } | null = null;
  for (const paragraph of [...body.querySelectorAll<HTMLElement>("p[style*='mso-list']")]) {
    const entry = entryOf(paragraph, bullets);
    if (entry === null) continue;
    // Bullets under a number are a list of their own to Word, at a level below.
    const goesOn: boolean = open !== null && (open.list === entry.list || entry.level > 1) && nextElement(open.last) === paragraph;
    if (open === null || !goesOn) {
      const holder = body.ownerDocument.createElement("div");
      paragraph.before(holder);
      open = { list: entry.list, stack: [holder], last: holder };
    }
    place(entry, open.stack);
    open.last = open.stack[0] ?? paragraph;
  }
}

function nextElement(element: Element): Element | null {
  return element.nextElementSibling;
}

function entryOf(paragraph: HTMLElement, bullets: ReadonlySet<string>): Entry | null {
  const [, list = "", level = "1"] = listStyle.exec(paragraph.getAttribute("style") ?? "") ?? [];
  if (list === "") return null;
  const sign = paragraph.querySelector("[style*='mso-list:Ignore'],[style*='mso-list: Ignore']");
  const text = sign?.textContent?.trim() ?? "";
  sign?.remove();
  const isBullet = sign === null ? bullets.has(`${list} ${level}`) : !counted.test(text);
  const number = Number.parseInt(text.replace("(", ""), 10);
  return { paragraph, list, level: Math.min(Number(level), deepest), number: isBullet ? null : Number.isNaN(number) ? 1 : number };
}

/** `stack` holds the list of each level; its first is what holds them all. A level that Word leaves out is none. */
function place({ paragraph, number, ...entry }: Entry, stack: HTMLElement[]): void {
  const tag = number === null ? "UL" : "OL";
  const level = Math.min(entry.level, stack.length);
  stack.splice(level + 1);
  if (stack[level] !== undefined && stack[level]?.tagName !== tag) stack.splice(level);
  if (stack.length === level) {
    const list = paragraph.ownerDocument.createElement(tag);
    if (number !== null && number > 1) list.setAttribute("start", String(number));
    const above = stack.at(-1);
    (level === 1 ? above : above?.lastElementChild)?.append(list);
    stack.push(list);
  }
  const item = paragraph.ownerDocument.createElement("li");
  paragraph.removeAttribute("style");
  stack[level]?.append(item);
  item.append(paragraph);
}

/** Lists and levels that the style sheet says have bullets, for paragraphs that carry no sign of their own. */
function bulletLevels(document: Document): Set<string> {
  const css = [...document.querySelectorAll("style")].map((style) => style.textContent).join("\n");
  const levels = css.matchAll(/@list\s+l(\d+):level(\d)[^{]*\{([^}]*)\}/gi);
  return new Set(
    [...levels].flatMap(([, list, level, rules = ""]) => (/number-format:\s*bullet/i.test(rules) ? [`${list} ${level}`] : [])),
  );
}
