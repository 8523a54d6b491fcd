import { expect, it, vi } from 'vitest';
import type { TurnTestResult } from '../../../../renderer/call/connection/turn-test';
import type { TurnReach } from '../../../../renderer/state/contract';
import { createTurnActions, type TurnTest } from '../../../../renderer/state/turn-tests';
import type { VigilBridge } from '../../../../shared/ipc';

const server = { url: 'turn:turn.test:3478?transport=tcp', username: 'a', credential: 'b', enabled: true };

/** What is shown last, and for what servers main was asked about the proxy. */
async function shownAfter(
  tried: TurnTestResult | 'throws',
  reach: TurnReach,
): Promise<{ shown: TurnTest[]; asked: string[] }> {
  const shown: TurnTest[] = [];
  const asked: string[] = [];
  const request = {
    'private-mode:reach': ({ url }: { url: string }) => {
      asked.push(url);
      return Promise.resolve({ ok: true, value: { reach } });
    },
  } as unknown as VigilBridge['request'];
  const test = (): Promise<TurnTestResult> =>
    tried === 'throws' ? Promise.reject(new Error('no server')) : Promise.resolve(tried);
  createTurnActions({ request }, (_, result) => shown.push(result), test).testTurn(server);
  await vi.waitFor(() => {
    expect(shown).toHaveLength(2);
  });
  return { shown: shown.slice(1), asked };
}

it.each(['not-reached', 'never', 'no-proxy'] as const)(
  'a go-between that does not answer in private mode is told of as the proxy says: %s',
  async (reach) => {
    for (const result of ['no-answer', 'not-found'] as const)
      expect(await shownAfter({ result }, reach)).toEqual({
        shown: [{ result: reach }],
        asked: [server.url],
      });
  },
);

it('what the proxy reaches, or no proxy was asked about, is told of as it was tried', async () => {
  for (const reach of ['reached', 'not-asked'] as const)
    expect((await shownAfter({ result: 'no-answer' }, reach)).shown).toEqual([{ result: 'no-answer' }]);
  expect((await shownAfter('throws', 'not-asked')).shown).toEqual([{ result: 'no-answer' }]);
});

it('of a go-between that answers the proxy is not asked', async () => {
  for (const result of [{ result: 'works', milliseconds: 9 }, { result: 'refused' }] as const)
    expect(await shownAfter(result, 'not-reached')).toEqual({ shown: [result], asked: [] });
});
