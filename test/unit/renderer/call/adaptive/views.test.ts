import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { askedView, keptPictures, viewOf } from '../../../../../renderer/call/adaptive/asked-views';
import { Views } from '../../../../../renderer/call/adaptive/views';

describe('how tall pictures are asked for', () => {
  it('covers the tile, whatever its shape', () => {
    expect(viewOf({ width: 320, height: 180 })).toBe(180);
    expect(viewOf({ width: 960, height: 100 })).toBe(540);
    expect(viewOf({ width: 100, height: 540 })).toBe(540);
    expect(viewOf(null)).toBe(0);
    expect(viewOf({ width: 0, height: 300 })).toBe(0);
  });

  it('gets smaller first, then fewer, when the computer is at its limit', () => {
    expect(askedView(720, { state: 'none' }, true)).toBe(720);
    expect(askedView(720, { state: 'smaller' }, true)).toBe(180);
    expect(askedView(90, { state: 'smaller' }, true)).toBe(90);
    expect(askedView(720, { state: 'fewer', pictures: 2 }, true)).toBe(180);
    expect(askedView(720, { state: 'fewer', pictures: 2 }, false)).toBe(0);
  });

  it('keeps those who spoke last, then those who come first', () => {
    const spokeAt = (id: string): number => ({ c: 20, d: 10 })[id] ?? 0;
    expect([...keptPictures(['a', 'b', 'c', 'd'], 3, spokeAt)]).toEqual(['c', 'd', 'a']);
  });
});

describe('what is told of it', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  function world() {
    const told: [string, number][] = [];
    const spokeAt = new Map<string, number>();
    const links = [
      { connectionId: 'to-bob', peerId: 'bob' },
      { connectionId: 'to-carol', peerId: 'carol' },
    ];
    let paused: ReadonlySet<string> = new Set();
    const views = new Views({
      links: () => links,
      report: (connectionId, height) => void told.push([connectionId, height]),
      spokeAt: (peerId) => spokeAt.get(peerId) ?? 0,
      paused: (peerIds) => {
        paused = peerIds;
      },
    });
    const settle = (): [string, number][] => {
      vi.advanceTimersByTime(400);
      return told.splice(0);
    };
    return { views, told, links, spokeAt, settle, paused: () => paused };
  }
  const small = { width: 320, height: 180 };

  it('only where a drag comes to rest, and only what has changed', () => {
    const { views, told, settle } = world();
    for (let height = 900; height >= 180; height -= 10) views.show('bob', { width: height, height });
    expect(told).toEqual([]);
    expect(settle()).toEqual([['to-bob', 180]]);
    views.show('bob', { width: 181, height: 181 });
    expect(settle()).toEqual([]);
  });

  it('nothing of a tile that was not measured: it may come as it is', () => {
    const { views, settle } = world();
    views.linksChanged();
    expect(settle()).toEqual([]);
  });

  it('that nobody sees the window, and what is seen when it is back', () => {
    const { views, settle } = world();
    views.show('bob', small);
    settle();
    views.seen(false);
    expect(settle()).toEqual([
      ['to-bob', 0],
      ['to-carol', 0],
    ]);
    views.seen(true);
    expect(settle()).toEqual([
      ['to-bob', 180],
      ['to-carol', 1080],
    ]);
  });

  it('that somebody is not to be seen, also over a link that was made anew', () => {
    const { views, links, settle } = world();
    views.show('bob', small);
    settle();
    views.want((peerId) => peerId !== 'bob');
    expect(settle()).toEqual([['to-bob', 0]]);
    expect(views.shown).toBe(0);
    views.show('bob', { width: 640, height: 360 });
    links[0] = { connectionId: 'to-bob-again', peerId: 'bob' };
    views.linksChanged();
    expect(settle()).toEqual([['to-bob-again', 0]]);
    views.want(() => true);
    expect(settle()).toEqual([['to-bob-again', 360]]);
  });

  it('again over a link that was made anew', () => {
    const { views, links, settle } = world();
    views.show('bob', small);
    settle();
    // Its tile stays where it is while the link is away.
    links.shift();
    views.linksChanged();
    expect(settle()).toEqual([]);
    links.push({ connectionId: 'to-bob-again', peerId: 'bob' });
    views.linksChanged();
    expect(settle()).toEqual([['to-bob-again', 180]]);
  });

  it('one height of all in the speaker view, whichever tile is large, seen, or scrolled away', () => {
    const { views, links, spokeAt, settle } = world();
    const large = { width: 1000, height: 600 };
    views.show('bob', large);
    views.show('carol', small);
    settle();
    views.alike(large);
    expect(settle()).toEqual([['to-carol', 540]]);
    // Carol speaks: her tile is the large one, and that of Bob is the last of the rail.
    spokeAt.set('carol', 5);
    views.show('carol', large);
    views.show('bob', null);
    views.linksChanged();
    expect(settle()).toEqual([]);
    for (const peerId of ['dave', 'erin', 'frank']) links.push({ connectionId: `to-${peerId}`, peerId });
    views.linksChanged();
    expect(settle()).toEqual(links.map(({ connectionId }) => [connectionId, 360]));
    views.alike(null);
    expect(settle()).toContainEqual(['to-bob', 0]);
  });

  it('the same of a computer at its limit in the speaker view, until the limit changes', () => {
    const { views, spokeAt, settle, paused } = world();
    views.alike({ width: 1000, height: 600 });
    settle();
    spokeAt.set('carol', 5);
    views.restrain({ state: 'fewer', pictures: 1 });
    expect(settle()).toEqual([
      ['to-bob', 0],
      ['to-carol', 180],
    ]);
    spokeAt.set('bob', 9);
    views.show('bob', small);
    views.show('carol', null);
    expect(settle()).toEqual([]);
    expect([...paused()]).toEqual(['bob']);
  });

  it('pictures are left out when the limit says so, not when somebody speaks', () => {
    const { views, spokeAt, settle, paused } = world();
    views.show('bob', small);
    views.show('carol', small);
    spokeAt.set('carol', 5);
    settle();
    views.restrain({ state: 'fewer', pictures: 1 });
    expect(settle()).toEqual([['to-bob', 0]]);
    expect([...paused()]).toEqual(['bob']);
    spokeAt.set('bob', 9);
    views.linksChanged();
    expect(settle()).toEqual([]);
    views.restrain({ state: 'none' });
    expect(settle()).toEqual([['to-bob', 180]]);
    expect(paused().size).toBe(0);
  });
});
