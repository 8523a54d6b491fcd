import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { createInvitation } from '../../../../main/meeting/invitation';
import { concat, uintBE } from '../../../../shared/bytes';
import { cryptoReady, utf8 } from '../../../../shared/crypto/sodium';
import { decodeHints, encodeHints, MAX_LENT_TURN } from '../../../../shared/invite/hints';
import { encodeLink, parseLink } from '../../../../shared/invite/link';
import { checkedTurnLogin, type TurnLogin } from '../../../../shared/wire/turn-url';

beforeAll(cryptoReady);

const NOW = 1_800_000_000;
const server = (host: string, change: Partial<TurnLogin> = {}): TurnLogin => ({
  url: `turn:${host}:3478?transport=udp`,
  username: 'ruth',
  credential: 'candle 蜡烛',
  ...change,
});
/** As a link says it, whoever wrote the link. */
const entry = (value: Uint8Array): Uint8Array => concat(Uint8Array.of(3), uintBE(value.length, 2), value);
const lengthAnd = (text: string): Uint8Array => concat(Uint8Array.of(utf8(text).length), utf8(text));
const saying = (url: string, username: string, credential: string): Uint8Array =>
  entry(concat(lengthAnd(url), lengthAnd(username), utf8(credential)));

describe('go-betweens in a link', () => {
  it('come back as they went', () => {
    const hints = {
      title: 'Choir',
      relays: ['wss://relay.example'],
      turn: [server('a.example'), { ...server('b.example'), url: 'turns:[2001:db8::7]:443' }],
    };
    expect(decodeHints(encodeHints(hints))).toEqual(hints);
  });

  it('are two at most, and usable ones', () => {
    const good = ['a', 'b', 'c'].map((name) => saying(`turn:${name}.example`, 'u', 'p'));
    const bad = [
      saying('http://a.example', 'u', 'p'),
      saying('turn:a.example', '', 'p'),
      saying('turn:a.example', 'u', ''),
      saying('turn:a.example', 'u', 'p'.repeat(300)),
      entry(new Uint8Array()),
      entry(Uint8Array.of(200, 1, 2)),
      entry(Uint8Array.of(1, 0xff, 1, 0xff, 0xff)),
    ];
    const { turn } = decodeHints(concat(...bad, ...good));
    expect(turn.map(({ url }) => url)).toEqual([
      'turn:a.example:3478?transport=udp',
      'turn:b.example:3478?transport=udp',
    ]);
    expect(turn).toHaveLength(MAX_LENT_TURN);
  });

  it('are read from any bytes without harm', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (value) => {
        const { turn } = decodeHints(entry(value));
        for (const login of turn) expect(checkedTurnLogin(login)).toEqual(login);
      }),
      { numRuns: 2000, seed: 3 },
    );
  });

  it('leave room for one relay at least, however long all of it is', () => {
    const long = (name: string): TurnLogin => server(name, { credential: 'x'.repeat(200) });
    const relays = ['a', 'b', 'c', 'd'].map((name) => `wss://${name.repeat(200)}.example`);
    const choice = {
      title: 'T'.repeat(64),
      relays,
      turn: [long('a.example'), long('b.example')],
      open: false,
    };
    const { invite } = createInvitation(choice, NOW);
    const { hints } = parseLink(encodeLink(invite), NOW);
    expect(hints.turn).toHaveLength(2);
    expect(hints.relays).toEqual(relays.slice(0, 1));
  });
});
