/** What both sides of a handshake must agree on before it starts (docs/protocol.md, The door and Members). */
import { ascii, concat } from '../../bytes';
import { PEER_ID_LENGTH } from '../../identity/identity';
import { PROTOCOL_VERSION } from '../../invite/protocol-version';
import { parseProtocolName } from '../../noise/patterns';

/**
 * At the door the KEM key goes with the answer: a hello is one envelope, and costs the door little, before anybody has
 * shown to know the link.
 */
export const doorProtocol = parseProtocolName('Noise_XXhfs2+psk3_25519+MLKEM768_ChaChaPoly_BLAKE2b');
export const memberProtocol = parseProtocolName('Noise_XXhfs+psk3_25519+MLKEM768_ChaChaPoly_BLAKE2b');

const roles = { door: 1, member: 2, renewal: 3 } as const;

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

/** @param handshakeHash 64 bytes, of the keys that are renewed: so no renewal can be carried into another channel. */
export function renewalPrologue(
  meetingId: Uint8Array,
  initiator: Uint8Array,
  responder: Uint8Array,
  handshakeHash: Uint8Array,
): Uint8Array {
  return concat(prologue(roles.renewal, meetingId, initiator, responder), handshakeHash);
}

function prologue(
  role: number,
  meetingId: Uint8Array,
  initiator: Uint8Array,
  responder: Uint8Array,
): Uint8Array {
  return concat(
    ascii(`vigil-${String(PROTOCOL_VERSION)}`),
    meetingId,
    Uint8Array.of(role),
    initiator,
    responder,
  );
}
