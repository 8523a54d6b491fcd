import { describe, expect, it } from 'vitest';
import { KeyFrameLimit } from '../../../../../renderer/call/once/key-frame-limit';
import { Sink, type SealedPicture } from '../../../../../renderer/call/once/sink';

const picture = (name: number, layer = 0): SealedPicture => ({
  bytes: Uint8Array.of(name),
  isKey: false,
  layer,
});
const key = (name: number): SealedPicture => ({ ...picture(name), isKey: true });

function make() {
  const asked: number[] = [];
  const clock = { now: 0 };
  const sink = new Sink(
    (rung) => asked.push(rung),
    () => clock.now,
  );
  const left = (): number[] => {
    const names: number[] = [];
    for (let bytes = sink.take(); bytes; bytes = sink.take()) names.push(bytes[0] ?? -1);
    return names;
  };
  return { sink, asked, clock, left };
}

describe('what one viewer gets', () => {
  it('begins with a key frame of its rung, and is nothing without a place', () => {
    const { sink, asked, left } = make();
    sink.offer(0, key(1));
    expect(left()).toEqual([]);
    sink.aim({ rung: 0, layers: 3 });
    expect(asked).toEqual([0]);
    sink.offer(0, picture(2));
    sink.offer(1, key(3));
    sink.offer(0, key(4));
    sink.offer(0, picture(5, 2));
    sink.offer(1, picture(6));
    expect(left()).toEqual([4, 5]);
    sink.offer(0, picture(7));
    sink.aim(null);
    sink.offer(0, key(8));
    expect(left()).toEqual([]);
  });

  it('goes over to another rung at its key frame, and keeps the one before until then', () => {
    const { sink, asked, left } = make();
    sink.aim({ rung: 0, layers: 3 });
    sink.offer(0, key(1));
    sink.aim({ rung: 1, layers: 3 });
    expect(asked).toEqual([0, 1]);
    sink.offer(0, picture(2));
    sink.offer(1, picture(3));
    sink.offer(1, key(4));
    sink.offer(0, picture(5));
    sink.offer(1, picture(6));
    expect(left()).toEqual([1, 2, 4, 6]);
  });

  it('loses upper layers at once, and gets them back at a key frame that is not asked for at every moment', () => {
    const { sink, asked, clock, left } = make();
    sink.aim({ rung: 0, layers: 3 });
    for (const one of [key(1), picture(2, 2), picture(3, 1)]) sink.offer(0, one);
    sink.aim({ rung: 0, layers: 1 });
    expect(left()).toEqual([1]);
    sink.aim({ rung: 0, layers: 2 });
    expect(asked).toEqual([0]);
    sink.offer(0, picture(4, 1));
    expect(left()).toEqual([]);
    clock.now = 5000;
    sink.aim({ rung: 0, layers: 2 });
    expect(asked).toEqual([0, 0]);
    for (const one of [key(5), picture(6, 1), picture(7, 2)]) sink.offer(0, one);
    expect(left()).toEqual([5, 6]);
  });

  it('sheds upper layers of what waits too long, then all of it, and never a part that others need', () => {
    const { sink, asked, left } = make();
    sink.aim({ rung: 0, layers: 3 });
    sink.offer(0, key(1));
    for (let name = 2; name < 10; name++) sink.offer(0, picture(name, name % 2 === 0 ? 2 : 0));
    expect(left()).toEqual([1, 3, 5, 7, 9]);
    for (let name = 10; name < 17; name++) sink.offer(0, picture(name));
    sink.offer(0, picture(17));
    expect(left()).toEqual([]);
    expect(asked).toEqual([0, 0]);
    sink.offer(0, key(18));
    expect(left()).toEqual([18]);
  });

  it('waits for a key frame after one that could not be sealed, or after another camera', () => {
    const { sink, asked, left } = make();
    sink.aim({ rung: 0, layers: 3 });
    sink.offer(0, key(1));
    sink.missed(1);
    sink.missed(0);
    expect(asked).toEqual([0, 0]);
    // And asks again at each look, in case that one was lost too.
    sink.aim({ rung: 0, layers: 3 });
    expect(asked.splice(0)).toEqual([0, 0, 0]);
    sink.offer(0, picture(2));
    expect(left()).toEqual([1]);
    sink.offer(0, key(3));
    sink.clear();
    sink.offer(0, picture(4));
    expect(left()).toEqual([]);
    sink.keyWanted();
    expect(asked).toEqual([0]);
  });

  it('hands out a buffer of its own each time: what one sender does to it changes no other', () => {
    const { sink } = make();
    const shared = key(1);
    sink.aim({ rung: 0, layers: 3 });
    sink.offer(0, shared);
    sink.take()?.fill(9);
    expect(shared.bytes).toEqual(Uint8Array.of(1));
  });
});

describe('key frames', () => {
  it('are made once in 300 ms over all viewers and rungs, however many ask', () => {
    let now = 0;
    const limit = new KeyFrameLimit(() => now);
    expect(limit.due(0)).toBe(false);
    for (let asking = 0; asking < 20; asking++) limit.want(0);
    limit.want(1);
    expect([limit.due(0), limit.due(0), limit.due(1)]).toEqual([true, false, false]);
    now = 299;
    limit.want(0);
    expect([limit.due(0), limit.due(1)]).toEqual([false, false]);
    now = 300;
    expect([limit.due(1), limit.due(0)]).toEqual([true, false]);
    now = 600;
    expect(limit.due(0)).toBe(true);
    limit.failed(0);
    now = 900;
    expect(limit.due(0)).toBe(true);
  });

  it('come to the rung that has waited longest, and to none that is gone', () => {
    let now = 0;
    const limit = new KeyFrameLimit(() => now);
    limit.want(0);
    limit.want(1);
    expect(limit.due(0)).toBe(true);
    limit.want(0);
    now = 300;
    expect([limit.due(0), limit.due(1)]).toEqual([false, true]);
    limit.want(1);
    limit.keep(1);
    now = 600;
    expect([limit.due(1), limit.due(0)]).toEqual([false, true]);
  });
});
