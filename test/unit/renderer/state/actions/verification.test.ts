import { expect, test } from 'vitest';
import type { Outcome, VigilBridge } from '../../../../../shared/ipc';
import type { RunRequest } from '../../../../../renderer/state/actions/run-request';
import type { Snapshot } from '../../../../../renderer/state/snapshot';
import { Store } from '../../../../../renderer/state/store';
import { createVerificationActions } from '../../../../../renderer/state/actions/verification';
import type { Comparing } from '../../../../../renderer/state/verification';

const comparing: Comparing = {
  step: 'comparing',
  peerId: 'a'.repeat(32),
  name: 'Amara',
  groups: [],
  tab: 'code',
  ownCode: null,
  scanned: 'nothing',
  copied: 'not-compared',
};
const { peerId } = comparing;

/** Main answers with these values by the name of the request; whatever has none is refused. */
function watched(answers: Record<string, unknown>, verification: Comparing | null = comparing) {
  const asked: [string, unknown][] = [];
  const request = new Proxy({} as VigilBridge['request'], {
    get: (_, name: string) => (argument: unknown) => {
      asked.push([name, argument]);
      const answer: Outcome<unknown> =
        name in answers ? { ok: true, value: answers[name] } : { ok: false, code: 'internal' };
      return Promise.resolve(answer);
    },
  });
  const pending: Promise<void>[] = [];
  const run: RunRequest = (outcome, then) => {
    pending.push(
      outcome.then((result) => {
        if (result.ok) then?.(result.value);
      }),
    );
  };
  const store = new Store({ verification, comparedGroupCode: null } as Snapshot);
  const actions = createVerificationActions({ request } as VigilBridge, run, store, () =>
    Promise.resolve({ found: 'none' }),
  );
  return { actions, asked, store, settled: () => Promise.all(pending) };
}

test('opening shows the six emoji first, then the own code', async () => {
  const { actions, asked, store, settled } = watched(
    {
      'meeting:safety-number': { peerId, name: 'Amara', groups: ['12345'] },
      'meeting:own-code': { text: 'C' },
    },
    null,
  );
  actions.openVerification(peerId);
  await settled();
  await settled();
  expect(asked.map(([name]) => name)).toEqual(['meeting:safety-number', 'meeting:own-code']);
  expect(store.get().verification).toMatchObject({ tab: 'emoji', groups: ['12345'], ownCode: 'C' });
});

test('what main refuses settles nothing', async () => {
  const { actions, store, settled } = watched({});
  actions.sayNumber(true);
  actions.takeScannedCode('VIGIL-CODE:1:x');
  actions.emoji('differ');
  actions.sayGroupIsSame(['1']);
  await settled();
  expect(store.get()).toEqual({ verification: comparing, comparedGroupCode: null });
});

test.each([
  [{ verdict: 'match' }, { step: 'same', peerId, by: 'code' }],
  [{ verdict: 'no-match' }, { step: 'differ', by: 'code' }],
  [
    { verdict: 'somebody-else', name: 'Mei' },
    { step: 'somebody-else', belongsTo: 'Mei', comparing },
  ],
  [{ verdict: 'own-code' }, { step: 'comparing', scanned: 'own-code' }],
  [{ verdict: 'not-a-code' }, { step: 'comparing', scanned: 'not-a-code' }],
])('a code with the verdict %o is told', async (verdict, expected) => {
  const { actions, store, settled } = watched({ 'meeting:scanned-code': verdict });
  actions.takeScannedCode('text');
  await settled();
  expect(store.get().verification).toMatchObject(expected);
});

test('a text that main would not take is no code, and is not sent', () => {
  const { actions, asked, store } = watched({});
  actions.takeScannedCode('x'.repeat(4097));
  expect(asked).toEqual([]);
  expect(store.get().verification).toMatchObject({ scanned: 'not-a-code' });
});

test('a mismatch found by main is told although the dialog was closed meanwhile', async () => {
  const { actions, store, settled } = watched({ 'meeting:scanned-code': { verdict: 'no-match' } });
  actions.takeScannedCode('text');
  actions.closeVerification();
  await settled();
  expect(store.get().verification).toMatchObject({ step: 'differ' });
});

test('a copied number that matches is told, and settles nothing', async () => {
  const { actions, asked, store, settled } = watched({
    'meeting:compare-copied-number': { verdict: 'match' },
  });
  actions.compareCopiedNumber();
  await settled();
  expect(asked).toEqual([['meeting:compare-copied-number', { peerId }]]);
  expect(store.get().verification).toEqual({ ...comparing, copied: 'match' });
});

test('the group code that counts as compared is the one that was shown', async () => {
  const { actions, asked, store, settled } = watched({ 'meeting:compared-group': undefined });
  actions.sayGroupIsSame(['11111', '22222']);
  await settled();
  expect(asked).toEqual([['meeting:compared-group', { code: ['11111', '22222'] }]]);
  expect(store.get().comparedGroupCode).toBe('11111 22222');
});

test('a dialog that was closed before the answer came stays closed, unless the numbers differ', async () => {
  for (const same of [true, false]) {
    const { actions, store, settled } = watched({ 'meeting:compared-number': undefined });
    actions.sayNumber(same);
    actions.closeVerification();
    await settled();
    const told = same ? null : { step: 'differ', name: 'Amara', by: 'number' };
    expect(store.get().verification).toEqual(told);
  }
});
