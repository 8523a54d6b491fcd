import { expect, it } from 'vitest';
import { mostUrgent } from '../../../../../renderer/ui/seeing/tile-word';

const nothing = { reconnecting: false, silenced: false, weak: false, muted: false, noPicture: false };

it('says one thing at a time, the most urgent', () => {
  expect(mostUrgent(nothing)).toBe(null);
  expect(mostUrgent({ ...nothing, noPicture: true })).toBe('noPicture');
  expect(mostUrgent({ ...nothing, muted: true, noPicture: true })).toBe('muted');
  expect(mostUrgent({ ...nothing, weak: true, muted: true })).toBe('weak');
  expect(mostUrgent({ ...nothing, silenced: true, weak: true })).toBe('silenced');
  expect(mostUrgent({ ...nothing, reconnecting: true, silenced: true })).toBe('reconnecting');
});
