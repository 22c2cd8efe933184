import { type Node as DocNode, Fragment, Slice } from "@tiptap/pm/model";
import type { EditorState, Plugin, Transaction } from "@tiptap/pm/state";
import { ReplaceStep } from "@tiptap/pm/transform";
import { DecorationSet, type DecorationSource, EditorView } from "@tiptap/pm/view";
import { type DrawnNode, type Engine, engineOf, scrollsOf } from "./engine-parts.ts";
import { type Insertion, onlyMoved } from "./moved-decorations.ts";
import { findWrittenLetter, isWith, type WrittenLetter } from "./written-letter.ts";

/**
 * Takes over what the browser wrote: the engine would read the paragraph back from the page, find the letter by comparing, and compare
 * each punkt and each line with what is drawn of it, though the letter is all there is. Where it is not, the engine does so after all.
 */
export class LetterInPlace {
  readonly #engine: Engine;
  /** The letter being told of, until the first change of the view that follows. */
  #letter: WrittenLetter | null = null;

  constructor(view: EditorView) {
    this.#engine = engineOf(view);
    view.updateState = (state) => {
      const letter = this.#letter;
      this.#letter = null;
      if (letter === null || !drawInPlace(this.#engine, letter, state)) EditorView.prototype.updateState.call(view, state);
    };
  }

  /** Call as soon as the browser has written `text`; false when the engine is to look for itself. */
  take(text: string): boolean {
    const engine = this.#engine;
    const { docView, domObserver, input } = engine;
    if (docView === null || !engine.editable || engine.composing || engine.cursorWrapper || input.mouseDown) return false;
    const letter = findWrittenLetter(engine, text);
    if (letter === null) {
      // What the browser reported has been taken out of its hands, so it will not be told of again.
      domObserver.flush();
      return false;
    }
    domObserver.queue = [];
    domObserver.lastChangedTextNode = letter.run.nodeDOM ?? null;
    input.lastKeyCode = null;
    input.domChangeCount += 1;
    // Should anything else come of it than the letter, the engine draws this run anew.
    docView.markDirty(letter.runStart, letter.runStart + (letter.run.node?.nodeSize ?? 0));
    this.#tell(letter);
    if (docView.dirty !== 0 && engine.docView === docView) engine.updateState(engine.state);
    domObserver.currentSelection.set(engine.domSelectionRange());
    return true;
  }

  #tell(letter: WrittenLetter): void {
    const engine = this.#engine;
    const { text, $at } = letter;
    const insert = () => insertion(engine.state, letter);
    this.#letter = letter;
    const isTaken = engine.someProp("handleTextInput", (handle) => handle(engine as unknown as EditorView, $at.pos, $at.pos, text, insert));
    if (!isTaken) engine.dispatch(insert());
    this.#letter = null;
  }
}

function insertion({ tr, schema }: EditorState, { text, $at, run }: WrittenLetter): Transaction {
  const letter = schema.text(text, run.node?.marks);
  return tr.step(new ReplaceStep($at.pos, $at.pos, new Slice(Fragment.from(letter), 0, 0))).scrollIntoView();
}

/** Shows `state`, when it is what was shown and the letter; changes nothing and says false otherwise. */
function drawInPlace(engine: Engine, letter: WrittenLetter, state: EditorState): boolean {
  const before = engine.state;
  const { $at, text, frames, run } = letter;
  if (state.plugins !== before.plugins || state.storedMarks !== null || engine.dragging !== null) return false;
  if (!state.selection.empty || state.selection.head !== $at.pos + text.length) return false;
  const nodes = nodesWithLetter(letter, before.doc, state.doc);
  const line = nodes?.at(-1);
  if (!nodes || !line || !sameAttributes(before, state)) return false;
  const inner = movedDecorations(letter, nodes, decorationsOf(state));
  if (inner === null || !frames.every((frame, depth) => takesNode(frame, nodes[depth] as DocNode, inner[depth]))) return false;
  engine.state = state;
  for (const [depth, frame] of frames.entries()) Object.assign(frame, { node: nodes[depth], innerDeco: inner[depth], dirty: 0 });
  for (let drawn = run; drawn !== frames.at(-1) && drawn.parent; drawn = drawn.parent) drawn.dirty = 0;
  const whole = line.childAfter(letter.runStart - $at.start()).node;
  run.node = whole?.text === letter.runText ? whole : state.schema.text(letter.runText, run.node?.marks);
  engine.updatePluginViews(before);
  if (scrollsOf(state) > scrollsOf(before)) bringIntoSight(engine);
  return true;
}

/** The engine looks for the caret once more before it asks who brings it into sight. */
function bringIntoSight(engine: Engine): void {
  const isDone = engine.someProp("handleScrollToSelection", (handle) => handle(engine as unknown as EditorView));
  if (!isDone) engine.scrollToSelection();
}

/** The nodes around the letter in `after`, from the document to the paragraph; null when anything differs but the letter. */
function nodesWithLetter({ $at, text, runStart }: WrittenLetter, before: DocNode, after: DocNode): DocNode[] | null {
  const nodes: DocNode[] = [];
  let old = before;
  let now = after;
  for (let depth = 0; depth <= $at.depth; depth += 1) {
    nodes.push(now);
    const changed = depth < $at.depth ? $at.index(depth) : old.childAfter(runStart - $at.start()).index;
    if (!differOnlyIn(changed, old, now)) return null;
    old = old.child(changed);
    now = now.child(changed);
  }
  const offset = $at.pos - $at.start() - textStart($at.parent, old);
  return old.sameMarkup(now) && isWith(old.text ?? "", offset, text, now.text ?? "") ? nodes : null;
}

function textStart(line: DocNode, text: DocNode): number {
  let start = 0;
  for (let index = 0; line.child(index) !== text; index += 1) start += line.child(index).nodeSize;
  return start;
}

function differOnlyIn(index: number, before: DocNode, after: DocNode): boolean {
  if (before.childCount !== after.childCount || !before.sameMarkup(after)) return false;
  for (let i = 0; i < before.childCount; i += 1) if (i !== index && before.child(i) !== after.child(i)) return false;
  return true;
}

/** The decorations inside each of `nodes`; null when any of them draws something else than before. */
function movedDecorations(
  { $at, text, frames, run, runStart }: WrittenLetter,
  nodes: readonly DocNode[],
  decorations: readonly DecorationSet[],
): DecorationSource[] | null {
  let now = groupLike(frames[0]?.innerDeco, decorations);
  const inner: DecorationSource[] = [];
  for (let depth = 0; depth <= $at.depth; depth += 1) {
    const old = frames[depth]?.innerDeco;
    if (!now || !old) return null;
    inner.push(now);
    const isLine = depth === $at.depth;
    const from = (isLine ? runStart : $at.before(depth + 1)) - $at.start(depth);
    const size = isLine ? (run.node?.nodeSize ?? 0) : $at.node(depth + 1).nodeSize;
    const insertion: Insertion = { from, to: from + size, length: text.length };
    if (!onlyMoved(old, now, insertion, !isLine)) return null;
    if (!isLine) now = now.forChild(from, nodes[depth + 1] as DocNode);
  }
  return inner;
}

function decorationsOf(state: EditorState): DecorationSet[] {
  const found: DecorationSet[] = [];
  for (const plugin of drawingPlugins(state).decorating) {
    const drawn = plugin.props.decorations?.call(plugin, state);
    if (drawn && drawn !== DecorationSet.empty) drawn.forEachSet((set) => found.push(set));
  }
  return found;
}

/** Several sets are a group in the engine, which it has no public way to make: it is made as the one before was. */
function groupLike(before: DecorationSource | undefined, sets: readonly DecorationSet[]): DecorationSource | null {
  if (sets.length < 2) return sets[0] ?? DecorationSet.empty;
  if (before === undefined || before instanceof DecorationSet) return null;
  const Group = before.constructor as new (sets: readonly DecorationSet[]) => DecorationSource;
  return new Group(sets);
}

/** The surface's own attributes come from the plugins too. */
function sameAttributes(before: EditorState, after: EditorState): boolean {
  return drawingPlugins(after).attributing.every((plugin) => {
    const { attributes } = plugin.props;
    if (typeof attributes !== "function") return true;
    const [old, now] = [attributes.call(plugin, before), attributes.call(plugin, after)];
    return old === now || JSON.stringify(old) === JSON.stringify(now);
  });
}

type Drawing = { decorating: readonly Plugin[]; attributing: readonly Plugin[] };

// The same plugins are there at every key.
const drawing = new WeakMap<readonly Plugin[], Drawing>();

function drawingPlugins({ plugins }: EditorState): Drawing {
  const known = drawing.get(plugins);
  if (known) return known;
  const found: Drawing = {
    decorating: plugins.filter(({ props }) => props.decorations !== undefined),
    attributing: plugins.filter(({ props }) => typeof props.attributes === "function"),
  };
  drawing.set(plugins, found);
  return found;
}

/** A node that draws itself is told of its new text, as the engine would. */
function takesNode({ spec, outerDeco = [], innerDeco }: DrawnNode, node: DocNode, inner: DecorationSource | undefined): boolean {
  return spec?.update === undefined || spec.update(node, outerDeco, inner ?? innerDeco ?? DecorationSet.empty);
}
