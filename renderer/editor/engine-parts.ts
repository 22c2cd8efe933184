import type { Node as DocNode } from "@tiptap/pm/model";
import type { EditorState } from "@tiptap/pm/state";
import type { Decoration, DecorationSet, DecorationSource, EditorView, NodeView } from "@tiptap/pm/view";

/**
 * What prosemirror-view keeps of a node that is drawn: its "view description". A run of text is one with `node.isText`, marks around text
 * are ones without a node. `dirty` is 0 as long as the page shows just that.
 */
export type DrawnNode = {
  parent: DrawnNode | undefined;
  node?: DocNode;
  nodeDOM?: Node;
  dirty: number;
  outerDeco?: readonly Decoration[];
  innerDeco?: DecorationSource;
  spec?: NodeView;
  readonly posAtStart: number;
  markDirty(from: number, to: number): void;
};

/** The parts of prosemirror-view 1.42 that its types leave out and a letter needs. */
type EngineParts = {
  docView: DrawnNode | null;
  cursorWrapper: unknown;
  input: { lastKeyCode: number | null; domChangeCount: number; mouseDown: unknown };
  domObserver: {
    queue: MutationRecord[];
    lastChangedTextNode: Node | null;
    currentSelection: { set(selection: Caret): void };
    /** Takes what the browser has reported so far into `queue`. */
    pendingRecords(): MutationRecord[];
    /** Reads the page where `queue` says that it changed. */
    flush(): void;
  };
  domSelectionRange(): Caret;
  updatePluginViews(before: EditorState): void;
  scrollToSelection(): void;
};

export type Caret = Pick<Selection, "anchorNode" | "anchorOffset" | "focusNode" | "focusOffset">;

/** A set's own decorations, and `start, end, set` of each child with some: positions count from where its node's content begins. */
type SetParts = { local: readonly Decoration[]; children: readonly (number | DecorationSet)[] };

export type Engine = Omit<EditorView, "state"> & EngineParts & { state: EditorState };

/** The view with its inner parts. */
export function engineOf(view: EditorView): Engine {
  return view as unknown as Engine;
}

/** The inner parts of a set of decorations. */
export function partsOfSet(set: DecorationSet): SetParts {
  return set as unknown as SetParts;
}

/** What an element or a run of text on the page is drawn from. */
export function drawnAs(dom: Node): DrawnNode | undefined {
  return (dom as Node & { pmViewDesc?: DrawnNode }).pmViewDesc;
}

type Typed = { type: { eq(other: unknown): boolean } };

/** Whether a decoration draws the same as another, wherever they stand. */
export function drawsSame(one: Decoration, other: Decoration): boolean {
  const { type } = one as unknown as Typed;
  const { type: otherType } = other as unknown as Typed;
  return type === otherType || type.eq(otherType);
}

/** How often the caret was to be brought into sight up to this state. */
export function scrollsOf(state: EditorState): number {
  return (state as unknown as { scrollToSelection: number }).scrollToSelection;
}
