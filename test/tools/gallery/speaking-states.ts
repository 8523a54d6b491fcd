/** Chat, hands, reactions, and who is heard. */
import { noChat, type Chat } from '../../../renderer/state/chat';
import type { ChatMessageView, SpeakingUpView } from '../../../renderer/state/contract';
import type { Snapshot } from '../../../renderer/state/snapshot';
import { amara, app, asGuest, crowd, inside, jonas, noSpeech, now, tomas } from './fixtures';

const self = { peerId: 'f'.repeat(32), name: 'Ruth' };
const personOf = ({ peerId, name }: { peerId: string; name: string }) => ({ peerId, name });
const quiet = noSpeech.quiet;
const speech = (change: Partial<SpeakingUpView>): SpeakingUpView => ({ ...noSpeech, ...change });

let written = 0;
function message(from: typeof self, text: string, change: Partial<ChatMessageView> = {}): ChatMessageView {
  const id = `${from.peerId}:${String(written++)}`;
  const at = now - 600_000 + written * 40_000;
  return { id, from: personOf(from), mine: from === self, to: null, text, at, late: false, ...change };
}

const messages = [
  message(tomas, 'Is the one with the pear tree in it?'),
  message(self, 'It is. Second from the end.'),
  message(amara, 'Shall I read the letter first, or after the music?', { to: personOf(self) }),
  message(self, 'First, please.', { to: personOf(amara) }),
  message(jonas, 'All pictures are here: https://photos.example.org/garden, and https://bücher.example/لوح'),
  message(tomas, 'שלום לכולם, שמעתי.\nUnder it a second line, which is long enough for a break.', {
    late: true,
  }),
  message(amara, `An${'other'.repeat(30)}`),
];
const chat: Chat = {
  isOpen: true,
  messages,
  files: new Set(),
  seen: messages.length,
  unread: 0,
  firstNew: messages[4]?.id ?? null,
};
const peers = [{ ...amara, trust: 'verified' as const }, jonas, tomas];
const hands = [
  { ...personOf(amara), mine: false },
  { ...self, mine: true },
  { ...personOf(tomas), mine: false },
];

export const speakingStates: Record<string, Partial<Snapshot>> = {
  'chat-open': { meeting: inside({ peers }), chat },
  'chat-to-one': { meeting: inside({ peers }), chat },
  'chat-long': { meeting: inside({ peers }), chat },
  'chat-link': { meeting: inside({ peers }), chat },
  'chat-link-private': {
    app: {
      ...app,
      privateMode: { state: 'on', proxy: 'socks5://127.0.0.1:9050', answers: true, unreached: [] },
    },
    meeting: inside({ peers }),
    chat,
  },
  'chat-empty': {
    meeting: inside({ peers }),
    chat: { ...noChat, isOpen: true },
  },
  'chat-unread': { meeting: inside({ peers }), chat: { ...chat, isOpen: false, unread: 3 } },
  'chat-paused': {
    meeting: asGuest({
      peers,
      speakingUp: speech({ quiet: { ...quiet, paused: { by: 'Tomás' }, mayWrite: false } }),
    }),
    chat,
  },
  'chat-paused-host': {
    meeting: inside({ peers, speakingUp: speech({ quiet: { ...quiet, paused: { by: 'Ruth' } } }) }),
    chat,
  },
  'hands-tiles': { meeting: inside({ peers, speakingUp: speech({ hands }) }) },
  'hands-people': { meeting: inside({ peers, speakingUp: speech({ hands }) }) },
  'hands-member': {
    meeting: asGuest({ peers: crowd(7), speakingUp: speech({ hands: hands.slice(1, 2) }) }),
  },
  'reactions-shown': {
    meeting: inside({
      peers,
      speakingUp: speech({
        reactions: [
          { ...personOf(amara), mine: false, id: 1, reaction: 'heart' },
          { ...personOf(amara), mine: false, id: 2, reaction: 'applause' },
          { ...self, mine: true, id: 3, reaction: 'celebrate' },
          { ...personOf(jonas), mine: false, id: 4, reaction: 'surprise' },
        ],
      }),
    }),
  },
  'reactions-choice': { meeting: inside({ peers }) },
  'silenced-me': {
    meeting: asGuest({ peers, speakingUp: speech({ quiet: { ...quiet, mine: { by: 'Tomás' } } }) }),
  },
  'silenced-me-asked': {
    meeting: asGuest({
      peers,
      speakingUp: speech({ hands: hands.slice(1, 2), quiet: { ...quiet, mine: { by: '' } } }),
    }),
  },
  'silenced-others': {
    meeting: inside({
      peers,
      speakingUp: speech({
        hands,
        quiet: { ...quiet, everybody: true, silenced: [jonas.peerId, tomas.peerId] },
      }),
    }),
  },
  'silence-all': { meeting: inside({ peers }) },
  'silences-asked': {
    meeting: asGuest({
      peers,
      speakingUp: speech({ quiet: { ...quiet, asked: { names: ['Amara', 'Jonas'], me: true } } }),
    }),
  },
};
