/** What the window may ask about inviting into the running meeting: by its link, or by hand. */
import type { PassingClipboard } from '../../clipboard/clearing-clipboard';
import type { Handlers } from '../server';
import type { MeetingRunner } from '../../meeting/runner';

type InvitesRequest = Extract<keyof Handlers, `meeting:hand-${string}` | `meeting:${string}-invite`>;

export function invitesHandlers(
  runner: MeetingRunner,
  clipboard: PassingClipboard,
  /** A link as the address of the page that the person set. Throws VigilError bad-request where none is. */
  onPage: (link: string) => string,
): Pick<Handlers, InvitesRequest> {
  return {
    'meeting:copy-invite': async () => {
      await clipboard.copy(runner.inviteLink());
    },
    'meeting:copy-page-invite': async () => {
      await clipboard.copy(onPage(runner.inviteLink()));
    },
    'meeting:reveal-invite': () => ({ link: runner.inviteLink() }),
    'meeting:hand-invite': () => ({ id: runner.inviteByHand() }),
    'meeting:hand-answered': ({ text }) => ({ id: runner.byHand.answered(text) }),
    'meeting:hand-end': ({ id }) => {
      runner.byHand.endInvitation(id);
    },
    'meeting:hand-copy': async ({ id }) => {
      await clipboard.copy(runner.byHand.textOf(id));
    },
  };
}
