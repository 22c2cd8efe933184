import { type ItemView, itemsOf, type MeetingView } from "../../../shared/domain/meeting.ts";
import type { ProofFinding, ProofPlace } from "../../../shared/domain/proof-read.ts";
import { isBlank } from "../../../shared/domain/rich-text.ts";
import { closingTexts } from "../../app/closing-texts.ts";
import { texts } from "../../app/texts.ts";
import { versionTexts } from "../../app/version-texts.ts";

const words = closingTexts;

/** A text cut at the words a finding is about; `after` is what is proposed for them, null for nothing. */
export type QuotedText = { before: string; marked: string; after: string | null; rest: string };

export type FindingWords = { title: string; place: string; number: number; text: QuotedText };

/** As much of a long paragraph as is shown on either side of the words. */
const context = 60;

/** How a finding reads, and where it is: "Punkt 3 · Handicapbarometer". */
export function findingWords(finding: ProofFinding, meeting: MeetingView): FindingWords {
  const item = itemsOf(meeting).find(({ id }) => id === finding.itemId);
  const place = item === undefined ? versionTexts.outside : words.place(item.number, item.title || texts.agenda.untitled);
  return { place, number: item?.number ?? 0, ...bareWords(finding, item) };
}

function bareWords(finding: ProofFinding, item: ItemView | undefined): Pick<FindingWords, "title" | "text"> {
  const whole = (text: string): QuotedText => ({ before: text, marked: "", after: null, rest: "" });
  switch (finding.kind) {
    case "no-decision": {
      const asked = item?.recommendations.some(({ text }) => text.trim() !== "") ?? false;
      const bare = item === undefined || (!asked && isBlank(item.agendaText));
      return { title: words.found["no-decision"], text: whole(bare ? words.nothingWritten : words.unwritten) };
    }
    case "at-point-unanswered":
    case "at-point-unfinished":
      return { title: words.found[finding.kind](finding.number), text: whole(finding.text) };
    case "two-versions": {
      const owners = finding.twofold.versions.map(({ by }) => by);
      return { title: versionTexts.found(finding.twofold, owners), text: whole(shortened(finding.text)) };
    }
    case "attends-twice": {
      const said = finding.statuses.map((status) => texts.attendance.status[status].toLocaleLowerCase("da"));
      return { title: versionTexts.attendsTwice, text: whole(`${finding.text}: ${said.join(", ")}`) };
    }
    case "no-owner":
      return { title: words.found["no-owner"], text: whole(finding.text) };
    case "bad-attachment":
      return { title: words.found["bad-attachment"], text: whole(words.attachment(finding.text, finding.trouble)) };
    case "spelling":
      return { title: words.found.spelling, text: quoted(finding.text, finding.place, finding) };
    case "style":
      return { title: finding.message.replace(/\.$/, ""), text: quoted(finding.text, finding.place, finding) };
  }
}

function shortened(text: string): string {
  const most = 2 * context;
  return text.length > most ? `${text.slice(0, Math.max(text.lastIndexOf(" ", most), 1))} …` : text;
}

function quoted(text: string, { from, to }: ProofPlace, { proposal }: ProofFinding): QuotedText {
  const before = text.slice(0, from);
  const rest = text.slice(to);
  return {
    before: before.length > context ? `… ${before.slice(before.indexOf(" ", before.length - context) + 1)}` : before,
    marked: text.slice(from, to),
    after: proposal?.kind === "replace" ? proposal.text : null,
    rest: rest.length > context ? `${rest.slice(0, Math.max(rest.lastIndexOf(" ", context), 1))} …` : rest,
  };
}
