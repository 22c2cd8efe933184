/// <reference path="../../../renderer/css.d.ts" />
import { useCallback } from "react";
import { createRoot } from "react-dom/client";
import "../../../renderer/app/tokens.css";
import { type DirtyPart, MeetingEditor, type MeetingEditorHandle } from "../../../renderer/editor/meeting-editor.tsx";
import { useOpenMeeting } from "../../../renderer/stores/open-meeting.ts";
import type { FieldChange, ItemView, MeetingView } from "../../../shared/domain/meeting.ts";
import { type Block, plainText, type RichText } from "../../../shared/domain/rich-text.ts";
import type { AppError, Reply } from "../../../shared/errors.ts";
import type { Bridge } from "../../../shared/ipc/bridge.ts";
import type { Input, SavedFields } from "../../../shared/ipc/contract.ts";
import { untouchedItem, untouchedMeeting } from "../../support/view-defaults.ts";

type Save = Input<"meetings:save-fields"> & { at: number };

/** What the window sent and how the main process is to answer: `hold` keeps replies back until they are let go. */
type FakeMain = {
  saves: Save[];
  failWith: AppError | null;
  refuse: (change: FieldChange) => AppError | null;
  hold: boolean;
  release(): void;
  savedAt(): string;
};

export function paragraph(text: string): Block {
  return text === "" ? { type: "paragraph" } : { type: "paragraph", content: [{ type: "text", text }] };
}

export function rich(...lines: string[]): RichText {
  return { type: "doc", content: lines.map(paragraph) };
}

export function item(number: number, fields: Partial<ItemView> = {}): ItemView {
  return {
    id: `00000000-0000-4000-8000-${String(number).padStart(12, "0")}`,
    number,
    title: `Sag ${number}`,
    minutes: null,
    closed: false,
    agendaText: rich(),
    recommendations: [],
    decision: rich(),
    publicDecision: rich(),
    attachments: [],
    ...untouchedItem(),
    ...fields,
  };
}

export function meetingOf(...items: ItemView[]): MeetingView {
  return {
    id: "00000000-0000-4000-9000-000000000001",
    seriesId: "00000000-0000-4000-9000-000000000002",
    seriesTitle: "Rådmandsmøder 2026-2029",
    title: "Rådmandsmøde d. 10. marts",
    date: "2026-03-10",
    start: "11:00",
    end: "13:00",
    place: "Rådmandens kontor, vær. 436",
    minuteTaker: "Martin",
    information: [],
    state: "planned",
    ...untouchedMeeting(),
    categories: [{ id: "00000000-0000-4000-9000-000000000003", name: "Til godkendelse", items }],
    savedAt: "2026-03-10T10:00:00.000Z",
  };
}

function fakeMain(meeting: MeetingView): FakeMain {
  let tick = 0;
  let waiting: (() => void)[] = [];
  const main: FakeMain = {
    saves: [],
    failWith: null,
    refuse: () => null,
    hold: false,
    release: () => {
      main.hold = false;
      for (const letGo of waiting) letGo();
      waiting = [];
    },
    savedAt: () => new Date(Date.UTC(2026, 2, 10, 10, 0, tick)).toISOString(),
  };
  const save = async (input: Input<"meetings:save-fields">): Promise<Reply<SavedFields>> => {
    main.saves.push({ ...structuredClone(input), at: performance.now() });
    if (main.hold) await new Promise<void>((resolve) => waiting.push(resolve));
    const error = main.failWith ?? input.changes.map(main.refuse).find((refusal) => refusal !== null) ?? null;
    if (error !== null) return { ok: false, error };
    tick += 1;
    return { ok: true, value: { savedAt: main.savedAt(), state: meeting.state, correctedAt: meeting.correctedAt, revived: null } };
  };
  const requests = { "meetings:get": async () => ({ ok: true, value: meeting }), "meetings:save-fields": save };
  Object.defineProperty(window, "bridge", { configurable: true, value: { requests, on: {} } as unknown as Bridge });
  return main;
}

type Field = DirtyPart["field"];

export type Surface = {
  main: FakeMain;
  notices: string[];
  handle: MeetingEditorHandle;
  text: HTMLElement;
  column: HTMLElement;
  /** The element of one part. */
  part(number: number, field: Field): HTMLElement;
  /** Puts the caret at the end of a part. */
  go(number: number, field?: "title" | "agendaText" | "recommendations" | "decision"): void;
  /** The value of one field as it would be saved. */
  value(number: number, field: Field): unknown;
  /** Words of a rich-text field, a line each block. */
  words(number: number, field?: "decision" | "agendaText" | "publicDecision"): string;
  /** For each punkt its id and the parts it has: what no key may ever change. */
  structure(): string[];
  unmount(): void;
};

let open: (() => void) | null = null;

const classes: Record<Field, string> = {
  title: "item-title",
  agendaText: "agenda-text",
  recommendations: "recommendations",
  decision: "decision",
  publicDecision: "public-decision",
};

/** The writing surface with its store, in a scrolling column as the screen has it. */
export async function mount(meeting: MeetingView): Promise<Surface> {
  open?.();
  await useOpenMeeting.getState().close();
  const main = fakeMain(meeting);
  await useOpenMeeting.getState().open(meeting.id);
  const column = document.createElement("main");
  column.style.cssText = "height: 700px; width: 704px; overflow-y: auto; background: var(--canvas)";
  document.body.append(column);
  const root = createRoot(column);
  const notices: string[] = [];
  const handle = await new Promise<MeetingEditorHandle>((resolve) => {
    root.render(<Mounted notices={notices} ready={resolve} />);
  });
  const unmount = () => {
    main.failWith = null;
    main.refuse = () => null;
    main.release();
    root.unmount();
    column.remove();
    open = null;
  };
  open = unmount;
  return { main, notices, handle, column, unmount, ...reading(column, handle) };
}

function reading(column: HTMLElement, handle: MeetingEditorHandle) {
  const text = column.querySelector<HTMLElement>("[role=textbox]");
  if (text === null) throw new Error("no editor");
  const value = (number: number, field: Field) => handle.collect([{ itemId: item(number).id, field }])[0]?.value;
  return {
    text,
    value,
    part: (number: number, field: Field): HTMLElement => {
      const found = text.querySelector<HTMLElement>(`[data-item-id="${item(number).id}"] .${classes[field]}`);
      if (found === null) throw new Error(`no ${field} in punkt ${number}`);
      return found;
    },
    go: (number: number, field: "title" | "agendaText" | "recommendations" | "decision" = "decision") =>
      handle.focusItem(item(number).id, field),
    words: (number: number, field: "decision" | "agendaText" | "publicDecision" = "decision") =>
      plainText(value(number, field) as RichText),
    structure: () =>
      [...text.querySelectorAll<HTMLElement>(".meeting-item")].map((section) => {
        const parts = [...section.querySelectorAll(".item-title, .item-part")].map((part) => part.className.split(" ").find(isPartClass));
        return [section.dataset["itemId"], ...parts].join(" ");
      }),
  };
}

function isPartClass(name: string): boolean {
  return Object.values(classes).includes(name);
}

function Mounted({ notices, ready }: { notices: string[]; ready(handle: MeetingEditorHandle): void }) {
  const meeting = useOpenMeeting((state) => state.meeting);
  const { markDirty, setActiveItem, attachEditor } = useOpenMeeting.getState();
  const attach = useCallback(
    (handle: MeetingEditorHandle | null) => {
      attachEditor(handle);
      if (handle !== null) ready(handle);
    },
    [attachEditor, ready],
  );
  if (meeting === null) return null;
  return (
    <MeetingEditor
      meeting={meeting}
      readOnly={false}
      recordFace="serif"
      onDirty={markDirty}
      onActiveItem={setActiveItem}
      onNotice={(text) => notices.push(text)}
      ref={attach}
    />
  );
}

/** A paste as the browser gives it. */
export function paste(text: HTMLElement, data: { text?: string; html?: string }): void {
  const clipboardData = new DataTransfer();
  if (data.text !== undefined) clipboardData.setData("text/plain", data.text);
  if (data.html !== undefined) clipboardData.setData("text/html", data.html);
  text.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
}
