import { troubleTexts } from "../../shared/domain/attachment-trouble.ts";
import type { DecisionListing } from "../../shared/domain/decision-listing.ts";
import { type AttachmentView, type FieldChange, itemsOf, type MeetingView } from "../../shared/domain/meeting.ts";
import type { PhraseBook, PhraseView } from "../../shared/domain/phrase.ts";
import { defaultSettings, type Settings } from "../../shared/domain/settings.ts";
import type { FolderState } from "../../shared/domain/sync-state.ts";
import type { Twofold } from "../../shared/domain/twofold.ts";
import { type AppError, AppFailure } from "../../shared/errors.ts";
import type { Bridge } from "../../shared/ipc/bridge.ts";
import { type Channel, channels, type EventName, events } from "../../shared/ipc/channels.ts";
import type { AttachmentOutcome, Handlers, Notice, PersonView, Revived } from "../../shared/ipc/contract.ts";
import type { EventPayloads } from "../../shared/ipc/events.ts";
import { FakeHistory } from "./fake-history.ts";
import { liveHandlers } from "./fake-live.ts";
import { addItemTo, itemIn, moveItemIn, proposalFor, renumbered, summaryOf, viewOfProposal } from "./fake-meeting.ts";

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

const addressOf = (bytes: Uint8Array<ArrayBuffer>): string => URL.createObjectURL(new Blob([bytes]));

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
  #stopsPublishing = false;

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

  #now(): string {
    this.#tick += 1;
    return new Date(Date.UTC(2026, 2, 10, 10, 42, this.#tick)).toISOString();
  }

  #change(meetingId: string, change: (meeting: MeetingView) => void): MeetingView {
    const meeting = this.meeting(meetingId);
    change(meeting);
    renumbered(meeting);
    meeting.savedAt = this.#now();
    return meeting;
  }

  saveFields(meetingId: string, changes: readonly FieldChange[]): MeetingView {
    const before = structuredClone(this.meeting(meetingId));
    const after = this.#change(meetingId, (meeting) => {
      for (const change of changes) this.#apply(meeting, change);
    });
    this.history.keep(before, changes, after.savedAt);
    return after;
  }

  #of(has: (meeting: MeetingView) => boolean): string {
    const found = this.meetings.find(has);
    if (found === undefined) throw new AppFailure({ kind: "not-found", what: "item", id: "" });
    return found.id;
  }

  #ofItem = (itemId: string): string => this.#of((meeting) => itemsOf(meeting).some((item) => item.id === itemId));
  #ofCategory = (id: string): string => this.#of((meeting) => meeting.categories.some((category) => category.id === id));
  #ofAttachment = (id: string): string =>
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
  #withDeletion(id: string, meetingId: string, remove: (meeting: MeetingView) => void): MeetingView {
    this.#deleted.set(id, structuredClone(this.meeting(meetingId)));
    return this.#change(meetingId, remove);
  }

  #restore(id: string): MeetingView {
    const before = this.#deleted.get(id);
    if (before === undefined) throw new AppFailure({ kind: "not-found", what: "item", id });
    return this.#change(before.id, (meeting) => {
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
      ...this.#itemHandlers(),
      ...this.#attachmentHandlers(),
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
      "folder:state": () => this.folder,
      "folder:choose": () => {
        this.folder = { kind: "connected", name: "Referater", lastPublishedAt: null };
        return this.folder;
      },
      "folder:forget": () => {
        this.folder = { kind: "none" };
        return this.folder;
      },
      "folder:retry": () => this.folder,
      "folder:pull": () => this.folder,
      "siblings:list": () => this.twofold,
      "siblings:choose": ({ meetingId, entity, id, field, choice }) => {
        const { versions } = this.twofold.find((each) => each.id === id && each.field === field) ?? { versions: [] };
        this.chosenBefore = this.twofold;
        this.twofold = this.twofold.filter((each) => each.id !== id || each.field !== field);
        const chosen = versions.find(({ actor }) => choice !== "all" && actor === choice.actor) ?? versions[0];
        return { meeting: this.saveFields(meetingId, [{ entity, id, field, value: chosen?.value } as FieldChange]), twofold: this.twofold };
      },
      "siblings:undo": ({ meetingId, entity, id, field }) => {
        this.twofold = this.chosenBefore;
        const value = this.twofold.find((each) => each.id === id && each.field === field)?.versions[0]?.value;
        return { meeting: this.saveFields(meetingId, [{ entity, id, field, value } as FieldChange]), twofold: this.twofold };
      },
      "referat:stop": () => null,
      "referat:rehearse": () => null,
      "referat:stop-publishing": () => {
        this.#stopsPublishing = true;
        return null;
      },
      "referat:copy": () => null,
      "referat:add-previous": () => {
        throw new AppFailure({ kind: "no-previous-referat", lacks: "meeting" });
      },
      "referat:preview": () =>
        this.previewed === null
          ? null
          : { address: addressOf(this.previewed), next: addressOf(new Uint8Array()), pages: 3, revision: ++this.#tick },
      "referat:export": () => ({ fileName: "20260310-Rådmandsmøde.pdf", pages: 6, bytes: 61_000, warnings: [] }),
      "referat:publish": ({ meetingId }) => {
        if (this.#stopsPublishing) {
          this.#stopsPublishing = false;
          return null;
        }
        if (this.folder.kind === "none") throw new AppFailure({ kind: "folder-not-set" });
        const at = this.#now();
        this.publishedAt.set(meetingId, at);
        this.#change(meetingId, (meeting) => {
          meeting.state = "draft";
        });
        this.meeting(meetingId).savedAt = at;
        const shortName = this.meeting(meetingId).laysShort ? "20260310-Rådmandsmøde kort.pdf" : null;
        return { state: "published", at, fileName: "20260310-Rådmandsmøde.pdf", shortName };
      },
    } satisfies Partial<Handlers>;
  }

  #meetingHandlers() {
    return {
      "meetings:list": () => this.meetings.map((meeting) => summaryOf(meeting, this.publishedAt.get(meeting.id) ?? null)),
      "meetings:propose": ({ date }) => proposalFor(date ?? "2026-03-10", this.settings.minuteTaker),
      "meetings:create": (proposal) => {
        const meeting = viewOfProposal(proposal, this.#now());
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
        this.#change(meetingId, (meeting) => {
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

  #itemHandlers() {
    return {
      "items:add": ({ categoryId, afterId, title, minutes }) => {
        let itemId = "";
        const meeting = this.#change(this.#ofCategory(categoryId), (each) => {
          itemId = addItemTo(each, { categoryId, afterId }, title, minutes);
        });
        return { itemId, meeting };
      },
      "items:move": ({ itemId, categoryId, afterId }) =>
        this.#change(this.#ofItem(itemId), (meeting) => moveItemIn(meeting, itemId, { categoryId, afterId })),
      "items:delete": ({ itemId }) =>
        this.#withDeletion(itemId, this.#ofItem(itemId), (meeting) => {
          for (const category of meeting.categories) category.items = category.items.filter((item) => item.id !== itemId);
        }),
      "items:restore": ({ itemId }) => this.#restore(itemId),
      "categories:add": ({ meetingId, afterId, name }) =>
        this.#change(meetingId, (meeting) => {
          const at = meeting.categories.findIndex((category) => category.id === afterId) + 1;
          meeting.categories.splice(at, 0, { id: crypto.randomUUID(), name, items: [] });
        }),
      "categories:delete": ({ categoryId }) =>
        this.#change(this.#ofCategory(categoryId), (meeting) => {
          meeting.categories = meeting.categories.filter((category) => category.id !== categoryId);
        }),
    } satisfies Partial<Handlers>;
  }

  #addAttachments(itemId: string, files: readonly { name: string; bytes: Uint8Array }[]): AttachmentOutcome {
    const refused: AppError[] = files
      .filter((file) => !file.name.endsWith(".pdf"))
      .map((file) => ({ kind: "attachment-refused", name: file.name, reason: "den er hverken PDF, Word, PNG eller JPEG" }));
    const meeting = this.#change(this.#ofItem(itemId), (each) => {
      const taken = files.filter((file) => file.name.endsWith(".pdf"));
      itemIn(each, itemId).attachments.push(...taken.map((file) => attachment(file.name, file.bytes.byteLength)));
    });
    return { meeting, refused };
  }

  #attachmentHandlers() {
    return {
      "attachments:add": ({ itemId, files }) => this.#addAttachments(itemId, files),
      "attachments:choose": () => this.chosen.map(({ name }, at) => ({ fileId: `${at}`, name })),
      "attachments:add-chosen": ({ itemId, fileId }) => this.#addAttachments(itemId, this.chosen.slice(Number(fileId), Number(fileId) + 1)),
      "attachments:move": ({ attachmentId, afterId }) =>
        this.#change(this.#ofAttachment(attachmentId), (meeting) => {
          for (const item of itemsOf(meeting)) {
            const moved = item.attachments.find((each) => each.id === attachmentId);
            if (moved === undefined) continue;
            const rest = item.attachments.filter((each) => each.id !== attachmentId);
            rest.splice(rest.findIndex((each) => each.id === afterId) + 1, 0, moved);
            item.attachments = rest;
          }
        }),
      "attachments:delete": ({ attachmentId }) =>
        this.#withDeletion(attachmentId, this.#ofAttachment(attachmentId), (meeting) => {
          for (const item of itemsOf(meeting)) item.attachments = item.attachments.filter((each) => each.id !== attachmentId);
        }),
      "attachments:restore": ({ attachmentId }) => this.#restore(attachmentId),
      "attachments:open": () => null,
      "attachments:read": ({ attachmentId }) => {
        const all = this.meetings.flatMap(itemsOf).flatMap(({ attachments }) => attachments);
        const trouble = all.find(({ id }) => id === attachmentId)?.trouble ?? null;
        return trouble === null
          ? { kind: "pages", pdf: this.pages, first: 1 }
          : { kind: "trouble", reason: `Filen "beskadiget.pdf" ${trouble}.` };
      },
    } satisfies Partial<Handlers>;
  }
}

function attachment(fileName: string, bytes: number): AttachmentView {
  const title = fileName.replace(/\.pdf$/, "");
  const trouble = fileName.startsWith("beskadiget") ? troubleTexts.damaged : null;
  return { id: crypto.randomUUID(), title, fileName, mediaType: "application/pdf", bytes, sha256: "0".repeat(64), trouble };
}
