import { itemsOf, type MeetingView } from "./meeting.ts";

/** Why a bilag cannot be printed in the referat. It is kept all the same. Source: security-and-shipping.md §4. */
export const attachmentTroubles = [
  "empty",
  "not-pdf",
  "damaged",
  "password",
  "no-pages",
  "no-text",
  "old-word",
  "too-many-pages",
  "too-large-page",
  "too-slow",
  "missing",
] as const;
export type AttachmentTrouble = (typeof attachmentTroubles)[number];

/** What is wrong with a bilag, to stand after its name: "Bilaget "brev.pdf" … er låst med en adgangskode". */
export const troubleTexts: Readonly<Record<AttachmentTrouble, string>> = {
  empty: "er tom",
  "not-pdf": "er ikke en PDF indeni",
  damaged: "er beskadiget eller ikke hel",
  password: "er låst med en adgangskode",
  "no-pages": "har ingen sider",
  "no-text": "har ingen tekst",
  "old-word": "er et Word-dokument af den gamle slags (.doc), og kun .docx og PDF kan vises",
  "too-many-pages": "har flere end 500 sider",
  "too-large-page": "har en side, der er for stor til at blive vist",
  "too-slow": "kunne ikke læses på 20 sekunder",
  missing: "findes ikke længere på denne pc",
};

/** A sentence for each bilag that gets a page saying why it is not shown, as far as is known. */
export function troubledBilag(meeting: Pick<MeetingView, "categories">): string[] {
  return itemsOf(meeting).flatMap((item) =>
    item.attachments.flatMap(({ fileName, trouble }, index) =>
      trouble === null ? [] : [troubleSentence(`Punkt ${item.number}, Bilag ${index + 1}`, fileName, trouble)],
    ),
  );
}

/** `trouble` is one of {@link troubleTexts}. */
export function troubleSentence(place: string, fileName: string, trouble: string): string {
  return `${place}: filen "${fileName}" ${trouble}. Bilagets side siger det.`;
}
