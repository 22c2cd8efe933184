import { Extension } from "@tiptap/core";
import type { Node } from "@tiptap/pm/model";
import { type EditorState, Plugin, PluginKey, type Transaction } from "@tiptap/pm/state";
import { ReplaceStep } from "@tiptap/pm/transform";
import { Decoration, DecorationSet, type EditorView } from "@tiptap/pm/view";
import type { Misnumbered } from "../../../shared/domain/at-answers.ts";
import { answersOf, answerText } from "../answers.ts";
import { fieldOf, findPart, isBlankPart, itemIdOf, type PlacedNode, partsOf } from "../parts.ts";
import { editorTexts } from "../texts.ts";

/** The punkt the caret is in, or null in a meeting without punkter. */
export function findCurrentItem(state: EditorState): PlacedNode | null {
  const { $head } = state.selection;
  return $head.depth === 0 ? null : { node: $head.node(1), pos: $head.before(1) };
}

/** What is drawn, and which answers it was drawn for: as long as they are the same, a letter only moves it. */
type Shown = { marks: DecorationSet; answers: string };

const key = new PluginKey<Shown>("currentItem");

/** Marks the punkt being written, so that it stands out and tells what is missing, and tells `onChange` when it is another one. */
export const CurrentItem = Extension.create<{ onChange(itemId: string | null): void }>({
  name: "currentItem",
  addOptions: () => ({ onChange: () => undefined }),
  addProseMirrorPlugins() {
    const { onChange } = this.options;
    let told: string | null | undefined;
    // A class of the element and no decoration: with that one the engine would look at every punkt more closely at every key.
    let marked: Element | null = null;
    const tell = (view: EditorView) => {
      const item = findCurrentItem(view.state);
      const id = item === null ? null : itemIdOf(item.node);
      if (id === told && (id === null || marked?.isConnected)) return;
      const dom = item && view.nodeDOM(item.pos);
      marked?.classList.remove("is-current");
      marked = dom instanceof Element ? dom : null;
      marked?.classList.add("is-current");
      if (id !== told) onChange(id);
      told = id;
    };
    return [
      new Plugin<Shown>({
        key,
        state: {
          init: (_config, state) => ({ marks: decorate(state), answers: answersIn(state) }),
          apply: (tr, shown, _before, state) => {
            if (!tr.docChanged && !tr.selectionSet) return shown;
            const typed = typedIn(tr);
            const answers = typed?.every((line) => answerText(line) === "") ? shown.answers : answersIn(state);
            const same = typed !== null && answers === shown.answers;
            return { marks: same ? shown.marks.map(tr.mapping, tr.doc) : decorate(state), answers };
          },
        },
        props: { decorations: (state) => key.getState(state)?.marks },
        view: (view) => {
          tell(view);
          return { update: tell };
        },
      }),
    ];
  },
});

/** The line before and after, when a transaction is letters within a line of text, neither its first nor its last; else null. */
function typedIn(tr: Transaction): [Node, Node] | null {
  const step = tr.steps.length === 1 ? tr.steps[0] : undefined;
  if (!(step instanceof ReplaceStep) || step.slice.openStart + step.slice.openEnd > 0) return null;
  const $from = tr.before.resolve(step.from);
  const { $head } = tr.selection;
  if (step.to > $from.end() || $from.parent.type.name !== "paragraph" || !$from.sameParent($head)) return null;
  return $from.parent.content.size > 0 && $head.parent.content.size > 0 ? [$from.parent, $head.parent] : null;
}

/** What the decision of the current punkt answers, to be compared. */
function answersIn(state: EditorState): string {
  const item = findCurrentItem(state);
  const points = item && findPart(item, "recommendations");
  const decision = item && findPart(item, "decision");
  return points && decision ? JSON.stringify(answersOf(points.node, decision.node)) : "";
}

function decorate(state: EditorState): DecorationSet {
  const item = findCurrentItem(state);
  if (item === null) return DecorationSet.empty;
  return DecorationSet.create(state.doc, [...placeholders(item), ...pointMarks(item)]);
}

function placeholders(item: PlacedNode): Decoration[] {
  return partsOf(item).flatMap((part) => {
    const text = editorTexts.placeholders[fieldOf(part.node)];
    if (part.node.isTextblock) return part.node.content.size === 0 ? [placeholder(part.pos, part.node, text)] : [];
    const only = part.node.childCount === 1 ? part.node.firstChild : null;
    return only?.isTextblock && only.content.size === 0 ? [placeholder(part.pos + 1, only, text)] : [];
  });
}

function placeholder(pos: number, node: Node, text: string): Decoration {
  return Decoration.node(pos, pos + node.nodeSize, { class: "is-placeholder", "data-placeholder": text });
}

/** "1 af 2 besvaret", at each at-point whether the decision answers it, and at each answer whose number does not match, why. */
function pointMarks(item: PlacedNode): Decoration[] {
  const part = findPart(item, "recommendations");
  const decision = findPart(item, "decision");
  if (part === null || decision === null || isBlankPart(part.node)) return [];
  const { answered, misnumbered } = answersOf(part.node, decision.node);
  const points: Decoration[] = [];
  part.node.forEach((point, offset, index) => {
    if (point.textContent.trim() === "") return;
    const done = answered.includes(index + 1);
    const pos = part.pos + 1 + offset;
    const attributes = {
      class: done ? "is-answered" : "is-unanswered",
      "data-state": done ? editorTexts.answered : editorTexts.unanswered,
    };
    points.push(Decoration.node(pos, pos + point.nodeSize, attributes));
  });
  const summary = editorTexts.answeredCount(answered.length, points.length);
  return [
    Decoration.node(part.pos, part.pos + part.node.nodeSize, { "data-summary": summary }),
    ...points,
    ...misnumbered.map((answer) => numberMark(decision, answer)),
  ];
}

function numberMark(decision: PlacedNode, { line, number, reason }: Misnumbered): Decoration {
  let from = decision.pos + 1;
  for (let index = 0; index < line; index++) from += decision.node.child(index).nodeSize;
  const note = editorTexts.misnumbered[reason](number);
  return Decoration.node(from, from + decision.node.child(line).nodeSize, { class: "is-misnumbered", "data-note": note });
}
