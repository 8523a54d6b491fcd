/** Meetings that this person made, and the links that lead there. Links shown in full are kept nowhere here. */
import type { RequestArgument, VigilBridge } from '../../../shared/ipc';
import type { RunRequest } from './run-request';
import type { Notice } from '../notice';

export interface OwnMeetingActions {
  openOwnMeeting: (meeting: string) => void;
  forgetOwnMeeting: (meeting: string) => void;
  /** label: for whom. done: the link is made. */
  invitePerson: (meeting: string, label: string, done: () => void) => void;
  closeLink: (meeting: string, link: string) => void;
  /** link: null for everybody's. */
  copyLink: (meeting: string, link: string | null, as?: 'vigil' | 'page') => void;
  /** As a file that Vigil opens. */
  saveLink: (meeting: string, link: string | null) => void;
  /** In full; null if it could not be had. */
  revealLink: (meeting: string, link: string | null) => Promise<string | null>;
  /** done: it is made; nothing was sent. */
  planMeeting: (choice: RequestArgument<'own-meetings:plan'>, done: (meeting: string) => void) => void;
  /** Makes a meeting for this contact and copies its link. then: its preview is there. */
  callContact: (contact: string, then: () => void) => void;
  /** An invitation in words, with its link. */
  copyInvitation: (text: string) => void;
  /** called: what a meeting without a title is called in the calendar. */
  saveCalendar: (choice: RequestArgument<'own-meetings:save-calendar'>) => void;
  /** Leads to the preview of somebody's meeting whose link was kept. */
  askToJoinKept: (invite: string) => void;
  forgetInvite: (invite: string) => void;
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
    copyLink: (meeting, link, as = 'vigil') => {
      run(request['own-meetings:copy-link']({ meeting, link, as }), () => {
        tell({ kind: 'done', what: 'invite-copied' });
      });
    },
    saveLink: (meeting, link) => {
      run(request['own-meetings:save-link']({ meeting, link }), ({ saved }) => {
        if (saved) tell({ kind: 'done', what: 'saved' });
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
    planMeeting: (choice, done) => {
      run(request['own-meetings:plan'](choice), ({ meeting }) => {
        done(meeting);
      });
    },
    callContact: (contact, then) => {
      run(request['own-meetings:call']({ contact }), () => {
        tell({ kind: 'done', what: 'invite-copied' });
        then();
      });
    },
    copyInvitation: (text) => {
      run(request['own-meetings:copy-text']({ text }), () => {
        tell({ kind: 'done', what: 'invite-copied' });
      });
    },
    saveCalendar: (choice) => {
      run(request['own-meetings:save-calendar'](choice), ({ saved }) => {
        if (saved) tell({ kind: 'done', what: 'saved' });
      });
    },
    askToJoinKept: (invite) => {
      run(request['own-meetings:ask-to-join']({ invite }));
    },
    forgetInvite: (invite) => {
      run(request['own-meetings:forget-invite']({ invite }));
    },
    expectContact: (contact) => {
      run(request['own-meetings:expect']({ contacts: [contact] }));
    },
  };
}
