/** What the window may ask of whoever decides who is here. */
import type { Handlers } from '../server';
import type { MeetingRunner } from '../../meeting/runner';

type ModerationRequest =
  | 'meeting:admit'
  | 'meeting:deny'
  | 'meeting:block'
  | 'meeting:remove'
  | 'meeting:set-lobby'
  | 'meeting:set-lock'
  | 'meeting:set-co-host'
  | 'meeting:spotlight'
  | 'meeting:end-spotlight'
  | 'meeting:replace-link';

export function moderationHandlers(runner: MeetingRunner): Pick<Handlers, ModerationRequest> {
  return {
    'meeting:admit': ({ knockId }) => {
      runner.moderation.decide(knockId, true);
    },
    'meeting:deny': ({ knockId }) => {
      runner.moderation.decide(knockId, false);
    },
    'meeting:block': ({ knockId }) => {
      runner.moderation.block(knockId);
    },
    'meeting:remove': ({ peerId }) => {
      runner.moderation.remove(peerId);
    },
    'meeting:set-lobby': ({ on }) => {
      runner.moderation.setLobby(on);
    },
    'meeting:set-lock': ({ on }) => {
      runner.moderation.setLock(on);
    },
    'meeting:set-co-host': ({ peerId, on }) => {
      runner.moderation.setCoHost(peerId, on);
    },
    'meeting:spotlight': ({ peerId }) => {
      runner.spotlight.put(peerId);
    },
    'meeting:end-spotlight': () => {
      runner.spotlight.end();
    },
    'meeting:replace-link': () => {
      runner.moderation.replaceLink();
    },
  };
}
