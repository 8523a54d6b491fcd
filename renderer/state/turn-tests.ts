/** The own go-betweens: what is kept of them, and whether they work, tried from here as often as one likes. */
import type { VigilBridge } from '../../shared/ipc';
import { testTurn, type TurnTestResult } from '../call/turn-test';
import type { ErrorCode, TurnServer } from './contract';

export type TurnTest = { result: 'running' } | TurnTestResult;
/** By address and user name: the same server may be there under two names. */
export type TurnTests = ReadonlyMap<string, TurnTest>;

export interface TurnActions {
  /** Null once they are kept; otherwise why not, and everything is as it was. */
  saveTurn: (servers: TurnServer[]) => Promise<ErrorCode | null>;
  testTurn: (server: TurnServer) => void;
}

export function turnKey({ url, username }: Pick<TurnServer, 'url' | 'username'>): string {
  return `${url} ${username}`;
}

/** @param tested news of the test of a server that `turnKey` names. */
export function createTurnActions(
  { request }: VigilBridge,
  tested: (key: string, test: TurnTest) => void,
): TurnActions {
  return {
    saveTurn: async (turn) => {
      const outcome = await request['settings:save']({ turn }).catch(
        () => ({ ok: false, code: 'internal' }) as const,
      );
      return outcome.ok ? null : outcome.code;
    },
    testTurn: (server) => {
      const key = turnKey(server);
      tested(key, { result: 'running' });
      testTurn(server).then(
        (result) => {
          tested(key, result);
        },
        // What the browser does not even take as a server.
        () => {
          tested(key, { result: 'no-answer' });
        },
      );
    },
  };
}
