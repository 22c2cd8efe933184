import { describe, expect, it } from "vitest";
import { exerciseMigration } from "../../../support/migration.ts";

const id = "00000000-0000-4000-8000-000000000001";

describe("migration 8", () => {
  it("makes phrases, their uses and learned sentences, each of these once", () => {
    const db = exerciseMigration(8);
    db.prepare("INSERT INTO phrase VALUES (?, 'Godkendt.', 0)").run(id);
    expect(() => db.prepare("INSERT INTO phrase_use VALUES (?, 0)").run(id)).toThrow(/CHECK/);
    const learn = db.prepare("INSERT INTO learned_sentence VALUES ('Rådmanden bestilte en redegørelse.', 1, '')");
    learn.run();
    expect(() => learn.run()).toThrow(/UNIQUE/);
  });
});
