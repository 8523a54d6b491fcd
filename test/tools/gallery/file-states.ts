/** Files that are offered and kept. */
import { noChat, type Chat } from '../../../renderer/state/chat';
import type { FileView } from '../../../renderer/state/contract';
import type { Snapshot } from '../../../renderer/state/snapshot';
import { amara, inside, jonas, now, tomas } from './fixtures';

const MB = 1_000_000;
const self = { peerId: 'f'.repeat(32), name: 'Ruth' };
const personOf = ({ peerId, name }: { peerId: string; name: string }) => ({ peerId, name });
const peers = [{ ...amara, trust: 'verified' as const }, jonas, tomas];
const chat: Chat = { ...noChat, isOpen: true };

let offered = 0;
function file(name: string, size: number, change: Partial<FileView> = {}): FileView {
  const id = (++offered).toString(16).padStart(32, '0');
  return {
    ...{ id, name, size, mine: false, from: personOf(amara), to: null, at: now - 600_000 + offered * 40_000 },
    ...{ state: 'offered', bytes: 0, wanted: size, speed: null, receivers: [], ...change },
  };
}

const receiver = (one: { peerId: string; name: string }, state: FileView['state'], bytes: number) => ({
  ...personOf(one),
  state,
  bytes,
});
const mine = { mine: true, from: self } as const;

const running = file('choir-2026.mp4', 1400 * MB, { state: 'running', bytes: 560 * MB, speed: 11 * MB });

export const fileStates: Record<string, Partial<Snapshot>> = {
  'files-arriving': {
    meeting: inside({ peers }),
    files: [
      file('letter.pdf', 2 * MB, {
        ...mine,
        state: 'done',
        receivers: peers.map((one) => receiver(one, 'done', 2 * MB)),
      }),
      running,
      file('scans.tar', 310 * MB, { from: personOf(tomas), state: 'waiting', bytes: 220 * MB }),
      file('minutes.odt', MB, { from: personOf(jonas), state: 'damaged' }),
      file('garden-1987.zip', 96 * MB, { from: personOf(tomas) }),
    ],
    chat,
  },
  'files-standing': {
    meeting: inside({ peers }),
    files: [
      file('archive.zip', 900 * MB, { state: 'full', bytes: 600 * MB }),
      file('notes.txt', 900, { state: 'unwritable', bytes: 0, to: self }),
      file('voice.opus', 5 * MB, { state: 'held-here', bytes: 2 * MB }),
      file(`${'a-long-name-'.repeat(15)}.jpeg`, 5.2 * MB, { state: 'held-there', bytes: 2 * MB }),
      file('draft.odt', 0, { state: 'changed' }),
      file('photos.zip', MB, { state: 'gone', from: personOf(jonas) }),
    ],
    chat,
  },
  'files-own': {
    meeting: inside({ peers }),
    files: [
      file('report.pdf', 44 * MB, {
        ...mine,
        ...{ state: 'running', bytes: 66 * MB, wanted: 88 * MB, speed: 3.4 * MB },
        receivers: [
          receiver(amara, 'done', 44 * MB),
          receiver(jonas, 'running', 22 * MB),
          receiver(tomas, 'offered', 0),
        ],
      }),
      file('to-amara.pdf', 700, {
        ...mine,
        ...{ to: personOf(amara), wanted: 0, receivers: [receiver(amara, 'offered', 0)] },
      }),
      file('map.png', 3 * MB, {
        ...mine,
        ...{ state: 'waiting', bytes: MB, receivers: [receiver(tomas, 'waiting', MB)] },
      }),
      file('list.ods', 20_000, {
        ...mine,
        ...{ state: 'declined', wanted: 0, receivers: [receiver(jonas, 'declined', 0)] },
      }),
    ],
    chat,
    isReadingFile: true,
  },
};
