import { extname } from "node:path";
import { parseArgs } from "node:util";
import type { ExportFormat, ReferatEdition, ReferatForm } from "../../shared/domain/edition.ts";

/** Wrong usage: exit code 2, one line and a hint. The message is that line. */
export class UsageError extends Error {}

const options = {
  data: { type: "string" },
  date: { type: "string" },
  title: { type: "string" },
  "minute-taker": { type: "string" },
  out: { type: "string" },
  folder: { type: "string" },
  form: { type: "string" },
  udgave: { type: "string" },
  format: { type: "string" },
  json: { type: "boolean" },
  help: { type: "boolean", short: "h" },
  version: { type: "boolean" },
} as const;
type OptionName = keyof typeof options;

const forms: Readonly<Record<string, ReferatForm>> = { samlet: "collected", kort: "short" };
const editions: Readonly<Record<string, ReferatEdition>> = { fuld: "full", offentlig: "open" };
const formats: Readonly<Record<string, ExportFormat>> = { pdf: "pdf", html: "html", json: "json" };

/** What each command takes: the name of its one argument (or null), and its options besides `--data`. */
const commands = {
  new: { argument: null, takes: ["date", "title", "minute-taker", "json"], demands: [] },
  import: { argument: "FIL.json", takes: ["json"], demands: [] },
  list: { argument: null, takes: ["json"], demands: [] },
  show: { argument: "ID", takes: ["json"], demands: [] },
  export: { argument: "ID", takes: ["out", "form", "udgave", "format", "json"], demands: ["out"] },
  previous: { argument: "ID", takes: ["json"], demands: [] },
  sync: { argument: null, takes: ["folder", "json"], demands: ["folder"] },
  check: { argument: null, takes: ["json"], demands: [] },
  help: { argument: null, takes: ["json"], demands: [] },
} as const satisfies Record<string, { argument: string | null; takes: readonly OptionName[]; demands: readonly OptionName[] }>;
export type CommandName = keyof typeof commands;

/** A checked command line. `argument` is "" for a command that takes none; `data` is undefined for the app's own data folder. */
export type Invocation = {
  command: CommandName | "version";
  argument: string;
  json: boolean;
  data: string | undefined;
  date: string | undefined;
  title: string | undefined;
  minuteTaker: string | undefined;
  out: string;
  folder: string;
  form: ReferatForm;
  edition: ReferatEdition;
  format: ExportFormat;
};

/** Reads the arguments after the program's name. Throws {@link UsageError}. */
export function readArguments(argv: readonly string[]): Invocation {
  const { values, positionals, tokens } = parseArgs({ args: [...argv], options, allowPositionals: true, strict: false, tokens: true });
  const given = tokens.filter((token) => token.kind === "option");
  for (const token of given) checkOption(token);
  const text = (name: OptionName): string | undefined => (typeof values[name] === "string" ? values[name] : undefined);
  const [first, ...rest] = positionals;
  const command = values.version === true ? "version" : values.help === true ? "help" : commandName(first);
  if (command !== "version" && values.help !== true) checkCommand(command, rest, new Set(given.map((token) => token.name as OptionName)));
  const format = formatOf(text("format"), text("out") ?? "");
  if (format === "json" && text("form") !== undefined) throw new UsageError("--form gælder ikke for JSON: der er mødet altid helt.");
  return {
    command,
    argument: rest[0] ?? "",
    json: values.json === true,
    data: text("data"),
    date: text("date"),
    title: text("title"),
    minuteTaker: text("minute-taker"),
    out: text("out") ?? "",
    folder: text("folder") ?? "",
    form: oneOf("form", text("form") ?? "samlet", forms),
    edition: oneOf("udgave", text("udgave") ?? "fuld", editions),
    format,
  };
}

/** What is asked for, else what the file's name says, else PDF. */
function formatOf(asked: string | undefined, out: string): ExportFormat {
  if (asked !== undefined) return oneOf("format", asked, formats);
  const ending = extname(out).slice(1).toLowerCase();
  const name = ending === "htm" ? "html" : ending;
  return (Object.hasOwn(formats, name) ? formats[name] : undefined) ?? "pdf";
}

function oneOf<T>(name: OptionName, word: string, choices: Readonly<Record<string, T>>): T {
  const chosen = Object.hasOwn(choices, word) ? choices[word] : undefined;
  const words = new Intl.ListFormat("da", { type: "disjunction" }).format(Object.keys(choices));
  if (chosen === undefined) throw new UsageError(`--${name} er ${words}.`);
  return chosen;
}

function checkOption(token: { name: string; rawName: string; value?: string | undefined; inlineValue?: boolean | undefined }): void {
  const option = Object.hasOwn(options, token.name) ? options[token.name as OptionName] : undefined;
  if (option === undefined) throw new UsageError(`Ukendt tilvalg: ${token.rawName}.`);
  if (option.type === "boolean" && token.value !== undefined) throw new UsageError(`${token.rawName} tager ingen værdi.`);
  if (option.type === "boolean") return;
  const looksLikeOption = token.inlineValue === false && token.value?.startsWith("-") === true;
  if (token.value === undefined || token.value === "" || looksLikeOption) throw new UsageError(`${token.rawName} mangler en værdi.`);
}

function commandName(name: string | undefined): CommandName {
  if (name === undefined) throw new UsageError("Der mangler en kommando.");
  if (!Object.hasOwn(commands, name)) throw new UsageError(`Ukendt kommando: ${name}.`);
  return name as CommandName;
}

function checkCommand(command: CommandName, rest: readonly string[], given: ReadonlySet<OptionName>): void {
  const { argument, takes, demands } = commands[command];
  const allowed: readonly OptionName[] = ["data", ...takes];
  for (const name of given) if (!allowed.includes(name)) throw new UsageError(`${command} tager ikke --${name}.`);
  for (const name of demands) if (!given.has(name)) throw new UsageError(`${command} mangler --${name}.`);
  if (argument !== null && (rest[0] ?? "") === "") throw new UsageError(`${command} mangler ${argument}.`);
  const extra = rest[argument === null ? 0 : 1];
  if (extra !== undefined) throw new UsageError(`Et argument for meget: ${extra}.`);
}
