import type { FileBlock } from "../../referat/document.ts";

/** What a file says, as it is printed; `cut` when it says more than was taken, `macros` when it carries some. */
export type FileText = { blocks: FileBlock[]; cut: boolean; macros?: true };

/** How much is taken of one file: about a hundred pages. Each block costs as much as some characters, so that empty ones are bounded too. */
export function createBudget(limit = 250_000): { spend(characters: number): void; isSpent(): boolean } {
  const each = 20;
  let spent = 0;
  return {
    spend(characters) {
      spent += characters + each;
    },
    isSpent: () => spent > limit,
  };
}

export type Budget = ReturnType<typeof createBudget>;
