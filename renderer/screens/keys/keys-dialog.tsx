import { keyGroups } from "../../app/key-list.ts";
import { texts } from "../../app/texts.ts";
import { Dialog } from "../../components/dialog.tsx";
import { Kbd } from "../../components/kbd.tsx";
import { useUi } from "../../stores/ui.ts";
import "./keys-dialog.css";

/** Every key there is, in the order of where it works. */
export function KeysDialog() {
  const setDialog = useUi((state) => state.setDialog);
  return (
    <Dialog title={texts.keys.title} description={texts.keys.description} width={720} onlyText onClose={() => setDialog(null)}>
      <div className="key-groups">
        {keyGroups.map((group) => (
          <section key={group.title} className="key-group">
            <h3 className="key-group-title">{group.title}</h3>
            <dl>
              {group.lines.map((line) => (
                <div key={line.keys} className="key-line">
                  <dt className="key-does">{line.does}</dt>
                  <dd className="key-keys">
                    <span className="sr-only">{line.keys}</span>
                    {line.keys.split("  ").map((keys) => (
                      <Kbd key={keys} keys={keys} />
                    ))}
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Dialog>
  );
}
