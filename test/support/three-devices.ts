import { randomUUID } from "node:crypto";
import fc from "fast-check";
import { generateKeyBetween } from "fractional-indexing";
import { type EntityRecord, meetingVector, readEntities } from "../../electron/store/meeting-entities.ts";
import { isChoosable } from "../../electron/store/register-fields.ts";
import { chooseValue, getField, insertEntity, setDeleted, setField } from "../../electron/store/registers.ts";
import type { Store } from "../../electron/store/store.ts";
import { canonicalJson } from "../../electron/sync/canonical-json.ts";
import { mergeMeeting } from "../../electron/sync/merge/merge.ts";
import { takeIn } from "../../electron/sync/merge/take-in.ts";
import { readSnapshotFile, type SnapshotFile } from "../../electron/sync/read-snapshot.ts";
import { encodeSnapshot } from "../../electron/sync/snapshot.ts";

const repo = "00000000-0000-4000-8000-000000000000";
const places = 3;

/** What one device does next. Numbers choose among what there is. */
export type Deed =
  | { do: "write" | "choose"; device: number; item: number; field: number }
  | { do: "point" | "delete" | "restore" | "add" | "move" | "close"; device: number; item: number }
  | { do: "drop-meeting" | "publish"; device: number }
  | { do: "pull"; device: number; order: number[] };

type ItemDeed = Extract<Deed, { item: number }>;

const device = fc.nat({ max: places - 1 });
const item = fc.nat({ max: 5 });

/** Deeds of three devices, publishing and pulling among them, in any order. */
export const deeds: fc.Arbitrary<Deed[]> = fc.array(
  fc.oneof(
    {
      weight: 6,
      arbitrary: fc.record({ do: fc.constantFrom("write" as const, "choose" as const), device, item, field: fc.nat({ max: 2 }) }),
    },
    {
      weight: 5,
      arbitrary: fc.record({ do: fc.constantFrom(...(["point", "delete", "restore", "add", "move", "close"] as const)), device, item }),
    },
    { weight: 1, arbitrary: fc.record({ do: fc.constant("drop-meeting" as const), device }) },
    { weight: 4, arbitrary: fc.record({ do: fc.constant("publish" as const), device }) },
    {
      weight: 5,
      arbitrary: fc.record({ do: fc.constant("pull" as const), device, order: fc.array(fc.nat({ max: 20 }), { maxLength: 6 }) }),
    },
  ),
  { minLength: 8, maxLength: 40 },
);

/** A write as the one who made it knew the world: what it stood in place of, and all that had reached the device. */
type Event = {
  id: number;
  kind: "edit" | "mark" | "delete";
  part: string;
  key: string;
  value: string;
  replaces: string[];
  knows: Set<number>;
};

const fields = ["title", "decision", "agendaText"] as const;

/** What went wrong, or `told`: someone was told that an actor is used twice. */
export type Verdict = { faults: string[]; told: boolean };

/** Plays the deeds on three real stores and a folder that is a list; everything is published and pulled at last. */
export function play(stores: readonly Store[], run: readonly Deed[]): Verdict {
  const office = new Office(stores);
  for (const deed of run) office.act(deed);
  return office.settle();
}

type Laid = { bytes: Uint8Array; file: Extract<SnapshotFile, { kind: "snapshot" }>; knows: Set<number>; takenBy: Set<number> };

class Office {
  readonly #stores: readonly Store[];
  readonly #meetingId = randomUUID();
  readonly #folder: Laid[] = [];
  readonly #knows: Set<number>[];
  readonly #seq: number[];
  readonly #events: Event[] = [];
  #told = false;

  constructor(stores: readonly Store[]) {
    this.#stores = stores;
    this.#knows = stores.map(() => new Set());
    this.#seq = stores.map(() => 0);
    this.#make();
    this.act({ do: "publish", device: 0 });
  }

  #make(): void {
    const meetingId = this.#meetingId;
    (this.#stores[0] as Store).write((db, edit) => {
      const seriesId = randomUUID();
      insertEntity(db, edit, "series", seriesId, { title: "Serie", deleted: false });
      insertEntity(
        db,
        edit,
        "meeting",
        meetingId,
        {
          ...{ seriesId, title: "Møde", date: "2026-03-10", start: "11:00", end: "13:00", place: "", minuteTaker: "A", information: [] },
          ...{ state: "draft" as const, approvedAt: null, approvedIn: null, correctedAt: null },
          ...{ locked: false, laysShort: false, deleted: false },
        },
        { saved_at: edit.at },
      );
      for (const position of ["a0", "a1"])
        insertEntity(db, edit, "category", randomUUID(), { meetingId, name: "", position, deleted: false });
    });
    for (let n = 0; n < 2; n += 1) this.act({ do: "add", device: 0, item: n });
  }

  #entities(at: number): EntityRecord[] {
    return (this.#stores[at] as Store).read((db) => readEntities(db, this.#meetingId));
  }

  #items(at: number): EntityRecord[] {
    return this.#entities(at).filter(({ entity }) => entity === "item");
  }

  #note(at: number, event: Omit<Event, "id" | "knows">): void {
    const known = this.#knows[at] as Set<number>;
    this.#events.push({ ...event, id: this.#events.length, knows: new Set(known) });
    known.add(this.#events.length - 1);
  }

  act(deed: Deed): void {
    if (deed.do === "publish") this.#publish(deed.device);
    else if (deed.do === "pull") this.#pull(deed.device, deed.order);
    else if (this.#entities(deed.device).length === 0) return;
    else if (deed.do === "drop-meeting") this.#dropMeeting(deed.device);
    else this.#edit(deed as ItemDeed);
  }

  #dropMeeting(at: number): void {
    const part = this.#meetingId;
    if ((this.#stores[at] as Store).write((db, edit) => setDeleted(db, edit, "meeting", part, true)))
      this.#note(at, { kind: "delete", part, key: "", value: "", replaces: [] });
  }

  #edit(deed: ItemDeed): void {
    const at = deed.device;
    const store = this.#stores[at] as Store;
    const items = this.#items(at);
    const categories = this.#entities(at).filter(({ entity }) => entity === "category");
    const category = categories[deed.item % categories.length]?.id as string;
    if (deed.do === "add") {
      const id = randomUUID();
      const none = { type: "doc" as const, content: [] };
      const title = this.#word();
      store.write((db, edit) =>
        insertEntity(db, edit, "item", id, {
          ...{ categoryId: category, title, minutes: null, closed: false, agendaText: none, decision: none, publicDecision: none },
          ...{ number: null, outcome: "normal", carriedFrom: null, position: "a0", deleted: false },
        }),
      );
      this.#note(at, { kind: "edit", part: id, key: `${id} title`, value: title, replaces: [] });
      return;
    }
    const record = items[deed.item % items.length] as EntityRecord;
    const { id } = record;
    if (deed.do === "write" || deed.do === "choose") this.#write(at, record, fields[deed.field] as (typeof fields)[number], deed.do);
    if (deed.do === "point") {
      const text = this.#word();
      const point = randomUUID();
      store.write((db, edit) => insertEntity(db, edit, "recommendation", point, { itemId: id, text, position: "a0", deleted: false }));
      this.#note(at, { kind: "edit", part: id, key: `${point} text`, value: text, replaces: [] });
    }
    if (deed.do === "move") {
      const after = generateKeyBetween(record.fields["position"]?.value as string, null);
      const position = `${after}${this.#events.length}V`;
      store.write((db, edit) => {
        setField(db, edit, "item", id, "categoryId", category);
        setField(db, edit, "item", id, "position", position);
      });
      this.#note(at, { kind: "edit", part: id, key: "", value: "", replaces: [] });
    }
    // Two who close the same punkt have made one edit, so this one may be known without the other.
    if (deed.do === "close" && store.write((db, edit) => setField(db, edit, "item", id, "closed", record.fields["closed"]?.value !== true)))
      this.#note(at, { kind: "mark", part: id, key: "", value: "", replaces: [] });
    if (deed.do === "delete" && store.write((db, edit) => setDeleted(db, edit, "item", id, true)))
      this.#note(at, { kind: "delete", part: id, key: "", value: "", replaces: [] });
    if (deed.do === "restore" && store.write((db, edit) => setDeleted(db, edit, "item", id, false)))
      this.#note(at, { kind: "edit", part: id, key: "", value: "", replaces: [] });
  }

  #word(): string {
    return `ord ${this.#events.length}`;
  }

  #write(at: number, record: EntityRecord, field: (typeof fields)[number], how: "write" | "choose"): void {
    const store = this.#stores[at] as Store;
    const word = this.#word();
    const value =
      field === "title"
        ? word
        : { type: "doc" as const, content: [{ type: "paragraph" as const, content: [{ type: "text" as const, text: word }] }] };
    const held = record.fields[field] as EntityRecord["fields"][string];
    const stood = [held, ...(how === "choose" ? (held.siblings ?? []) : [])].map((member) => wordOf(member.value));
    store.write((db, edit) => {
      if (how === "choose") chooseValue(db, edit, "item", record.id, field, value as never);
      else setField(db, edit, "item", record.id, field, value as never);
    });
    this.#note(at, { kind: "edit", part: record.id, key: `${record.id} ${field}`, value: word, replaces: stood });
  }

  #publish(at: number): void {
    if (this.#entities(at).length === 0) return;
    const store = this.#stores[at] as Store;
    const { vector, entities } = store.read((db) => ({
      vector: meetingVector(db, this.#meetingId),
      entities: readEntities(db, this.#meetingId),
    }));
    const seq = (this.#seq[at] as number) + 1;
    this.#seq[at] = seq;
    const { bytes } = encodeSnapshot({
      ...{
        meeting: this.#meetingId,
        actor: store.read((db) => db.prepare("SELECT id FROM actor WHERE current = 1").pluck().get()) as string,
      },
      ...{ seq, vv: vector, parents: [], author: `Enhed ${at}`, wallclock: "2026-03-10T12:00:00.000Z", entities, blobs: [] },
    });
    const file = readSnapshotFile(bytes);
    if (file.kind !== "snapshot") throw new Error(`the snapshot is ${file.kind}`);
    this.#folder.push({ bytes, file, knows: new Set(this.#knows[at]), takenBy: new Set() });
  }

  /** Gives whether anything became another. */
  #pull(at: number, order: readonly number[]): boolean {
    const chosen = order.map((n) => this.#folder[n % Math.max(1, this.#folder.length)]).filter((file) => file !== undefined);
    return chosen.map((file) => this.#takeIn(at, file)).some((changed) => changed);
  }

  #takeIn(at: number, { bytes, file, knows, takenBy }: Laid): boolean {
    if (takenBy.has(at)) return false;
    takenBy.add(at);
    const taken = takeIn(this.#stores[at] as Store, repo, file, bytes);
    if (taken.outcome === "fault" || taken.renewed) this.#told = true;
    for (const id of knows) this.#knows[at]?.add(id);
    return taken.changed;
  }

  settle(): Verdict {
    let rounds = 0;
    for (let changed = true; changed && rounds < 12; rounds += 1) {
      // Published by the first round and the last edits; a merge alone gives nothing new to publish.
      if (rounds < 2) for (let at = 0; at < places; at += 1) this.#publish(at);
      const all = this.#folder.map((_, index) => index);
      changed = this.#stores.map((_, at) => this.#pull(at, at === 1 ? all.toReversed() : all)).some((each) => each);
    }
    const faults = [
      ...(rounds < 12 ? [] : ["they never come to rest"]),
      ...this.#differences(),
      ...this.#lostWords(),
      ...this.#wrongDeletions(),
      ...this.#moving(),
    ];
    return { faults, told: this.#told };
  }

  #differences(): string[] {
    const [first, ...others] = this.#stores.map((_, at) => JSON.stringify(this.#entities(at).map(inSets)));
    return others.flatMap((other, index) => (other === first ? [] : [`device ${index + 1} differs from device 0`]));
  }

  /** Every word stands somewhere, or someone wrote in its place who had it before them. */
  #lostWords(): string[] {
    const replaced = new Set(this.#events.flatMap(({ key, replaces }) => replaces.map((word) => `${key} ${word}`)));
    return this.#stores.flatMap((_, at) => {
      const standing = new Set(
        this.#entities(at).flatMap(({ id, fields: held }) =>
          Object.entries(held).flatMap(([field, each]) => wordsOf(each).map((word) => `${id} ${field} ${word}`)),
        ),
      );
      return this.#events
        .filter(({ key, value }) => key !== "" && !standing.has(`${key} ${value}`) && !replaced.has(`${key} ${value}`))
        .map(({ key, value }) => `device ${at} lost ${value} of ${key}`);
    });
  }

  #wrongDeletions(): string[] {
    const parts = new Set(this.#events.map(({ part }) => part));
    return [...parts].flatMap((part) => {
      const whole = part === this.#meetingId;
      const own = this.#events.filter((event) => event.part === part || (whole && event.kind !== "delete"));
      const deletions = own.filter(({ kind }) => kind === "delete");
      const edits = own.filter(({ kind }) => kind === "edit");
      const unknowing = edits.some((edit) => deletions.every((deletion) => !deletion.knows.has(edit.id) && !edit.knows.has(deletion.id)));
      const final = deletions.some((deletion) => own.every(({ id }) => id === deletion.id || deletion.knows.has(id)));
      return this.#stores.flatMap((store, at) => {
        const deleted = store.read((db) => getField(db, whole ? "meeting" : "item", part, "deleted"));
        if (deletions.length > 0 && unknowing && deleted === true) return [`device ${at}: ${part} is deleted over an edit`];
        return final && deleted === false ? [`device ${at}: ${part} stands, though nobody edited it after its deletion`] : [];
      });
    });
  }

  /** Taking in what is taken in changes nothing, told by the hash or not. */
  #moving(): string[] {
    return this.#stores.flatMap((store, at) => {
      const here = store.read((db) => ({ vector: meetingVector(db, this.#meetingId), entities: readEntities(db, this.#meetingId) }));
      const again = this.#folder.filter(
        ({ file }) => mergeMeeting(here, { vector: file.head.vv, entities: file.entities }).changes.length > 0,
      );
      return again.length === 0 ? [] : [`device ${at} is changed by what it has taken in`];
    });
  }
}

/** The values of a choosable register are compared as a set: which of them stands is each device's own until a person has chosen. */
function inSets({ entity, id, fields: held }: EntityRecord): unknown {
  const sets = Object.entries(held).map(([field, each]) => {
    const members = [{ value: each.value, dot: each.dot }, ...(each.siblings ?? [])].map((member) => canonicalJson(member));
    return [field, isChoosable(entity as "item", field) ? members.sort() : [members[0], ...members.slice(1).sort()]];
  });
  return [entity, id, sets];
}

function wordsOf(held: EntityRecord["fields"][string]): string[] {
  return [held, ...(held.siblings ?? [])].map(({ value }) => wordOf(value));
}

function wordOf(value: unknown): string {
  return /ord \d+/.exec(JSON.stringify(value))?.[0] ?? "";
}
