import type { CompletionPlace, CompletionSources } from "../../shared/domain/completion.ts";

export type CompleterRequest =
  | { kind: "sources"; sources: CompletionSources }
  | { kind: "learn"; text: string }
  | { kind: "suggest"; id: number; before: string; place: CompletionPlace | undefined };

export type CompleterReply = { id: number; text: string | null };

/** The completer in a thread of its own: thousands of learned sentences cost the keys nothing. */
export class CompleterClient {
  readonly #worker = new Worker(new URL("./completer-worker.ts", import.meta.url), { type: "module" });
  readonly #waiting = new Map<number, (text: string | null) => void>();
  #asked = 0;

  constructor() {
    this.#worker.addEventListener("message", ({ data: { id, text } }: MessageEvent<CompleterReply>) => {
      this.#waiting.get(id)?.(text);
      this.#waiting.delete(id);
    });
    // Without the thread nothing is offered; writing goes on as ever.
    this.#worker.addEventListener("error", () => {
      for (const answer of this.#waiting.values()) answer(null);
      this.#waiting.clear();
    });
  }

  start(sources: CompletionSources): void {
    this.#send({ kind: "sources", sources });
  }

  learn(text: string): void {
    this.#send({ kind: "learn", text });
  }

  suggest(before: string, place: CompletionPlace | undefined): Promise<string | null> {
    this.#asked += 1;
    const id = this.#asked;
    this.#send({ kind: "suggest", id, before, place });
    return new Promise((resolve) => this.#waiting.set(id, resolve));
  }

  end(): void {
    this.#worker.terminate();
    for (const answer of this.#waiting.values()) answer(null);
  }

  #send(request: CompleterRequest): void {
    this.#worker.postMessage(request);
  }
}
