import { expect, test } from 'vitest';
import type { AppView } from '../../../../shared/ipc';
import { initialSnapshot } from '../../../../renderer/state/initial-snapshot';
import { showLock } from '../../../../renderer/state/follow-main';
import { Store } from '../../../../renderer/state/store';

test('a window that is locked forgets everything that it knew', () => {
  const store = new Store({
    ...initialSnapshot,
    lock: { state: 'open' },
    app: {} as AppView,
    screen: { name: 'connection' },
    revealedInvite: 'a link',
    report: 'a report',
    turnTests: new Map([['turn:example.org someone', { result: 'running' }]]),
    comparedGroupCode: 'a code',
    notice: { kind: 'error', code: 'internal' },
  });
  showLock(store, { state: 'locked', waitMs: 0 });
  expect(store.get()).toEqual({ ...initialSnapshot, lock: { state: 'locked', waitMs: 0 } });
});
