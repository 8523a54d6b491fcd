import { describe, expect, it, vi } from 'vitest';
import {
  gridPlaces,
  HEIGHT,
  speakerPlaces,
  WIDTH,
  type Place,
} from '../../../../../renderer/call/recording/places';
import { withUnknownLength } from '../../../../../renderer/call/recording/whole-clusters';
import { WriteQueue } from '../../../../../renderer/call/recording/write-queue';

const overlap = (a: Place, b: Place): boolean =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;

describe('the places of a recording', () => {
  it.each([gridPlaces, speakerPlaces])('lie in the picture, and none on another', (places) => {
    for (let count = 0; count <= 16; count++) {
      const all = places(count);
      if (places === gridPlaces) expect(all).toHaveLength(count);
      for (const [index, { x, y, width, height }] of all.entries()) {
        expect(Math.min(x, y, width, height)).toBeGreaterThanOrEqual(0);
        expect(x + width).toBeLessThanOrEqual(WIDTH);
        expect(y + height).toBeLessThanOrEqual(HEIGHT);
        for (const other of all.slice(index + 1)) expect(overlap(all[index]!, other)).toBe(false);
      }
    }
  });
});

describe('the head of a recording', () => {
  it('says that its length is unknown, and nothing else changes', () => {
    const header = Uint8Array.of(0x18, 0x53, 0x80, 0x67, 0x04, 0, 0, 0, 1, 2, 9, 9);
    expect([...withUnknownLength(header)]).toEqual([
      ...[0x18, 0x53, 0x80, 0x67, 0x07, 0xff, 0xff, 0xff, 0xff, 0xff, 9, 9],
    ]);
    expect(withUnknownLength(Uint8Array.of(1, 2, 3))).toEqual(Uint8Array.of(1, 2, 3));
  });
});

describe('what waits to be written', () => {
  it('is written in order, in pieces that main takes', async () => {
    const written: [number, number][] = [];
    const queue = new WriteQueue(async (position, { length }) => {
      await Promise.resolve();
      written.push([position, length]);
    }, vi.fn());
    queue.add(0, new Uint8Array(300 * 1024));
    queue.add(4, new Uint8Array(6));
    await queue.settled();
    expect(written).toEqual([
      [0, 256 * 1024],
      [256 * 1024, 44 * 1024],
      [4, 6],
    ]);
    expect(queue.length).toBe(300 * 1024);
  });

  it('ends with the first that cannot be written, and with too much that waits', async () => {
    const failed = vi.fn();
    const write = vi.fn(() => Promise.reject(new Error('full')));
    const queue = new WriteQueue(write, failed);
    queue.add(0, new Uint8Array(10));
    queue.add(10, new Uint8Array(10));
    await queue.settled();
    expect(write).toHaveBeenCalledTimes(1);
    expect(failed).toHaveBeenCalledTimes(1);
    const slow = vi.fn();
    new WriteQueue(() => new Promise(() => undefined), slow).add(0, new Uint8Array(65 * 1024 * 1024));
    expect(slow).toHaveBeenCalledTimes(1);
  });
});
