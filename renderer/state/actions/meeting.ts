/** Into a meeting and out of it, and the link that invites to it. */
import type { VigilBridge } from '../../../shared/ipc';
import type { Devices } from '../../call/devices/devices';
import type { RunRequest } from './moderation';
import type { Actions } from '../snapshot';
import type { Store } from '../store';

type MeetingActions = Pick<
  Actions,
  | 'newMeeting'
  | 'openLink'
  | 'clearLinkError'
  | 'enter'
  | 'leave'
  | 'copyInvite'
  | 'revealInvite'
  | 'hideInvite'
>;

export function createMeetingActions(
  { request }: VigilBridge,
  ask: RunRequest,
  store: Store,
  devices: Devices,
): MeetingActions {
  return {
    newMeeting: () => {
      ask(request['meeting:new'](undefined));
    },
    openLink: (text) => {
      void request['meeting:open-link']({ text }).then((answer) => {
        store.set({ linkError: answer.ok ? null : answer.code });
      });
    },
    clearLinkError: () => {
      store.set({ linkError: null });
    },
    enter: (choice) => {
      const microphone = devices.sendsSound;
      const camera = devices.video !== null;
      ask(request['meeting:enter']({ ...choice, microphone, camera }));
    },
    leave: () => {
      ask(request['meeting:leave'](undefined));
    },
    copyInvite: () => {
      ask(request['meeting:copy-invite'](undefined), () => {
        store.set({ notice: { kind: 'done', what: 'invite-copied' } });
      });
    },
    revealInvite: () => {
      ask(request['meeting:reveal-invite'](undefined), ({ link }) => {
        store.set({ revealedInvite: link });
      });
    },
    hideInvite: () => {
      store.set({ revealedInvite: null });
    },
  };
}
