/** Runs requests: a failure becomes a notice, a success goes on. */
import type { Outcome } from '../../../shared/ipc';
import type { ErrorCode } from '../contract';
import type { Store } from '../store';

export type RunRequest = <T>(outcome: Promise<Outcome<T>>, then?: (value: T) => void) => void;

export function runRequests(store: Store): RunRequest {
  const fail = (code: ErrorCode): void => {
    store.set({ notice: { kind: 'error', code } });
  };
  return (outcome, then = () => undefined) => {
    outcome.then(
      (answer) => {
        if (answer.ok) then(answer.value);
        else fail(answer.code);
      },
      () => {
        fail('internal');
      },
    );
  };
}
