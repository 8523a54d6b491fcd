/** Whether the own go-betweens work, tried from here as often as one likes. */
import { testTurn, type TurnTestResult } from '../call/connection/turn-test';
import type { TurnServer } from './contract';

export type TurnTest = { result: 'running' } | TurnTestResult;
/** By address and user name: the same server may be there under two names. */
export type TurnTests = ReadonlyMap<string, TurnTest>;

export interface TurnActions {
  testTurn: (server: TurnServer) => void;
}

export function turnKey({ url, username }: Pick<TurnServer, 'url' | 'username'>): string {
  return `${url} ${username}`;
}

/** @param tested news of the test of a server that `turnKey` names. */
export function createTurnActions(tested: (key: string, test: TurnTest) => void): TurnActions {
  return {
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
