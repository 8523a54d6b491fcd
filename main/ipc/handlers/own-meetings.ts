/** What the window may ask about meetings that this person made. */
import type { Contacts } from '../../contacts/contacts';
import type { Handlers } from '../server';
import type { MeetingRunner } from '../../meeting/runner';
import { inviteIdOf } from '../../../shared/meeting/door/personal-invites';
import type { OwnMeetings } from '../../own-meetings/own-meetings';

type OwnMeetingsRequest = Extract<keyof Handlers, `own-meetings:${string}`>;

export interface OwnMeetingsHandlersOptions {
  meetings: OwnMeetings;
  runner: MeetingRunner;
  contacts: Contacts;
  /** To the clipboard, from which it is cleared soon. */
  copyLink: (link: string) => Promise<void>;
  changed: () => void;
}

export function ownMeetingsHandlers(options: OwnMeetingsHandlersOptions): Pick<Handlers, OwnMeetingsRequest> {
  const { meetings, runner, contacts, copyLink, changed } = options;
  return {
    'own-meetings:open': async ({ meeting }) => {
      const { invite, role } = await meetings.reopen(meeting);
      runner.openOwn(invite, role);
    },
    'own-meetings:forget': async ({ meeting }) => {
      await meetings.forget(meeting);
    },
    'own-meetings:invite-person': ({ meeting, label }) => {
      if (!meetings.isRunning(meeting)) return { link: meetings.addPersonal(meeting, label) };
      const link = inviteIdOf(runner.moderation.invitePerson());
      meetings.label(meeting, link, label);
      return { link };
    },
    'own-meetings:close-link': async ({ meeting, link }) => {
      if (meetings.isRunning(meeting)) runner.moderation.closePersonal(link);
      else await meetings.closePersonal(meeting, link);
    },
    'own-meetings:copy-link': async ({ meeting, link }) => {
      await copyLink(meetings.link(meeting, link));
    },
    'own-meetings:reveal-link': ({ meeting, link }) => ({ link: meetings.link(meeting, link) }),
    'own-meetings:expect': ({ contacts: ids }) => {
      for (const id of ids) runner.moderation.preAdmit(contacts.identity(id));
      changed();
    },
  };
}
