/** A person or unit that may be named in the minutes; either of `initials` and `name` may be "". */
export type KnownName = { initials: string; name: string; kind: "person" | "unit" };
