import { expect, it } from 'vitest';
import type { PrivateModeView, TransportState } from '../../../../../renderer/state/contract';
import { summariseTransports } from '../../../../../renderer/ui/connection/transports-summary';

type State = TransportState['state'];
const off: PrivateModeView = { state: 'off' };

function transports(
  nostr: State,
  dht: State,
  lan: State,
  lastExchangeAt: number | null = null,
): TransportState[] {
  const rest = { why: null, roundTripMs: null, others: null };
  return [
    { transport: 'nostr', state: nostr, lastExchangeAt, ...rest },
    { transport: 'dht', state: dht, lastExchangeAt: null, ...rest },
    { transport: 'lan', state: lan, lastExchangeAt: null, ...rest },
  ];
}
const kindOf = (all: TransportState[], privateMode: PrivateModeView = off): string =>
  summariseTransports({ transports: all, privateMode }).kind;

it('counts only ways that work as ways to be found', () => {
  expect(
    summariseTransports({ transports: transports('works', 'works', 'trying'), privateMode: off }),
  ).toEqual({
    kind: 'ready',
    works: ['nostr', 'dht'],
  });
  expect(kindOf(transports('works', 'off', 'off'))).toBe('ready');
  expect(kindOf(transports('works', 'trying', 'idle'))).toBe('ready');
});

it('says one way left when another one has failed', () => {
  expect(kindOf(transports('works', 'silent', 'off'))).toBe('one-left');
  expect(kindOf(transports('failed', 'works', 'trying'))).toBe('one-left');
  expect(kindOf(transports('works', 'works', 'silent'))).toBe('ready');
});

it('claims nothing of ways that nobody has asked', () => {
  expect(summariseTransports({ transports: transports('idle', 'idle', 'off'), privateMode: off })).toEqual({
    kind: 'idle',
    ready: 2,
  });
  expect(
    summariseTransports({ transports: transports('idle', 'failed', 'idle', 5), privateMode: off }),
  ).toEqual({
    kind: 'rest',
    ready: 2,
    lastExchangeAt: 5,
  });
  expect(kindOf(transports('trying', 'failed', 'silent'))).toBe('trying');
});

it('says no way out when all have failed, when none is on, and when the proxy is gone', () => {
  expect(kindOf(transports('silent', 'failed', 'off'))).toBe('none');
  // Switched on in the middle of a meeting, which does not use it.
  expect(kindOf(transports('silent', 'idle', 'off'))).toBe('none');
  expect(kindOf(transports('off', 'not-private', 'not-private'))).toBe('off');
  const gone: PrivateModeView = { state: 'on', proxy: 'socks5://127.0.0.1:9', answers: false, unreached: [] };
  expect(kindOf(transports('works', 'not-private', 'not-private'), gone)).toBe('no-proxy');
  expect(kindOf(transports('works', 'not-private', 'not-private'), { ...gone, answers: true })).toBe('ready');
  // A way by hand is none of these.
  expect(kindOf([{ ...transports('works', 'off', 'off')[0]!, transport: 'paste' }])).toBe('off');
});
