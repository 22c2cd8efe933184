import { lineText } from "./text.ts";

const domain = /^@?(?:[\p{L}\p{N}-]+\.)+\p{L}{2,}$/u;
const address = /^[^\s@]+@(?:[\p{L}\p{N}-]+\.)+\p{L}{2,}$/u;
const number = /^\+?[\d\s().-]+$/;

/** A telephone number by its digits, without the country code where it is Denmark's: "+45 89 40 20 00" and "89402000" are the same. */
function phoneKey(text: string): string {
  const digits = text.replace(/\D/g, "").replace(/^00/, "");
  return digits.length === 10 && digits.startsWith("45") ? digits.slice(2) : digits;
}

/** What a line of the list allows: a domain is every address at it. Null for what cannot stand there. */
export function contactKind(text: string): "domain" | "email" | "phone" | null {
  if (domain.test(text)) return "domain";
  if (address.test(text)) return "email";
  return number.test(text) && phoneKey(text).length >= 8 && phoneKey(text).length <= 15 ? "phone" : null;
}

/** One line of the list of contacts that may stand in an open edition. */
export const publicContact = lineText.refine(
  (text) => contactKind(text) !== null,
  "skal være en e-mailadresse, et domæne eller et telefonnummer",
);

/** Whether a telephone number or an address is on the list. A domain covers what is under it too. */
export function isListed(contacts: readonly string[], found: string): boolean {
  const wanted = found.toLowerCase();
  return contacts.some((line) => {
    const entry = line.toLowerCase();
    const kind = contactKind(entry);
    if (kind === "phone") return !found.includes("@") && phoneKey(entry) === phoneKey(found);
    if (kind === "email") return wanted === entry;
    const host = entry.replace(/^@/, "");
    return kind === "domain" && (wanted.endsWith(`@${host}`) || (wanted.includes("@") && wanted.endsWith(`.${host}`)));
  });
}
