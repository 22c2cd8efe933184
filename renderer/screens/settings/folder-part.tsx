import { FolderCheck, FolderSync, FolderX } from "lucide-react";
import { useRef } from "react";
import type { FolderState } from "../../../shared/domain/sync-state.ts";
import { describeError } from "../../../shared/error-text.ts";
import { clockOrDay } from "../../app/clock.ts";
import { texts } from "../../app/texts.ts";
import { Button } from "../../components/button.tsx";
import { iconProps } from "../../components/icon.ts";
import { InlineAlert } from "../../components/inline-alert.tsx";
import { useFolder } from "../../stores/folder.ts";

const words = texts.settings;

/** The shared folder: what it is for, how it stands, and the ways to choose, try again and forget it. */
export function FolderPart() {
  const { folder, busy, error, choose, forget, retry } = useFolder();
  const chosen = folder.kind !== "none";
  const always = useRef<HTMLButtonElement>(null);
  // Not `disabled`, which would take the focus from the button that was pressed; one that goes away leaves it to the one that is always there.
  const act = (run: () => Promise<void>) => ({
    "aria-disabled": busy !== null,
    onClick: () => {
      if (busy !== null) return;
      void run().then(() =>
        requestAnimationFrame(() => {
          if (document.activeElement === document.body) always.current?.focus();
        }),
      );
    },
  });
  return (
    <section className="settings-part">
      <h2 className="settings-title">{words.folderTitle}</h2>
      <p className="settings-text">{words.folderIntro}</p>
      {error !== null && <InlineAlert tone="error">{describeError(error)}</InlineAlert>}
      {chosen && <FolderCard folder={folder} />}
      <div className="settings-actions">
        {folder.kind === "trouble" && (
          <Button look="primary" {...act(retry)}>
            {words.retryFolder}
          </Button>
        )}
        <Button ref={always} look={chosen ? "raised" : "primary"} {...act(choose)}>
          {chosen ? words.changeFolder : words.chooseFolder}
        </Button>
        {chosen && (
          <Button look="plain" {...act(forget)}>
            {words.forgetFolder}
          </Button>
        )}
      </div>
      <p className="field-hint">{chosen ? words.forgetHint : words.folderFirst}</p>
    </section>
  );
}

function FolderCard({ folder }: { folder: Exclude<FolderState, { kind: "none" }> }) {
  const { icon: Icon, text } = cardWords(folder);
  return (
    <div className={`folder-card folder-card-${folder.kind}`} role="status">
      <Icon {...iconProps} />
      <div>
        <p className="folder-card-name">{folder.name}</p>
        <p className="folder-card-text">{text}</p>
        {folder.kind === "trouble" && <p className="folder-card-text">{texts.folder.waiting(folder.waiting)}</p>}
      </div>
    </div>
  );
}

function cardWords(folder: Exclude<FolderState, { kind: "none" }>): { icon: typeof FolderCheck; text: string } {
  const state = texts.folder;
  if (folder.kind === "trouble") return { icon: FolderX, text: describeError(folder.error) };
  if (folder.kind === "publishing") return { icon: FolderSync, text: state.publishing };
  if (folder.lastPublishedAt === null) return { icon: FolderCheck, text: `${state.connected}. ${state.nothingPublished}.` };
  return { icon: FolderCheck, text: `${state.connected}. ${state.lastPublished(clockOrDay(folder.lastPublishedAt))}.` };
}
