/** Noise vectors in the format of cacophony and snow, both sides run against each other and the file. */
import { z } from 'zod';
import { fromHex, toHex } from '../../shared/bytes';
import { x25519PublicKey } from '../../shared/crypto/sodium';
import { HandshakeState, type HandshakeResult, type KeyPair } from '../../shared/noise/handshake-state';
import { parseProtocolName } from '../../shared/noise/patterns';
import { check, expectEqual, type Outcome } from './outcome';

const hex = z.string().regex(/^(?:[0-9a-f]{2})*$/i);
const vectorSchema = z.object({
  protocol_name: z.string(),
  init_prologue: hex.default(''),
  init_static: hex.optional(),
  init_ephemeral: hex.optional(),
  init_remote_static: hex.optional(),
  init_psks: z.array(hex).optional(),
  resp_prologue: hex.default(''),
  resp_static: hex.optional(),
  resp_ephemeral: hex.optional(),
  resp_remote_static: hex.optional(),
  resp_psks: z.array(hex).optional(),
  handshake_hash: hex.optional(),
  messages: z.array(z.object({ payload: hex, ciphertext: hex })).min(1),
});
export const noiseFileSchema = z.object({ vectors: z.array(vectorSchema) });
type Vector = z.infer<typeof vectorSchema>;

function keyPair(secretHex: string | undefined): KeyPair | undefined {
  if (secretHex === undefined) return undefined;
  const secretKey = fromHex(secretHex);
  return { secretKey, publicKey: x25519PublicKey(secretKey) };
}

function side(vector: Vector, initiator: boolean): HandshakeState {
  const prefix = initiator ? 'init' : 'resp';
  const remoteStatic = vector[`${prefix}_remote_static`];
  const ephemeral = vector[`${prefix}_ephemeral`];
  return new HandshakeState({
    protocol: parseProtocolName(vector.protocol_name),
    initiator,
    prologue: fromHex(vector[`${prefix}_prologue`]),
    staticKey: keyPair(vector[`${prefix}_static`]),
    remoteStatic: remoteStatic === undefined ? undefined : fromHex(remoteStatic),
    psks: vector[`${prefix}_psks`]?.map(fromHex),
    ephemeralSecret: fromHex(ephemeral ?? ''),
  });
}

function runVector(vector: Vector): void {
  const { oneWay } = parseProtocolName(vector.protocol_name);
  const sides = [side(vector, true), side(vector, false)] as const;
  let ends: [HandshakeResult, HandshakeResult] | null = null;
  vector.messages.forEach(({ payload, ciphertext }, index) => {
    const fromInitiator = oneWay || index % 2 === 0;
    const place = `message ${String(index)}`;
    if (!sides[0].finished) {
      const [writer, reader] = fromInitiator ? sides : [sides[1], sides[0]];
      const message = writer.writeMessage(fromHex(payload));
      expectEqual(`${place} as written`, toHex(message), ciphertext);
      expectEqual(`${place} as read`, toHex(reader.readMessage(message)), payload);
      return;
    }
    ends ??= finish(vector, sides);
    const [writer, reader] = fromInitiator ? ends : [ends[1], ends[0]];
    const message = writer.send.encryptWithAd(new Uint8Array(0), fromHex(payload));
    expectEqual(`${place} as written`, toHex(message), ciphertext);
    expectEqual(`${place} as read`, toHex(reader.receive.decryptWithAd(new Uint8Array(0), message)), payload);
  });
  if (!sides[0].finished) throw new Error('the vector ends before its handshake does');
  ends ??= finish(vector, sides);
}

function finish(
  vector: Vector,
  [initiator, responder]: readonly [HandshakeState, HandshakeState],
): [HandshakeResult, HandshakeResult] {
  const ends: [HandshakeResult, HandshakeResult] = [initiator.finish(), responder.finish()];
  for (const end of ends) {
    if (vector.handshake_hash !== undefined) {
      expectEqual('handshake hash', toHex(end.handshakeHash), vector.handshake_hash);
    }
  }
  return ends;
}

export async function runNoiseVectors(file: unknown): Promise<Outcome[]> {
  const { vectors } = noiseFileSchema.parse(file);
  return Promise.all(
    vectors.map((vector) =>
      check(vector.protocol_name, () => {
        runVector(vector);
      }),
    ),
  );
}
