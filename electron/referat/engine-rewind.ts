import { type EngineMemory, take } from "./engine-room.ts";

/** Puts the engine back to where it stood when a document had just been set for the first time. */
export type Rewinder = {
  /**
   * Between two documents: where the engine has remembered too much, its memory is put back, and the document
   * it set last, of `letters` letters, is set once more by `repeat`, so that the next one finds it remembered.
   */
  settle(letters: number, repeat: () => void): void;
  /** What a rewinding cannot give back, in bytes; 0 before the first document. */
  heldBytes(): number;
};

type Kept = {
  /** Each page of the memory with something on it, by where it lies. */
  pages: Map<number, Buffer>;
  /** Where the free room began, and where the memory ended. */
  used: number;
  end: number;
  /** What a whole document takes for each of its letters. */
  perLetter: number;
};

const megabyte = 1024 * 1024;
/** So much may be remembered: some 70 keys of a referat of 10 pages, 18 of 40 pages. A rewinding costs as much as three of them. */
const most = 40 * megabyte;
/** Taken ahead, of which the PC gives nothing before it is written to: what may be remembered, and what one document more takes. */
const room = 64 * megabyte;
/** Larger than what documents leave free between them. */
const probed = 4 * megabyte;
const page = 64 * 1024;
const noughts = Buffer.alloc(page);

/**
 * The engine remembers every line it has set and lets go of none: half a megabyte at each key of a referat of 10 pages. All that it is lies in
 * its memory (its one other value is the top of its stack, which is where it began whenever nothing is being set), so with the same bytes
 * there again it is as it was. Source: docs/decisions/0014.
 */
export function createRewinder(engine: EngineMemory): Rewinder {
  const start = usedBytes(engine);
  let kept: Kept | null = null;

  const keep = (perLetter: number): Kept => {
    take(engine, room);
    const end = engine.memory.buffer.byteLength;
    return { pages: copyPages(engine), used: usedBytes(engine), end, perLetter };
  };
  const settleFrom = (before: Kept, letters: number, repeat: () => void): Kept => {
    // A far longer document took more than there was: it is what is kept from now on, and what was remembered before it with it.
    if (engine.memory.buffer.byteLength > before.end) return keep(before.perLetter);
    if (usedBytes(engine) - before.used < most) return before;
    rewind(engine, before);
    repeat();
    // What was written since takes a sixth of a whole document; another meeting than the one kept more than a third, at each rewinding.
    const taken = usedBytes(engine) - before.used;
    return taken > (before.perLetter * letters) / 4 ? keep(Math.max(before.perLetter, taken / letters)) : before;
  };
  return {
    settle(letters, repeat) {
      kept = kept === null ? keep((usedBytes(engine) - start) / letters) : settleFrom(kept, letters, repeat);
    },
    heldBytes: () => kept?.used ?? 0,
  };
}

function copyPages({ memory }: EngineMemory): Kept["pages"] {
  const copies = new Map<number, Buffer>();
  const all = Buffer.from(memory.buffer);
  for (let at = 0; at < all.length; at += page) {
    const part = all.subarray(at, at + page);
    if (!part.equals(noughts)) copies.set(at, Buffer.from(part));
  }
  return copies;
}

function rewind({ memory }: EngineMemory, { pages, end }: Kept): void {
  const all = Buffer.from(memory.buffer);
  for (let at = 0; at < end; at += page) {
    const part = all.subarray(at, at + page);
    const was = pages.get(at);
    if (was !== undefined) part.set(was);
    // A page that was never written to takes nothing from the PC, and would if noughts were written there.
    else if (!part.equals(noughts)) part.fill(0);
  }
}

function usedBytes(engine: EngineMemory): number {
  return take(engine, probed);
}
