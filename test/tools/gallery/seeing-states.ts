/** How one sees and hears the others: the menu of a tile, and what tiles say of it. */
import type { Snapshot } from '../../../renderer/state/snapshot';
import { usualSeeing, withMuted, withUnseen, withVolume } from '../../../renderer/state/seeing';
import { amara, asGuest, crowd, inside, jonas, noSpeech, now, speaking, tomas } from './fixtures';

const peers = [amara, jonas, tomas];
const hands = [{ peerId: amara.peerId, name: amara.name, mine: false }];
const speakingUp = { ...noSpeech, hands };
const [first, second, third, fourth] = crowd(7).map(({ peerId }) => peerId);

export const seeingStates: Record<string, Partial<Snapshot>> = {
  'tile-menu': {
    meeting: inside({ peers, speakingUp }),
    seeing: withVolume(usualSeeing, amara.peerId, 80),
  },
  'tile-menu-guest': {
    meeting: asGuest({ speakingUp }),
    seeing: withMuted(
      withVolume(withUnseen(usualSeeing, amara.peerId, true), amara.peerId, 150),
      amara.peerId,
      true,
    ),
  },
  'tile-menu-last': { meeting: inside({ peers: crowd(7) }) },
  'speaker-view': {
    meeting: inside({ peers, speakingUp }),
    seeing: { ...usualSeeing, layout: 'speaker' },
    speaking: { self: false, peers: new Set([amara.peerId]), dominant: amara.peerId },
  },
  'speaker-pinned': {
    meeting: inside({ peers: crowd(5) }),
    seeing: { ...usualSeeing, layout: 'speaker', pinned: [second ?? '', third ?? ''] },
    speaking: speaking(0),
  },
  'speaker-many': {
    meeting: inside({ peers: crowd(15) }),
    seeing: { ...usualSeeing, layout: 'speaker', hidesSelf: true },
    speaking: speaking(5),
  },
  'speaker-knock': {
    meeting: inside({
      peers: crowd(3),
      knocks: [
        {
          ...{ knockId: 'b'.repeat(32), byLink: null, name: 'Hanna', since: now - 20_000 },
          ...{ trust: 'new', contactName: null },
        },
      ],
    }),
    seeing: { ...usualSeeing, layout: 'speaker' },
  },
  'speaker-menu': {
    meeting: inside({ peers: crowd(5) }),
    seeing: { ...usualSeeing, layout: 'speaker' },
    speaking: speaking(0),
  },
  'sound-only': {
    meeting: inside({ peers }),
    seeing: { ...usualSeeing, soundOnly: true },
    speaking: { self: false, peers: new Set([amara.peerId]), dominant: amara.peerId },
  },
  'view-choices': { meeting: inside({ peers }), seeing: { ...usualSeeing, layout: 'speaker' } },
  'view-choices-two': { meeting: inside({ peers: [amara] }) },
  'self-hidden': { meeting: inside({ peers }), seeing: { ...usualSeeing, hidesSelf: true } },
  'tile-words': {
    meeting: inside({
      peers,
      speakingUp: { ...speakingUp, quiet: { ...noSpeech.quiet, silenced: [tomas.peerId] } },
    }),
    seeing: withMuted(withUnseen(usualSeeing, jonas.peerId, true), jonas.peerId, true),
    weak: new Set([amara.peerId]),
  },
  'tile-words-many': {
    meeting: inside({ peers: crowd(7) }),
    seeing: withMuted(withUnseen(usualSeeing, first ?? '', true), second ?? '', true),
    weak: new Set([third ?? '', fourth ?? '']),
  },
};
