import { expect, test } from 'vitest';
import { freshContents } from '../../../../../main/vault/contents';
import type { AppView, Outcome, Settings, VigilBridge } from '../../../../../shared/ipc';
import { initialSnapshot } from '../../../../../renderer/state/initial-snapshot';
import { runRequests } from '../../../../../renderer/state/actions/run-request';
import { createSettingsActions } from '../../../../../renderer/state/actions/settings';
import { Store } from '../../../../../renderer/state/store';

const server = (url: string): Settings['turn'][number] => ({
  url,
  username: 'u',
  credential: 'c',
  enabled: true,
});

/** A main that takes its time, and refuses what is called bad. */
function start() {
  let kept = freshContents().settings;
  const store = new Store({ ...initialSnapshot, app: { settings: kept } as AppView });
  const asked: Partial<Settings>[] = [];
  const save = async (change: Partial<Settings>): Promise<Outcome<Settings>> => {
    asked.push(change);
    await new Promise(setImmediate);
    if (change.turn?.some(({ url }) => url === 'bad')) return { ok: false, code: 'turn-url-invalid' };
    kept = { ...kept, ...change };
    return { ok: true, value: kept };
  };
  const request = { 'settings:save': save } as unknown as VigilBridge['request'];
  const done: Partial<Settings>[] = [];
  const actions = createSettingsActions({ request }, runRequests(store), store.settings, (what) =>
    done.push(what),
  );
  return { store, actions, asked, done, kept: () => kept };
}

test('changes that are made at once do not overwrite each other', async () => {
  const { actions, store, kept } = start();
  const results = await Promise.all(
    ['one', 'two', 'three'].map((url) =>
      actions.trySettings(({ turn }) => ({ turn: [...turn, server(url)] })),
    ),
  );
  expect(results).toEqual([null, null, null]);
  expect(kept().turn.map(({ url }) => url)).toEqual(['one', 'two', 'three']);
  expect(store.get().app?.settings).toEqual(kept());
});

test('one that is refused says why, and those after it go on without it', async () => {
  const { actions, kept } = start();
  const results = await Promise.all(
    ['one', 'bad', 'three'].map((url) =>
      actions.trySettings(({ turn }) => ({ turn: [...turn, server(url)] })),
    ),
  );
  expect(results).toEqual([null, 'turn-url-invalid', null]);
  expect(kept().turn.map(({ url }) => url)).toEqual(['one', 'three']);
});

test('without a place to show it a refusal becomes a notice, and what is kept is told', async () => {
  const { actions, store, done } = start();
  actions.saveSettings({ theme: 'dark' });
  actions.saveSettings({ turn: [server('bad')] });
  await actions.trySettings({});
  expect(done).toEqual([{ theme: 'dark' }]);
  expect(store.get().notice).toEqual({ kind: 'error', code: 'turn-url-invalid' });
});

test('nothing is asked of a vault that was locked meanwhile', async () => {
  const { actions, store, asked } = start();
  const change = actions.trySettings({ theme: 'dark' });
  store.set({ app: null });
  expect(await change).toBe('locked');
  expect(asked).toEqual([]);
});
