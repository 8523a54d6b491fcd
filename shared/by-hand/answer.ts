/** The answer to an invitation that was passed by hand: the other end of the connection (docs/protocol.md, By hand). */
import { ascii, ByteReader, concat, equalPublic } from '../bytes';
import { blake2b256 } from '../crypto/sodium';
import type { CompactDescription } from '../wire/description';
import { packDescription, unpackDescription } from './description';
import type { HandInvitation } from './invitation';
import {
  CHECKSUM_LENGTH,
  HEAD_LENGTH,
  openSealed,
  readHandText,
  sealedText,
  TAG_LENGTH,
  type OneTimeSecret,
} from './text';
import { deriveMeetingKeys } from '../invite/key-schedule';
import type { Invite } from '../invite/link';
import type { PastedText } from '../invite/pasted-text';

const SALT_LENGTH = 16;
const MARK_LENGTH = 4;
const MIN_LENGTH = HEAD_LENGTH + SALT_LENGTH + MARK_LENGTH + TAG_LENGTH + CHECKSUM_LENGTH;

/** Whole, but not opened. */
export interface HandAnswer {
  head: Uint8Array;
  salt: Uint8Array;
  mark: Uint8Array;
  sealed: Uint8Array;
}

/**
 * @param salt 16 random bytes, fresh for each answer. Null if the description holds no address that could be told.
 */
export function encodeHandAnswer(
  { invite, once }: Pick<HandInvitation, 'invite' | 'once'>,
  description: CompactDescription,
  salt: Uint8Array,
): string | null {
  const packed = packDescription(description);
  if (!packed) return null;
  const { handKey } = deriveMeetingKeys(invite);
  const marked = concat(salt, markOf(handKey, salt));
  return sealedText('answer', answerKey(handKey, once, salt), marked, packed);
}

/**
 * Throws VigilError `hand-not-answer` where there is none, `hand-answer-cut-off`, `hand-answer-altered` and
 * `hand-answer-newer`, `hand-answer-older`.
 */
export function readHandAnswer(text: string | PastedText): HandAnswer {
  return readHandText('answer', text, MIN_LENGTH, (body) => {
    const reader = new ByteReader(body);
    reader.take(HEAD_LENGTH);
    const salt = reader.take(SALT_LENGTH);
    const mark = reader.take(MARK_LENGTH);
    const sealed = reader.rest();
    return { head: body.subarray(0, body.length - sealed.length), salt, mark, sealed };
  });
}

/** Whether it was made with a link of this meeting. */
export function isOfMeeting({ salt, mark }: HandAnswer, invite: Invite): boolean {
  return equalPublic(mark, markOf(deriveMeetingKeys(invite).handKey, salt));
}

/** Null unless it answers this very invitation. */
export function openHandAnswer(
  { head, salt, sealed }: HandAnswer,
  { invite, once }: Pick<HandInvitation, 'invite' | 'once'>,
): CompactDescription | null {
  const { handKey } = deriveMeetingKeys(invite);
  try {
    return unpackDescription(openSealed(answerKey(handKey, once, salt), head, sealed), 'passive');
  } catch {
    return null;
  }
}

function answerKey(handKey: Uint8Array, once: OneTimeSecret, salt: Uint8Array): Uint8Array {
  return blake2b256([ascii('vigil-hand-answer-1'), once, salt], handKey);
}

/** Tells an answer to another meeting from one that comes too late; to outsiders it is four random bytes. */
function markOf(handKey: Uint8Array, salt: Uint8Array): Uint8Array {
  return blake2b256([ascii('vigil-hand-mark-1'), salt], handKey).subarray(0, MARK_LENGTH);
}
