import { useUi } from "../stores/ui.ts";
import { Toast } from "./toast.tsx";

/** Where the toast stands: at the bottom left of what is worked in, above the key hints. */
export function ToastHost() {
  const { toast, hideToast, undoToast } = useUi();
  if (toast === null) return null;
  const undo = toast.undo === null ? {} : { onUndo: () => void undoToast() };
  return (
    <div className="toast-host">
      <Toast key={toast.id} text={toast.text} onDone={hideToast} {...undo} />
    </div>
  );
}
