/** Argon2id (RFC 9106) from libsodium's large build, which enters here only. Slow: run it in a worker. */
import sodium from 'libsodium-wrappers-sumo';

/**
 * 32 bytes of Argon2id, version 1.3, one lane.
 * @param salt 16 bytes. @param memoryKiB at least 8. Throws where there is not so much memory.
 */
export async function argon2id(
  passphrase: Uint8Array,
  salt: Uint8Array,
  memoryKiB: number,
  passes: number,
): Promise<Uint8Array> {
  await sodium.ready;
  const algorithm = sodium.crypto_pwhash_ALG_ARGON2ID13;
  return sodium.crypto_pwhash(32, passphrase, salt, passes, memoryKiB * 1024, algorithm);
}
