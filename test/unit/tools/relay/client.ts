/** A Nostr client for tests: what it is sent is awaited, never slept for. */
import { once } from 'node:events';
import { finalizeEvent, generateSecretKey, type EventTemplate } from 'nostr-tools/pure';
import { WebSocket } from 'ws';
import type { NostrEvent } from '../../../../main/volunteer-server/relay/messages';

export interface Client {
  readonly socket: WebSocket;
  /** The Date header of the relay's answer. */
  readonly relayTime: string | undefined;
  send(...message: unknown[]): void;
  sendText(text: string): void;
  /** The next message. */
  next(): Promise<unknown[]>;
  /** Messages up to and including the first with this name. */
  until(name: string): Promise<unknown[][]>;
  /** Resolves with the close code. */
  readonly closed: Promise<number>;
  /** Subscribes and waits until the relay has nothing older. */
  subscribe(id: string, ...filters: object[]): Promise<unknown[][]>;
  /** Publishes and resolves with the relay's OK. */
  publish(event: NostrEvent): Promise<unknown[]>;
}

export async function connect(url: string): Promise<Client> {
  const socket = new WebSocket(url);
  const queue: unknown[][] = [];
  const waiting: ((message: unknown[]) => void)[] = [];
  let relayTime: string | undefined;
  socket.on('upgrade', (response) => (relayTime = response.headers.date));
  socket.on('message', (data: Buffer) => {
    const message = JSON.parse(data.toString()) as unknown[];
    const waiter = waiting.shift();
    if (waiter) waiter(message);
    else queue.push(message);
  });
  const closed = once(socket, 'close').then(([code]) => code as number);
  await once(socket, 'open');

  const next = (): Promise<unknown[]> => {
    const message = queue.shift();
    return message ? Promise.resolve(message) : new Promise((resolve) => waiting.push(resolve));
  };
  const until = async (name: string): Promise<unknown[][]> => {
    const messages: unknown[][] = [];
    do messages.push(await next());
    while (messages.at(-1)?.[0] !== name);
    return messages;
  };
  const send = (...message: unknown[]): void => socket.send(JSON.stringify(message));
  return {
    socket,
    relayTime,
    send,
    sendText: (text) => socket.send(text),
    next,
    until,
    closed,
    subscribe: (id, ...filters) => {
      send('REQ', id, ...filters);
      return until('EOSE');
    },
    publish: async (event) => {
      send('EVENT', event);
      return (await until('OK')).at(-1) ?? [];
    },
  };
}

/** A signed event; ephemeral, of now, under topic `t`, unless told otherwise. */
export function eventOf(template: Partial<EventTemplate> = {}): NostrEvent {
  const { id, pubkey, created_at, kind, tags, content, sig } = finalizeEvent(
    {
      kind: 20_001,
      created_at: Math.floor(Date.now() / 1_000),
      tags: [['t', 'topic']],
      content: '',
      ...template,
    },
    generateSecretKey(),
  );
  return { id, pubkey, created_at, kind, tags, content, sig };
}
