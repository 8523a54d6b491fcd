import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { watchNetwork } from '../../../../../renderer/call/connection/network-watch';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

it('tells of a network that is back or another one, once for all events of a change', () => {
  const page = new EventTarget();
  const connection = new EventTarget();
  vi.stubGlobal('window', page);
  vi.stubGlobal('navigator', { connection });
  const changed = vi.fn();
  watchNetwork(changed);
  page.dispatchEvent(new Event('offline'));
  vi.advanceTimersByTime(10_000);
  expect(changed).toHaveBeenCalledTimes(0);
  page.dispatchEvent(new Event('online'));
  for (let count = 0; count < 5; count++) connection.dispatchEvent(new Event('change'));
  vi.advanceTimersByTime(10_000);
  expect(changed).toHaveBeenCalledTimes(1);
  connection.dispatchEvent(new Event('change'));
  vi.advanceTimersByTime(10_000);
  expect(changed).toHaveBeenCalledTimes(2);
});

it('needs no more than a browser has', () => {
  const page = new EventTarget();
  vi.stubGlobal('window', page);
  vi.stubGlobal('navigator', {});
  const changed = vi.fn();
  watchNetwork(changed);
  page.dispatchEvent(new Event('online'));
  vi.advanceTimersByTime(1000);
  expect(changed).toHaveBeenCalledTimes(1);
});
