import { ArrowUpRight, Lock, Quote, Search } from "lucide-react";
import { useEffect, useState } from "react";
import { longDate } from "../../../shared/domain/date.ts";
import type { DecisionListing } from "../../../shared/domain/decision-listing.ts";
import type { ItemView, MeetingView } from "../../../shared/domain/meeting.ts";
import { earlierTexts } from "../../app/earlier-texts.ts";
import { goTo } from "../../app/routes.ts";
import { texts } from "../../app/texts.ts";
import { Button } from "../../components/button.tsx";
import { EmptyState } from "../../components/empty-state.tsx";
import { iconProps } from "../../components/icon.ts";
import { useEarlier } from "../../stores/decisions.ts";
import { useOpenMeeting } from "../../stores/open-meeting.ts";
import { matchPieces } from "../palette/match.ts";
import "./earlier-panel.css";

const words = earlierTexts;
const longest = 200;
const linesShown = 6;

/** *Tidligere*: what was decided before on the matter of the punkt at the caret, or on what is looked for. */
export function EarlierPanel({ meeting, item }: { meeting: MeetingView; item: ItemView | null }) {
  const [typed, setTyped] = useState("");
  const { found, search } = useEarlier();
  const matter = item?.title ?? "";
  const asked = typed.trim().slice(0, longest);
  useEffect(() => {
    void search({ text: asked === "" ? matter.slice(0, longest) : asked, by: asked === "" ? "matter" : "words" }, meeting.id);
  }, [search, asked, matter, meeting.id]);
  return (
    <section className="earlier" aria-label={words.title}>
      <div className="earlier-search">
        <Search {...iconProps} />
        <input
          type="search"
          className="input"
          aria-label={words.search}
          placeholder={matter === "" ? words.search : matter}
          value={typed}
          onChange={({ target }) => setTyped(target.value)}
        />
        <span className="earlier-count tabular" role="status">
          {words.found(found.length)}
        </span>
      </div>
      {found.length === 0 ? <Nothing asked={asked} item={item} /> : <Decisions found={found} typed={asked} canInsert={!meeting.locked} />}
    </section>
  );
}

function Nothing({ asked, item }: { asked: string; item: ItemView | null }) {
  if (asked !== "") return <p className="earlier-none">{words.noneFit(asked)}</p>;
  if (item === null) return <p className="earlier-none">{words.noItem}</p>;
  return <EmptyState title={words.nothingTitle}>{words.nothing(item.title || texts.agenda.untitled)}</EmptyState>;
}

type DecisionsProps = { found: readonly DecisionListing[]; typed: string; canInsert: boolean };

function Decisions({ found, typed, canInsert }: DecisionsProps) {
  return (
    <>
      <div className="earlier-head">
        <h3>{words.decided}</h3>
        <span>{words.newestFirst}</span>
      </div>
      <ol className="earlier-list">
        {found.map((decision) => (
          <Decision key={decision.itemId} decision={decision} typed={typed} canInsert={canInsert} />
        ))}
      </ol>
    </>
  );
}

function Decision({ decision, typed, canInsert }: { decision: DecisionListing; typed: string; canInsert: boolean }) {
  const { meetingId, meetingDate, itemId, itemNumber, itemTitle, closed, lines } = decision;
  const title = itemTitle || texts.agenda.untitled;
  return (
    <li className="earlier-decision">
      <p className="earlier-when">
        <span>{longDate(meetingDate)}</span>
        <span className="earlier-place">
          {closed && <Lock {...iconProps} size={12} aria-label={texts.agenda.closed} />}
          {itemNumber === null ? words.unnumbered : words.item(itemNumber)}
        </span>
      </p>
      <h4 className="earlier-title">
        <Matched typed={typed} text={title} />
      </h4>
      {lines.slice(0, linesShown).map((line) => (
        <p key={line} className="earlier-line">
          <Matched typed={typed} text={line} />
        </p>
      ))}
      {lines.length > linesShown && <p className="earlier-line">…</p>}
      <p className="earlier-acts">
        <Button
          look="plain"
          icon={<ArrowUpRight {...iconProps} />}
          aria-label={words.openOf(meetingDate, title)}
          onClick={() => void goTo({ screen: "meeting", meetingId, itemId })}
        >
          {words.open}
        </Button>
        {canInsert && (
          <Button
            look="plain"
            icon={<Quote {...iconProps} />}
            aria-label={words.insertOf(meetingDate, title)}
            onClick={() => useOpenMeeting.getState().editor()?.insertText(words.reference(meetingDate, itemNumber))}
          >
            {words.insert}
          </Button>
        )}
      </p>
    </li>
  );
}

function Matched({ typed, text }: { typed: string; text: string }) {
  let at = 0;
  return matchPieces(typed, text).map((piece) => {
    at += piece.text.length;
    return piece.hit ? <mark key={at}>{piece.text}</mark> : piece.text;
  });
}
