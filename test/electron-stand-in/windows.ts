/** What quitting and focusing need of a window, apart from BrowserWindow so that `app` need not know it. */
export type OpenWindow = {
  focus(): void;
  /** Asks the page and the app; true when the window is gone. */
  tryClose(): Promise<boolean>;
  destroy(): void;
};

export const openWindows = new Set<OpenWindow>();
