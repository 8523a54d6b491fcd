/** What the window may ask about meetings that this person made. */
import type { Contacts } from '../../contacts/contacts';
import type { Handlers } from '../server';
import type { MeetingRunner } from '../../meeting/runner';
import { fromHex, toHex } from '../../../shared/bytes';
import { unixSeconds } from '../../../shared/clocks';
import { blake2b, utf8 } from '../../../shared/crypto/sodium';
import { VigilError } from '../../../shared/errors';
import { inviteIdOf } from '../../../shared/meeting/door/personal-invites';
import type { NextMeeting } from '../../../shared/meeting/next-meeting';
import { systemClocks } from '../../clocks';
import { saveUserFile } from '../../files/user-files';
import { INVITE_FILE } from '../../invite-file';
import { createInvitation } from '../../meeting/invitation';
import { planned } from '../../meeting/planning';
import { calendarFile } from '../../own-meetings/calendar-file';
import type { KeptInvites } from '../../own-meetings/kept-invites';
import type { OwnMeetings } from '../../own-meetings/own-meetings';

type OwnMeetingsRequest = Extract<keyof Handlers, `own-meetings:${string}`>;

export interface OwnMeetingsHandlersOptions {
  meetings: OwnMeetings;
  kept: KeptInvites;
  runner: MeetingRunner;
  contacts: Contacts;
  /** Relays to name in a new link. */
  relaysForLink: () => string[];
  /** A link as the address of the page that the person set. Throws VigilError bad-request where none is. */
  onPage: (link: string) => string;
  /** The same, or the link as it is where no page is set. */
  clickable: (link: string) => string;
  /** To the clipboard, from which it is cleared soon. */
  copyLink: (link: string) => Promise<void>;
  changed: () => void;
}

export function ownMeetingsHandlers(options: OwnMeetingsHandlersOptions): Pick<Handlers, OwnMeetingsRequest> {
  const { meetings, kept, runner, contacts, relaysForLink, onPage, clickable, copyLink, changed } = options;
  return {
    'own-meetings:open': async ({ meeting }) => {
      const { invite, role } = await meetings.reopen(meeting);
      const next = await meetings.next(meeting);
      const nextAnew = (): NextMeeting | null => meetings.nextAnew(meeting);
      runner.openOwn(invite, next ? { ...role, next, nextAnew } : role);
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
    'own-meetings:copy-link': async ({ meeting, link, as }) => {
      const copied = meetings.link(meeting, link);
      await copyLink(as === 'page' ? onPage(copied) : copied);
    },
    'own-meetings:save-link': async ({ meeting, link }) => ({
      // No title in its name: folders are listed, synced and searched.
      saved: await saveUserFile({
        suggestedName: `invite.${INVITE_FILE}`,
        filters: [{ name: 'Vigil', extensions: [INVITE_FILE] }],
        contents: () => utf8(`${meetings.link(meeting, link)}\n`),
        notWritten: 'file-not-written',
      }),
    }),
    'own-meetings:reveal-link': ({ meeting, link }) => ({ link: meetings.link(meeting, link) }),
    'own-meetings:plan': async (choice) => {
      const { invite, hostKeySeed, plan } = planned(choice, relaysForLink(), systemClocks.wall());
      return { meeting: await meetings.prepare(invite, hostKeySeed, plan) };
    },
    'own-meetings:call': async ({ contact }) => {
      runner.refuseWhileBusy();
      const identity = contacts.identity(contact);
      const { invite, hostKeySeed } = createInvitation(
        { title: '', relays: relaysForLink(), turn: [], open: false },
        unixSeconds(systemClocks.wall()),
      );
      const meeting = await meetings.prepare(invite, hostKeySeed, null);
      const { role } = await meetings.reopen(meeting);
      runner.openOwn(invite, { ...role, expected: [identity] });
      await copyLink(clickable(meetings.link(meeting, null)));
    },
    'own-meetings:copy-text': async ({ text }) => {
      await copyLink(text);
    },
    'own-meetings:save-calendar': async ({ meeting, withLink, called }) => {
      const { title, plan } = meetings.facts(meeting);
      if (!plan) throw new VigilError('no-such-meeting');
      const text = calendarFile({
        uid: calendarIdOf(meeting),
        now: systemClocks.wall(),
        startsAt: plan.startsAt,
        summary: title === '' ? called : title,
        description: withLink ? clickable(meetings.link(meeting, null)) : '',
      });
      return {
        saved: await saveUserFile({
          suggestedName: 'vigil-meeting.ics',
          filters: [{ name: 'iCalendar', extensions: ['ics'] }],
          contents: () => utf8(text),
          notWritten: 'file-not-written',
        }),
      };
    },
    'own-meetings:ask-to-join': ({ invite }) => {
      runner.openLink(kept.link(invite));
    },
    'own-meetings:forget-invite': async ({ invite }) => {
      await kept.forget(invite);
    },
    'own-meetings:expect': ({ contacts: ids }) => {
      for (const id of ids) runner.moderation.preAdmit(contacts.identity(id));
      changed();
    },
  };
}

/** The same each time, so that a calendar replaces what it has; it tells nothing of the meeting. */
function calendarIdOf(meeting: string): string {
  return toHex(blake2b(16, [utf8('vigil-calendar-1'), fromHex(meeting)]));
}
