import { describe, expect, it, onTestFinished } from 'vitest';
import { openRelaySocket } from '../../../../../main/rendezvous/nostr/relay-socket';
import { Relays } from '../../../../../main/rendezvous/nostr/relays';
import { freshContents } from '../../../../../main/vault/contents';
import type { Settings } from '../../../../../shared/ipc';
import { uselessProfiles } from '../../../../tools/relay/profiles';
import { startRelay, type Relay } from '../../../../../main/volunteer-server/relay/relay';
import { room } from './relay-clients';

async function relayAhead(seconds: number): Promise<Relay> {
  const relay = await startRelay({ now: () => Date.now() + seconds * 1000 });
  onTestFinished(() => relay.close());
  return relay;
}

function relaysOf(list: Settings['relays']): Relays {
  const settings = { ...freshContents().settings, relays: list };
  return new Relays(
    () => settings,
    null,
    () => undefined,
    () => () => undefined,
  );
}

const listed = (url: string, signIn = false): Settings['relays'][number] => ({ url, enabled: true, signIn });

async function clockIsOff(ahead: readonly number[]): Promise<boolean> {
  const started = await Promise.all(ahead.map(relayAhead));
  const relays = relaysOf(started.map(({ url }) => listed(url)));
  const transport = relays.transport([]);
  onTestFinished(() => transport.stop());
  transport.listen(room(), () => undefined);
  await expect.poll(() => transport.status.others).toBe(ahead.length);
  return relays.clockIsOff;
}

describe('the own clock', () => {
  it.each([
    [true, [47, 48, 49]],
    [true, [-48, -49, 0]],
    [false, [40, 41, -40]],
    [false, [3000, 0, 0, 0]],
    [false, [3000, -3000, 0, 0]],
  ])('is said to be off: %j, by relays that are %j s ahead', async (isOff, ahead) => {
    expect(await clockIsOff(ahead)).toBe(isOff);
  });
});

describe('a link', () => {
  it('leads to a relay on this computer only if the person has it in the own list, switched on or not', async () => {
    const started = await Promise.all([0, 1, 2].map(() => startRelay()));
    onTestFinished(async () => {
      await Promise.all(started.map((relay) => relay.close()));
    });
    const [own = '', off = '', strange = ''] = started.map(({ url }) => url);
    const port = new URL(strange).port;
    const relays = relaysOf([listed(own), { ...listed(off), enabled: false }]);
    const transport = relays.transport([strange, `ws://localhost:${port}`, `ws://127.1:${port}`, off]);
    onTestFinished(() => transport.stop());
    transport.listen(room(), () => undefined);
    await expect.poll(() => transport.status.others).toBe(2);
    expect(transport.statuses.map(({ url }) => url).sort()).toEqual([own, off].sort());
  });

  it('leads to no relay on this computer by a name either: the address that is connected to counts', async () => {
    const relay = await startRelay();
    onTestFinished(() => relay.close());
    const url = relay.url.replace('127.0.0.1', 'localhost');
    const states = [false, true].map((mayBeLocal) => {
      return new Promise((resolve) => {
        const way = { agent: undefined, isPublicOnly: !mayBeLocal };
        const connection = openRelaySocket(url, way, {
          clock: () => undefined,
          received: () => undefined,
          opened: () => {
            resolve('opened');
          },
          ended: () => {
            resolve('not reached');
          },
        });
        onTestFinished(() => {
          connection.terminate();
        });
      });
    });
    expect(await Promise.all(states)).toEqual(['not reached', 'opened']);
  });
});

describe('a sign-in', () => {
  it('is for relays of the own list that may have it, and for none that a link names', async () => {
    const { 'wants a sign-in': wanting } = uselessProfiles;
    const started = await Promise.all([0, 1, 2].map(() => startRelay({ conduct: { ...wanting?.conduct } })));
    onTestFinished(async () => {
      await Promise.all(started.map((relay) => relay.close()));
    });
    const [allowed = '', refused = '', named = ''] = started.map(({ url }) => url);
    const relays = relaysOf([listed(allowed, true), listed(refused), { ...listed(named), enabled: false }]);
    const transport = relays.transport([named]);
    onTestFinished(() => transport.stop());
    transport.listen(room(), () => undefined);
    const states = (): Record<string, string> =>
      Object.fromEntries(relays.statuses.map(({ url, state }) => [url, state]));
    await expect.poll(states).toEqual({ [allowed]: 'works', [refused]: 'refuses', [named]: 'refuses' });
  });
});
