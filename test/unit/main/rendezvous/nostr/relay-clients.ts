/** Clients of relays for tests, each ended with its test. */
import { expect, vi } from 'vitest';
import { NostrRelay } from '../../../../../main/rendezvous/nostr/relay';
import { NostrTransport } from '../../../../../main/rendezvous/nostr/nostr-transport';
import { randomBytes } from '../../../../../shared/crypto/sodium';
import type { Room } from '../../../../../shared/invite/key-schedule';
import type { Envelope } from '../../../../../shared/wire/envelope';
import type { RelayProfile } from '../../../../tools/relay/profiles';
import { startRelay, type Relay, type RelayOptions } from '../../../../../main/volunteer-server/relay/relay';

/** Vitest's own, of the test that runs: those that run at once have one each. */
export type AtEnd = (end: () => void | Promise<void>) => void;

/** Ends what hangs, before the test itself is ended: signatures take long where many wait for a processor. */
export const PATIENCE_MS = 100_000;

export const room = (): Room => ({
  topicKey: randomBytes(32) as Room['topicKey'],
  envelopeKey: randomBytes(32) as Room['envelopeKey'],
});

export const envelope = (kind: Envelope['kind']): Envelope => ({
  kind,
  from: randomBytes(16),
  to: kind === 'hello' ? new Uint8Array(16) : randomBytes(16),
  messageId: randomBytes(8),
  part: 0,
  parts: 1,
  body: randomBytes(10),
});

export const usual: RelayProfile = { limits: {}, conduct: {} };

export async function relayOf(
  { limits, conduct }: RelayProfile,
  atEnd: AtEnd,
  options: RelayOptions = {},
): Promise<Relay> {
  const relay = await startRelay({ limits, conduct, ...options });
  atEnd(() => relay.close());
  return relay;
}

/** As they usually are, each by its URL. */
export async function usualRelays(count: number, atEnd: AtEnd): Promise<Map<string, Relay>> {
  const relays = await Promise.all(Array.from({ length: count }, () => relayOf(usual, atEnd)));
  return new Map(relays.map((one) => [one.url, one]));
}

export interface Client {
  relay: NostrRelay;
  /** What the relay's clock was said to be. */
  clocks: number[];
}

/** @param offset of its clock, in milliseconds. */
export function client(url: string, atEnd: AtEnd, offset = 0, maySignIn = false): Client {
  const clocks: number[] = [];
  const events = {
    changed: () => undefined,
    clock: (_url: string, time: number) => clocks.push(time),
    maySignIn: () => maySignIn,
  };
  const relay = new NostrRelay(url, () => Date.now() + offset, events);
  atEnd(() => relay.stop());
  return { relay, clocks };
}

export function transportOf(urls: readonly string[], atEnd: AtEnd): NostrTransport {
  const events = { changed: () => undefined, clock: () => undefined };
  const transport = new NostrTransport({ named: [], own: urls }, Date.now, events);
  atEnd(() => transport.stop());
  return transport;
}

/** `expect.poll` knows one test at a time. */
async function came(envelope: Envelope, heard: readonly Envelope[]): Promise<void> {
  await vi.waitFor(
    () => {
      expect(heard).toContainEqual(envelope);
    },
    { timeout: PATIENCE_MS, interval: 20 },
  );
}

/** Whoever waits at the door, and whoever says hello until there is an answer, as a newcomer does. */
export async function meet(
  door: Pick<NostrRelay, 'listen' | 'publish'>,
  guest: typeof door,
  atEnd: AtEnd,
): Promise<void> {
  const shared = room();
  const [hello, answer] = [envelope('hello'), envelope('answer')];
  const [atDoor, atGuest]: [Envelope[], Envelope[]] = [[], []];
  door.listen(shared, (one) => atDoor.push(one));
  guest.listen(shared, (one) => atGuest.push(one));
  const saidHello = sayUntilTold(guest, shared, hello, atEnd);
  await came(hello, atDoor);
  saidHello();
  door.publish(shared, [answer]);
  await came(answer, atGuest);
}

/** As a newcomer does: what is said once is not kept for as long as a busy computer may take. */
export function sayUntilTold(
  guest: Pick<NostrRelay, 'publish'>,
  shared: Room,
  hello: Envelope,
  atEnd: AtEnd,
): () => void {
  const says = setInterval(() => {
    guest.publish(shared, [hello]);
  }, 2000);
  const end = (): void => {
    clearInterval(says);
  };
  atEnd(end);
  guest.publish(shared, [hello]);
  return end;
}
