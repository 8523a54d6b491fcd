import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { EchoWatch } from '../../../../../main/rendezvous/nostr/echo-watch';
import { randomBytes } from '../../../../../shared/crypto/sodium';
import type { Room } from '../../../../../shared/invite/key-schedule';

const MINUTE = 60_000;
const room = (): Room => ({
  topicKey: randomBytes(32) as Room['topicKey'],
  envelopeKey: randomBytes(32) as Room['envelopeKey'],
});

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

/** A watch over a relay that gives back what it is told to. */
function watch(echoes: () => boolean) {
  const meeting = room();
  const probes: number[] = [];
  const swallowed: boolean[] = [];
  let number = 0;
  const echo: EchoWatch = new EchoWatch({
    probe: () => {
      probes.push(Date.now());
      const id = `probe ${String(++number)}`;
      echo.published(id, meeting, false);
      if (echoes()) setTimeout(() => echo.received(id), 50);
    },
    echoed: () => undefined,
    swallowed: (wereTaken) => swallowed.push(wereTaken),
  });
  return { echo, probes, swallowed, meeting };
}

const gaps = (times: readonly number[]): number[] =>
  times.slice(1).map((time, index) => time - (times[index] ?? 0));

describe('a relay that passes on', () => {
  it('is checked at once, and then every three to five minutes, never in one beat', () => {
    const { echo, probes } = watch(() => true);
    echo.listening();
    expect(echo.isProven).toBe(false);
    vi.advanceTimersByTime(100);
    expect(echo.isProven).toBe(true);
    vi.advanceTimersByTime(120 * MINUTE);
    const between = gaps(probes);
    expect(between.length).toBeGreaterThan(20);
    for (const gap of between) {
      expect(gap).toBeGreaterThanOrEqual(3 * MINUTE);
      expect(gap).toBeLessThanOrEqual(5 * MINUTE + 100);
    }
    expect(new Set(between).size).toBeGreaterThan(between.length / 2);
    expect(Math.max(...between) - Math.min(...between)).toBeGreaterThan(MINUTE / 2);
  });

  it('is not asked for more where whoever publishes sees it come back', () => {
    const { echo, probes, meeting } = watch(() => true);
    echo.published('hello', meeting, true);
    echo.listening();
    echo.received('hello');
    expect(echo.isProven).toBe(true);
    vi.advanceTimersByTime(2 * MINUTE);
    expect(probes).toEqual([]);
  });

  it('is not blamed for what was said before it had answered, or in a room that is left', () => {
    const { echo, probes, swallowed, meeting } = watch(() => true);
    echo.published('hello', meeting, true);
    echo.listening();
    vi.advanceTimersByTime(5100);
    expect(probes).toHaveLength(1);
    const pair = room();
    echo.published('last word', pair, false);
    echo.left(pair);
    vi.advanceTimersByTime(10_000);
    expect([echo.isProven, swallowed]).toEqual([true, []]);
  });
});

describe('a relay that swallows', () => {
  it('is found out after five seconds, and tried again after ever longer', () => {
    const { echo, probes, swallowed } = watch(() => false);
    echo.listening();
    vi.advanceTimersByTime(4900);
    expect(swallowed).toEqual([]);
    vi.advanceTimersByTime(200);
    expect([swallowed, echo.isProven]).toEqual([[false], false]);
    vi.advanceTimersByTime(60 * MINUTE);
    const seconds = gaps(probes).map((gap) => Math.round(gap / 1000) - 5);
    expect(seconds.slice(0, 8)).toEqual([5, 10, 20, 40, 80, 160, 300, 300]);
  });

  it('is told from one that has gone by what it said to take', () => {
    const { echo, swallowed, meeting } = watch(() => false);
    echo.listening();
    echo.published('knock', meeting, false);
    echo.taken('knock');
    vi.advanceTimersByTime(5100);
    expect(swallowed).toEqual([true]);
  });

  it('works again once anything comes back, and one that worked is found out as well', () => {
    let isHonest = true;
    const { echo, swallowed } = watch(() => isHonest);
    echo.listening();
    vi.advanceTimersByTime(100);
    isHonest = false;
    vi.advanceTimersByTime(6 * MINUTE);
    expect([echo.isProven, swallowed.length > 0]).toEqual([false, true]);
    isHonest = true;
    vi.advanceTimersByTime(6 * MINUTE);
    expect(echo.isProven).toBe(true);
  });

  it('cannot pass off what others said', () => {
    const { echo } = watch(() => false);
    echo.listening();
    expect(echo.received('of somebody else')).toBe(false);
    expect(echo.isProven).toBe(false);
  });
});
