/** A telephone number or an e-mail address as it stands in a text. */
export type FoundContact = { kind: "phone" | "email"; text: string };

const email = /[\p{L}\p{N}._%+-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/gu;

// No Danish number begins with 0 or 1. Four pairs count when they stand alone, and not as part of a longer row of figures.
const space = String.raw`[ \u00a0\u202f]`;
const eight = String.raw`[2-9]\d(?:${space}?\d{2}){3}|[2-9]\d{3}${space}\d{4}`;
const called = String.raw`(?:tlf|telefon(?:nummer|nr)?|mobil(?:nummer|nr)?|sms|ring)\.?:?${space}*(?:til|på|nr\.?|nummer)?:?${space}*`;
const phones = [
  new RegExp(String.raw`(?<![\d+])(?:\+|00)45${space}?(?:${eight})(?!\d)`, "g"),
  new RegExp(String.raw`${called}(?:${eight})(?!\d)`, "gi"),
  new RegExp(
    String.raw`(?<![\d.,\-/+]${space}?)(?:[2-9]\d(?:${space}\d{2}){3}|[2-9]\d{3}${space}\d{4})(?!${space}?[\d]|[.,\-/]\d|${space}?(?:kr|mio|%))`,
    "g",
  ),
];

/**
 * The first telephone number or e-mail address in a text that is not among the public ones: numbers in any spacing, addresses in any
 * case, and "@aarhus.dk" for all addresses of a domain. Eight digits in one count only where a word before them, or +45, says that they
 * are a telephone number: dates, CVR and case numbers look the same.
 */
export function findContact(text: string, publicContacts: readonly string[]): FoundContact | null {
  const allowed = publicContacts.map((each) => each.trim().toLowerCase()).filter((each) => each !== "");
  const numbers = new Set(allowed.filter((each) => !each.includes("@")).map(lastEight));
  for (const [found] of text.matchAll(email)) {
    const address = found.toLowerCase();
    const isPublic = allowed.some((each) => (each.startsWith("@") ? address.endsWith(each) : each === address));
    if (!isPublic) return { kind: "email", text: found };
  }
  for (const form of phones)
    for (const [found] of text.matchAll(form))
      if (!numbers.has(lastEight(found)))
        return { kind: "phone", text: found.replace(/^\D+/, (words) => (words.endsWith("+") ? "+" : "")) };
  return null;
}

function lastEight(text: string): string {
  return text.replace(/\D/g, "").slice(-8);
}
