/**
 * The Chrome DevTools Protocol over a pair of pipes. Pipes, not a socket: nobody else can connect, and
 * Chromium leaves by itself when the pipe closes, however this process ended.
 */
import { EventEmitter } from 'node:events';
import type { Readable, Writable } from 'node:stream';
import type { Commands, Events } from './cdp-types';

const COMMAND_TIMEOUT_MS = 30_000;

interface Pending {
  readonly method: string;
  readonly timer: NodeJS.Timeout | undefined;
  resolve(result: unknown): void;
  reject(error: Error): void;
}

interface Message {
  id?: number;
  method?: string;
  params?: { sessionId?: string };
  sessionId?: string;
  result?: unknown;
  error?: { message: string };
}

export class CdpSession {
  private readonly events = new EventEmitter().setMaxListeners(0);

  constructor(
    private readonly connection: CdpConnection,
    private readonly id: string | undefined,
  ) {}

  /** Pass `Infinity` for what lasts as long as the page likes. */
  send<M extends keyof Commands>(
    method: M,
    params: Commands[M][0],
    timeoutMs = COMMAND_TIMEOUT_MS,
  ): Promise<Commands[M][1]> {
    return this.connection.send(method, params, this.id, timeoutMs) as Promise<Commands[M][1]>;
  }

  on<E extends keyof Events>(event: E, listener: (params: Events[E]) => void): void {
    this.events.on(event, listener);
  }

  deliver(event: string, params: unknown): void {
    this.events.emit(event, params);
  }
}

export class CdpConnection {
  readonly root = new CdpSession(this, undefined);
  private readonly sessions = new Map<string, CdpSession>();
  private readonly pending = new Map<number, Pending>();
  private readonly ended = new EventEmitter();
  private partial: Buffer[] = [];
  private lastId = 0;
  private closed = false;

  constructor(
    incoming: Readable,
    private readonly outgoing: Writable,
  ) {
    incoming.on('data', (chunk: Buffer) => {
      this.onData(chunk);
    });
    const end = (): void => {
      this.end();
    };
    incoming.on('close', end).on('error', end);
    outgoing.on('close', end).on('error', end);
  }

  onEnd(listener: () => void): void {
    this.ended.once('end', listener);
  }

  session(id: string): CdpSession {
    const known = this.sessions.get(id);
    if (known) return known;
    const session = new CdpSession(this, id);
    this.sessions.set(id, session);
    return session;
  }

  send(method: string, params: object, sessionId: string | undefined, timeoutMs: number): Promise<unknown> {
    if (this.closed) return Promise.reject(new Error(`${method}: Chromium has gone`));
    const id = ++this.lastId;
    return new Promise((resolve, reject) => {
      const expire = (): void => {
        this.pending.delete(id);
        reject(new Error(`${method}: no answer from Chromium within ${String(timeoutMs)} ms`));
      };
      const timer = Number.isFinite(timeoutMs) ? setTimeout(expire, timeoutMs) : undefined;
      this.pending.set(id, { method, timer, resolve, reject });
      this.outgoing.write(`${JSON.stringify({ id, method, params, sessionId })}\0`);
    });
  }

  private onData(chunk: Buffer): void {
    let rest = chunk;
    for (let end = rest.indexOf(0); end >= 0; end = rest.indexOf(0)) {
      const text = Buffer.concat([...this.partial, rest.subarray(0, end)]).toString('utf8');
      this.partial = [];
      rest = rest.subarray(end + 1);
      this.onMessage(JSON.parse(text) as Message);
    }
    if (rest.length > 0) this.partial.push(rest);
  }

  private onMessage(message: Message): void {
    if (message.id !== undefined) {
      this.settle(message.id, message);
      return;
    }
    if (message.method === undefined) return;
    const session = message.sessionId === undefined ? this.root : this.session(message.sessionId);
    session.deliver(message.method, message.params);
    if (message.method === 'Target.detachedFromTarget' && message.params?.sessionId !== undefined) {
      this.sessions.delete(message.params.sessionId);
    }
  }

  private settle(id: number, message: Message): void {
    const pending = this.pending.get(id);
    if (!pending) return;
    this.pending.delete(id);
    clearTimeout(pending.timer);
    if (message.error) pending.reject(new Error(`${pending.method}: ${message.error.message}`));
    else pending.resolve(message.result);
  }

  private end(): void {
    if (this.closed) return;
    this.closed = true;
    for (const pending of this.pending.values()) {
      clearTimeout(pending.timer);
      pending.reject(new Error(`${pending.method}: Chromium has gone`));
    }
    this.pending.clear();
    this.ended.emit('end');
  }
}
