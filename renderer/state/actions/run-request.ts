/** Runs requests: a failure becomes a notice, a success goes on. */
import type { ErrorCode } from '../../../shared/errors';
import type { RunRequest } from './moderation';
import type { Store } from '../store';

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
