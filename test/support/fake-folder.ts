import type { FieldChange } from "../../shared/domain/meeting.ts";
import { AppFailure } from "../../shared/errors.ts";
import type { Handlers } from "../../shared/ipc/contract.ts";
import type { FakeMain } from "./fake-bridge.ts";

const addressOf = (bytes: Uint8Array<ArrayBuffer>): string => URL.createObjectURL(new Blob([bytes]));

/** The referat, the shared folder, and what was written twice through it, as a main process without either answers. */
export function folderHandlers(main: FakeMain) {
  return {
    "folder:state": () => main.folder,
    "folder:choose": () => {
      main.folder = { kind: "connected", name: "Referater", lastPublishedAt: null };
      return main.folder;
    },
    "folder:forget": () => {
      main.folder = { kind: "none" };
      return main.folder;
    },
    "folder:retry": () => main.folder,
    "folder:pull": () => main.folder,
    "siblings:list": () => main.twofold,
    "siblings:choose": ({ meetingId, entity, id, field, choice }) => {
      const { versions } = main.twofold.find((each) => each.id === id && each.field === field) ?? { versions: [] };
      main.chosenBefore = main.twofold;
      main.twofold = main.twofold.filter((each) => each.id !== id || each.field !== field);
      const chosen = versions.find(({ actor }) => choice !== "all" && actor === choice.actor) ?? versions[0];
      return { meeting: main.saveFields(meetingId, [{ entity, id, field, value: chosen?.value } as FieldChange]), twofold: main.twofold };
    },
    "siblings:undo": ({ meetingId, entity, id, field }) => {
      main.twofold = main.chosenBefore;
      const value = main.twofold.find((each) => each.id === id && each.field === field)?.versions[0]?.value;
      return { meeting: main.saveFields(meetingId, [{ entity, id, field, value } as FieldChange]), twofold: main.twofold };
    },
    "referat:stop": () => null,
    "referat:rehearse": () => null,
    "referat:stop-publishing": () => {
      main.stopsPublishing = true;
      return null;
    },
    "referat:copy": () => null,
    "referat:add-previous": () => {
      throw new AppFailure({ kind: "no-previous-referat", lacks: "meeting" });
    },
    "referat:preview": () =>
      main.previewed === null
        ? null
        : { address: addressOf(main.previewed), next: addressOf(new Uint8Array()), pages: 3, revision: main.nextRevision() },
    "referat:export": () => ({ fileName: "20260310-Rådmandsmøde.pdf", pages: 6, bytes: 61_000, warnings: [] }),
    "referat:publish": ({ meetingId }) => {
      if (main.stopsPublishing) {
        main.stopsPublishing = false;
        return null;
      }
      if (main.folder.kind === "none") throw new AppFailure({ kind: "folder-not-set" });
      const at = main.now();
      main.publishedAt.set(meetingId, at);
      main.change(meetingId, (meeting) => {
        meeting.state = "draft";
      });
      main.meeting(meetingId).savedAt = at;
      const shortName = main.meeting(meetingId).laysShort ? "20260310-Rådmandsmøde kort.pdf" : null;
      return { state: "published", at, fileName: "20260310-Rådmandsmøde.pdf", shortName };
    },
  } satisfies Partial<Handlers>;
}
