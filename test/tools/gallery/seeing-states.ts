/** How one sees and hears the others: the menu of a tile, and what tiles say of it. */
import type { Snapshot } from '../../../renderer/state/snapshot';
import { usualSeeing, withMuted, withUnseen, withVolume } from '../../../renderer/state/seeing';
import { amara, asGuest, crowd, inside, jonas, noSpeech, now, speaking, tomas } from './fixtures';

const peers = [amara, jonas, tomas];
const lit = { id: 'ab'.repeat(32), peerId: amara.peerId, name: amara.name, mine: false };
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
  'spotlight-other': {
    meeting: inside({ peers, speakingUp, spotlight: { ...lit, by: 'Ruth' } }),
    speaking: { self: false, peers: new Set([jonas.peerId]), dominant: jonas.peerId },
  },
  'spotlight-menu': {
    meeting: inside({ peers, spotlight: { ...lit, by: 'Ruth' } }),
  },
  'spotlight-mine': {
    meeting: asGuest({
      spotlight: { ...lit, peerId: 'f'.repeat(32), name: 'Ruth', mine: true, by: 'Tomás' },
    }),
  },
  'spotlight-pinned': {
    meeting: inside({ peers: crowd(5), spotlight: { ...lit, peerId: fourth ?? '', by: '' } }),
    seeing: { ...usualSeeing, layout: 'speaker', pinned: [second ?? ''] },
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
