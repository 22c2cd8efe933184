import { Extension } from "@tiptap/core";
import type { Node } from "@tiptap/pm/model";
import { Plugin, PluginKey } from "@tiptap/pm/state";
import { Decoration, DecorationSet } from "@tiptap/pm/view";
import { factsOf, fieldOf, partsOf } from "../parts.ts";
import { editorTexts } from "../texts.ts";
import { isStructureChange } from "./structure-guard.ts";

const key = new PluginKey<DecorationSet>("regionNames");

/** Names each part for a screen reader: "Punkt 3, beslutning". Made anew only when the structure changes. */
export const RegionNames = Extension.create({
  name: "regionNames",
  addProseMirrorPlugins: () => [
    new Plugin<DecorationSet>({
      key,
      state: {
        init: (_config, state) => regionNames(state.doc),
        apply: (tr, names) => {
          if (!tr.docChanged) return names;
          return isStructureChange(tr) ? regionNames(tr.doc) : names.map(tr.mapping, tr.doc);
        },
      },
      props: { decorations: (state) => key.getState(state) },
    }),
  ],
});

function regionNames(doc: Node): DecorationSet {
  const names: Decoration[] = [];
  doc.forEach((node, pos) => {
    const item = editorTexts.item(factsOf(node).number);
    for (const part of partsOf({ node, pos })) {
      const name = `${item}, ${editorTexts.regions[fieldOf(part.node)]}`;
      names.push(Decoration.node(part.pos, part.pos + part.node.nodeSize, { role: "group", "aria-label": name }));
    }
  });
  return DecorationSet.create(doc, names);
}
