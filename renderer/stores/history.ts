import { create } from "zustand";
import type { FieldValue, ItemField, NamedVersion, RevisionEntry } from "../../shared/domain/history.ts";
import { type FieldChange, type ItemView, itemsOf } from "../../shared/domain/meeting.ts";
import type { AppError } from "../../shared/errors.ts";
import { call } from "../api/call.ts";
import { shownError } from "./failure.ts";
import { useOpenMeeting } from "./open-meeting.ts";

/** A field of a punkt of the open meeting. */
export type FieldPlace = { meetingId: string; itemId: string; field: ItemField };

/** What a field said at a moment; `revisionId` is null where the moment is not that of a listed revision. */
export type ChosenVersion = { at: string; revisionId: number | null; value: FieldValue };

type HistoryState = {
  place: FieldPlace | null;
  /** The revisions of the field, oldest first; null until they are read. */
  entries: readonly RevisionEntry[] | null;
  versions: readonly NamedVersion[];
  /** What is looked at; null for the text as it stands. */
  chosen: ChosenVersion | null;
  error: AppError | null;
  /** Reads the history of a field. What is looked at stays as long as the field is the same. */
  load(place: FieldPlace): Promise<void>;
  chooseRevision(entry: RevisionEntry): Promise<void>;
  /** Any second, ISO 8601 UTC. */
  chooseMoment(at: string): Promise<void>;
  leaveChosen(): void;
  /** Makes what is looked at the text again, as a new edit. Gives the way back, or null when it could not. */
  restore(): Promise<(() => Promise<void>) | null>;
  /** Names the meeting as it stands now, when all of it is saved. False when it could not be. */
  nameVersion(name: string): Promise<boolean>;
};

export const useHistory = create<HistoryState>()((set, get) => {
  // A slider asks for many; only the last one asked for is shown.
  let asked = 0;
  const attempt = async <T>(work: () => Promise<T>): Promise<T | null> => {
    set({ error: null });
    try {
      return await work();
    } catch (thrown) {
      set({ error: shownError(thrown) });
      return null;
    }
  };
  const choose = async (at: string, revisionId: number | null, read: () => Promise<FieldValue>): Promise<void> => {
    asked += 1;
    const turn = asked;
    const found = await attempt(async () => ({ value: await read() }));
    if (found !== null && turn === asked) set({ chosen: { at, revisionId, value: found.value } });
  };
  const leaveChosen = (): void => {
    asked += 1;
    set({ chosen: null });
  };
  return {
    place: null,
    entries: null,
    versions: [],
    chosen: null,
    error: null,
    load: async (place) => {
      if (!samePlace(get().place, place)) {
        leaveChosen();
        set({ place, entries: null });
      }
      const read = await attempt(() => Promise.all([call("history:list", place), call("versions:list", { meetingId: place.meetingId })]));
      if (read !== null && samePlace(get().place, place)) set({ entries: read[0], versions: read[1] });
    },
    chooseRevision: ({ id, at }) => choose(at, id, () => call("history:value", { revisionId: id })),
    chooseMoment: async (at) => {
      const { place } = get();
      if (place !== null) await choose(at, null, () => call("history:at", { itemId: place.itemId, field: place.field, at }));
    },
    leaveChosen,
    restore: async () => {
      const { place, chosen } = get();
      if (place === null || chosen === null || !(await useOpenMeeting.getState().flush())) return null;
      const before = currentValue(place);
      if (chosen.revisionId === null) setField(place, chosen.value);
      else {
        const { revisionId } = chosen;
        const reply = await attempt(() => call("history:restore", { revisionId }));
        if (reply === null) return null;
        useOpenMeeting.getState().replaceMeeting(reply);
      }
      leaveChosen();
      await get().load(place);
      return async () => {
        setField(place, before);
        await get().load(place);
      };
    },
    nameVersion: async (name) => {
      const meetingId = useOpenMeeting.getState().meeting?.id;
      if (meetingId === undefined || !(await useOpenMeeting.getState().flush())) return false;
      const versions = await attempt(() => call("versions:name", { meetingId, name }));
      if (versions !== null) set({ versions });
      return versions !== null;
    },
  };
});

function samePlace(one: FieldPlace | null, other: FieldPlace): boolean {
  return one?.itemId === other.itemId && one.field === other.field;
}

/** What a field of the open meeting says now, as last collected. */
export function currentValue({ itemId, field }: Pick<FieldPlace, "itemId" | "field">): FieldValue {
  const item = itemsOf(useOpenMeeting.getState().meeting ?? { categories: [] }).find(({ id }) => id === itemId);
  return item === undefined ? "" : (item[field as keyof ItemView] as FieldValue);
}

/** Saves an older value as a new edit, like one written outside the text. */
export function setField({ itemId, field }: Pick<FieldPlace, "itemId" | "field">, value: FieldValue): void {
  useOpenMeeting.getState().changeField({ entity: "item", id: itemId, field, value } as FieldChange);
}
