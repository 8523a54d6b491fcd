import { describe, expect, it } from 'vitest';
import { sharersAmong, watchedAmong } from '../../../../renderer/state/sharing';
import type { PeerView } from '../../../../renderer/state/contract';

const peer = (peerId: string, change: Partial<PeerView> = {}): PeerView =>
  ({
    ...{ peerId, name: peerId, link: 'open', trust: 'new', share: { source: 'window', paused: false } },
    ...change,
  }) as PeerView;

const [alice, bob] = [peer('alice'), peer('bob')];

describe('whose screen may be shown', () => {
  it('is that of those who share one, and of nobody who is held back or on the way', () => {
    const peers = [
      alice,
      peer('carol', { share: null }),
      peer('dora', { trust: 'changed' }),
      peer('eva', { link: 'opening' }),
      bob,
    ];
    expect(sharersAmong(peers)).toEqual([alice, bob]);
  });

  it('is whoever began first, whom this person chose as long as they share, or nobody', () => {
    const soundOnly = false;
    expect(watchedAmong([alice, bob], { watched: 'first', soundOnly })).toBe(alice);
    expect(watchedAmong([alice, bob], { watched: { peerId: 'alice' }, soundOnly })).toBe(alice);
    expect(watchedAmong([bob], { watched: { peerId: 'alice' }, soundOnly })).toBe(bob);
    expect(watchedAmong([alice, bob], { watched: 'people', soundOnly })).toBeNull();
    expect(watchedAmong([], { watched: 'first', soundOnly })).toBeNull();
  });

  it('is nobody with sound only, unless this person asked for it', () => {
    const soundOnly = true;
    expect(watchedAmong([alice, bob], { watched: 'first', soundOnly })).toBeNull();
    expect(watchedAmong([alice, bob], { watched: { peerId: 'alice' }, soundOnly })).toBe(alice);
  });
});
