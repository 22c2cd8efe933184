import type { Terminal } from "./cli/terminal.ts";

const oldestNode = 22;

const terminal: Terminal = {
  print: (text) => process.stdout.write(`${text}\n`),
  note: (text) => process.stderr.write(`${text}\n`),
};

// A reader that closes the pipe early (head) has what it wants.
process.stdout.on("error", () => process.exit(0));

/** The database's native module brings an older Node down without a word, so nothing of the app is loaded before this is known. */
async function main(): Promise<number> {
  if (Number(process.versions.node.split(".")[0]) < oldestNode) {
    terminal.note(`Node ${oldestNode} eller nyere mangler (dette er ${process.versions.node}). Brug: npm run --silent referent -- …`);
    return 1;
  }
  try {
    const { runCli } = await import("./cli/run.ts");
    return await runCli(process.argv.slice(2), terminal, import.meta.url);
  } catch (error) {
    terminal.note(`Referent kan ikke starte (${(error as NodeJS.ErrnoException).code ?? "ukendt fejl"}). Kør npm run build, og prøv igen.`);
    return 1;
  }
}

/** Ends at once when everything is written: a call to a folder that never answers must not keep the command alive. */
function end(code: number): void {
  process.stdout.write("", () => process.stderr.write("", () => process.exit(code)));
}

end(await main());
