import { expect, test } from 'vitest';
import type { Outcome, VigilBridge } from '../../../../../shared/ipc';
import { createModerationActions } from '../../../../../renderer/state/actions/moderation';

const peer = 'a'.repeat(32);

/** Records what main is asked, and answers as told. */
function watched(answer: Outcome<undefined> = { ok: true, value: undefined }) {
  const asked: [string, unknown][] = [];
  const request = new Proxy({} as VigilBridge['request'], {
    get: (_, name: string) => (argument: unknown) => {
      asked.push([name, argument]);
      return Promise.resolve(answer);
    },
  });
  const told: string[] = [];
  const pending: Promise<void>[] = [];
  const actions = createModerationActions(
    { request } as VigilBridge,
    (outcome, then) => {
      pending.push(
        outcome.then((result) => {
          if (result.ok) then?.(result.value);
        }),
      );
    },
    (what) => told.push(what),
  );
  return { actions, asked, told, settled: () => Promise.all(pending) };
}

test('each action asks main for exactly one thing', () => {
  const { actions, asked } = watched();
  actions.admit(peer);
  actions.deny(peer);
  actions.remove(peer);
  actions.setLobby(false);
  actions.setLock(true);
  actions.setCoHost(peer, true);
  actions.replaceLink();
  actions.endForAll();
  actions.continueElsewhere([peer]);
  actions.answerAsk('removals', false);
  expect(asked).toEqual([
    ['meeting:admit', { knockId: peer }],
    ['meeting:deny', { knockId: peer }],
    ['meeting:remove', { peerId: peer }],
    ['meeting:set-lobby', { on: false }],
    ['meeting:set-lock', { on: true }],
    ['meeting:set-co-host', { peerId: peer, on: true }],
    ['meeting:replace-link', undefined],
    ['meeting:end-for-all', undefined],
    ['meeting:continue', { peerIds: [peer] }],
    ['meeting:answer-ask', { kind: 'removals', yes: false }],
  ]);
});

test('a link counts as replaced only once main has said so', async () => {
  const done = watched();
  done.actions.replaceLink();
  expect(done.told).toEqual([]);
  await done.settled();
  expect(done.told).toEqual(['link-replaced']);

  const refused = watched({ ok: false, code: 'not-allowed' });
  refused.actions.replaceLink();
  await refused.settled();
  expect(refused.told).toEqual([]);
});
