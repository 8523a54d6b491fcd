/**
 * The identity alone, sealed under a passphrase, to be carried elsewhere:
 * `magic8 ‖ version u8 ‖ stretching22 ‖ nonce24 ‖ sealed seed48 ‖ checksum16`.
 */
import { ascii, ByteReader, concat, equalPublic } from '../../shared/bytes';
import { randomBytes, wipe, xchachaPolyOpen, xchachaPolySeal } from '../../shared/crypto/sodium';
import { VigilError } from '../../shared/errors';
import { identityFromSeed, SEED_LENGTH, type IdentitySeed } from '../../shared/identity/identity';
import { checked, withChecksum } from './checksum';
import { encodeStretching, freshStretching, passphraseKey, readStretching, type Stretch } from './stretch';

const MAGIC = ascii('VIGILIDN');
const VERSION = 1;
const NONCE_LENGTH = 24;
const SEALED_LENGTH = SEED_LENGTH + 16;
export const IDENTITY_FILE_LENGTH = 8 + 1 + 22 + NONCE_LENGTH + SEALED_LENGTH + 16;

export async function sealIdentity(
  seed: IdentitySeed,
  passphrase: string,
  stretch: Stretch,
): Promise<Uint8Array> {
  const stretching = freshStretching();
  const key = await passphraseKey(stretch, passphrase, stretching, 'identity-file');
  const nonce = randomBytes(NONCE_LENGTH);
  const head = concat(MAGIC, Uint8Array.of(VERSION), encodeStretching(stretching), nonce);
  const file = withChecksum(concat(head, xchachaPolySeal(key, nonce, head, seed)));
  wipe(key);
  return file;
}

/** Throws VigilError identity-file-invalid, identity-file-newer, passphrase-wrong or passphrase-no-memory. */
export async function openIdentity(
  file: Uint8Array,
  passphrase: string,
  stretch: Stretch,
): Promise<IdentitySeed> {
  const { head, stretching, nonce, sealed } = parse(file);
  const key = await passphraseKey(stretch, passphrase, stretching, 'identity-file');
  let seed: IdentitySeed;
  try {
    seed = xchachaPolyOpen(key, nonce, head, sealed) as IdentitySeed;
  } catch {
    throw new VigilError('passphrase-wrong');
  } finally {
    wipe(key);
  }
  try {
    identityFromSeed(seed);
  } catch {
    throw new VigilError('identity-file-invalid');
  }
  return seed;
}

function parse(file: Uint8Array) {
  if (file.length > MAGIC.length && equalPublic(file.subarray(0, MAGIC.length), MAGIC)) {
    if ((file[MAGIC.length] ?? 0) > VERSION) throw new VigilError('identity-file-newer');
  }
  try {
    const body = checked(file);
    const reader = new ByteReader(body);
    if (!equalPublic(reader.take(MAGIC.length), MAGIC)) throw new RangeError('another file');
    if (reader.uintBE(1) !== VERSION) throw new RangeError('no such version');
    const stretching = readStretching(reader);
    const nonce = reader.take(NONCE_LENGTH);
    const sealed = reader.take(SEALED_LENGTH);
    reader.end();
    return { head: body.subarray(0, body.length - SEALED_LENGTH), stretching, nonce, sealed };
  } catch {
    throw new VigilError('identity-file-invalid');
  }
}
