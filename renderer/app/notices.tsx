import { InlineAlert } from "../components/inline-alert.tsx";
import { useUi } from "../stores/ui.ts";
import "./notices.css";
import { describeNotice } from "./notice-texts.ts";
import { texts } from "./texts.ts";

/** What happened at start or in the background, above everything until it is dismissed. */
export function Notices() {
  const { notices, dismissNotice } = useUi();
  if (notices.length === 0) return null;
  return (
    <section className="notices" aria-label={texts.notices}>
      {notices.map((notice, index) => (
        <InlineAlert key={describeNotice(notice)} tone="error" onDismiss={() => dismissNotice(index)}>
          {describeNotice(notice)}
        </InlineAlert>
      ))}
    </section>
  );
}
