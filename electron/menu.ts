import { Menu, type MenuItemConstructorOptions } from "electron";
import type { ItemChoice, MenuCommand } from "../shared/ipc/events.ts";

type Command = (command: MenuCommand | ItemChoice) => void;

/** An entry that the window carries out. The window hears the keys itself; the menu only shows them. */
function entry(label: string, accelerator: string | null, run: () => void): MenuItemConstructorOptions {
  return { label, ...(accelerator !== null && { accelerator, registerAccelerator: false }), click: run };
}

type Line = [label: string, accelerator: string | null, command: MenuCommand];

function lines(command: Command, entries: readonly Line[]): MenuItemConstructorOptions[] {
  return entries.map(([label, accelerator, name]) => entry(label, accelerator, () => command(name)));
}

const places = [1, 2, 3, 4, 5, 6, 7, 8, 9] as const;

/** The native menu in Danish, without developer tools or reload. */
export function menuTemplate(platform: NodeJS.Platform, command: Command): MenuItemConstructorOptions[] {
  const mac = platform === "darwin";
  const settings = entry("Indstillinger …", "CmdOrCtrl+,", () => command("settings"));
  return [
    ...(mac ? [appMenu(settings)] : []),
    fileMenu(mac, settings, command),
    editMenu(command),
    viewMenu(command),
    meetingMenu(command),
    helpMenu(mac, command),
  ];
}

/** Puts the menu in place. */
export function setMenu(command: Command): void {
  Menu.setApplicationMenu(Menu.buildFromTemplate(menuTemplate(process.platform, command)));
}

function appMenu(settings: MenuItemConstructorOptions): MenuItemConstructorOptions {
  return {
    label: "Referent",
    submenu: [
      { role: "about", label: "Om Referent" },
      { type: "separator" },
      settings,
      { type: "separator" },
      { role: "hide", label: "Skjul Referent" },
      { role: "hideOthers", label: "Skjul andre" },
      { role: "unhide", label: "Vis alle" },
      { type: "separator" },
      { role: "quit", label: "Afslut Referent" },
    ],
  };
}

function fileMenu(mac: boolean, settings: MenuItemConstructorOptions, command: Command): MenuItemConstructorOptions {
  return {
    label: "Fil",
    submenu: [
      entry("Nyt møde …", "CmdOrCtrl+N", () => command("new-meeting")),
      entry("Læs møde ind …", "CmdOrCtrl+O", () => command("import")),
      { type: "separator" },
      entry("Eksportér referat …", "CmdOrCtrl+E", () => command("export")),
      ...lines(command, [
        ["Eksportér som …", "CmdOrCtrl+Shift+P", "export-as"],
        ["Eksportér kort referat …", null, "export-short"],
        ["Eksportér offentlig udgave …", null, "export-open"],
        ["Eksportér kort, offentlig udgave …", null, "export-short-open"],
      ]),
      entry("Læg i mappen", "CmdOrCtrl+Shift+S", () => command("publish")),
      { type: "separator" },
      ...(mac
        ? [{ role: "close" as const, label: "Luk vindue" }]
        : [settings, { type: "separator" as const }, { role: "quit" as const, label: "Afslut" }]),
    ],
  };
}

function editMenu(command: Command): MenuItemConstructorOptions {
  return {
    label: "Rediger",
    submenu: [
      { role: "undo", label: "Fortryd" },
      { role: "redo", label: "Gentag" },
      { type: "separator" },
      { role: "cut", label: "Klip" },
      { role: "copy", label: "Kopiér" },
      ...lines(command, [
        ["Kopiér punktet med formatering", "CmdOrCtrl+Shift+C", "copy-formatted"],
        ["Kopiér hele referatet", null, "copy-referat"],
        ["Kopiér den offentlige udgave", null, "copy-referat-open"],
      ]),
      { role: "paste", label: "Sæt ind" },
      { role: "pasteAndMatchStyle", label: "Sæt ind uden formatering" },
      { role: "selectAll", label: "Markér alt" },
    ],
  };
}

function viewMenu(command: Command): MenuItemConstructorOptions {
  return {
    label: "Vis",
    submenu: [
      ...lines(command, [
        ["Find alt …", "CmdOrCtrl+K", "palette"],
        ["Find i teksten …", "CmdOrCtrl+F", "find"],
        ["Find i alle møder …", "CmdOrCtrl+Shift+F", "find-everywhere"],
        ["Møder", "Alt+Left", "meetings"],
        ["Opfølgninger", null, "follow-ups"],
      ]),
      { type: "separator" },
      ...lines(command, [
        ["Forhåndsvisning", "CmdOrCtrl+P", "show-preview"],
        ["Bilag ved hånden", "Alt+1", "show-attachments"],
        ["Møde ved hånden", "Alt+2", "show-details"],
        ["Opfølgninger ved hånden", "Alt+3", "show-follow-ups"],
        ["Historik ved hånden", "Alt+4", "show-history"],
        ["Tidligere ved hånden", "Alt+5", "show-earlier"],
      ]),
      { type: "separator" },
      { role: "resetZoom", label: "Normal størrelse" },
      { role: "zoomIn", label: "Større" },
      { role: "zoomOut", label: "Mindre" },
      { type: "separator" },
      { role: "togglefullscreen", label: "Fuld skærm" },
    ],
  };
}

/** What is done with the open meeting and the punkt at the caret. */
function meetingMenu(command: Command): MenuItemConstructorOptions {
  return {
    label: "Møde",
    submenu: [
      ...lines(command, [
        ["Sædvanlig beslutning", "CmdOrCtrl+Enter", "usual-decision"],
        ["Markér som opfølgning", "CmdOrCtrl+Shift+O", "mark-follow-up"],
        ["Fraser ved markøren", "/", "phrases"],
        ["Personer og enheder ved markøren", "@", "names"],
        ["Næste punkt", "CmdOrCtrl+Down", "next-item"],
        ["Forrige punkt", "CmdOrCtrl+Up", "previous-item"],
      ]),
      { label: "Gå til punkt", submenu: places.map((at) => entry(`Punkt ${at}`, `CmdOrCtrl+${at}`, () => command(`item-${at}`))) },
      ...lines(command, [
        ["Nyt punkt", "CmdOrCtrl+Shift+N", "add-item"],
        ["Punktet skubbes til næste møde", "F9", "postpone"],
        ["Punktet udgår", "Shift+F9", "withdraw"],
      ]),
      { type: "separator" },
      ...lines(command, [
        ["Start eller stop uret", "F8", "toggle-clock"],
        ["Hør, hvad uret viser", "Shift+F8", "say-clock"],
        ["Alt er gemt?", "CmdOrCtrl+S", "save"],
        ["Hvem er til stede …", null, "show-attendance"],
        ["Navngiv denne udgave …", null, "name-version"],
      ]),
      { type: "separator" },
      ...lines(command, [
        ["Godkend sidste mødes referat", "CmdOrCtrl+Shift+G", "approve-previous"],
        ["Læg sidste mødes referat ved", "CmdOrCtrl+Shift+R", "add-previous-referat"],
        ["Start mødet", null, "start-meeting"],
        ["Mødet er holdt", null, "hold-meeting"],
        ["Afslut mødet …", "CmdOrCtrl+Shift+E", "end-meeting"],
        ["Lås mødet", null, "lock-meeting"],
        ["Lås mødet op", null, "reopen-meeting"],
      ]),
    ],
  };
}

function helpMenu(mac: boolean, command: Command): MenuItemConstructorOptions {
  return {
    label: "Hjælp",
    submenu: [
      entry("Genveje", "F1", () => command("keys")),
      ...(mac ? [] : [{ type: "separator" as const }, { role: "about" as const, label: "Om Referent" }]),
    ],
  };
}
