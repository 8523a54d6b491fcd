/** What the window may ask about going into a meeting, on to another one, and out of it. */
import { cleanName } from '../../../shared/identity/name';
import type { Share } from '../../../shared/ipc';
import type { TurnLogin } from '../../../shared/wire/turn-url';
import type { Handlers } from '../server';
import { lentBy } from '../../meeting/meeting-start';
import type { MeetingRunner } from '../../meeting/runner';
import type { KeptInvites } from '../../own-meetings/kept-invites';
import type { OwnMeetings } from '../../own-meetings/own-meetings';
import type { PrivateMode } from '../../private-mode/private-mode';

type MeetingRequest =
  | 'meeting:get'
  | 'meeting:new'
  | 'meeting:open-link'
  | 'meeting:go-back'
  | 'meeting:enter'
  | 'meeting:set-self'
  | 'meeting:continue'
  | 'meeting:answer-ask'
  | 'meeting:end-for-all'
  | 'meeting:stay'
  | 'meeting:leave';

export interface MeetingHandlersOptions {
  runner: MeetingRunner;
  /** Who was asked about leaving stays. */
  stays: () => void;
  /** What the window sends of the screen now. */
  shared: (share: Share | null) => void;
  privateMode: PrivateMode;
  ownMeetings: Pick<OwnMeetings, 'running' | 'held'>;
  kept: Pick<KeptInvites, 'keep' | 'giveUp'>;
  /** The own build is known by now, or will not be in time. */
  buildKnown: () => Promise<void>;
  /** The usual name, as it is kept. */
  usualName: () => string;
  saveUsualName: (name: string) => Promise<unknown>;
  /** A meeting has begun: whatever the system's firewall asks, it asks now. */
  firewallHasAsked: () => Promise<unknown>;
}

export function meetingHandlers(options: MeetingHandlersOptions): Pick<Handlers, MeetingRequest> {
  const {
    runner,
    stays,
    shared,
    privateMode,
    ownMeetings,
    kept,
    buildKnown,
    usualName,
    saveUsualName,
    firewallHasAsked,
  } = options;
  /** In private mode, before anything is sent. @param lent go-betweens of the link that is about to be followed. */
  const demand = async (lent: readonly TurnLogin[]): Promise<void> => {
    if (!privateMode.isOff) await privateMode.demand(runner.serversFor(lent));
  };
  return {
    'meeting:get': () => runner.view,
    'meeting:new': () => {
      runner.newMeeting();
    },
    'meeting:open-link': ({ text }) => {
      runner.openLink(text);
    },
    'meeting:go-back': () => {
      runner.goBack();
    },
    'meeting:enter': async (choice) => {
      const { previewed } = runner;
      await Promise.all([demand(runner.lentTurn), buildKnown()]);
      // Meanwhile the person may have entered already, or thought better of it.
      if (runner.previewed !== previewed) return;
      runner.enter(choice);
      const name = cleanName(choice.name);
      // The meeting has begun; that the name could not be kept for the next one must not end it.
      // A throwaway name is not the usual one, and is kept nowhere.
      if (choice.throwaway === true) return;
      if (name !== usualName()) await saveUsualName(name).catch(() => undefined);
      await firewallHasAsked().catch(() => undefined);
    },
    'meeting:set-self': (media) => {
      shared(media.share);
      runner.setSelf(media);
    },
    'meeting:continue': async ({ peerIds }) => {
      await demand([]);
      runner.continueElsewhere(peerIds);
    },
    'meeting:answer-ask': async ({ kind, yes }) => {
      if (kind === 'next') {
        const { nextOffer } = runner;
        const { offered, superseded } = nextOffer;
        if (yes) await kept.keep(offered, superseded);
        else await kept.giveUp(superseded);
        nextOffer.answered(offered);
        return;
      }
      if (kind === 'move' && yes) await demand(lentBy(runner.moderation.offered.hints));
      runner.answerAsk(kind, yes);
    },
    'meeting:end-for-all': async () => {
      runner.moderation.askToEnd();
      const over = ownMeetings.running;
      runner.leave();
      if (over !== null) await ownMeetings.held(over);
    },
    'meeting:stay': () => {
      stays();
    },
    'meeting:leave': () => {
      runner.leave();
    },
  };
}
