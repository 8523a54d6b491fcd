/**
 * Signatures of Nostr events, in a thread of their own: each takes milliseconds, the first as long as a whole join, and
 * strangers can make a door say much.
 */
import { Worker } from 'node:worker_threads';
import type { EventTemplate, NostrEvent } from 'nostr-tools/core';
import { finalizeEvent, generateSecretKey } from 'nostr-tools/pure';

/** Events come back in the order in which they were handed in. Never rejects. @param key 32 bytes. */
export type Sign = (event: EventTemplate, key: Uint8Array) => Promise<NostrEvent>;

export interface SigningRequest {
  id: number;
  event: EventTemplate;
  key: Uint8Array;
}

export interface SigningAnswer {
  id: number;
  event: NostrEvent;
}

/** So many signatures are slow until the thread knows them by heart. */
const PREPARED = 8;

/** In this very thread. */
export const signHere: Sign = (event, key) => Promise.resolve(finalizeEvent(event, key));

type Asked = Omit<SigningRequest, 'id'> & { answer: (event: NostrEvent) => void };

export class SigningThread {
  #worker: Worker | null = null;
  #lastId = 0;
  readonly #asked = new Map<number, Asked>();

  /** @param file the worker's script, absolute. */
  constructor(private readonly file: string) {}

  readonly sign: Sign = (event, key) =>
    new Promise((answer) => {
      const id = ++this.#lastId;
      this.#asked.set(id, { event, key, answer });
      this.#started().postMessage({ id, event, key } satisfies SigningRequest);
    });

  /** Signs something that nobody gets to see, so that the first messages need not wait. */
  prepare(): void {
    if (this.#worker) return;
    const nothing = { kind: 0, created_at: 0, tags: [], content: '' };
    for (let count = 0; count < PREPARED; count++) void this.sign(nothing, generateSecretKey());
  }

  #started(): Worker {
    if (this.#worker) return this.#worker;
    const worker = new Worker(this.file);
    worker.unref();
    worker.on('message', ({ id, event }: SigningAnswer) => {
      this.#asked.get(id)?.answer(event);
      this.#asked.delete(id);
    });
    const lost = (): void => {
      this.#lost(worker);
    };
    worker.once('error', lost);
    worker.once('exit', lost);
    this.#worker = worker;
    return worker;
  }

  /** Slower is better than never. */
  #lost(worker: Worker): void {
    if (this.#worker !== worker) return;
    this.#worker = null;
    for (const { event, key, answer } of this.#asked.values()) answer(finalizeEvent(event, key));
    this.#asked.clear();
  }
}
