/** The two relays by which everybody in a round meets, what they see of it, and how long a way through one takes. */
import { once } from 'node:events';
import { finalizeEvent, generateSecretKey } from 'nostr-tools/pure';
import { WebSocket } from 'ws';
import { median } from '../rounds';
import { startRelay, type TapEntry } from '../../../../main/volunteer-server/relay/relay';
import { now } from './now';

const RELAYS = 2;
const ROUND_TRIPS = 25;
const EPHEMERAL_KIND = 20_001;
const TOPIC_TAG = 't';

/** A message that reached a relay. */
export interface Seen {
  at: number;
  relay: number;
  connection: number;
  /** NIP-01's name for it. */
  kind: string;
}

export interface JoinRelays {
  urls: string[];
  /** Since the start. */
  seen: readonly Seen[];
  /** Resolves once each relay has got a message of this kind. */
  heardEverywhere: (kind: string) => Promise<void>;
  close: () => Promise<void>;
}

export async function startJoinRelays(): Promise<JoinRelays> {
  const seen: Seen[] = [];
  const waiting = new Set<() => void>();
  const relays = await Promise.all(
    Array.from({ length: RELAYS }, (_, relay) =>
      startRelay({
        tap: (entry: TapEntry) => {
          if (entry.type !== 'received') return;
          const kind = /^\["([A-Z]+)"/.exec(entry.text)?.[1] ?? '';
          seen.push({ at: now(), relay, connection: entry.connection, kind });
          for (const look of waiting) look();
        },
      }),
    ),
  );
  const isEverywhere = (kind: string): boolean =>
    relays.every((_, relay) => seen.some((one) => one.relay === relay && one.kind === kind));
  return {
    urls: relays.map(({ url }) => url),
    seen,
    heardEverywhere: (kind) =>
      new Promise((resolve) => {
        const look = (): void => {
          if (!isEverywhere(kind)) return;
          waiting.delete(look);
          resolve();
        };
        waiting.add(look);
        look();
      }),
    close: async () => {
      await Promise.all(relays.map((relay) => relay.close()));
    },
  };
}

async function connected(url: string): Promise<WebSocket> {
  const socket = new WebSocket(url);
  await once(socket, 'open');
  return socket;
}

/** From one client's sending an event to another's having it: median, in milliseconds. */
export async function measureRelayRoundTrip(): Promise<number> {
  const relays = await startJoinRelays();
  const [url = ''] = relays.urls;
  const [from, to] = await Promise.all([connected(url), connected(url)]);
  try {
    to.send(JSON.stringify(['REQ', 'bench', { kinds: [EPHEMERAL_KIND], [`#${TOPIC_TAG}`]: ['bench'] }]));
    await once(to, 'message');
    const key = generateSecretKey();
    const times: number[] = [];
    for (let round = 0; round < ROUND_TRIPS; round++) {
      const created_at = Math.floor(Date.now() / 1000);
      const content = `${String(round)} ${'x'.repeat(1300)}`;
      const tags = [[TOPIC_TAG, 'bench']];
      const event = finalizeEvent({ kind: EPHEMERAL_KIND, created_at, tags, content }, key);
      const arrived = once(to, 'message');
      const sent = performance.now();
      from.send(JSON.stringify(['EVENT', event]));
      await arrived;
      times.push(performance.now() - sent);
    }
    return median(times);
  } finally {
    from.terminate();
    to.terminate();
    await relays.close();
  }
}
