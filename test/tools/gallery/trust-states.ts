/** States of knowing whom one talks to: badges, comparing, changed keys, contacts. */
import type { EmojiView, PeerView } from '../../../renderer/state/contract';
import type { Snapshot } from '../../../renderer/state/snapshot';
import type { Verification } from '../../../renderer/state/verification';
import { amara, app, comparing, crowd, groupCode, inside, jonas, now, tomas } from './fixtures';

const withAmara = (change: Partial<PeerView>): Partial<Snapshot> => ({
  meeting: inside({ peers: [{ ...amara, ...change }] }),
});
const verifying = (verification: Verification): Partial<Snapshot> => ({ meeting: inside(), verification });
const emoji = (view: EmojiView): Partial<Snapshot> => ({
  ...withAmara({ emoji: view }),
  verification: { ...comparing, tab: 'emoji' },
});
const six: EmojiView = {
  phase: 'comparing',
  emoji: ['moon', 'fish', 'key', 'maple-leaf', 'sailboat', 'sunflower'],
  mine: false,
  theirs: false,
};
const mixed: PeerView[] = [
  { ...amara, trust: 'verified', contactName: 'Amara from the choir' },
  { ...jonas, trust: 'met', role: 'co-host' },
  { ...tomas, sharesNameWith: 'Tomás' },
];
const inList = (change: Partial<PeerView>, verification: Verification): Partial<Snapshot> => ({
  meeting: inside({
    peers: [jonas, { ...amara, trust: 'met', ...change }, ...verified([tomas]), { ...elena, trust: 'new' }],
  }),
  verification,
});
const verified = (peers: PeerView[]): PeerView[] => peers.map((peer) => ({ ...peer, trust: 'verified' }));
const elena: PeerView = { ...amara, peerId: 'e'.repeat(32), name: 'Elena', trust: 'changed', camera: false };
const knock = (id: string, name: string) => ({
  knockId: id.repeat(32),
  name,
  since: now - 20_000,
  byLink: null,
});
const differ = (by: Extract<Verification, { step: 'differ' }>['by']) =>
  verifying({ step: 'differ', name: 'Amara', by });

export const trustStates: Record<string, Partial<Snapshot>> = {
  'trust-four': { meeting: inside({ peers: mixed }) },
  'trust-people': { meeting: inside({ peers: [...mixed, { ...elena, trust: 'met' }] }) },
  'trust-sixteen': {
    meeting: inside({
      peers: crowd(15).map((peer, index) => ({
        ...peer,
        trust: (['verified', 'met', 'new'] as const)[index % 3] ?? 'new',
        sharesNameWith: index === 5 ? peer.name : null,
        contactName: index === 3 ? 'Grandmother' : null,
      })),
    }),
  },
  'trust-two': withAmara({ trust: 'met', contactName: 'Amara from the choir', sharesNameWith: 'Amara' }),
  'trust-knocks': {
    meeting: inside({
      knocks: [
        { ...knock('1', 'Elena'), trust: 'changed', contactName: null },
        { ...knock('2', 'Mei'), trust: 'verified', contactName: 'Mei Lin' },
      ],
    }),
  },
  'only-two': withAmara({ trust: 'verified' }),
  'only-four': { meeting: inside({ peers: verified(mixed) }) },
  'verified-lists-differ': {
    meeting: inside({
      peers: verified(mixed),
      lists: { alarms: [{ kind: 'missing-there', peer: 'Tomás', about: 'Amara' }], cannotCompare: [] },
    }),
  },
  'key-changed': { meeting: inside({ peers: [...mixed, elena] }) },
  'key-changed-two': { meeting: inside({ peers: [elena] }) },
  'verify-number-verified': { ...withAmara({ trust: 'verified' }), verification: comparing },
  'verify-number-copied': {
    ...verifying(comparing),
    notice: { kind: 'done', what: 'number-copied' },
  },
  'verify-copied-match': verifying({ ...comparing, copied: 'match' }),
  'verify-copied-no-match': verifying({ ...comparing, copied: 'no-match' }),
  'verify-copied-nothing': verifying({ ...comparing, copied: 'nothing' }),
  'verify-copied-own-copy': verifying({ ...comparing, copied: 'own-copy' }),
  'verify-error': { ...verifying(comparing), notice: { kind: 'error', code: 'no-such-peer' } },
  'verify-asked-emoji': { ...withAmara({ emoji: six }), verification: comparing },
  'verify-code': verifying({ ...comparing, tab: 'code' }),
  'verify-code-making': verifying({ ...comparing, tab: 'code', ownCode: null }),
  'verify-code-not-a-code': verifying({ ...comparing, tab: 'code', scanned: 'not-a-code' }),
  'verify-code-own-code': verifying({ ...comparing, tab: 'code', scanned: 'own-code' }),
  'verify-code-no-code': verifying({ ...comparing, tab: 'code', scanned: 'no-code-in-image' }),
  'verify-scan': verifying({ ...comparing, tab: 'code' }),
  'verify-scan-failed': verifying({ ...comparing, tab: 'code' }),
  'verify-emoji-idle': emoji({ phase: 'idle' }),
  'verify-emoji-waiting': emoji({ phase: 'waiting' }),
  'verify-emoji-comparing': emoji(six),
  'verify-emoji-mine': emoji({ ...six, mine: true }),
  'verify-emoji-vanished': emoji({ phase: 'failed', why: 'vanished' }),
  'verify-emoji-cancelled': emoji({ phase: 'failed', why: 'cancelled' }),
  'verify-emoji-too-many': emoji({ phase: 'failed', why: 'too-many-tries' }),
  'verify-matched': verifying({ step: 'same', peerId: amara.peerId, name: 'Amara', by: 'emoji' }),
  'verify-matched-code': verifying({ step: 'same', peerId: amara.peerId, name: 'Amara', by: 'code' }),
  'verify-list-emoji': inList({ emoji: six }, { ...comparing, tab: 'emoji' }),
  'verify-list-waiting': inList({ emoji: { phase: 'waiting' } }, { ...comparing, tab: 'emoji' }),
  'verify-list-number': inList({}, comparing),
  'verify-list-done': inList(
    { trust: 'verified' },
    { step: 'same', peerId: amara.peerId, name: 'Amara', by: 'emoji' },
  ),
  'verify-list-differ': { meeting: inside({ peers: mixed }), verification: { step: 'everyone' } },
  'verify-mismatch-number': differ('number'),
  'verify-mismatch-code': differ('code'),
  'verify-mismatch-emoji': differ('emoji'),
  'verify-mismatch-not-genuine': differ('not-genuine'),
  'verify-mismatch-guest': {
    meeting: inside({ role: 'guest', rights: 'none' }),
    verification: { step: 'differ', name: 'Amara', by: 'number' },
  },
  'verify-somebody-else': verifying({ step: 'somebody-else', comparing, belongsTo: 'Mei Lin' }),
  'verify-gone': verifying({ step: 'gone', name: 'Amara', inEmoji: true }),
  'emoji-asked': withAmara({ emoji: six }),
  'group-code-compared': {
    meeting: inside({ peers: verified(mixed) }),
    comparedGroupCode: groupCode.join(' '),
    verification: { step: 'everyone' },
  },
  'group-code-copied': {
    meeting: inside({ peers: mixed }),
    notice: { kind: 'done', what: 'group-code-copied' },
    verification: { step: 'everyone' },
  },
  'group-code-refused': {
    meeting: inside({ peers: mixed }),
    notice: { kind: 'error', code: 'code-changed' },
    verification: { step: 'everyone' },
  },
  'settings-identity-code': { screen: { name: 'settings' } },
  'home-no-contacts': { app: { ...app, contacts: [] } },
  'settings-contacts': { screen: { name: 'settings' } },
  'settings-contacts-empty': { app: { ...app, contacts: [] }, screen: { name: 'settings' } },
  'contact-rename': { screen: { name: 'settings' } },
  'contact-forget': { screen: { name: 'settings' } },
  'contacts-added': { screen: { name: 'settings' }, notice: { kind: 'contacts-added', count: 3 } },
};
