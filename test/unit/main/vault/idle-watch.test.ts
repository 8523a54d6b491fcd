import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { watchIdle } from '../../../../main/vault/idle-watch';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

it('tells when nothing was touched for as long as was set, not before, and never when told so', () => {
  let idleSeconds = 0;
  let limit: number | null = 5;
  const idle = vi.fn();
  const stop = watchIdle({ idleSeconds: () => idleSeconds, limitMinutes: () => limit, idle });
  idleSeconds = 299;
  vi.advanceTimersByTime(60_000);
  expect(idle).not.toHaveBeenCalled();
  idleSeconds = 300;
  vi.advanceTimersByTime(5_000);
  expect(idle).toHaveBeenCalledOnce();
  limit = null;
  vi.advanceTimersByTime(60_000);
  expect(idle).toHaveBeenCalledOnce();
  limit = 5;
  stop();
  vi.advanceTimersByTime(60_000);
  expect(idle).toHaveBeenCalledOnce();
});
