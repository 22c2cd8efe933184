import { type Completer, createCompleter } from "../../shared/domain/completion.ts";
import type { CompleterReply, CompleterRequest } from "./completer-client.ts";

let completer: Completer | null = null;

addEventListener("message", ({ data }: MessageEvent<CompleterRequest>) => {
  if (data.kind === "sources") completer = createCompleter(data.sources);
  if (data.kind === "learn") completer?.learn(data.text);
  if (data.kind !== "suggest") return;
  const reply: CompleterReply = { id: data.id, text: completer?.suggest(data.before, data.place) ?? null };
  postMessage(reply);
});
