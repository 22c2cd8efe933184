import type { Dialogs } from "../context.ts";

/** The paths that the command line gives where the window would ask a person. */
export type Answers = { saveAs: string | null; open: string | null; folder: string | null };

export function answeringDialogs(answers: Answers): Dialogs {
  return {
    chooseSaveFile: async () => answers.saveAs,
    chooseOpenFiles: async () => (answers.open === null ? null : [answers.open]),
    chooseFolder: async () => answers.folder,
  };
}
