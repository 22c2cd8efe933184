const escapes: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
};

/** Text as HTML shows it, in an element or an attribute. A place to break a long word is left out: the browser finds its own. */
export function escaped(text: string): string {
  return text.replace(/\u200b/g, "").replace(/[&<>"]/g, (char) => escapes[char] ?? char);
}
