/** A screen that is shared: the dialog, the bar of whoever shares, and what the others see. */
import type { PeerView } from '../../../renderer/state/contract';
import type { Snapshot } from '../../../renderer/state/snapshot';
import { usualSeeing } from '../../../renderer/state/seeing';
import { amara, crowd, inside } from './fixtures';
import { screenPicture, screenStream } from './screen-picture';

const sharing = (peer: PeerView, change: Partial<NonNullable<PeerView['share']>> = {}): PeerView => ({
  ...peer,
  share: { source: 'window', paused: false, ...change },
});
const others = crowd(4);
/** The same people, of whom these share; by their place. */
const peersWith = (shares: Record<number, Partial<NonNullable<PeerView['share']>>>): PeerView[] =>
  others.map((peer, index) => {
    const change = shares[index];
    return change ? sharing(peer, change) : peer;
  });
const list = (['Order of the evening', 'Photographs', 'Garden, web page', 'Budget', 'Letters'] as const).map(
  (name, index) => ({
    id: `window:${String(index)}:0`,
    source: 'window' as const,
    name,
    thumbnail: screenPicture(index),
  }),
);
const screens = [0, 1].map((index) => ({
  id: `screen:${String(index)}:0`,
  source: 'screen' as const,
  name: '',
  thumbnail: screenPicture(index),
}));
const shown = new Map([amara, ...others].map(({ peerId }) => [peerId, screenStream] as const));
const on = {
  state: 'on',
  source: 'window',
  label: 'Order of the evening',
  isPaused: false,
  isStill: false,
} as const;

export const sharingStates: Record<string, Partial<Snapshot>> = {
  'share-windows': {
    meeting: inside({ peers: others }),
    sharePicker: { state: 'list', sources: [...screens, ...list], hidesVigil: true },
  },
  'share-screens': {
    meeting: inside({ peers: others }),
    sharePicker: { state: 'list', sources: [...screens, ...list], hidesVigil: true },
  },
  'share-screens-seen': {
    meeting: inside({ peers: others }),
    sharePicker: { state: 'list', sources: screens, hidesVigil: false },
  },
  'share-none': {
    meeting: inside({ peers: others }),
    sharePicker: { state: 'list', sources: [], hidesVigil: true },
  },
  'share-system': { meeting: inside({ peers: others }), sharePicker: { state: 'system', hidesVigil: false } },
  'share-sharing': { meeting: inside({ peers: others }), share: on },
  'share-pausing': { meeting: inside({ peers: others }), share: { ...on, isPaused: true } },
  'share-starting': { meeting: inside({ peers: others }), share: { state: 'starting', source: null } },
  'share-refused': { meeting: inside({ peers: others }), share: { state: 'off', end: 'refused' } },
  'share-viewer': { meeting: inside({ peers: peersWith({ 2: {} }) }), screens: shown },
  'share-two-people': { meeting: inside({ peers: [sharing(amara, { source: 'screen' })] }), screens: shown },
  'share-two': {
    meeting: inside({ peers: peersWith({ 0: {}, 2: {} }) }),
    screens: shown,
  },
  'share-paused': { meeting: inside({ peers: peersWith({ 2: { paused: true } }) }) },
  'share-offered': {
    meeting: inside({ peers: peersWith({ 2: {} }) }),
    seeing: { ...usualSeeing, watched: 'people' },
  },
};
