import { expect, it } from 'vitest';
import { WeakConnections } from '../../../../../renderer/call/adaptive/weak-connections';

/** What the browser has counted of one person's sound so far. */
function counted(peerId: string, packetsReceived: number, packetsLost: number) {
  const sound = { id: 'in', type: 'inbound-rtp', timestamp: 0, kind: 'audio', packetsReceived, packetsLost };
  return { peerId, report: new Map([['in', sound]]) as unknown as RTCStatsReport };
}

it('tells from whom much is lost twice in a row, and tells the end of it as late', () => {
  const weak = new WeakConnections();
  const tell = (received: number, lost: number): string[] => [...weak.take([counted('bob', received, lost)])];
  expect(tell(0, 0)).toEqual([]);
  expect(tell(120, 30)).toEqual([]);
  expect(tell(240, 60)).toEqual(['bob']);
  expect(tell(390, 60)).toEqual(['bob']);
  expect(tell(510, 90)).toEqual(['bob']);
  expect(tell(660, 90)).toEqual(['bob']);
  expect(tell(810, 90)).toEqual([]);
});

it('takes neither a little loss, nor silence, nor another connection for a weak one, and forgets who is gone', () => {
  const weak = new WeakConnections();
  const take = (received: number, lost: number): number =>
    weak.take([counted('bob', received, lost), counted('carol', received * 10, 0)]).size;
  for (const [received, lost] of [
    [0, 0],
    [140, 10],
    [280, 20],
    // Nothing more comes: another word is for that.
    [280, 20],
    [285, 30],
    [290, 40],
    // Counted anew.
    [0, 0],
    [140, 10],
  ] as const)
    expect(take(received, lost)).toBe(0);
  const before = weak.take([]);
  expect(weak.take([])).toBe(before);
});
