/** Releases of a Vigil that never was, signed by keys of nobody. */
import { ed25519FromSeed } from '../../../shared/crypto/sodium';
import { encodeManifest, type Manifest } from '../../../shared/release/manifest';
import {
  encodeSigned,
  openRelease,
  signManifest,
  type SignedManifest,
} from '../../../shared/release/signed-release';

/** Three that are pinned in tests, and one that is not. */
export const seeds = [1, 2, 3, 4].map((byte) => new Uint8Array(32).fill(byte));

export const pinnedKeys = (): Uint8Array[] =>
  seeds.slice(0, 3).map((seed) => ed25519FromSeed(seed).publicKey);

export const DAY = 24 * 3600;
/** Unix seconds. */
export const ISSUED = 1_790_000_000;

const hashOf = (byte: number): Uint8Array => new Uint8Array(32).fill(byte);

export function manifestOf(change: Partial<Manifest> = {}): Manifest {
  return {
    v: 1,
    version: [0, 2, 0],
    issued: ISSUED,
    expires: ISSUED + 90 * DAY,
    builds: [
      { platform: 'linux', arch: 'x64', hash: hashOf(7) },
      { platform: 'darwin', arch: 'universal', hash: hashOf(8) },
    ],
    files: [
      {
        ...{ name: 'Vigil-0.2.0-linux-x64.deb', platform: 'linux', arch: 'x64', kind: 'deb' },
        ...{ size: 90_000_000, hash: hashOf(9) },
      },
      {
        ...{ name: 'Vigil-0.2.0-mac-universal.dmg', platform: 'darwin', arch: 'universal', kind: 'dmg' },
        ...{ size: 200_000_000, hash: hashOf(10) },
      },
    ],
    ...change,
  };
}

/** @param by numbers of `seeds`. */
export function signaturesOf(manifest: Uint8Array, by: readonly number[]): SignedManifest['signatures'] {
  return by.map((number) => signManifest(manifest, seeds[number] ?? new Uint8Array(32)));
}

export function signedOf(change: Partial<Manifest> = {}, by: readonly number[] = [0, 1]): Uint8Array {
  const manifest = encodeManifest(manifestOf(change));
  return encodeSigned({ manifest, signatures: signaturesOf(manifest, by) });
}

/** What is kept of one that is signed, and handed on. */
export function keptOf(bytes: Uint8Array): Uint8Array {
  const { release } = openRelease(bytes, pinnedKeys());
  if (!release) throw new Error('the test made no release');
  return release.bytes;
}
