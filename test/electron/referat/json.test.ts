import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PDFDocument } from "@cantoo/pdf-lib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { meetingToFile } from "../../../electron/import/write.ts";
import { itemsOf } from "../../../shared/domain/meeting.ts";
import type { AppFailure } from "../../../shared/errors.ts";
import { greyPng } from "../../support/grey-png.ts";
import { makeDocx, paragraph } from "../../support/make-docx.ts";
import { openSampleApp, type SampleApp } from "../../support/sample-app.ts";
import { rich } from "./meetings.ts";

let folder: string;
let app: SampleApp;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "json-"));
  app = await openSampleApp(join(folder, "data"));
}, 60_000);
afterAll(async () => {
  await app.close();
  rmSync(folder, { recursive: true, force: true });
});

const exportJson = async (name: string, edition: "full" | "open") => {
  app.answer.saveFile = join(folder, name);
  return app.handlers["referat:export"]({ meetingId: app.meetingId, edition, format: "json" });
};
const save = (id: string | undefined, field: string, value: unknown) =>
  app.handlers["meetings:save-fields"]({
    operationId: crypto.randomUUID(),
    meetingId: app.meetingId,
    changes: [{ entity: "item", id, field, value } as never],
  });

describe("where an export is proposed", () => {
  it("is beside the last one while that folder is there", async () => {
    const named = "20260310-Rådmandsmøde.json";
    const place = mkdtempSync(join(tmpdir(), "sidst-"));
    app.answer.saveFile = join(place, "ud.json");
    await app.handlers["referat:export"]({ meetingId: app.meetingId, format: "json" });
    app.answer.saveFile = null;
    const propose = async () => {
      await app.handlers["referat:export"]({ meetingId: app.meetingId, format: "json", form: "short" });
      return app.answer.suggested;
    };
    expect(await propose()).toBe(join(place, named));
    rmSync(place, { recursive: true });
    expect(await propose()).toBe(named);
  });
});

describe("the meeting as JSON", () => {
  it("comes back as the same meeting when it is read in, bilag too, and a punkt that has no title yet", async () => {
    const last = itemsOf(await app.handlers["meetings:get"]({ meetingId: app.meetingId })).at(-1);
    await save(last?.id, "title", "");
    const result = await exportJson("ud.json", "full");
    expect(result).toMatchObject({ fileName: "ud.json", pages: null, warnings: [] });
    expect(readdirSync(join(folder, "ud bilag"))).toContain("4-1 punkt-4-indstilling.pdf");
    app.answer.openFiles = [join(folder, "ud.json")];
    const again = await app.handlers["meetings:import"]({});
    const first = await app.handlers["meetings:get"]({ meetingId: app.meetingId });
    if (again === null) throw new Error("not read in");
    const contents = (meeting: typeof first) =>
      itemsOf(meeting).map(({ attachments }) => attachments.map(({ title, sha256 }) => ({ title, sha256 })));
    expect(contents(again)).toEqual(contents(first));
    expect(contents(first).flat().length).toBe(8);
    const words = (meeting: typeof first) => {
      const { categories, ...rest } = meetingToFile(meeting);
      return {
        ...rest,
        categories: categories.map(({ name, items }) => ({ name, items: items.map((each) => ({ ...each, attachments: [] })) })),
      };
    };
    expect(words(again)).toEqual(words(first));
  });

  it("has in its open edition nothing closed, the bilag of what is open, and is not written when it leaks", async () => {
    const [, , third, fourth] = itemsOf(await app.handlers["meetings:get"]({ meetingId: app.meetingId }));
    await save(fourth?.id, "closed", true);
    const result = await exportJson("aaben.json", "open");
    const json = readFileSync(join(folder, "aaben.json"), "utf8");
    expect(result?.warnings).toEqual([]);
    const beside = readdirSync(join(folder, "aaben bilag"));
    expect(beside).toContain("3-1 punkt-3-indstilling.pdf");
    expect(beside.filter((name) => name.startsWith(`${fourth?.number}-`))).toEqual([]);
    expect(
      json
        .match(/aaben bilag\/[^"]+/g)
        ?.map((path) => path.slice("aaben bilag/".length))
        .sort(),
    ).toEqual(beside.sort());
    expect(json).not.toContain(fourth?.title);
    expect(
      JSON.parse(json).categories.flatMap((each: { items: { number: number }[] }) => each.items.map(({ number }) => number)),
    ).not.toContain(fourth?.number);
    await save(third?.id, "decision", rich("Rådmanden bemærkede, at det er ærgerligt, at vi ikke kan tilgå data på udviklingen."));
    const refused = await exportJson("laek.json", "open").catch((error: AppFailure) => error.appError);
    expect(refused).toMatchObject({ kind: "referat-leaks", what: "closed", place: "i teksten (fra Punkt 4)" });
    expect(existsSync(join(folder, "laek.json"))).toBe(false);
    await save(third?.id, "decision", rich("Godkendt."));
  });

  it("has no bilag in its open edition that nobody can look into, and is not written when one holds what is closed", async () => {
    const [first, , , fourth] = itemsOf(await app.handlers["meetings:get"]({ meetingId: app.meetingId }));
    await save(fourth?.id, "closed", true);
    const add = (name: string, bytes: Uint8Array) =>
      app.handlers["attachments:add"]({ itemId: first?.id ?? "", files: [{ name, bytes: new Uint8Array(bytes) }] });
    await add("notat.docx", makeDocx(paragraph("Et notat om dagsordenen.")));
    await add("billede.png", greyPng({ width: 20, height: 10, levels: new Uint8Array(200).fill(9) }));
    const packed = await PDFDocument.create();
    packed.addPage();
    await packed.attach(makeDocx(paragraph("Et notat.")), "notat.docx");
    await add("pakke.pdf", await packed.save());
    const result = await exportJson("med.json", "open");
    const leftOut = (place: string, name: string) => `${place}: "${name}" er ikke med, for det kan ikke efterses, hvad der står i filen.`;
    expect(result?.warnings).toEqual([leftOut("Punkt 1, Bilag 1", "notat.docx"), leftOut("Punkt 1, Bilag 3", "pakke.pdf")]);
    expect(readdirSync(join(folder, "med bilag")).filter((name) => name.startsWith("1-"))).toEqual(["1-2 billede.png"]);
    await save(fourth?.id, "decision", rich("Rådmanden besluttede at købe grunden på Havnegade."));
    const pdf = await PDFDocument.create();
    // Beside the page: there a printed referat would hold it too.
    pdf.addPage([300, 300]).drawText("Rådmanden besluttede at købe grunden på Havnegade", { x: 900, y: 20, size: 9 });
    await add("kort.pdf", await pdf.save());
    const refused = await exportJson("holder.json", "open").catch((error: AppFailure) => error.appError);
    expect(refused).toMatchObject({ kind: "referat-leaks", what: "closed", place: "Punkt 1, Bilag 4, side 1 (fra Punkt 4)" });
    expect(existsSync(join(folder, "holder.json")) || existsSync(join(folder, "holder bilag"))).toBe(false);
  });
});
