/** What the window may ask of whoever decides who is here. */
import type { Handlers } from '../server';
import type { MeetingRunner } from '../../meeting/runner';

type SteeringRequest =
  | 'meeting:admit'
  | 'meeting:deny'
  | 'meeting:remove'
  | 'meeting:set-lobby'
  | 'meeting:set-lock'
  | 'meeting:set-co-host'
  | 'meeting:replace-link';

export function steeringHandlers(runner: MeetingRunner): Pick<Handlers, SteeringRequest> {
  return {
    'meeting:admit': ({ knockId }) => {
      runner.admit(knockId);
    },
    'meeting:deny': ({ knockId }) => {
      runner.deny(knockId);
    },
    'meeting:remove': ({ peerId }) => {
      runner.steering.remove(peerId);
    },
    'meeting:set-lobby': ({ on }) => {
      runner.steering.setLobby(on);
    },
    'meeting:set-lock': ({ on }) => {
      runner.steering.setLock(on);
    },
    'meeting:set-co-host': ({ peerId, on }) => {
      runner.steering.setCoHost(peerId, on);
    },
    'meeting:replace-link': () => {
      runner.steering.replaceLink();
    },
  };
}
