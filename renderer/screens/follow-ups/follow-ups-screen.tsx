import { ChevronDown } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import type { FollowUpState } from "../../../shared/domain/follow-up-view.ts";
import { describeError } from "../../../shared/error-text.ts";
import { localDay } from "../../app/clock.ts";
import { useCommands } from "../../app/keys.ts";
import { liveTexts } from "../../app/live-texts.ts";
import { Button } from "../../components/button.tsx";
import { EmptyState } from "../../components/empty-state.tsx";
import { iconProps } from "../../components/icon.ts";
import { InlineAlert } from "../../components/inline-alert.tsx";
import { Kbd } from "../../components/kbd.tsx";
import { SegmentedControl } from "../../components/segmented-control.tsx";
import { useFollowUpList } from "../../stores/follow-up-list.ts";
import { useUi } from "../../stores/ui.ts";
import { useWritingHelp } from "../../stores/writing-help.ts";
import { Frame } from "../frame.tsx";
import { doneGroup, groupFollowUps, ofOwner, ownersOf, withWords } from "./follow-up-groups.ts";
import { FollowUpList } from "./follow-up-list.tsx";
import "./follow-ups-screen.css";

const words = liveTexts.followUps;

const views = [
  { value: "open", text: words.views.open },
  { value: "done", text: words.views.done },
] as const;

/** What is still to be followed up on, over all meetings, and what is done. */
export function FollowUpsScreen() {
  const { open, done, shown: state, owner, error, show, showOwner, dismissError } = useFollowUpList();
  const all = state === "open" ? open : done;
  useEffect(() => {
    void useFollowUpList.getState().load();
    if (useWritingHelp.getState().people.length === 0) void useWritingHelp.getState().load();
  }, []);
  const [typed, setTyped] = useState("");
  const search = useRef<HTMLInputElement>(null);
  useCommands(
    { find: () => search.current?.select() },
    useUi((state) => state.dialog === null),
  );
  const shown = withWords(ofOwner(all ?? [], owner), typed);
  const showAll = (): void => {
    showOwner(null);
    setTyped("");
  };
  return (
    <Frame current="follow-ups">
      <header className="follow-ups-head">
        <h1 className="screen-title">{words.title}</h1>
        {open !== null && (
          <div className="follow-ups-filters">
            <SegmentedControl<FollowUpState> label={words.shown} value={state} options={views} onChange={show} />
            <input
              ref={search}
              type="search"
              className="input"
              aria-label={words.search}
              aria-keyshortcuts="Control+F"
              placeholder={words.search}
              value={typed}
              onChange={({ target }) => setTyped(target.value)}
            />
            <OwnerFilter owners={ownersOf(all ?? [])} owner={owner} onChange={showOwner} />
          </div>
        )}
      </header>
      {error !== null && (
        <InlineAlert tone="error" onDismiss={dismissError}>
          {describeError(error)}
        </InlineAlert>
      )}
      {all === null && error === null && <p className="follow-ups-loading">{words.loading}</p>}
      {all !== null && all.length === 0 && <NothingYet state={state} />}
      {all !== null && all.length > 0 && shown.length === 0 && (
        <p className="follow-ups-loading">
          {words.noneMatch} <Button onClick={showAll}>{words.showAll}</Button>
        </p>
      )}
      {shown.length > 0 && (
        <>
          <FollowUpList groups={state === "done" ? doneGroup(shown) : groupFollowUps(shown, localDay(new Date()))} />
          <Hints state={state} />
        </>
      )}
    </Frame>
  );
}

type OwnerFilterProps = { owners: readonly string[]; owner: string | null; onChange(owner: string | null): void };

/** Whose are shown. An option cannot have null as its value. */
function OwnerFilter({ owners, owner, onChange }: OwnerFilterProps) {
  const all = "*";
  const named = owner !== null && owner !== "" && !owners.includes(owner) ? [...owners, owner] : owners;
  return (
    <span className="owner-filter">
      <select
        aria-label={words.ownerFilter}
        value={owner ?? all}
        onChange={(event) => onChange(event.target.value === all ? null : event.target.value)}
      >
        <option value={all}>{words.everyone}</option>
        <option value="">{words.nobody}</option>
        {named.map((name) => (
          <option key={name} value={name}>
            {name}
          </option>
        ))}
      </select>
      <ChevronDown {...iconProps} size={14} />
    </span>
  );
}

function NothingYet({ state }: { state: FollowUpState }) {
  if (state === "done") return <EmptyState title={words.noneDone}>{words.noneDoneText}</EmptyState>;
  return <EmptyState title={words.emptyTitle}>{words.emptyText}</EmptyState>;
}

function Hints({ state }: { state: FollowUpState }) {
  const { hints } = words;
  const lines = [
    ["Mellemrum", state === "open" ? hints.done : hints.reopen],
    ["E", hints.owner],
    ["F", hints.due],
    ["Enter", hints.open],
  ] as const;
  return (
    <p className="follow-ups-hints" aria-hidden="true">
      {lines.map(([keys, text]) => (
        <span key={keys}>
          <Kbd keys={keys} /> {text}
        </span>
      ))}
    </p>
  );
}
