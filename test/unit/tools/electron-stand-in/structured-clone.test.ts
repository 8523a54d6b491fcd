import { describe, expect, test } from 'vitest';
import { CloneError, decode, encode } from '../../../tools/electron-stand-in/structured-clone';

const roundTrip = (value: unknown): unknown => decode(encode(value));

describe('values that come back equal', () => {
  test.each([
    ['undefined', undefined],
    ['null', null],
    ['text with any code point', 'a\0é🗝\u2028'],
    ['true', true],
    ['NaN', NaN],
    ['negative zero', -0],
    ['infinity', -Infinity],
    ['bigint', 2n ** 70n],
    ['date', new Date(1_600_000_000_000)],
    ['invalid date', new Date(NaN)],
    ['regular expression', /a+b/giu],
    ['set', new Set([1, 'two', new Set([3])])],
    ['map with object keys', new Map<unknown, unknown>([[{ a: 1 }, [undefined, null]]])],
    ['nested lists', [[], [1, [2]], { list: [] }]],
    ['a list that looks like an encoded value', ['undefined', ['object', 0]]],
    ['large bytes', new Uint8Array(100_000).map((_, index) => index * 7)],
    ['floats', new Float64Array([1.5, -2, Infinity])],
    ['big integers', new BigInt64Array([-1n, 5n])],
  ])('%s', (_name, value) => {
    expect(roundTrip(value)).toStrictEqual(value);
  });
});

test('an undefined member stays a member', () => {
  expect(Object.keys(roundTrip({ a: undefined }) as object)).toEqual(['a']);
});

test('a view carries only the bytes that it shows, and a Buffer arrives as Uint8Array', () => {
  const view = new Uint8Array([1, 2, 3, 4]).subarray(1, 3);
  expect(roundTrip(view)).toStrictEqual(new Uint8Array([2, 3]));
  expect(roundTrip(Buffer.from([5, 6]))).toStrictEqual(new Uint8Array([5, 6]));
});

test('an ArrayBuffer and a DataView keep their bytes', () => {
  const buffer = roundTrip(new Uint8Array([9, 8]).buffer) as ArrayBuffer;
  expect([...new Uint8Array(buffer)]).toEqual([9, 8]);
  const view = roundTrip(new DataView(new Uint8Array([0, 0, 1, 2]).buffer, 2)) as DataView;
  expect(view.getUint16(0)).toBe(0x0102);
});

test('an error keeps name, message and stack', () => {
  const error = new RangeError('too far');
  const copy = roundTrip(error) as Error;
  expect(copy).toBeInstanceOf(Error);
  expect([copy.name, copy.message, copy.stack]).toEqual(['RangeError', 'too far', error.stack]);
});

test('circular and shared references survive', () => {
  const shared = { name: 'shared' };
  const list: unknown[] = [shared, shared];
  list.push(list);
  const copy = roundTrip(list) as unknown[];
  expect(copy[0]).toBe(copy[1]);
  expect(copy[2]).toBe(copy);
});

test('a key named __proto__ stays a key and sets no prototype', () => {
  const copy = roundTrip(JSON.parse('{"__proto__": {"admin": true}}')) as Record<string, unknown>;
  expect(Object.keys(copy)).toEqual(['__proto__']);
  expect(copy['admin']).toBeUndefined();
});

test.each([
  ['function', () => 1],
  ['symbol', Symbol('s')],
  ['promise', Promise.resolve()],
  ['weak map', new WeakMap()],
  ['function inside', { list: [new Map([['key', () => 1]])] }],
])('refuses a %s', (_name, value) => {
  expect(() => encode(value)).toThrow(CloneError);
});
