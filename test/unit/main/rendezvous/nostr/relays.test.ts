import { describe, expect, it, onTestFinished } from 'vitest';
import { Relays } from '../../../../../main/rendezvous/nostr/relays';
import { freshContents } from '../../../../../main/vault/contents';
import type { Settings } from '../../../../../shared/ipc';
import { uselessProfiles } from '../../../../tools/relay/profiles';
import { startRelay, type Relay } from '../../../../tools/relay/relay';
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

describe('a sign-in', () => {
  it('is for relays of the own list that may have it, and for none that a link names', async () => {
    const { 'wants a sign-in': wanting } = uselessProfiles;
    const started = await Promise.all([0, 1, 2].map(() => startRelay({ conduct: { ...wanting?.conduct } })));
    onTestFinished(async () => {
      await Promise.all(started.map((relay) => relay.close()));
    });
    const [allowed = '', refused = '', named = ''] = started.map(({ url }) => url);
    const relays = relaysOf([listed(allowed, true), listed(refused)]);
    const transport = relays.transport([named]);
    onTestFinished(() => transport.stop());
    transport.listen(room(), () => undefined);
    const states = (): Record<string, string> =>
      Object.fromEntries(relays.statuses.map(({ url, state }) => [url, state]));
    await expect.poll(states).toEqual({ [allowed]: 'works', [refused]: 'refuses', [named]: 'refuses' });
  });
});
