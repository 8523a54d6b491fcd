/** What both sides of a handshake must agree on before it starts (docs/protocol.md, The door and Members). */
import { ascii, concat } from '../../bytes';
import { PEER_ID_LENGTH } from '../../identity/identity';
import { parseProtocolName } from '../../noise/patterns';

/** Both handshakes of Vigil; they differ in prologue and payloads. */
export const protocol = parseProtocolName('Noise_XXpsk3_25519_ChaChaPoly_BLAKE2b');

const roles = { door: 1, member: 2 } as const;

export function doorPrologue(meetingId: Uint8Array, newcomerPeerId: Uint8Array): Uint8Array {
  return prologue(roles.door, meetingId, newcomerPeerId, new Uint8Array(PEER_ID_LENGTH));
}

export function memberPrologue(
  meetingId: Uint8Array,
  initiator: Uint8Array,
  responder: Uint8Array,
): Uint8Array {
  return prologue(roles.member, meetingId, initiator, responder);
}

function prologue(
  role: number,
  meetingId: Uint8Array,
  initiator: Uint8Array,
  responder: Uint8Array,
): Uint8Array {
  return concat(ascii('vigil-1'), meetingId, Uint8Array.of(role), initiator, responder);
}
