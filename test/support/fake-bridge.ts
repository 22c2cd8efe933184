import type { DecisionListing } from "../../shared/domain/decision-listing.ts";
import { type FieldChange, itemsOf, type MeetingView } from "../../shared/domain/meeting.ts";
import type { PhraseBook, PhraseView } from "../../shared/domain/phrase.ts";
import { defaultSettings, type Settings } from "../../shared/domain/settings.ts";
import type { FolderState } from "../../shared/domain/sync-state.ts";
import type { Twofold } from "../../shared/domain/twofold.ts";
import { type AppError, AppFailure } from "../../shared/errors.ts";
import type { Bridge } from "../../shared/ipc/bridge.ts";
import { type Channel, channels, type EventName, events } from "../../shared/ipc/channels.ts";
import type { Handlers, Notice, PersonView, Revived } from "../../shared/ipc/contract.ts";
import type { EventPayloads } from "../../shared/ipc/events.ts";
import { agendaHandlers } from "./fake-agenda.ts";
import { folderHandlers } from "./fake-folder.ts";
import { FakeHistory } from "./fake-history.ts";
import { liveHandlers } from "./fake-live.ts";
import { proposalFor, renumbered, summaryOf, viewOfProposal } from "./fake-meeting.ts";

export type FakeBridgeOptions = {
  meetings?: MeetingView[];
  settings?: Partial<Settings>;
  folder?: FolderState;
  notices?: Notice[];
  people?: PersonView[];
  phrases?: PhraseView[];
  /** Words the referent has added to the spelling. */
  addedWords?: string[];
  /** What the open dialog of *Læs møde ind* gives. */
  importing?: MeetingView | null;
};

/** A main process in memory. It keeps meetings as a real one answers them; its store is not the product's and proves nothing of it. */
export class FakeMain {
  readonly calls: { channel: Channel; input: unknown }[] = [];
  readonly failures = new Map<Channel, AppError>();
  /** A request waits for its promise before it is answered. */
  readonly held = new Map<Channel, Promise<void>>();
  readonly history = new FakeHistory();
  meetings: MeetingView[];
  folder: FolderState;
  /** What has two versions; and what had before the last choice. */
  twofold: Twofold[] = [];
  chosenBefore: Twofold[] = [];
  settings: Settings;
  /** The finished pages; null answers that newer ones are on their way. */
  previewed: Uint8Array<ArrayBuffer> | null = null;
  /** The pages of every attachment without trouble. */
  pages = new Uint8Array();
  /** What the open dialog for attachments gives. */
  chosen: { name: string; bytes: Uint8Array }[] = [];
  people: PersonView[];
  phrases: PhraseBook;
  addedWords: string[];
  /** What was decided at earlier meetings. */
  decisions: DecisionListing[] = [];
  /** By meeting, what stays as it is. */
  readonly keptFindings = new Map<string, ReadonlySet<string>>();
  /** Words that are wrong, with what is suggested for them. */
  readonly misspelt = new Map<string, readonly string[]>();
  readonly publishedAt = new Map<string, string>();
  readonly #deletedMeetings = new Map<string, MeetingView>();
  readonly #deleted = new Map<string, MeetingView>();
  readonly #listeners = new Set<{ event: EventName; listener: (payload: never) => void }>();
  readonly #options: FakeBridgeOptions;
  #tick = 0;
  stopsPublishing = false;

  constructor(options: FakeBridgeOptions) {
    this.#options = options;
    this.meetings = options.meetings ?? [];
    this.people = options.people ?? [];
    this.phrases = { phrases: options.phrases ?? [], learned: [] };
    this.folder = options.folder ?? { kind: "none" };
    this.settings = { ...defaultSettings, ...options.settings };
    this.addedWords = options.addedWords ?? [];
  }

  /** Puts the bridge at `window.bridge`. */
  install(): this {
    const handlers = this.#handlers();
    const request = async (channel: Channel, input: unknown) => {
      this.calls.push({ channel, input });
      await this.held.get(channel);
      const error = this.failures.get(channel);
      if (error !== undefined) return { ok: false, error };
      try {
        return { ok: true, value: structuredClone(await (handlers[channel] as (input: unknown) => unknown)(input)) };
      } catch (thrown) {
        if (thrown instanceof AppFailure) return { ok: false, error: thrown.appError };
        throw thrown;
      }
    };
    const requests = Object.fromEntries(channels.map((channel) => [channel, (input: unknown) => request(channel, input)]));
    const on = Object.fromEntries(
      events.map((event) => [
        event,
        (listener: (payload: never) => void) => {
          const entry = { event, listener };
          this.#listeners.add(entry);
          return () => this.#listeners.delete(entry);
        },
      ]),
    );
    Object.defineProperty(window, "bridge", { configurable: true, value: { requests, on } as unknown as Bridge });
    return this;
  }

  emit<E extends EventName>(event: E, payload: EventPayloads[E]): void {
    for (const entry of this.#listeners) if (entry.event === event) entry.listener(payload as never);
  }

  callsOf(channel: Channel): unknown[] {
    return this.calls.filter((each) => each.channel === channel).map((each) => each.input);
  }

  meeting(id: string): MeetingView {
    const found = this.meetings.find((meeting) => meeting.id === id);
    if (found === undefined) throw new AppFailure({ kind: "not-found", what: "meeting", id });
    return found;
  }

  /** A second later each time it is asked. */
  now(): string {
    this.#tick += 1;
    return new Date(Date.UTC(2026, 2, 10, 10, 42, this.#tick)).toISOString();
  }

  /** Changes a meeting as a commit does: its numbers follow, and it is saved now. */
  change(meetingId: string, change: (meeting: MeetingView) => void): MeetingView {
    const meeting = this.meeting(meetingId);
    change(meeting);
    renumbered(meeting);
    meeting.savedAt = this.now();
    return meeting;
  }

  saveFields(meetingId: string, changes: readonly FieldChange[]): MeetingView {
    const before = structuredClone(this.meeting(meetingId));
    const after = this.change(meetingId, (meeting) => {
      for (const change of changes) this.#apply(meeting, change);
    });
    this.history.keep(before, changes, after.savedAt);
    return after;
  }

  /** Another number for each time that the finished pages are asked for. */
  nextRevision(): number {
    this.#tick += 1;
    return this.#tick;
  }

  #of(has: (meeting: MeetingView) => boolean): string {
    const found = this.meetings.find(has);
    if (found === undefined) throw new AppFailure({ kind: "not-found", what: "item", id: "" });
    return found.id;
  }

  ofItem = (itemId: string): string => this.#of((meeting) => itemsOf(meeting).some((item) => item.id === itemId));
  ofCategory = (id: string): string => this.#of((meeting) => meeting.categories.some((category) => category.id === id));
  ofAttachment = (id: string): string =>
    this.#of((meeting) => itemsOf(meeting).some((item) => item.attachments.some((each) => each.id === id)));

  /** A request of the window, and what another PC did when a test calls it. */
  deleteMeeting(meetingId: string): null {
    this.#deletedMeetings.set(meetingId, this.meeting(meetingId));
    this.meetings = this.meetings.filter((meeting) => meeting.id !== meetingId);
    return null;
  }

  #revive(meetingId: string): Revived {
    const meeting = this.#deletedMeetings.get(meetingId);
    if (meeting === undefined) return null;
    this.#deletedMeetings.delete(meetingId);
    this.meetings.push(meeting);
    return "meeting";
  }

  /** Keeps the meeting as it is before a deletion, so that restoring brings exactly that back. */
  withDeletion(id: string, meetingId: string, remove: (meeting: MeetingView) => void): MeetingView {
    this.#deleted.set(id, structuredClone(this.meeting(meetingId)));
    return this.change(meetingId, remove);
  }

  restore(id: string): MeetingView {
    const before = this.#deleted.get(id);
    if (before === undefined) throw new AppFailure({ kind: "not-found", what: "item", id });
    return this.change(before.id, (meeting) => {
      meeting.categories = before.categories;
    });
  }

  #apply(meeting: MeetingView, change: FieldChange): void {
    const targets: Record<FieldChange["entity"], { id: string }[]> = {
      meeting: [meeting],
      category: meeting.categories,
      item: itemsOf(meeting),
      attachment: itemsOf(meeting).flatMap((item) => item.attachments),
    };
    const target = targets[change.entity].find((each) => each.id === change.id);
    if (target !== undefined) Object.assign(target, { [change.field]: change.value });
  }

  #handlers(): Handlers {
    return {
      ...this.#appHandlers(),
      ...this.#meetingHandlers(),
      ...folderHandlers(this),
      ...agendaHandlers(this),
      ...liveHandlers(this),
    };
  }

  #appHandlers() {
    return {
      "app:status": () => ({ version: "0.1.0", standIn: false, notices: this.#options.notices ?? [] }),
      "app:flushed": () => null,
      "settings:get": () => this.settings,
      "settings:save": (changes) => {
        this.settings = { ...this.settings, ...(changes as Partial<Settings>) };
        return this.settings;
      },
      "people:list": () => this.people,
    } satisfies Partial<Handlers>;
  }

  #meetingHandlers() {
    return {
      "meetings:list": () => this.meetings.map((meeting) => summaryOf(meeting, this.publishedAt.get(meeting.id) ?? null)),
      "meetings:propose": ({ date }) => proposalFor(date ?? "2026-03-10", this.settings.minuteTaker),
      "meetings:create": (proposal) => {
        const meeting = viewOfProposal(proposal, this.now());
        this.meetings.push(meeting);
        return meeting;
      },
      "meetings:get": ({ meetingId }) => this.meeting(meetingId),
      "meetings:save-fields": ({ meetingId, changes }) => {
        const revived = this.#revive(meetingId);
        const { savedAt, state, correctedAt } = this.saveFields(meetingId, changes);
        return { savedAt, state, correctedAt, revived };
      },
      "meetings:hold": ({ meetingId }) =>
        this.change(meetingId, (meeting) => {
          meeting.state = "draft";
        }),
      "meetings:delete": ({ meetingId }) => this.deleteMeeting(meetingId),
      "meetings:restore": ({ meetingId }) => {
        this.#revive(meetingId);
        return null;
      },
      "meetings:import": () => {
        const meeting = this.#options.importing ?? null;
        if (meeting !== null) this.meetings.push(meeting);
        return meeting;
      },
    } satisfies Partial<Handlers>;
  }
}
