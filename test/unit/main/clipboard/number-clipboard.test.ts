import { expect, test } from 'vitest';
import { NumberClipboard } from '../../../../main/clipboard/number-clipboard';

const groups = '30481 77260 91534 02886 64197 35520 18843 70962 25619 88304 47075 93128'.split(' ');
const message = `Bob: ${groups.join(' ')}`;

function desk(text = '') {
  const state = { text };
  const numbers = new NumberClipboard({
    readText: () => Promise.resolve(state.text),
    writeText: (written) => {
      state.text = written;
      return Promise.resolve();
    },
    clear: () => {
      state.text = '';
    },
  });
  return { numbers, state };
}

test.each([
  [message, 'match'],
  [groups.toReversed().join(' '), 'no-match'],
  ['hello', 'nothing'],
  ['', 'nothing'],
] as const)('with %j copied elsewhere: %s, and the clipboard stays as it is', async (text, verdict) => {
  const { numbers, state } = desk(text);
  expect(await numbers.compare(groups)).toBe(verdict);
  expect(state.text).toBe(text);
});

test('a number that was copied here proves nothing: it is taken away, and what comes after it counts', async () => {
  const { numbers, state } = desk();
  await numbers.copy(groups);
  expect(await numbers.compare(groups)).toBe('own-copy');
  expect(state.text).toBe('');
  expect(await numbers.compare(groups)).toBe('nothing');
  state.text = groups.join(' ');
  expect(await numbers.compare(groups)).toBe('match');
});

test('a message copied after the own number counts at once', async () => {
  const { numbers, state } = desk();
  await numbers.copy(groups);
  state.text = message;
  expect(await numbers.compare(groups)).toBe('match');
});

test('a clipboard that cannot be read holds no number', async () => {
  const numbers = new NumberClipboard({
    readText: () => Promise.reject(new Error('locked')),
    writeText: () => Promise.resolve(),
    clear: () => undefined,
  });
  expect(await numbers.compare(groups)).toBe('nothing');
});
