/** How far verifying somebody has come in this window, and how the meeting's news move it. */
import type { CopiedNumberVerdict, EmojiView, MeetingView, PeerView, SafetyNumberView } from './contract';

type Inside = Extract<MeetingView, { phase: 'inside' }>;

export type VerifyTab = 'number' | 'code' | 'emoji';

/** What a camera or an image has brought that settles nothing. */
export type Unsettled = 'nothing' | 'not-a-code' | 'own-code' | 'no-code-in-image' | 'image-unreadable';

export interface Comparing {
  step: 'comparing';
  peerId: string;
  name: string;
  groups: SafetyNumberView['groups'];
  tab: VerifyTab;
  /** What stands in the own QR code; null before main has answered. */
  ownCode: string | null;
  scanned: Unsettled;
  /** What comparing with the clipboard found; it settles nothing by itself. */
  copied: 'not-compared' | CopiedNumberVerdict;
}

export type Verification =
  | Comparing
  | { step: 'same'; peerId: string; name: string; by: VerifyTab }
  /** All of them at once, by the group code. */
  | { step: 'everyone' }
  /** not-genuine: the computers found it out by themselves. */
  | { step: 'differ'; name: string; by: VerifyTab | 'not-genuine' }
  /** The code is that of somebody else, whom this person knows. */
  | { step: 'somebody-else'; comparing: Comparing; belongsTo: string }
  /** Left before it was settled. inEmoji: while the pictures were on screen. */
  | { step: 'gone'; name: string; inEmoji: boolean };

/**
 * A mismatch opens the dialog whatever was open before, since it may not be missed; what was settled stays until it
 * is read.
 */
export function followMeeting(
  shown: Verification | null,
  before: MeetingView,
  now: MeetingView,
): Verification | null {
  if (now.phase !== 'inside') return null;
  const earlier = before.phase === 'inside' ? before.peers : [];
  for (const peer of now.peers) {
    const by = mismatchIn(peer.emoji);
    if (by !== null && mismatchIn(emojiOf(earlier, peer.peerId)) === null)
      return { step: 'differ', name: peer.name, by };
  }
  if (shown?.step === 'everyone') return hasGroupCode(now) ? shown : null;
  if (shown?.step !== 'comparing') return shown;
  const peer = now.peers.find(({ peerId }) => peerId === shown.peerId);
  const emojiBefore = emojiOf(earlier, shown.peerId);
  if (peer === undefined)
    return { step: 'gone', name: shown.name, inEmoji: emojiBefore?.phase === 'comparing' };
  const isNowSame = peer.emoji.phase === 'same' && emojiBefore?.phase !== 'same';
  return isNowSame ? { step: 'same', peerId: peer.peerId, name: peer.name, by: 'emoji' } : shown;
}

/** Of two, the safety number is the thing to compare. */
export function hasGroupCode({ peers, groupCode }: Pick<Inside, 'peers' | 'groupCode'>): boolean {
  return peers.length > 1 && groupCode !== null;
}

function emojiOf(peers: readonly PeerView[], id: string): EmojiView | undefined {
  return peers.find(({ peerId }) => peerId === id)?.emoji;
}

function mismatchIn(emoji: EmojiView | undefined): 'emoji' | 'not-genuine' | null {
  if (emoji?.phase !== 'failed') return null;
  if (emoji.why === 'mismatch') return 'emoji';
  return emoji.why === 'not-genuine' ? 'not-genuine' : null;
}
