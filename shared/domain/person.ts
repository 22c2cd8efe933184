import { z } from "zod";
import { lineText, uuid } from "./text.ts";

/** A new person or unit, or other facts of the one with this id. Initials or name may be "", not both. */
export const personEdit = z
  .strictObject({ id: uuid.optional(), kind: z.enum(["person", "unit"]), initials: lineText, name: lineText })
  .refine(({ initials, name }) => `${initials}${name}`.trim() !== "", { path: ["name"], message: "skriv initialer eller et navn" });
export type PersonEdit = z.infer<typeof personEdit>;
