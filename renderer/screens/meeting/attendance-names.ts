import type { AttendanceEntry } from "../../../shared/domain/attendance.ts";
import type { KnownName } from "../../../shared/domain/known-name.ts";

/** The names in what is typed, "JLH, EKH og Louise Rohde": initials of a known person become the name, where it is known. */
export function typedNames(typed: string, people: readonly KnownName[]): string[] {
  const parts = typed.split(/[,;\n]|\s+og\s+|\s+&\s+/i).map((part) => part.trim().replace(/\.$/, ""));
  return parts.filter((part) => part !== "").map((part) => nameOf(part, people));
}

function nameOf(typed: string, people: readonly KnownName[]): string {
  const known = people.find(({ initials }) => initials !== "" && initials.toLocaleLowerCase("da") === typed.toLocaleLowerCase("da"));
  return known === undefined ? typed : known.name.trim() || known.initials;
}

/** Those who are there at some time, each once, by initials where the person is known, else by name. */
export function presentNames(attendance: readonly AttendanceEntry[], people: readonly KnownName[]): string[] {
  const there = attendance.filter(({ status }) => status !== "absent").map(({ name }) => name.trim());
  return [...new Set(there)].map((name) => people.find((each) => each.name.trim() === name && each.initials !== "")?.initials ?? name);
}
