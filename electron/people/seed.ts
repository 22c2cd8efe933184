import { z } from "zod";
import { lineText, uuid } from "../../shared/domain/text.ts";
import type { AppContext } from "../context.ts";
import { seedOnce } from "../seed.ts";
import { insertPerson } from "./repository.ts";

const entry = z.strictObject({ id: uuid, kind: z.enum(["person", "unit"]), initials: lineText, name: lineText });

/** The people and units that ship with the app. */
export function seedPeople(context: Pick<AppContext, "store" | "resourcesDir">): void {
  seedOnce(context, { key: "people.seeded", file: "people.json", entry, insert: insertPerson });
}
