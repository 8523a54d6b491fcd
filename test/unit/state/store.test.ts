import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { initialSnapshot } from '../../../renderer/state/initial-snapshot';
import { Store } from '../../../renderer/state/store';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

test('what changes is there at once; screens hear of it at once, and of what follows closely together', () => {
  const store = new Store(initialSnapshot);
  const heard = vi.fn();
  const leave = store.subscribe(heard);
  store.set({ revealedInvite: 'one' });
  expect(heard).toHaveBeenCalledTimes(1);
  for (const report of ['two', 'three', 'four']) store.set({ report });
  expect(store.get()).toMatchObject({ revealedInvite: 'one', report: 'four' });
  expect(heard).toHaveBeenCalledTimes(1);
  vi.advanceTimersByTime(33);
  expect(heard).toHaveBeenCalledTimes(2);
  vi.advanceTimersByTime(1000);
  expect(heard).toHaveBeenCalledTimes(2);
  store.set({ report: null });
  expect(heard).toHaveBeenCalledTimes(3);
  leave();
  store.set({ report: 'five' });
  vi.advanceTimersByTime(1000);
  expect(heard).toHaveBeenCalledTimes(3);
});

test('a screen that changes something while it hears is heard once more, and not for ever', () => {
  const store = new Store(initialSnapshot);
  let left = 1;
  const heard = vi.fn(() => {
    if (left-- > 0) store.set({ report: 'by a screen' });
  });
  store.subscribe(heard);
  store.set({ report: 'first' });
  vi.advanceTimersByTime(1000);
  expect(heard).toHaveBeenCalledTimes(2);
});
