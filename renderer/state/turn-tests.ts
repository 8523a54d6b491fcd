/** Whether the own go-betweens work: tried from here, one at a time or several, each as often as one likes. */
import { testTurn, type TurnTestResult } from '../call/turn-test';
import type { TurnServer } from './contract';
import type { Store } from './store';

export type TurnTest = { result: 'running' } | TurnTestResult;
/** By address and user name: the same server may be there under two names. */
export type TurnTests = ReadonlyMap<string, TurnTest>;

export interface TurnActions {
  testTurn: (server: TurnServer) => void;
}

export function turnKey({ url, username }: Pick<TurnServer, 'url' | 'username'>): string {
  return `${url} ${username}`;
}

export function createTurnActions(store: Store): TurnActions {
  const tell = (server: TurnServer, test: TurnTest): void => {
    store.set({ turnTests: new Map(store.get().turnTests).set(turnKey(server), test) });
  };
  return {
    testTurn: (server) => {
      tell(server, { result: 'running' });
      testTurn(server).then(
        (result) => {
          tell(server, result);
        },
        // What the browser does not even take as a server.
        () => {
          tell(server, { result: 'no-answer' });
        },
      );
    },
  };
}
