import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ScreenViews } from '../../../../../renderer/call/screen/screen-views';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

function world() {
  const told: [string, boolean][] = [];
  const links = [
    { connectionId: 'to-bob', peerId: 'bob' },
    { connectionId: 'to-carol', peerId: 'carol' },
  ];
  const views = new ScreenViews({
    links: () => links,
    report: (connectionId, shown) => void told.push([connectionId, shown]),
  });
  const settled = (): [string, boolean][] => {
    vi.advanceTimersByTime(1000);
    return told.splice(0);
  };
  return { views, links, settled };
}

describe('whose screen is shown', () => {
  it('is told to nobody as long as nobody shares one', () => {
    const { views, settled } = world();
    views.show(null);
    views.seen(false);
    expect(settled()).toEqual([]);
  });

  it('of two who share is told to the one who is shown, and to both when that changes', () => {
    const { views, settled } = world();
    views.sharers(new Set(['bob', 'carol']));
    views.show('bob');
    expect(settled()).toEqual([['to-bob', true]]);
    views.show('carol');
    expect(settled()).toEqual([
      ['to-bob', false],
      ['to-carol', true],
    ]);
  });

  it('is nobody while the window is not to be seen', () => {
    const { views, settled } = world();
    views.seen(false);
    views.sharers(new Set(['bob']));
    views.show('bob');
    expect(settled()).toEqual([]);
    views.seen(true);
    expect(settled()).toEqual([['to-bob', true]]);
    views.seen(false);
    expect(settled()).toEqual([['to-bob', false]]);
  });

  it('is still shown in a window of its own', () => {
    const { views, settled } = world();
    views.sharers(new Set(['bob']));
    views.seen(false);
    views.show('bob', true);
    expect(settled()).toEqual([['to-bob', true]]);
    views.show('bob', false);
    expect(settled()).toEqual([['to-bob', false]]);
  });

  it('is told anew over another link', () => {
    const { views, links, settled } = world();
    views.sharers(new Set(['bob']));
    views.show('bob');
    expect(settled()).toEqual([['to-bob', true]]);
    links[0] = { connectionId: 'to-bob-again', peerId: 'bob' };
    views.changed();
    expect(settled()).toEqual([['to-bob-again', true]]);
  });
});
