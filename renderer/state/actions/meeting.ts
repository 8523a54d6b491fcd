/** Into a meeting and out of it, and the link that invites to it. */
import type { VigilBridge } from '../../../shared/ipc';
import type { Devices } from '../../call/devices/devices';
import { MAX_PASTED_LENGTH } from '../contract';
import type { RunRequest } from './run-request';
import type { Store } from '../store';

export interface MeetingActions {
  newMeeting: () => void;
  openLink: (text: string) => void;
  clearLinkError: () => void;
  /** Once more to the preview of the meeting in which this person was a guest. */
  goBack: () => void;
  /** From the preview into the meeting: starts it (host) or asks to join (guest). */
  enter: (choice: {
    name: string;
    title?: string;
    open?: boolean;
    throwaway?: boolean;
    lendTurn?: boolean;
  }) => void;
  /** Out of the meeting, the knock, the preview or the ended page. */
  leave: () => void;
  /** To be asked in the large window, wherever it is, whether to leave. */
  askToLeave: () => void;
  /** Not to leave, although the window was to be closed. */
  stay: () => void;
  copyInvite: () => void;
  /** As the address of the page that is set. */
  copyPageInvite: () => void;
  revealInvite: () => void;
  hideInvite: () => void;
}

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
      void request['meeting:open-link']({ text: text.slice(0, MAX_PASTED_LENGTH) }).then((answer) => {
        store.set({ linkError: answer.ok ? null : answer.code });
      });
    },
    clearLinkError: () => {
      store.set({ linkError: null });
    },
    goBack: () => {
      ask(request['meeting:go-back'](undefined));
    },
    enter: (choice) => {
      const microphone = devices.sendsSound;
      const camera = devices.video !== null;
      const isWithoutCamera = devices.camera.state === 'failed';
      ask(request['meeting:enter']({ ...choice, microphone, camera }), () => {
        // Whoever goes in without a picture is not surprised by one later.
        if (isWithoutCamera) void devices.setCamera(false);
      });
    },
    leave: () => {
      ask(request['meeting:leave'](undefined));
    },
    askToLeave: () => {
      ask(request['meeting:ask-to-leave'](undefined));
    },
    stay: () => {
      store.set({ leaveIsAsked: false });
      ask(request['meeting:stay'](undefined));
    },
    copyInvite: () => {
      ask(request['meeting:copy-invite'](undefined), () => {
        store.set({ notice: { kind: 'done', what: 'invite-copied' } });
      });
    },
    copyPageInvite: () => {
      ask(request['meeting:copy-page-invite'](undefined), () => {
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
