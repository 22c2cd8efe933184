import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { MeetingFileInput } from "../../shared/domain/meeting-file.ts";
import { openSampleApp } from "../support/sample-app.ts";

/** A meeting to type in: its name in the results and in the list, its punkter, and how many printed pages its text fills. */
export type TypedMeeting = { name: string; items: number; pages: number };

export const typedMeetings: readonly TypedMeeting[] = [
  { name: "8 punkter", items: 8, pages: 6 },
  { name: "60 punkter", items: 60, pages: 20 },
  { name: "3 sider", items: 8, pages: 3 },
  { name: "100 sider", items: 8, pages: 100 },
];

// No sentence twice in a paragraph: a repeated one is a slip that the editor marks, and minutes hold few of those.
export const sentences: readonly string[] = [
  "Rådmanden tog orienteringen til efterretning og bemærkede, at der fortsat er behov for en tæt dialog med de pårørende om overgangen.",
  "Forvaltningen oplyste, at ventetiden på genoptræning er faldet siden sommer, og at tallene for efteråret følger i december.",
  "Der var enighed om, at brevet til borgerne skal skrives, så det kan læses af alle, og at det sendes i uge 14.",
  "Chefen for området gennemgik de tre modeller og anbefalede den anden, fordi den kan begynde uden nye lokaler.",
  "Det blev drøftet, om ordningen også bør gælde for borgere, der bor alene, og som ikke har hjælp i forvejen.",
  "Sagen tages op igen, når høringen er slut, og svarene er samlet i et notat med en indstilling til udvalget.",
  "Lederne af plejehjemmene inddrages, inden planen lægges frem, så erfaringerne fra foråret kommer med.",
  "Udgiften holdes inden for rammen, og en mulig besparelse bruges til flere timer om aftenen og i weekenden.",
];
/** The referat's page takes about 3,000 characters of running text. */
const paragraphsPerPage = 6;

/** Four sentences, other ones than in the paragraph before. */
function paragraph(index: number): string {
  return Array.from({ length: 4 }, (_none, at) => sentences[(index * 3 + at) % sentences.length]).join(" ");
}

function meetingFile({ name, items, pages }: TypedMeeting): MeetingFileInput {
  const each = Math.ceil((pages * paragraphsPerPage) / items);
  return {
    format: "referent-meeting/1",
    series: "Rådmandsmøder 2026-2029",
    title: name,
    date: "2026-03-17",
    start: "11:00",
    end: "13:00",
    categories: [
      {
        name: "Til godkendelse",
        items: Array.from({ length: items }, (_none, index) => ({
          title: `Sag ${index + 1}`,
          minutes: 10,
          recommendations: ["at rådmanden tager orienteringen til efterretning", "at rådmanden godkender det videre forløb"],
          decision: Array.from({ length: each }, (_each, at) => paragraph(at)).join("\n\n"),
        })),
      },
    ],
  };
}

/** A data folder with the sample meeting and `meetings`. */
export async function writeTypedMeetings(dataDir: string, meetings = typedMeetings): Promise<void> {
  const app = await openSampleApp(dataDir);
  mkdirSync(join(dataDir, "files"), { recursive: true });
  for (const meeting of meetings) {
    const path = join(dataDir, "files", `${meeting.name}.json`);
    writeFileSync(path, JSON.stringify(meetingFile(meeting)));
    app.answer.openFiles = [path];
    await app.handlers["meetings:import"]({});
  }
  await app.close();
}
