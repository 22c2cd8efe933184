import { Command } from "cmdk";
import { Search } from "lucide-react";
import { Dialog } from "radix-ui";
import { type KeyboardEvent, useEffect, useMemo, useRef, useState } from "react";
import { flushSync } from "react-dom";
import { findFollowUps } from "../../../shared/domain/follow-up.ts";
import type { KnownName } from "../../../shared/domain/known-name.ts";
import { availableCommands, runCommand } from "../../app/keys.ts";
import { liveTexts } from "../../app/live-texts.ts";
import { goTo } from "../../app/routes.ts";
import { iconProps } from "../../components/icon.ts";
import { Kbd } from "../../components/kbd.tsx";
import { useFollowUpList } from "../../stores/follow-up-list.ts";
import { useMeetingList } from "../../stores/meeting-list.ts";
import { useOpenMeeting } from "../../stores/open-meeting.ts";
import { useUi } from "../../stores/ui.ts";
import { useWritingHelp } from "../../stores/writing-help.ts";
import { type PaletteAct, type PaletteEntry, paletteGroups, typedWords } from "./entries.ts";
import { matchPieces } from "./match.ts";
import { useDecisionsFor } from "./use-decisions.ts";
import "./palette.css";

const words = liveTexts.palette;

/** *Find alt*: every command, phrase, punkt and open follow-up by a few letters of its name, and with "?" what is written in all meetings. Enter acts; Esc gives the focus back. */
export function Palette({ start = "" }: { start?: string }) {
  const [typed, setTyped] = useState(start);
  const from = useRef(document.activeElement);
  const input = useRef<HTMLInputElement>(null);
  const decisions = useDecisionsFor(typed);
  const groups = paletteGroups(typed, { ...useSources(), decisions });
  const [chosen, setChosen] = useState("");
  // What was decided before comes a moment after what was typed, and is what was asked for.
  const firstDecision = decisions[0] && groups[0]?.entries[0]?.id;
  useEffect(() => {
    if (firstDecision !== undefined) setChosen(firstDecision);
  }, [firstDecision]);
  const close = (act: PaletteAct | null): void => {
    // The focus is back before anything is done, so that the next key already belongs to it.
    flushSync(() => useUi.getState().setDialog(null));
    giveFocusBack(from.current);
    if (act !== null) carryOut(act);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key.toLowerCase() !== "k" || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    close(null);
  };
  return (
    <Dialog.Root open onOpenChange={(open) => !open && close(null)}>
      <Dialog.Portal>
        <Dialog.Overlay className="dialog-scrim" />
        <Dialog.Content
          className="palette"
          aria-describedby={undefined}
          onOpenAutoFocus={(event) => {
            // What stands there already is gone on from: the dialog itself would select it.
            event.preventDefault();
            input.current?.focus();
            input.current?.setSelectionRange(start.length, start.length);
          }}
          onEscapeKeyDown={(event) => event.stopPropagation()}
          onCloseAutoFocus={(event) => event.preventDefault()}
        >
          <Dialog.Title className="sr-only">{words.label}</Dialog.Title>
          <Command
            label={words.label}
            shouldFilter={false}
            vimBindings={false}
            loop
            value={chosen}
            onValueChange={setChosen}
            onKeyDown={onKeyDown}
          >
            <div className="palette-head">
              <Search {...iconProps} />
              <Command.Input ref={input} className="palette-input" placeholder={words.placeholder} value={typed} onValueChange={setTyped} />
              <Kbd keys="Esc" />
            </div>
            <Command.List className="palette-list" label={words.list}>
              {groups.length === 0 && (
                // An option, as a list without one is no list to a screen reader.
                <Command.Item className="palette-empty" value="nothing" disabled>
                  {words.nothing(typedWords(typed).trim())}
                </Command.Item>
              )}
              {groups.map((group) => (
                <Command.Group key={group.title} className="palette-group" heading={group.title}>
                  {group.entries.map((entry) => (
                    <Entry key={entry.id} entry={entry} typed={typedWords(typed)} onChosen={() => close(entry.act)} />
                  ))}
                </Command.Group>
              ))}
            </Command.List>
          </Command>
          <Foot />
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

function Entry({ entry, typed, onChosen }: { entry: PaletteEntry; typed: string; onChosen(): void }) {
  const Icon = entry.icon;
  return (
    <Command.Item className="palette-entry" value={entry.id} onSelect={onChosen}>
      <Icon {...iconProps} />
      <span className="palette-words">
        <span className="palette-text">
          <Matched typed={typed} text={entry.text} />
        </span>
        {entry.detail !== "" && (
          <span className="palette-detail">
            <Matched typed={typed} text={entry.detail} />
          </span>
        )}
      </span>
      {entry.keys !== null && <Kbd keys={entry.keys} />}
    </Command.Item>
  );
}

function Matched({ typed, text }: { typed: string; text: string }) {
  let at = 0;
  return matchPieces(typed, text).map((piece) => {
    at += piece.text.length;
    return piece.hit ? <b key={at}>{piece.text}</b> : <span key={at}>{piece.text}</span>;
  });
}

function Foot() {
  return (
    <p className="palette-foot" aria-hidden="true">
      <span>
        <Kbd keys="↑" /> <Kbd keys="↓" /> {words.choose}
      </span>
      <span>
        <Kbd keys="Enter" /> {words.act}
      </span>
      <span className="palette-signs">
        <Kbd keys="#" /> {words.item}
      </span>
      <span>
        <Kbd keys="@" /> {words.person}
      </span>
      <span>
        <Kbd keys="?" /> {words.meeting}
      </span>
    </p>
  );
}

function useSources() {
  const { phrases: known, people } = useWritingHelp();
  const phrases = useMemo(() => known.map((phrase) => ({ ...phrase, followUp: becomesFollowUp(phrase.text, people) })), [known, people]);
  const meeting = useOpenMeeting((state) => state.meeting);
  const meetings = useMeetingList((state) => state.meetings);
  const followUps = useFollowUpList((state) => state.open);
  useEffect(() => {
    void useFollowUpList.getState().load();
    if (useWritingHelp.getState().people.length === 0) void useWritingHelp.getState().load();
  }, []);
  const route = useUi((state) => state.route.screen);
  return {
    available: availableCommands(),
    meeting: route === "meeting" ? meeting : null,
    phrases,
    people,
    followUps: followUps ?? [],
    meetings: meetings ?? [],
  };
}

/** Whether a phrase, once somebody's name stands in it, is recognised as a follow-up. */
function becomesFollowUp(phrase: string, people: readonly KnownName[]): boolean {
  const anybody = people.find(({ initials }) => initials !== "")?.initials ?? "";
  return findFollowUps(phrase.replaceAll("‹hvem›", anybody), people).length > 0;
}

/** The text knows itself where its caret was; a field keeps its own. */
function giveFocusBack(element: Element | null): void {
  const editor = useOpenMeeting.getState().editor();
  if (editor !== null && element?.closest(".meeting-editor")) editor.focus();
  else if (element instanceof HTMLElement) element.focus();
}

function carryOut(act: PaletteAct): void {
  const editor = useOpenMeeting.getState().editor();
  if (act.kind === "command") runCommand(act.command);
  else if (act.kind === "item") editor?.focusItem(act.itemId);
  else if (act.kind === "meeting") void goTo({ screen: "meeting", meetingId: act.meetingId });
  else if (act.kind === "follow-up" || act.kind === "decision") goToItem(act.meetingId, act.itemId);
  else if (act.kind === "owner") {
    useFollowUpList.getState().showOwner(act.owner);
    void goTo({ screen: "follow-ups" });
  } else {
    editor?.insertText(act.text);
    useWritingHelp.getState().used(act.text);
  }
}

function goToItem(meetingId: string, itemId: string): void {
  const { meeting, editor } = useOpenMeeting.getState();
  if (meeting?.id === meetingId) editor()?.focusItem(itemId);
  else void goTo({ screen: "meeting", meetingId, itemId });
}
