import { expect, it } from 'vitest';
import { lookOf } from '../../../../../renderer/call/background/look';

const picture = {} as ImageBitmap;

it('is an outline where nothing is known of it, and one color where the picture is not there', () => {
  const color = { backgroundColor: '#102030' };
  for (const background of ['unknown', 'none', 'hidden'] as const)
    expect(lookOf({ ...color, background }, picture)).toEqual({ type: 'hidden' });
  expect(lookOf({ ...color, background: 'picture' }, null)).toEqual({ type: 'color', color: '#102030' });
  expect(lookOf({ ...color, background: 'picture' }, picture)).toEqual({ type: 'picture', picture });
});
