/** Servers of volunteers: added, tested part by part, used, lent. */
import { testTurn, type TurnTestResult } from '../call/connection/turn-test';
import type { VigilBridge } from '../../shared/ipc';
import type { RunRequest } from './actions/run-request';
import type { ErrorCode, VolunteerPartTest } from './contract';
import type { VolunteerTest } from './volunteer-test-view';

export interface VolunteerActions {
  /** Adds it and tests it. Null once it is kept, otherwise why not. */
  addVolunteer: (text: string) => Promise<ErrorCode | null>;
  testVolunteer: (id: string) => void;
  changeVolunteer: (id: string, change: { use: boolean; lend: boolean }) => void;
  removeVolunteer: (id: string) => void;
}

/** @param tested news of the test of one. */
export function createVolunteerActions(
  { request }: Pick<VigilBridge, 'request'>,
  run: RunRequest,
  tested: (id: string, test: VolunteerTest) => void,
  test: typeof testTurn = testTurn,
): VolunteerActions {
  async function testAll(id: string): Promise<void> {
    const running = { result: 'running' } as const;
    let now: VolunteerTest = { server: running, relay: running, udp: running, tcp: running, tls: running };
    const learn = (news: VolunteerTest): void => {
      now = { ...now, ...news };
      tested(id, now);
    };
    learn({});
    const none = { result: 'no-answer' } as const;
    const answer = await request['volunteer:test']({ id });
    if (!answer.ok) {
      learn({ server: none, relay: none, udp: none, tcp: none, tls: none });
      return;
    }
    const { server, relay, turn } = answer.value;
    const unused = { result: 'not-used' } as const;
    learn({
      server,
      relay: relay ?? unused,
      ...(turn.length === 0 ? { udp: unused, tcp: unused, tls: unused } : {}),
    });
    // One after the other: what is measured of one is not slowed by another.
    for (const { way, ...login } of turn) {
      const result = await test(login).catch(() => none);
      learn({ [way]: partTestOf(result) });
    }
  }

  return {
    addVolunteer: async (text) => {
      const outcome = await request['volunteer:add']({ text });
      if (!outcome.ok) return outcome.code;
      void testAll(outcome.value.id);
      return null;
    },
    testVolunteer: (id) => void testAll(id),
    changeVolunteer: (id, change) => {
      run(request['volunteer:change']({ id, ...change }));
    },
    removeVolunteer: (id) => {
      run(request['volunteer:remove']({ id }));
    },
  };
}

function partTestOf(result: TurnTestResult): VolunteerPartTest {
  return result.result === 'not-found' ? { result: 'no-answer' } : result;
}
