/** Recording for oneself: what the others are asked, the chip, the own bar, and what becomes of the file. */
import type { RecorderView, RecordingView } from '../../../renderer/state/contract';
import type { Snapshot } from '../../../renderer/state/snapshot';
import { amara, amaraId, crowd, inside } from './fixtures';
import { now } from './clock';

const others = crowd(4);
const amaraRecords: RecorderView = {
  ...{ peerId: amaraId, name: 'Amara', number: 1 },
  state: 'announced',
  answer: 'asked',
};
const of = (recording: Partial<RecordingView>): Partial<Snapshot> => ({
  meeting: inside({
    peers: [amara, ...others.slice(1)],
    recording: { mine: { state: 'off' }, others: [], ...recording },
  }),
});
const running: RecordingView['mine'] = {
  ...{ state: 'running', number: 1, startedAt: now - 724_000 },
  included: [amaraId, ...others.slice(1, 3).map(({ peerId }) => peerId)],
};

export const recordingStates: Record<string, Partial<Snapshot>> = {
  'recording-setup': of({}),
  'recording-setup-encrypted': of({}),
  'recording-ask': of({ others: [amaraRecords] }),
  'recording-ask-running': {
    ...of({ others: [{ ...amaraRecords, state: 'running' }] }),
    share: { state: 'on', source: 'screen', label: null, isPaused: false, isStill: false },
  },
  'recording-chip': of({ others: [{ ...amaraRecords, state: 'running', answer: 'answered' }] }),
  'recording-mine-announced': of({
    mine: { state: 'announced', number: 1, startsAt: now + 8000, waitsFor: ['Amara'] },
  }),
  'recording-mine': { ...of({ mine: running }), recording: { state: 'on', size: 84_000_000 } },
  'recording-saved': {
    ...of({}),
    recording: { state: 'off', last: { end: 'saved', elapsed: 724_000, size: 84_000_000 } },
  },
  'recording-full': { ...of({}), recording: { state: 'off', last: { end: 'full' } } },
  'recording-open': { screen: { name: 'settings' } },
};
