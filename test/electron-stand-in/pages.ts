import type { Session } from "./devtools.ts";

const pages = new Set<Session>();

/** The pages of all windows that are open. */
export const everyPage = (): Iterable<Session> => pages;
export const addPage = (page: Session): void => {
  pages.add(page);
};
export const removePage = (page: Session): void => {
  pages.delete(page);
};
