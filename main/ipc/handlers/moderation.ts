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
    'meeting:replace-link': () => {
      runner.moderation.replaceLink();
    },
  };
}
