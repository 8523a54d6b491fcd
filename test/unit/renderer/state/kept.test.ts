import { expect, it } from 'vitest';
import { kept } from '../../../../renderer/state/kept';

const before = {
  phase: 'inside',
  peers: [
    { id: 'a', hand: null },
    { id: 'b', hand: 2 },
  ],
  self: { name: 'Ruth' },
};

it('what says the same again is the very same', () => {
  expect(kept(before, structuredClone(before))).toBe(before);
  expect(kept(before, before)).toBe(before);
});

it('of what is different only that is new', () => {
  const now = structuredClone(before);
  now.peers[1]!.hand = 1;
  const next = kept(before, now);
  expect(next).toEqual(now);
  expect(next).not.toBe(before);
  expect(next.self).toBe(before.self);
  expect(next.peers[0]).toBe(before.peers[0]);
  expect(next.peers[1]).not.toBe(before.peers[1]);
});

it('parts that come, go or change their kind are seen', () => {
  for (const [was, is] of [
    [{ a: 1 }, { a: 1, b: undefined }],
    [{ a: 1, b: undefined }, { a: 1 }],
    [[1, 2], [1]],
    [[1], [1, 2]],
    [{}, []],
    [{ a: null }, { a: {} }],
    [new Map([[1, 2]]), new Map([[1, 3]])],
    [null, { a: 1 }],
  ] as const)
    expect(kept(was, is)).toStrictEqual(is);
});
