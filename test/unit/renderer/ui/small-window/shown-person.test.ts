import { describe, expect, it } from 'vitest';
import { initialSnapshot } from '../../../../../renderer/state/initial-snapshot';
import { withPinned, withUnseen } from '../../../../../renderer/state/seeing';
import type { Snapshot } from '../../../../../renderer/state/snapshot';
import { shownPerson } from '../../../../../renderer/ui/small-window/shown-person';
import type { PeerView } from '../../../../../shared/ipc';
import { insideWith } from '../../../../support/meeting-views';

const usual = { camera: true, microphone: true, link: 'open', trust: 'met' } as PeerView;
const amara: PeerView = { ...usual, peerId: 'a', name: 'Amara' };
const ben: PeerView = { ...usual, peerId: 'b', name: 'Ben' };
const stream = {} as MediaStream;

function showing(change: Partial<Snapshot> = {}, peers = [ben, amara], before: string | null = null) {
  const quiet = { silenced: [] as string[] };
  const meeting = insideWith([], [], { peers, speakingUp: { hands: [], quiet } } as never);
  const streams = new Map(peers.map(({ peerId }) => [peerId, stream]));
  const shown = shownPerson({ ...initialSnapshot, meeting, streams, ...change }, before, 'en');
  return shown && [shown.peer.peerId, shown.picture !== null];
}
const speaking = (dominant: string | null) => ({ self: false, peers: new Set<string>(), dominant });

describe('the small window shows', () => {
  it('whoever is pinned, else who speaks, else who spoke last, else the first by name', () => {
    const { seeing } = initialSnapshot;
    expect(showing()).toEqual(['a', true]);
    expect(showing({ speaking: speaking('b') })).toEqual(['b', true]);
    expect(showing({}, [ben, amara], 'b')).toEqual(['b', true]);
    expect(showing({ speaking: speaking('b'), seeing: withPinned(seeing, 'a', true) })).toEqual(['a', true]);
    expect(showing({ speaking: speaking('gone') }, [ben], 'gone')).toEqual(['b', true]);
  });

  it('nobody where nobody is', () => {
    expect(showing({}, [])).toBeNull();
    expect(shownPerson(initialSnapshot, null, 'en')).toBeNull();
  });

  it.each<[string, Partial<PeerView>, Partial<Snapshot>]>([
    ['the camera is off', { camera: false }, {}],
    ['the connection is not proven yet', { link: 'opening' }, {}],
    ['the key changed', { trust: 'changed' }, {}],
    ['this person wants no picture of them', {}, { seeing: withUnseen(initialSnapshot.seeing, 'a', true) }],
    ['sound only is on', {}, { seeing: { ...initialSnapshot.seeing, soundOnly: true } }],
    [
      'this computer is at its limit',
      {},
      { machineLimit: { state: 'limited', paused: new Set(['a']) } as never },
    ],
  ])('no picture where the tile shows none: %s', (_why, peer, change) => {
    expect(showing(change, [{ ...amara, ...peer }])).toEqual(['a', false]);
  });
});
