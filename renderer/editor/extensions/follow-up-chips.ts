import { Extension } from "@tiptap/core";
import type { Node } from "@tiptap/pm/model";
import { type EditorState, Plugin, PluginKey } from "@tiptap/pm/state";
import { Decoration, DecorationSet, type EditorView } from "@tiptap/pm/view";
import { changedBlocks, redrawBlocks } from "../changed-blocks.ts";
import { type FloatingBox, openFloatingBox } from "../floating-box.ts";
import { chipElement } from "../follow-up-chip.ts";
import type { FollowUpFacts, FollowUpKnowledge } from "../follow-up-facts.ts";
import { followUpFields } from "../follow-up-fields.ts";
import { type MarkedRun, markedRuns } from "../follow-up-sentences.ts";
import type { PlacedNode } from "../parts.ts";
import { findFollowUpMark } from "./follow-up-mark.ts";

const key = new PluginKey<DecorationSet>("followUpChips");

export type FollowUpChipOptions = {
  knowledge: FollowUpKnowledge;
  /** Stores what was set by hand. Gives a Danish sentence when it could not. */
  save(id: string, facts: FollowUpFacts): Promise<string | null>;
  /** Calls back when the people are known, so that owners can be told; gives a function to stop. */
  onPeople(changed: () => void): () => void;
};

const unknown: FollowUpKnowledge = { people: () => [], factsIn: () => new Map(), note: () => undefined };

/**
 * After each follow-up who and when, not part of the text: "↳ Opfølgning · FAS · ingen frist". A click on it, or Alt+Enter in the
 * sentence, opens the two to be written by hand.
 */
export const FollowUpChips = Extension.create<FollowUpChipOptions>({
  name: "followUpChips",
  addOptions: () => ({ knowledge: unknown, save: async () => null, onPeople: () => () => undefined }),
  addKeyboardShortcuts() {
    return {
      "Alt-Enter": ({ editor: { view } }) => {
        const run = runAtCaret(view.state);
        return run !== null && view.editable && openFields(view, run.id, this.options) !== null;
      },
    };
  },
  addProseMirrorPlugins() {
    const { options } = this;
    let box: FloatingBox | null = null;
    const open = (view: EditorView, id: string): void => {
      box?.close();
      box = view.editable ? openFields(view, id, options) : null;
    };
    const draw = (block: PlacedNode, doc: Node): Decoration[] => chipsOf(block, doc, options.knowledge, open);
    const drawAll = (doc: Node): DecorationSet =>
      redrawBlocks(DecorationSet.empty, doc, changedBlocks(null, doc), (block) => draw(block, doc));
    return [
      new Plugin<DecorationSet>({
        key,
        state: {
          init: (_config, state) => drawAll(state.doc),
          apply: (tr, chips, before, after) => {
            if (tr.getMeta(key) === true) return drawAll(after.doc);
            if (before.doc === after.doc) return chips;
            // Without a chip anywhere, and none to be drawn, there is nothing to move.
            const changed = changedBlocks(before.doc, after.doc);
            if (chips === DecorationSet.empty && !changed.some(hasFollowUp)) return chips;
            return redrawBlocks(chips.map(tr.mapping, after.doc), after.doc, changed, (block) => draw(block, after.doc));
          },
        },
        props: { decorations: (state) => key.getState(state) },
        view: (view) => {
          const stop = options.onPeople(() => view.dispatch(view.state.tr.setMeta(key, true)));
          return {
            destroy: () => {
              stop();
              box?.close();
            },
          };
        },
      }),
    ];
  },
});

function hasFollowUp({ node }: PlacedNode): boolean {
  return node.children.some((text) => findFollowUpMark(text) !== null);
}

function chipsOf(block: PlacedNode, doc: Node, knowledge: FollowUpKnowledge, open: (view: EditorView, id: string) => void): Decoration[] {
  if (!block.node.inlineContent || block.node.content.size === 0) return [];
  const runs = markedRuns(block).filter((run) => run.state === "marked");
  if (runs.length === 0) return [];
  const last = new Map(runs.map((run) => [run.id, run]));
  const facts = knowledge.factsIn(block.node);
  return [...last.values()].flatMap(({ id, to }) => {
    const shown = facts.get(id);
    if (shown === undefined || goesOn(doc, block, id)) return [];
    const chip = (view: EditorView): HTMLElement => chipElement(shown, () => open(view, id));
    // Unmarked, and after the caret: what is typed at the end of the sentence is no part of it, and stands before the chip.
    const spec = { side: 1, marks: [], key: `${id} ${JSON.stringify(shown)}`, ignoreSelection: true, stopEvent: () => true };
    return [Decoration.widget(to, chip, spec)];
  });
}

/** A sentence that was divided by a new paragraph has its chip at the end of the last one. */
function goesOn(doc: Node, { node, pos }: PlacedNode, id: string): boolean {
  const next = doc.nodeAt(pos + node.nodeSize);
  const first = next?.isTextblock ? markedRuns({ node: next, pos: 0 })[0] : undefined;
  return first?.id === id && first.state === "marked";
}

function runAtCaret({ selection: { $head }, doc }: EditorState): MarkedRun | null {
  if (!$head.parent.isTextblock) return null;
  const pos = $head.before();
  const runs = markedRuns({ node: doc.resolve(pos).nodeAfter ?? $head.parent, pos });
  return runs.find(({ from, to, state }) => state === "marked" && from <= $head.pos && $head.pos <= to) ?? null;
}

function openFields(view: EditorView, id: string, { knowledge, save }: FollowUpChipOptions): FloatingBox | null {
  const at = findFacts(view.state.doc, id, knowledge);
  if (at === null) return null;
  const form = followUpFields(at.facts, async (facts) => {
    const failure = await save(id, facts);
    if (failure !== null) return failure;
    knowledge.note(id, facts);
    if (!view.isDestroyed) view.dispatch(view.state.tr.setMeta(key, true));
    box.close();
    return null;
  });
  const box = openFloatingBox(view, at.pos, form, () => undefined);
  form.querySelector("input")?.select();
  return box;
}

function findFacts(doc: Node, id: string, knowledge: FollowUpKnowledge): { pos: number; facts: FollowUpFacts } | null {
  for (const block of changedBlocks(null, doc)) {
    const run = markedRuns(block).find((each) => each.id === id);
    if (run !== undefined) return { pos: run.from, facts: knowledge.factsIn(block.node).get(id) ?? { owners: [], due: null } };
  }
  return null;
}
