/** Meetings that this person made, and the links that lead there. Links shown in full are kept nowhere here. */
import type { VigilBridge } from '../../../shared/ipc';
import type { RunRequest } from './run-request';
import type { Notice } from '../notice';

export interface OwnMeetingActions {
  openOwnMeeting: (meeting: string) => void;
  forgetOwnMeeting: (meeting: string) => void;
  /** label: for whom. done: the link is made. */
  invitePerson: (meeting: string, label: string, done: () => void) => void;
  closeLink: (meeting: string, link: string) => void;
  /** link: null for everybody's. */
  copyLink: (meeting: string, link: string | null) => void;
  /** In full; null if it could not be had. */
  revealLink: (meeting: string, link: string | null) => Promise<string | null>;
  /** This contact comes into the running meeting without being asked about. */
  expectContact: (contact: string) => void;
}

export function createOwnMeetingActions(
  { request }: VigilBridge,
  run: RunRequest,
  tell: (notice: Notice) => void,
): OwnMeetingActions {
  return {
    openOwnMeeting: (meeting) => {
      run(request['own-meetings:open']({ meeting }));
    },
    forgetOwnMeeting: (meeting) => {
      run(request['own-meetings:forget']({ meeting }));
    },
    invitePerson: (meeting, label, done) => {
      run(request['own-meetings:invite-person']({ meeting, label }), done);
    },
    closeLink: (meeting, link) => {
      run(request['own-meetings:close-link']({ meeting, link }));
    },
    copyLink: (meeting, link) => {
      run(request['own-meetings:copy-link']({ meeting, link }), () => {
        tell({ kind: 'done', what: 'invite-copied' });
      });
    },
    revealLink: (meeting, link) =>
      new Promise((resolve) => {
        request['own-meetings:reveal-link']({ meeting, link }).then(
          (answer) => {
            if (answer.ok) resolve(answer.value.link);
            else {
              tell({ kind: 'error', code: answer.code });
              resolve(null);
            }
          },
          () => {
            resolve(null);
          },
        );
      }),
    expectContact: (contact) => {
      run(request['own-meetings:expect']({ contacts: [contact] }));
    },
  };
}
