import { expect, it } from 'vitest';
import { nearestIn } from '../../../../../renderer/ui/seeing/tile-focus';

const at = (left: number, top: number, width = 200, height = 120) => ({ left, top, width, height });

it('goes by rows and columns as they are seen', () => {
  // Three above, two in the middle below.
  const tiles = [at(0, 0), at(212, 0), at(424, 0), at(106, 132), at(318, 132)] as const;
  const from = (index: 0 | 1 | 2 | 3 | 4, key: string): number => {
    const others = tiles.filter((_, place) => place !== index);
    const nearest = others[nearestIn(key, tiles[index], others)];
    return nearest === undefined ? -1 : tiles.indexOf(nearest);
  };
  expect(from(0, 'ArrowRight')).toBe(1);
  expect(from(1, 'ArrowRight')).toBe(2);
  expect(from(2, 'ArrowRight')).toBe(-1);
  expect(from(2, 'ArrowLeft')).toBe(1);
  expect(from(0, 'ArrowDown')).toBe(3);
  expect(from(2, 'ArrowDown')).toBe(4);
  expect(from(4, 'ArrowLeft')).toBe(3);
  expect(from(4, 'ArrowUp')).toBeOneOf([1, 2]);
  expect(from(0, 'Enter')).toBe(-1);
});

it('finds the rail beside a large picture, and back', () => {
  const large = at(0, 0, 1000, 600);
  const rail = [at(1012, 0, 208, 117), at(1012, 129, 208, 117), at(1012, 258, 208, 117)] as const;
  expect(nearestIn('ArrowRight', large, rail)).toBe(2);
  expect(nearestIn('ArrowLeft', rail[0], [large, rail[1]])).toBe(0);
  expect(nearestIn('ArrowDown', rail[0], [large, rail[1], rail[2]])).toBe(1);
});
