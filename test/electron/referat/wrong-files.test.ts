import { mkdirSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { composeReferat } from "../../../electron/referat/compose.ts";
import type { PrintItem, ReferatDocument } from "../../../electron/referat/document.ts";
import { checkReferat, createReadBack } from "../../../electron/referat/read-back.ts";
import { describeError } from "../../../shared/error-text.ts";
import type { AppError } from "../../../shared/errors.ts";
import { openSampleApp } from "../../support/sample-app.ts";
import { attachment, category, item, meeting, numbers, recommendations, rich } from "./meetings.ts";
import { engineFiles, openTypesetter } from "./typesetter.ts";

const typesetter = openTypesetter();
const readBack = createReadBack(engineFiles);
beforeAll(() => typesetter.typeset(original()), 60_000);
afterAll(async () => {
  await typesetter.close();
  await readBack.close();
});

const note = { heading: "Bilaget kan ikke vises", text: "Filen kan ikke læses." };

function original(): ReferatDocument {
  const second = item(2, "Brev til Byrådet", {
    agendaText: rich("Udvalget har bedt om et svar."),
    recommendations: recommendations("at rådmanden godkender brevet", "at brevet sendes"),
    decision: rich("at 1) rådmanden godkendte brevet", "FAS følger op.", "at 2) brevet sendes", numbers(1, "først", "siden")),
    attachments: [attachment("Udkast"), attachment("Notat")],
  });
  const whole = meeting({
    categories: [
      category("Til godkendelse", item(1, "Dagsorden", { decision: rich("Godkendt.") }), second),
      category("Orientering", item(5, "Bordet rundt", { decision: rich("MJ orienterede.") })),
    ],
  });
  const document = composeReferat(whole, { organisation: "Aarhus Kommune" });
  return changedItem(document, (each) => ({ ...each, attachments: each.attachments.map((bilag) => ({ ...bilag, note })) }));
}

function changedItem(document: ReferatDocument, change: (item: PrintItem) => PrintItem): ReferatDocument {
  const categories = document.categories.map((each) => ({
    ...each,
    items: each.items.map((one) => (one.place === "Punkt 2" ? change(one) : one)),
  }));
  return { ...document, categories };
}

/** The words of a document changed wherever they stand. */
function said(document: ReferatDocument, words: string, instead: string): ReferatDocument {
  return JSON.parse(JSON.stringify(document).replaceAll(words, instead)) as ReferatDocument;
}

/** Sets another document than the one that the file is held against, as an engine that went wrong would. */
async function differenceOf(wrong: ReferatDocument): Promise<string | null> {
  const [right, result] = [await typesetter.typeset(original()), await typesetter.typeset(wrong)];
  return checkReferat(readBack, {
    result: { ...result, printed: right.printed, pages: right.pages },
    whole: null,
    rules: { phrases: [], publicContacts: [] },
  }).then(
    () => null,
    (error: { appError: AppError }) => (error.appError.kind === "referat-differs" ? error.appError.place : describeError(error.appError)),
  );
}

describe("a file that does not say what the meeting says", () => {
  it("is given when it does", async () => {
    expect(await differenceOf(original())).toBeNull();
  });

  it.each<[string, (document: ReferatDocument) => ReferatDocument, RegExp]>([
    ["another word in a decision", (it) => said(it, "rådmanden godkendte brevet", "rådmanden afviste brevet"), /^Punkt 2, beslutningen$/],
    ["a sentence of a decision gone", (it) => said(it, "FAS følger op.", ""), /^Punkt 2, beslutningen$/],
    ["a decision's list in another order", (it) => said(said(it, "først", "siden"), "siden", "først"), /^Punkt 2, beslutningen$/],
    ["another word in the text before it", (it) => said(it, "bedt om et svar", "afvist et svar"), /^Punkt 2, teksten$/],
    ["another word in the indstilling", (it) => said(it, "rådmanden godkender brevet", "rådmanden forkaster"), /^Punkt 2, indstillingen$/],
    ["a decision gone", (it) => changedItem(it, (one) => ({ ...one, decision: null })), /bogmærket til "Beslutning for Punkt 2/],
    ["another stamp", (it) => said(it, "Bilag 2: Notat", "Bilag 2: Udkast"), /Bilag 2: Notat"/],
    [
      "its bilag in another order",
      (it) => changedItem(it, (one) => ({ ...one, attachments: one.attachments.toReversed() })),
      /Bilag 1: Udkast"/,
    ],
    ["a bilag gone", (it) => changedItem(it, (one) => ({ ...one, attachments: one.attachments.slice(0, 1) })), /sider, ikke/],
    ["its categories in another order", (it) => ({ ...it, categories: it.categories.toReversed() }), /sider, ikke|bogmærket/],
    ["another number of a punkt", (it) => said(it, "Punkt 5", "Punkt 6"), /bogmærket til "Punkt 5/],
  ])("is refused with %s", async (_what, change, place) => {
    expect(await differenceOf(change(original()))).toMatch(place);
  });
});

describe("what is laid in the shared folder", () => {
  it("is read back too: a file that differs is told and not laid", { timeout: 90_000 }, async () => {
    const folder = mkdtempSync(join(tmpdir(), "mappe-"));
    const share = join(folder, "delt");
    mkdirSync(share);
    const app = await openSampleApp(join(folder, "data"));
    try {
      app.answer.folder = share;
      await app.handlers["folder:choose"]({});
      const { read } = app.context.readBack;
      app.context.readBack.read = async (pdf) => {
        const found = await read(pdf);
        return found && { ...found, pages: found.pages.map((page) => ({ ...page, own: page.own.replaceAll("godkend", "afvis") })) };
      };
      await expect(async () => app.handlers["referat:publish"]({ meetingId: app.meetingId })).rejects.toMatchObject({
        appError: { kind: "referat-differs" },
      });
      expect(readdirSync(share, { recursive: true }).filter((name) => String(name).endsWith(".pdf"))).toEqual([]);
      app.context.readBack.read = read;
      expect(await app.handlers["referat:publish"]({ meetingId: app.meetingId })).toMatchObject({ state: "published" });
      expect(readdirSync(share, { recursive: true }).filter((name) => String(name).endsWith(".pdf"))).toHaveLength(1);
    } finally {
      await app.close();
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
