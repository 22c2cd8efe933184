/** Every text of Forhåndsvisning. */
export const previewTexts = {
  title: "Forhåndsvisning",
  form: "Form",
  forms: { collected: "Samlet", short: "Kort" },
  pageOf: (page: number, pages: number) => `Side ${page} af ${pages}`,
  withoutAttachments: "Bilagenes sider kommer med ved eksport.",
  loading: "Siderne sættes …",
  drawFailed: "Siderne kunne ikke vises.",
  kept: (reason: string) => `Siderne er fra før: ${reason}`,
} as const;
