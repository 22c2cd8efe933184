import { useSortable } from "@dnd-kit/sortable";
import { Ellipsis, FolderPlus, Pencil, Plus, Trash2 } from "lucide-react";
import { type RefObject, useRef, useState } from "react";
import type { CategoryView } from "../../../shared/domain/meeting.ts";
import { texts } from "../../app/texts.ts";
import { IconButton } from "../../components/button.tsx";
import { iconProps } from "../../components/icon.ts";
import { Menu, MenuEntry, MenuLine } from "../../components/menu.tsx";
import { QuietInput } from "../../components/quiet-input.tsx";
import type { MeetingEditorHandle } from "../../editor/meeting-editor.tsx";
import { useAgenda } from "../../stores/agenda.ts";
import { useOpenMeeting } from "../../stores/open-meeting.ts";
import { addItem } from "./actions.ts";
import { dropEdge } from "./drag.ts";
import { RailRow } from "./rail-row.tsx";
import type { RailControl } from "./use-rail-keys.ts";

const words = texts.agenda;

type RailCategoryProps = {
  category: CategoryView;
  activeItemId: string | null;
  tabStop: string | null;
  editor: RefObject<MeetingEditorHandle | null>;
  rail: RailControl;
};

/** A category's heading with its menu, and its punkter. */
export function RailCategory({ category, activeItemId, tabStop, editor, rail }: RailCategoryProps) {
  const sorting = useSortable({ id: category.id, disabled: { draggable: true } });
  const [renaming, setRenaming] = useState(false);
  const rename = (name: string): boolean => {
    useOpenMeeting.getState().changeField({ entity: "category", id: category.id, field: "name", value: name });
    return true;
  };
  return (
    <section className="rail-category" aria-label={category.name || undefined}>
      <div ref={sorting.setNodeRef} className={`rail-category-head ${dropEdge(sorting)}`}>
        {renaming ? (
          <QuietInput label={words.categoryName} value={category.name} onCommit={rename} onDone={() => setRenaming(false)} />
        ) : (
          <h3 className="rail-category-name">{category.name}</h3>
        )}
        <CategoryMenu category={category} editor={editor} onRename={() => setRenaming(true)} />
      </div>
      <ul>
        {category.items.map((item) => (
          <RailRow key={item.id} item={item} current={item.id === activeItemId} tabStop={item.id === tabStop} editor={editor} rail={rail} />
        ))}
      </ul>
    </section>
  );
}

type CategoryMenuProps = { category: CategoryView; editor: RefObject<MeetingEditorHandle | null>; onRename(): void };

function CategoryMenu({ category, editor, onRename }: CategoryMenuProps) {
  const moved = useRef(false);
  const leave = (act: () => void): void => {
    moved.current = true;
    act();
  };
  const lastId = category.items.at(-1)?.id ?? null;
  const blocked = category.items.length > 0;
  return (
    <Menu
      label={words.categoryMenu(category.name)}
      keepFocus={() => moved.current}
      onOpenChange={(open) => {
        if (open) moved.current = false;
      }}
      trigger={<IconButton className="rail-menu" label={words.categoryMenu(category.name)} icon={<Ellipsis {...iconProps} />} />}
    >
      <MenuEntry
        icon={<Plus {...iconProps} />}
        onSelect={() => leave(() => void addItem(editor.current, { categoryId: category.id, afterId: lastId }))}
      >
        {words.addTo(category.name)}
      </MenuEntry>
      <MenuEntry
        icon={<FolderPlus {...iconProps} />}
        onSelect={() => void useAgenda.getState().addCategory(category.id, words.addCategory)}
      >
        {words.addCategory}
      </MenuEntry>
      <MenuEntry icon={<Pencil {...iconProps} />} onSelect={() => leave(onRename)}>
        {words.renameCategory}
      </MenuEntry>
      <MenuLine />
      <MenuEntry icon={<Trash2 {...iconProps} />} disabled={blocked} onSelect={() => void useAgenda.getState().deleteCategory(category.id)}>
        {words.removeCategory}
        {blocked && <span className="menu-why">{words.removeCategoryBlocked}</span>}
      </MenuEntry>
    </Menu>
  );
}
