/** Whether the own go-betweens work, tried from here as often as one likes. */
import { testTurn, type TurnTestResult } from '../call/connection/turn-test';
import type { VigilBridge } from '../../shared/ipc';
import type { TurnReach, TurnServer } from './contract';

export type TurnTest =
  | { result: 'running' }
  | TurnTestResult
  /** In private mode the proxy does not connect to it, cannot, or is not there. */
  | { result: Exclude<TurnReach, 'reached' | 'not-asked'> };
/** By address and user name: the same server may be there under two names. */
export type TurnTests = ReadonlyMap<string, TurnTest>;

export interface TurnActions {
  testTurn: (server: TurnServer) => void;
}

export function turnKey({ url, username }: Pick<TurnServer, 'url' | 'username'>): string {
  return `${url} ${username}`;
}

/** @param tested news of the test of a server that `turnKey` names. */
export function createTurnActions(
  { request }: Pick<VigilBridge, 'request'>,
  tested: (key: string, test: TurnTest) => void,
  test: typeof testTurn = testTurn,
): TurnActions {
  /** Why nothing came of it: where everything goes by a proxy, most often for the proxy's own reasons. */
  async function explained(result: TurnTestResult, url: string): Promise<TurnTest> {
    if (result.result !== 'no-answer' && result.result !== 'not-found') return result;
    const answer = await request['private-mode:reach']({ url });
    const reach = answer.ok ? answer.value.reach : 'not-asked';
    return reach === 'reached' || reach === 'not-asked' ? result : { result: reach };
  }

  const silent: TurnTestResult = { result: 'no-answer' };
  return {
    testTurn: (server) => {
      const key = turnKey(server);
      tested(key, { result: 'running' });
      test(server)
        // What the browser does not even take as a server.
        .catch(() => silent)
        .then((result) => explained(result, server.url))
        .then(
          (result) => {
            tested(key, result);
          },
          () => {
            tested(key, silent);
          },
        );
    },
  };
}
