import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { concat, uintBE } from '../../../../../shared/bytes';
import { encodeCbor } from '../../../../../shared/wire/cbor';
import {
  BODY_LENGTHS,
  decodeSpoken,
  encodeSpoken,
  MAX_CLOCK,
  MAX_TEXT_LENGTH,
  reactions,
  type SpokenEvent,
} from '../../../../../shared/meeting/messages/spoken-events';

const clock = fc.integer({ min: 0, max: MAX_CLOCK });
const text = fc.string({ minLength: 1, maxLength: 200, unit: 'grapheme' });
const event: fc.Arbitrary<SpokenEvent> = fc.oneof(
  fc.record({ e: fc.constant('here'), clock, hand: clock, from: fc.nat() }),
  fc.record({ e: fc.constant('chat'), clock, text }),
  fc.record({ e: fc.constant('private'), clock, place: fc.integer({ min: 1, max: 65_535 }), text }),
  fc.record({ e: fc.constant('hand'), raised: clock }),
  fc.record({
    e: fc.constant('lower'),
    peer: fc.uint8Array({ minLength: 16, maxLength: 16 }),
    raised: clock,
  }),
  fc.record({ e: fc.constant('reaction'), reaction: fc.constantFrom(...reactions) }),
);

/** A body that holds this CBOR, whatever it is. */
function bodyOf(content: Uint8Array, length = 256): Uint8Array {
  const body = new Uint8Array(length);
  body.set(concat(uintBE(content.length, 2), content));
  return body;
}

describe('an event', () => {
  it('comes back as it went, in one of four sizes', () => {
    fc.assert(
      fc.property(fc.nat(), event, (number, said) => {
        const body = encodeSpoken(number, said);
        expect(BODY_LENGTHS).toContain(body.length);
        expect(decodeSpoken(body)).toEqual({ number, event: said });
      }),
    );
  });

  it('tells no network whether it is a hand, a reaction or a line', () => {
    const said: SpokenEvent[] = [
      { e: 'here', clock: MAX_CLOCK, hand: MAX_CLOCK, from: 0xfffffffe },
      { e: 'hand', raised: 0 },
      { e: 'hand', raised: MAX_CLOCK },
      { e: 'lower', peer: new Uint8Array(16), raised: MAX_CLOCK },
      { e: 'reaction', reaction: 'celebrate' },
      { e: 'chat', clock: 1, text: 'x' },
      { e: 'chat', clock: 1, text: 'x'.repeat(180) },
      { e: 'private', clock: MAX_CLOCK, place: 65_535, text: 'x'.repeat(180) },
    ];
    expect(new Set(said.map((one) => encodeSpoken(0xfffffffe, one).length))).toEqual(new Set([256]));
  });

  it('holds the longest text of the longest characters', () => {
    for (const character of ['x', 'é', '王']) {
      const longest = character.repeat(MAX_TEXT_LENGTH);
      const body = encodeSpoken(0xfffffffe, { e: 'private', clock: MAX_CLOCK, place: 65_535, text: longest });
      expect(decodeSpoken(body)?.event).toMatchObject({ text: longest });
    }
    expect(() => encodeSpoken(0, { e: 'chat', clock: 0, text: '王'.repeat(4100) })).toThrow(RangeError);
  });
});

describe('a body', () => {
  const good = encodeCbor({ n: 0, e: 'hand', raised: 0 });

  it('of another size, or with something behind its event, is none', () => {
    expect(decodeSpoken(bodyOf(good))).toEqual({ number: 0, event: { e: 'hand', raised: 0 } });
    for (const length of [0, 1, 255, 257, 1023, 12_287, 12_289, 16_384])
      expect(decodeSpoken(new Uint8Array(length))).toBeNull();
    const padded = bodyOf(good);
    padded[255] = 1;
    expect(decodeSpoken(padded)).toBeNull();
    const beyond = bodyOf(good);
    beyond.set(uintBE(255, 2));
    expect(decodeSpoken(beyond)).toBeNull();
  });

  it('that is no map with a number is none, and never throws', () => {
    for (const content of [
      encodeCbor({ e: 'hand' }),
      encodeCbor({ n: -1 }),
      encodeCbor({ n: 0xffffffff }),
      encodeCbor([]),
      Uint8Array.of(0xff),
    ])
      expect(decodeSpoken(bodyOf(content))).toBeNull();
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 254 }), (content) => {
        decodeSpoken(bodyOf(content));
      }),
    );
  });

  it.each<[what: string, rest: Record<string, unknown>]>([
    ['of a later version', { e: 'hologram' }],
    ['of no kind', {}],
    ['with an empty text', { e: 'chat', clock: 0, text: '' }],
    ['with a text that is too long', { e: 'chat', clock: 0, text: 'x'.repeat(4001) }],
    ['with a clock beyond all', { e: 'chat', clock: MAX_CLOCK + 1, text: 'x' }],
    ['with a clock before all', { e: 'hand', raised: -1 }],
    ['with half a clock', { e: 'hand', raised: 0.5 }],
    ['at no place', { e: 'private', clock: 0, place: 0, text: 'x' }],
    ['of another reaction', { e: 'reaction', reaction: 'boo' }],
    ['of a peer id of 15 bytes', { e: 'lower', peer: new Uint8Array(15), raised: 1 }],
  ])('with an event %s has its number all the same', (_, rest) => {
    const content = encodeCbor({ n: 7, ...rest });
    expect(decodeSpoken(bodyOf(content, 12_288))).toEqual({ number: 7, event: null });
  });
});
