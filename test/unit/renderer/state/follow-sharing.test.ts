import { describe, expect, it, vi } from 'vitest';
import type { ScreenShare } from '../../../../renderer/call/screen/screen-share';
import { followSharing } from '../../../../renderer/state/follow-sharing';
import { initialSnapshot } from '../../../../renderer/state/initial-snapshot';
import { Store } from '../../../../renderer/state/store';
import { ended, insideWith, knocking, nowhere } from '../../../support/meeting-views';

function following() {
  const store = new Store(initialSnapshot);
  const stop = vi.fn();
  const sharers: string[][] = [];
  const screen = { stop, subscribe: () => () => undefined, state: { state: 'off', end: 'stopped' } };
  const views = { sharers: (ids: ReadonlySet<string>) => void sharers.push([...ids]), seen: vi.fn() };
  followSharing({ onWindowSeen: () => () => undefined }, store, screen as unknown as ScreenShare, views);
  return { store, stop, sharers };
}

const peer = (peerId: string, shares: boolean) => ({
  ...{ peerId, link: 'open', trust: 'new' },
  share: shares ? { source: 'window', paused: false } : null,
});

describe('the own share', () => {
  it('goes on while its meeting does, and ends with it', () => {
    const { store, stop } = following();
    store.set({ meeting: insideWith([], [], { peers: [] }) });
    stop.mockClear();
    store.set({ meeting: insideWith([], [], { peers: [], title: 'Another title' }) });
    expect(stop).not.toHaveBeenCalled();
    store.set({ meeting: nowhere });
    expect(stop).toHaveBeenCalledOnce();
  });

  it.each([
    ['a leave', nowhere],
    ['a removal', ended],
    ['a link that was lost', knocking],
  ])('ends with %s, and nothing of it is captured on', (_, meeting) => {
    const { store, stop } = following();
    store.set({ meeting: insideWith([], [], { peers: [] }) });
    stop.mockClear();
    store.set({ meeting });
    expect(stop).toHaveBeenCalledOnce();
  });

  it('does not go along into another meeting, nor does a choice that was not made', () => {
    const { store, stop } = following();
    store.set({
      meeting: insideWith([], [], { peers: [] }),
      sharePicker: { state: 'system', hidesVigil: false },
    });
    stop.mockClear();
    store.set({ sharePicker: { state: 'system', hidesVigil: false } });
    store.set({ meeting: insideWith([], [], { peers: [], startedAt: 2 }) });
    expect(stop).toHaveBeenCalledOnce();
    expect(store.get().sharePicker).toBeNull();
  });

  it('that was chosen to be watched gives its place up for good when it ends', () => {
    const { store } = following();
    const seeing = { ...store.get().seeing, watched: { peerId: 'alice' } };
    store.set({ seeing, meeting: insideWith([], [], { peers: [peer('alice', true)] as never }) });
    expect(store.get().seeing.watched).toEqual({ peerId: 'alice' });
    store.set({ meeting: insideWith([], [], { peers: [peer('alice', false)] as never }) });
    expect(store.get().seeing.watched).toBe('first');
  });

  it('is beside those of others, who are told whether theirs are shown', () => {
    const { store, sharers } = following();
    const peers = [peer('alice', true), peer('bob', false)] as never;
    store.set({ meeting: insideWith([], [], { peers }) });
    expect(sharers.at(-1)).toEqual(['alice']);
  });
});
