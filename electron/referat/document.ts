/** The referat as print sees it: plain data for the template, every string already safe (see clean.ts). The referat room owns its shape. */
export type ReferatDocument = { title: string };
