import { type BrowserWindow, dialog, shell } from "electron";

/** What Windows takes as an address; a longer one is cut by it, and could then lead elsewhere. */
const longestAddress = 2_081;

/** A link that may be handed to the system's browser or mail program, or null. `target` is what the person is shown. */
export function findExternalTarget(address: string): { url: string; target: string } | null {
  if (address.length > longestAddress || !URL.canParse(address)) return null;
  const url = new URL(address);
  if (url.username !== "" || url.password !== "" || url.href.length > longestAddress) return null;
  if (url.protocol === "https:" && url.host !== "") return { url: url.href, target: url.host };
  if (url.protocol !== "mailto:" || /(^|[?&])attach/i.test(decodeOnce(url.search))) return null;
  return { url: url.href, target: url.pathname };
}

function decodeOnce(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    // Not decodable, so nothing a mail program can read as an attachment's name either.
    return text;
  }
}

/** Offers a followed link: shows where it leads, and hands it to the system when the person says so. One question at a time. */
export function createLinkOffer(window: () => BrowserWindow | null): (address: string) => Promise<void> {
  let asking = false;
  return async (address) => {
    const found = findExternalTarget(address);
    const parent = window();
    if (found === null || parent === null || asking) return;
    asking = true;
    try {
      const answer = await dialog.showMessageBox(parent, {
        type: "question",
        title: "Åbn link",
        message: `Åbn ${found.target}?`,
        detail: "Linket åbnes uden for Referent.",
        buttons: ["Åbn", "Annullér"],
        defaultId: 1,
        cancelId: 1,
        noLink: true,
      });
      if (answer.response === 0) await shell.openExternal(found.url);
    } finally {
      asking = false;
    }
  };
}
