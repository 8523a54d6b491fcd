import { describe, expect, it } from 'vitest';
import type { Devices } from '../../../../renderer/call/devices/devices';
import type { MeetingView, PeerView } from '../../../../renderer/state/contract';
import { showMeeting } from '../../../../renderer/state/follow-main';
import { followSeeing } from '../../../../renderer/state/follow-seeing';
import { initialSnapshot } from '../../../../renderer/state/initial-snapshot';
import {
  isSeen,
  loudnessOf,
  seeingElsewhere,
  shownLayout,
  usualSeeing,
  volumeOf,
  withMuted,
  withPinned,
  withUnseen,
  withVolume,
} from '../../../../renderer/state/seeing';
import { Store } from '../../../../renderer/state/store';

describe('the layout while somebody is in the spotlight', () => {
  it('is the speaker view for everyone alike, and afterwards what it was', () => {
    expect(shownLayout(usualSeeing, null)).toBe('grid');
    expect(shownLayout(usualSeeing, 'one')).toBe('speaker');
  });

  it('is what this person turns to instead, until there is another spotlight', () => {
    const turned = { ...usualSeeing, turnedFrom: 'one' };
    expect(shownLayout(turned, 'one')).toBe('grid');
    expect(shownLayout(turned, 'another')).toBe('speaker');
    expect(shownLayout(turned, null)).toBe('grid');
  });
});

describe('how loud somebody is heard', () => {
  it('is as sent at first, by the element up to that, and amplified above', () => {
    expect(loudnessOf(usualSeeing, 'bob')).toEqual({ by: 'element', volume: 1 });
    expect(loudnessOf(withVolume(usualSeeing, 'bob', 40), 'bob')).toEqual({ by: 'element', volume: 0.4 });
    expect(loudnessOf(withVolume(usualSeeing, 'bob', 150), 'bob')).toEqual({ by: 'amplifier', gain: 1.5 });
    expect(loudnessOf(withVolume(usualSeeing, 'bob', 150), 'carol')).toEqual({ by: 'element', volume: 1 });
  });

  it('stays within its bounds', () => {
    expect(volumeOf(withVolume(usualSeeing, 'bob', 900), 'bob')).toBe(200);
    expect(volumeOf(withVolume(usualSeeing, 'bob', -3), 'bob')).toBe(0);
  });

  it('is nothing for whom one has muted, until the slider moves', () => {
    const loud = withVolume(usualSeeing, 'bob', 180);
    const muted = withMuted(loud, 'bob', true);
    expect(loudnessOf(muted, 'bob')).toEqual({ by: 'element', volume: 0 });
    expect(volumeOf(muted, 'bob')).toBe(180);
    expect(loudnessOf(withMuted(muted, 'bob', false), 'bob')).toEqual({ by: 'amplifier', gain: 1.8 });
    expect(withVolume(muted, 'bob', 170).muted.has('bob')).toBe(false);
  });
});

describe('who is seen, and how', () => {
  it('is everybody at one size at first; whoever is pinned is large', () => {
    expect(isSeen(usualSeeing, 'bob')).toBe(true);
    const pinned = withPinned(withPinned(usualSeeing, 'bob', true), 'carol', true);
    expect([pinned.layout, pinned.pinned]).toEqual(['speaker', ['bob', 'carol']]);
    const one = withPinned(pinned, 'bob', false);
    expect([one.layout, one.pinned]).toEqual(['speaker', ['carol']]);
  });

  it('is nobody with sound only, and those that were not wanted stay so after it', () => {
    const one = withUnseen(usualSeeing, 'bob', true);
    const none = { ...one, soundOnly: true };
    expect([isSeen(none, 'bob'), isSeen(none, 'carol')]).toEqual([false, false]);
    expect([isSeen(one, 'bob'), isSeen(one, 'carol')]).toEqual([false, true]);
  });

  it('stays as chosen where the meeting goes on elsewhere, but for single people, and ends with it', () => {
    const chosen = { ...withMuted(withPinned(usualSeeing, 'bob', true), 'bob', true), soundOnly: true };
    expect(seeingElsewhere(chosen)).toEqual({ ...usualSeeing, layout: 'speaker', soundOnly: true });
    const store = new Store({ ...initialSnapshot, seeing: chosen, meeting: { phase: 'none' } });
    const devices = { stopAll: () => undefined } as unknown as Devices;
    showMeeting(store, devices, { phase: 'none' });
    expect(store.get().seeing).toEqual(usualSeeing);
  });
});

describe('what is made of it', () => {
  const track = { id: 'sound of bob' } as MediaStreamTrack;
  const stream = { getAudioTracks: () => [track] } as unknown as MediaStream;
  const inside = (trust: PeerView['trust'], peerId = 'bob'): MeetingView =>
    ({ phase: 'inside', peers: [{ peerId, trust }] }) as unknown as MeetingView;

  function world() {
    const store = new Store({
      ...initialSnapshot,
      meeting: inside('new'),
      streams: new Map([['bob', stream]]),
    });
    const wanted: boolean[] = [];
    const played: number[][] = [];
    followSeeing(
      store,
      { want: (isWanted) => void wanted.push(isWanted('bob')) },
      { play: (sounds) => void played.push([...sounds.values()].map(({ gain }) => gain)) },
    );
    return { store, wanted, played };
  }

  it('tells whose pictures are wanted when that has changed, and not at each move of a slider', () => {
    const { store, wanted } = world();
    store.set({ seeing: withVolume(store.get().seeing, 'bob', 70) });
    expect(wanted).toEqual([]);
    store.set({ seeing: withUnseen(store.get().seeing, 'bob', true) });
    expect(isSeen(store.get().seeing, 'bob')).toBe(false);
    store.set({ seeing: withUnseen(store.get().seeing, 'bob', false) });
    expect(wanted).toEqual([false, true]);
  });

  it('amplifies nobody who is held back or gone', () => {
    const { store, played } = world();
    store.set({ seeing: withVolume(store.get().seeing, 'bob', 200) });
    expect(played.at(-1)).toEqual([2]);
    store.set({ meeting: inside('changed') });
    expect(played.at(-1)).toEqual([]);
    store.set({ meeting: inside('met') });
    expect(played.at(-1)).toEqual([2]);
    store.set({ meeting: inside('met', 'carol') });
    expect(played.at(-1)).toEqual([]);
    store.set({ meeting: inside('met'), streams: new Map() });
    expect(played.at(-1)).toEqual([]);
  });
});
