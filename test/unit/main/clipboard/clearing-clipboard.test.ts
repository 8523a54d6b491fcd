import { expect, test } from 'vitest';
import { PassingClipboard, STAYS_MS } from '../../../../main/clipboard/clearing-clipboard';

/** A clipboard and a clock that the test moves. */
function desk() {
  const timers = new Set<{ at: number; run: () => void }>();
  let [now, text] = [0, ''];
  const passing = new PassingClipboard({
    clipboard: {
      readText: () => Promise.resolve(text),
      writeText: (written) => {
        text = written;
        return Promise.resolve();
      },
      clear: () => {
        text = '';
      },
    },
    timer: (milliseconds, run) => {
      const timer = { at: now + milliseconds, run };
      timers.add(timer);
      return () => {
        timers.delete(timer);
      };
    },
  });
  return {
    passing,
    holds: () => text,
    somebodyCopies: (written: string) => {
      text = written;
    },
    wait: async (milliseconds: number) => {
      now += milliseconds;
      for (const timer of [...timers]) {
        if (timer.at > now) continue;
        timers.delete(timer);
        timer.run();
      }
      // What a timer began ends with the clipboard's answer.
      await new Promise(setImmediate);
    },
    timers,
  };
}

test('what was copied is gone after a minute, and not before', async () => {
  const { passing, holds, wait } = desk();
  await passing.copy('vigil://join/secret');
  await wait(STAYS_MS - 1);
  expect(holds()).toBe('vigil://join/secret');
  await wait(1);
  expect(holds()).toBe('');
});

test('what somebody else copied meanwhile stays', async () => {
  const { passing, holds, wait, somebodyCopies } = desk();
  await passing.copy('vigil://join/secret');
  somebodyCopies('a shopping list');
  await wait(STAYS_MS);
  expect(holds()).toBe('a shopping list');
});

test('copied again, the minute begins again', async () => {
  const { passing, holds, wait, timers } = desk();
  await passing.copy('vigil://join/secret');
  await wait(STAYS_MS / 2);
  await passing.copy('vigil://join/secret');
  expect(timers.size).toBe(1);
  await wait(STAYS_MS / 2);
  expect(holds()).toBe('vigil://join/secret');
  await wait(STAYS_MS / 2);
  expect(holds()).toBe('');
});

test('when Vigil ends it is taken away at once, and only once', async () => {
  const { passing, holds, wait, timers, somebodyCopies } = desk();
  await passing.copy('vigil://join/secret');
  await passing.clear();
  expect(holds()).toBe('');
  expect(timers.size).toBe(0);
  somebodyCopies('vigil://join/secret');
  await wait(STAYS_MS);
  expect(holds()).toBe('vigil://join/secret');
});

test('copied anew while it is being taken away, it stays for its own minute', async () => {
  const { passing, holds } = desk();
  await passing.copy('vigil://join/secret');
  const clearing = passing.clear();
  await passing.copy('vigil://join/secret');
  await clearing;
  expect(holds()).toBe('vigil://join/secret');
});
