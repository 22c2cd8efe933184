import { limits, utf8Bytes } from "../../shared/domain/limits.ts";
import type { FieldChange } from "../../shared/domain/meeting.ts";
import { type AppError, AppFailure } from "../../shared/errors.ts";
import type { DirtyPart } from "../editor/parts.ts";

/** Where the text is: on the disk since `at` (ISO 8601), newer in the window, on its way, or refused and still in the window. */
export type SaveState = { kind: "saved"; at: string } | { kind: "unsaved" } | { kind: "saving" } | { kind: "failed"; error: AppError };

type Batch = { operationId: string; changes: FieldChange[] };

export type SaveQueueOptions = {
  /** When the meeting was last saved, ISO 8601. */
  savedAt: string;
  /** Saves in one transaction; throws AppFailure. The same operation id may come again after a failure. */
  save(operationId: string, changes: FieldChange[]): Promise<{ savedAt: string }>;
  /** The text of dirty parts as it stands now; parts that are gone are left out. */
  collect(parts: readonly DirtyPart[]): FieldChange[];
  /** The fields that are about to be saved, in their newest value. */
  onCollected(changes: FieldChange[]): void;
  onState(state: SaveState): void;
};

/** The first unsaved key starts this, in milliseconds; later keys never put it off. With the commit it keeps text saved within 300 ms. */
const saveDelay = 120;
/** Where a save may take long, on a busy PC or a slow disk, it begins so much sooner that both together keep within this. */
const saveWithin = 180;
/** The first save of all comes after this: nothing is known of it, and it takes the longest. */
const shortestDelay = 40;
const retryDelays = [1_000, 2_000, 3_000, 4_000, 5_000];
// Under what one message between processes may hold, with room for the envelope.
const batchBytes = limits.messageBytes / 2;

// Main understood the request and will not have it: sending it again changes nothing.
const refusals: ReadonlySet<AppError["kind"]> = new Set(["invalid-input", "too-large", "not-found"]);

function changeKey({ entity, id, field }: FieldChange): string {
  return `${entity} ${id} ${field}`;
}

function partKey({ itemId, field }: DirtyPart): string {
  return `item ${itemId} ${field}`;
}

/** Saves fields one batch at a time. A failed batch is sent again unchanged before anything later; nothing is dropped until a reply came. */
export class SaveQueue {
  readonly #options: SaveQueueOptions;
  readonly #dirty = new Map<string, DirtyPart>();
  /** The part that was marked last, while it is among the dirty ones. */
  #lastDirty: DirtyPart | null = null;
  readonly #waiting = new Map<string, FieldChange>();
  /** A refused batch, sent again one change at a time so that one bad value holds back no other. */
  readonly #apart: FieldChange[] = [];
  /** Refused by themselves: kept until they are written anew, or a flush tries them once more. */
  readonly #refused = new Map<string, FieldChange>();
  #batch: Batch | null = null;
  #sending: Promise<boolean> | null = null;
  #timer: ReturnType<typeof setTimeout> | null = null;
  #failures = 0;
  /** How long a save may take, in milliseconds: as long as the last one, or half of what was thought before it. */
  #mayTake = saveWithin - shortestDelay;
  #error: AppError | null = null;
  #savedAt: string;

  constructor(options: SaveQueueOptions) {
    this.#options = options;
    this.#savedAt = options.savedAt;
  }

  get savedAt(): string {
    return this.#savedAt;
  }

  /** The text of this part is newer than what was saved. Cheap, most of all in the part of the last call: it is read when its turn comes. */
  markDirty(part: DirtyPart): void {
    if (this.#lastDirty?.itemId === part.itemId && this.#lastDirty.field === part.field) return;
    const key = partKey(part);
    this.#lastDirty = part;
    if (this.#dirty.has(key)) return;
    this.#waiting.delete(key);
    this.#refused.delete(key);
    this.#dirty.set(key, part);
    this.#noteUnsaved();
  }

  add(change: FieldChange): void {
    const key = changeKey(change);
    this.#dirty.delete(key);
    this.#lastDirty = null;
    this.#refused.delete(key);
    this.#waiting.set(key, change);
    this.#noteUnsaved();
  }

  /** Reads the dirty text now, while there is an editor to read it from. */
  collect(): void {
    if (this.#dirty.size === 0) return;
    const changes = this.#options.collect([...this.#dirty.values()]);
    this.#dirty.clear();
    this.#lastDirty = null;
    for (const change of changes) this.#waiting.set(changeKey(change), change);
    this.#options.onCollected(changes);
  }

  /** Everything that is not known to be on the disk, oldest first; the dirty text is read for it. */
  unsaved(): FieldChange[] {
    this.collect();
    return this.#held();
  }

  /** What {@link unsaved} gives, with the dirty text left for its turn. */
  peek(): FieldChange[] {
    return [...this.#held(), ...(this.#dirty.size === 0 ? [] : this.#options.collect([...this.#dirty.values()]))];
  }

  #held(): FieldChange[] {
    return [...this.#refused.values(), ...(this.#batch?.changes ?? []), ...this.#apart, ...this.#waiting.values()];
  }

  /** Saves all there is at once. False when some of it could not be saved; it is then kept. */
  async flush(): Promise<boolean> {
    this.#apart.push(...this.#refused.values());
    this.#refused.clear();
    // One on its way may fail of what is over by now: who asks again gets an attempt of their own.
    if (this.#sending !== null) await this.#sending;
    while (this.#hasMore()) {
      await this.#send();
      // A batch that is not on its way was not taken; the next one may be on its way already.
      if (this.#batch !== null && this.#sending === null) return false;
    }
    return this.#refused.size === 0;
  }

  #hasMore(): boolean {
    return this.#batch !== null || this.#apart.length + this.#dirty.size + this.#waiting.size > 0;
  }

  #noteUnsaved(): void {
    if (this.#error === null && this.#sending === null) this.#options.onState({ kind: "unsaved" });
    if (this.#timer === null) this.#wait(Math.max(shortestDelay, Math.min(saveDelay, saveWithin - this.#mayTake)));
  }

  #wait(delay: number): void {
    this.#stopWaiting();
    this.#timer = setTimeout(() => {
      this.#timer = null;
      if (this.#sending === null) void this.#send();
    }, delay);
  }

  #stopWaiting(): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
  }

  #send(): Promise<boolean> {
    this.#stopWaiting();
    this.#sending ??= this.#sendBatch().finally(() => {
      this.#sending = null;
      this.#carryOn();
    });
    return this.#sending;
  }

  #carryOn(): void {
    if (this.#batch !== null) this.#wait(retryDelays[Math.min(this.#failures, retryDelays.length) - 1] ?? 0);
    else if (this.#hasMore() && this.#timer === null) void this.#send();
  }

  async #sendBatch(): Promise<boolean> {
    this.#batch ??= this.#takeBatch();
    const batch = this.#batch;
    if (batch === null) return this.#settle();
    if (this.#error === null) this.#options.onState({ kind: "saving" });
    const began = performance.now();
    try {
      this.#savedAt = (await this.#options.save(batch.operationId, batch.changes)).savedAt;
      this.#mayTake = Math.max(performance.now() - began, this.#mayTake / 2);
      this.#batch = null;
      this.#failures = 0;
      return this.#settle();
    } catch (thrown) {
      return this.#fail(batch, thrown instanceof AppFailure ? thrown.appError : { kind: "internal", logId: "save" });
    }
  }

  #takeBatch(): Batch | null {
    this.collect();
    const changes = this.#apart.splice(0, 1);
    // One alone goes as it is, and most do: to measure a long text costs as much as to send it.
    const measures = this.#waiting.size > 1;
    let bytes = 0;
    for (const [key, change] of changes.length > 0 ? [] : this.#waiting) {
      if (measures) bytes += utf8Bytes(JSON.stringify(change));
      if (changes.length > 0 && (bytes > batchBytes || changes.length === limits.listEntries)) break;
      changes.push(change);
      this.#waiting.delete(key);
    }
    return changes.length === 0 ? null : { operationId: crypto.randomUUID(), changes };
  }

  #settle(): boolean {
    if (this.#refused.size === 0) this.#error = null;
    if (this.#error !== null) this.#options.onState({ kind: "failed", error: this.#error });
    else this.#options.onState(this.#hasMore() ? { kind: "unsaved" } : { kind: "saved", at: this.#savedAt });
    return this.#error === null;
  }

  #fail(batch: Batch, error: AppError): boolean {
    if (refusals.has(error.kind)) {
      this.#batch = null;
      if (batch.changes.length > 1) {
        this.#apart.push(...batch.changes);
        return true;
      }
      for (const change of batch.changes) this.#keepRefused(change);
    } else this.#failures += 1;
    this.#error = error;
    this.#options.onState({ kind: "failed", error });
    return false;
  }

  #keepRefused(change: FieldChange): void {
    const key = changeKey(change);
    if (!this.#waiting.has(key) && !this.#dirty.has(key)) this.#refused.set(key, change);
  }
}
