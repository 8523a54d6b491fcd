/** The call's microphone while a person tries how they are heard. */
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { FADES_MS, testQuietly } from '../../../../../renderer/call/sound/quiet-test';
import type { SoundTestEvent } from '../../../../../renderer/call/sound/sound-test';

let quiet = 0;
let tell: (event: SoundTestEvent) => void = () => undefined;
let hasEnded = false;
const microphone = {
  keepQuiet: () => {
    quiet++;
    return () => {
      quiet--;
    };
  },
};
const told: string[] = [];
const begin = (): (() => void) =>
  testQuietly(
    microphone,
    (listener) => {
      tell = listener;
      return { end: () => (hasEnded = true) };
    },
    ({ type }) => told.push(type),
  );

beforeEach(() => {
  vi.useFakeTimers();
  quiet = 0;
  hasEnded = false;
  told.length = 0;
});
afterEach(() => {
  vi.useRealTimers();
});

it.each([{ type: 'ended' }, { type: 'failed', reason: 'busy' }] as const)(
  'is quiet from the first moment until what was played has faded ($type)',
  async (last) => {
    const end = begin();
    expect(quiet).toBe(1);
    tell({ type: 'recording', secondsLeft: 5 });
    tell({ type: 'playing', isAsChosen: true });
    await vi.advanceTimersByTimeAsync(FADES_MS * 10);
    expect(quiet).toBe(1);
    tell(last);
    expect(quiet).toBe(1);
    await vi.advanceTimersByTimeAsync(FADES_MS);
    expect(quiet).toBe(0);
    end();
    await vi.advanceTimersByTimeAsync(FADES_MS);
    expect(quiet).toBe(0);
    expect(told).toEqual(['recording', 'playing', last.type]);
  },
);

it('is let go as well where the test is ended by hand', async () => {
  const end = begin();
  end();
  expect(hasEnded).toBe(true);
  await vi.advanceTimersByTimeAsync(FADES_MS);
  expect(quiet).toBe(0);
});
