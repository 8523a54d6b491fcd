/**
 * The invitation that is passed by hand: the whole link, and one end of a connection, sealed so that an altered one
 * fails (docs/protocol.md, By hand).
 */
import { ascii, ByteReader, concat, uintBE } from '../bytes';
import { blake2b256 } from '../crypto/sodium';
import { VigilError } from '../errors';
import type { CompactDescription } from '../wire/description';
import { packDescription, unpackDescription } from './description';
import {
  CHECKSUM_LENGTH,
  HEAD_LENGTH,
  openSealed,
  readHandText,
  sealedText,
  TAG_LENGTH,
  type OneTimeSecret,
} from './text';
import { decodeHints, encodeHints, noHints, type Hints } from '../invite/hints';
import { deriveMeetingKeys } from '../invite/key-schedule';
import type { Invite, MeetingSecret } from '../invite/link';
import type { PastedText } from '../invite/pasted-text';

const OPEN_FLAG = 1;
const ONCE_LENGTH = 16;
const FIXED_LENGTH = HEAD_LENGTH + 1 + 4 + 32 + 32 + ONCE_LENGTH + 1;
const MIN_LENGTH = FIXED_LENGTH + TAG_LENGTH + CHECKSUM_LENGTH;
/** Title and relays are told while the whole stays a code that a camera reads easily. Bytes. */
const LENGTH_WITH_HINTS = 240;

export interface HandInvitation {
  invite: Invite;
  once: OneTimeSecret;
  description: CompactDescription;
}

/** @param once 16 random bytes. Null if the description holds no address that could be told. */
export function encodeHandInvitation({ invite, once, description }: HandInvitation): string | null {
  const packed = packDescription(description);
  if (!packed) return null;
  const hints = fittingHints(invite.hints, LENGTH_WITH_HINTS - MIN_LENGTH - packed.length);
  const fixed = concat(
    Uint8Array.of(invite.open ? OPEN_FLAG : 0),
    uintBE(invite.expiry, 4),
    invite.secret,
    invite.hostKey,
    once,
    Uint8Array.of(hints.length),
    hints,
  );
  return sealedText('invitation', invitationKey(invite, once), fixed, packed);
}

/**
 * Throws VigilError with the codes of links: `link-cut-off`, `link-altered`, `link-expired`,
 * `link-from-newer-version`, `link-from-older-version`, `link-too-long`, and `link-not-vigil` where there is no invitation.
 * @param now Unix seconds.
 */
export function parseHandInvitation(text: string | PastedText, now: number): HandInvitation {
  return readHandText('invitation', text, MIN_LENGTH, (body) => readInvitation(body, now));
}

function readInvitation(body: Uint8Array, now: number): HandInvitation {
  const reader = new ByteReader(body);
  reader.take(HEAD_LENGTH);
  const flags = reader.uintBE(1);
  if (flags > OPEN_FLAG) throw new VigilError('link-from-newer-version');
  const expiry = reader.uintBE(4);
  const secret = reader.take(32) as MeetingSecret;
  const hostKey = reader.take(32);
  const once = reader.take(ONCE_LENGTH) as OneTimeSecret;
  // No go-betweens: they would be asked before any door has proven itself.
  const hints = { ...decodeHints(reader.take(reader.uintBE(1))), turn: [] };
  const sealed = reader.rest();
  const invite: Invite = { open: flags === OPEN_FLAG, expiry, secret, hostKey, hints };
  const head = body.subarray(0, body.length - sealed.length);
  const packed = openSealed(invitationKey(invite, once), head, sealed);
  const description = unpackDescription(packed, 'active');
  if (expiry <= now) throw new VigilError('link-expired');
  return { invite, once, description };
}

function invitationKey(invite: Invite, once: OneTimeSecret): Uint8Array {
  return blake2b256([ascii('vigil-hand-invitation-1'), once], deriveMeetingKeys(invite).handKey);
}

/** As much of the hints as there is room for: the title first, then relays in their order. */
function fittingHints(hints: Hints, room: number): Uint8Array {
  const fits = (some: Hints): boolean => encodeHints(some).length <= Math.min(room, 255);
  const titled: Hints = { ...noHints, title: fits({ ...noHints, title: hints.title }) ? hints.title : '' };
  const all = hints.relays.reduce<Hints>((some, relay) => {
    const more = { ...some, relays: [...some.relays, relay] };
    return fits(more) ? more : some;
  }, titled);
  return fits(all) ? encodeHints(all) : new Uint8Array(0);
}
