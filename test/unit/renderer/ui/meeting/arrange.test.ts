import { describe, expect, it } from 'vitest';
import { arrange } from '../../../../../renderer/ui/meeting/arrange';

describe('where tiles go', () => {
  it.each([
    [2, 1248, 640, [2, 1]],
    [3, 1248, 640, [2, 2]],
    [4, 1248, 640, [2, 2]],
    [8, 976, 540, [3, 3]],
    [16, 976, 540, [4, 4]],
    [16, 776, 440, [4, 4]],
    [4, 300, 900, [1, 4]],
  ] as const)('%i in %i by %i pixels', (count, width, height, [columns, rows]) => {
    expect(arrange(count, { width, height })).toEqual({ columns, rows, perPage: count });
  });

  it('goes on pages when a face could not be recognised any more, as many on one as can be', () => {
    const { columns, rows, perPage } = arrange(16, { width: 464, height: 394 });
    expect(perPage).toBe(12);
    expect(columns * rows).toBeGreaterThanOrEqual(perPage);
    expect(arrange(16, { width: 100, height: 50 }).perPage).toBe(2);
  });

  it('has room for everybody before anything was measured', () => {
    for (let count = 1; count <= 16; count++) {
      const { columns, rows, perPage } = arrange(count, null);
      expect(perPage).toBe(count);
      expect(columns * rows).toBeGreaterThanOrEqual(count);
    }
  });
});
