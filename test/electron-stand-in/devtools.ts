import { EventEmitter } from "node:events";
import type { Readable, Writable } from "node:stream";
import type { Command, EventName, Parameters, Payload, Protocol, Result } from "./protocol-types.ts";

/** One message of the DevTools protocol, either way. */
export type Message = {
  id?: number;
  sessionId?: string;
  method?: string;
  params?: unknown;
  result?: unknown;
  error?: { message: string };
};

type Waiting = { method: string; resolve: (result: unknown) => void; reject: (error: Error) => void };

/** A session with one target (a page, a worker), or with the browser itself. */
export class Session {
  readonly id: string | undefined;
  readonly #connection: DevTools;
  readonly #events = new EventEmitter();

  constructor(connection: DevTools, id: string | undefined) {
    this.#connection = connection;
    this.id = id;
    this.#events.setMaxListeners(0);
  }

  send<C extends Command>(method: C, params?: Parameters<C>): Promise<Result<C>> {
    return this.#connection.request(method, params, this.id) as Promise<Result<C>>;
  }

  on<E extends EventName>(event: E, listener: (payload: Payload<E>) => void): void {
    this.#events.on(event, listener);
  }

  /** The session with a target of this one, a worker say. */
  child(id: string): Session {
    return this.#connection.session(id);
  }

  receive(message: Message): void {
    if (message.method !== undefined) this.#events.emit(message.method, message.params);
  }
}

/** The raw DevTools protocol over the browser's pipe: no port is opened. Messages end with a NUL. */
export class DevTools {
  readonly browser: Session;
  readonly #write: Writable;
  readonly #waiting = new Map<number, Waiting>();
  readonly #sessions = new Map<string, Session>();
  #nextId = 1;
  #closed = false;
  #foreign: ((message: Message) => boolean) | null = null;

  constructor(read: Readable, write: Writable) {
    this.#write = write;
    this.browser = new Session(this, undefined);
    let rest: Buffer[] = [];
    read.on("data", (chunk: Buffer) => {
      let start = 0;
      for (let end = chunk.indexOf(0); end >= 0; end = chunk.indexOf(0, start)) {
        rest.push(chunk.subarray(start, end));
        this.#receive(JSON.parse(Buffer.concat(rest).toString("utf8")) as Message);
        rest = [];
        start = end + 1;
      }
      if (start < chunk.length) rest.push(chunk.subarray(start));
    });
    read.on("close", () => this.#close());
    write.on("error", () => this.#close());
  }

  session(id: string): Session {
    const known = this.#sessions.get(id) ?? new Session(this, id);
    this.#sessions.set(id, known);
    return known;
  }

  request(method: string, params: unknown, sessionId: string | undefined): Promise<unknown> {
    if (this.#closed) return Promise.reject(new Error(`${method}: the browser is gone`));
    const id = this.takeId();
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { method, resolve, reject });
      this.post({ id, method, params: params ?? {}, ...(sessionId === undefined ? {} : { sessionId }) });
    });
  }

  takeId(): number {
    return this.#nextId++;
  }

  post(message: Message): void {
    if (!this.#closed) this.#write.write(`${JSON.stringify(message)}\0`);
  }

  /** A second client on the same pipe: it is offered every message first and says whether it was its own. */
  share(foreign: (message: Message) => boolean): void {
    this.#foreign = foreign;
  }

  #receive(message: Message): void {
    if (this.#foreign?.(message)) return;
    if (message.id === undefined) {
      (message.sessionId === undefined ? this.browser : this.#sessions.get(message.sessionId))?.receive(message);
      return;
    }
    const waiting = this.#waiting.get(message.id);
    this.#waiting.delete(message.id);
    if (message.error === undefined) waiting?.resolve(message.result);
    else waiting?.reject(new Error(`${waiting.method}: ${message.error.message}`));
  }

  #close(): void {
    this.#closed = true;
    for (const { method, reject } of this.#waiting.values()) reject(new Error(`${method}: the browser is gone`));
    this.#waiting.clear();
  }
}

export type TargetInfo = Protocol.Target.TargetInfo;
