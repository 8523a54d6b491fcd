import { describe, expect, it } from 'vitest';
import { windowSize } from '../../../../main/window/window-size';

describe("the window's size", () => {
  it('is the usual one where there is room, and may become small', () => {
    expect(windowSize({ width: 1920, height: 1040 })).toEqual({
      ...{ width: 1280, height: 800 },
      ...{ minWidth: 600, minHeight: 320 },
    });
  });

  // Pixels of a screen, by how much its system enlarges everything, without a bar of the system.
  it.each([
    ['1920 × 1080 at 200 %', 960, 500],
    ['1366 × 768 at 150 %', 910, 472],
    ['1366 × 768 at 200 %', 683, 344],
    ['1280 × 800 at 200 %', 640, 360],
    ['1024 × 600 at 250 %', 409, 200],
  ])('is never more than a screen of %s has', (_, width, height) => {
    const size = windowSize({ width, height });
    expect(size.width).toBe(width);
    expect(size.height).toBe(height);
    expect(size.minWidth).toBeLessThanOrEqual(width);
    expect(size.minHeight).toBeLessThanOrEqual(height);
  });
});
