import { describe, expect, it } from 'vitest';
import { largeArea, speakerPlaces } from '../../../../../renderer/ui/seeing/speaker-places';

describe('where tiles go in the speaker view', () => {
  it('is beside a rail of 208 pixels, and of 148 in a small window', () => {
    expect(largeArea({ width: 1248, height: 640 }, 1280)).toEqual({ width: 1028, height: 640 });
    expect(largeArea({ width: 776, height: 440 }, 800)).toEqual({ width: 616, height: 440 });
    expect(largeArea({ width: 100, height: 440 }, 800).width).toBe(0);
  });

  it('has several large ones side by side, and oneself last in the rail', () => {
    const area = { width: 1028, height: 640 };
    const places = speakerPlaces({ large: ['a', 'b', 'c'], rail: ['d'] }, area, true);
    expect(places.all.style).toEqual({ '--columns': 2, '--rows': 2, '--beside': 2 });
    expect([...places.of.values()].map(({ style }) => style)).toEqual([
      { '--column': 1, '--row': 0 },
      { '--column': 2, '--row': 0 },
      { '--column': 1, '--row': 1 },
      { '--row': 1 },
    ]);
    expect(places.self).toEqual({ className: 'rail', style: { '--row': 2 } });
  });

  it('has no rail where nobody is beside', () => {
    const { all } = speakerPlaces({ large: ['a', 'b'], rail: [] }, null, false);
    expect(all).toEqual({
      className: 'speaker no-rail',
      style: { '--columns': 2, '--rows': 1, '--beside': 1 },
    });
  });
});
