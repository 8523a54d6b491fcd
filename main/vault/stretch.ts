/** From a passphrase to a key: Argon2id with parameters that stand in the file, one key for each purpose. */
import { Worker } from 'node:worker_threads';
import { ascii, concat, uintBE, type ByteReader } from '../../shared/bytes';
import { blake2b256, randomBytes, utf8, wipe } from '../../shared/crypto/sodium';
import { VigilError } from '../../shared/errors';

const ARGON2ID = 1;
const SALT_LENGTH = 16;
/** 256 MiB and three passes: about 0.7 s on a small computer of 2026. */
export const MEMORY_KIB = 256 * 1024;
export const PASSES = 3;
/** A file from elsewhere may not ask for more than a computer has. */
const MAX_MEMORY_KIB = 1024 * 1024;
const MAX_PASSES = 16;

/** How a passphrase is stretched. */
export interface Stretching {
  salt: Uint8Array;
  memoryKiB: number;
  passes: number;
}

export interface StretchRequest extends Stretching {
  passphrase: Uint8Array;
}

/** 32 bytes. Throws VigilError passphrase-no-memory. */
export type Stretch = (request: StretchRequest) => Promise<Uint8Array>;

export type Purpose = 'vault' | 'identity-file' | 'recording';

export function freshStretching(): Stretching {
  return { salt: randomBytes(SALT_LENGTH), memoryKiB: MEMORY_KIB, passes: PASSES };
}

/** `algorithm u8 ‖ memory in KiB u32 ‖ passes u8 ‖ salt16`. */
export function encodeStretching({ salt, memoryKiB, passes }: Stretching): Uint8Array {
  return concat(Uint8Array.of(ARGON2ID), uintBE(memoryKiB, 4), Uint8Array.of(passes), salt);
}

/** Throws RangeError on another algorithm, and on parameters that nobody would write. */
export function readStretching(reader: ByteReader): Stretching {
  const algorithm = reader.uintBE(1);
  const memoryKiB = reader.uintBE(4);
  const passes = reader.uintBE(1);
  const isSane = memoryKiB >= 8 && memoryKiB <= MAX_MEMORY_KIB && passes >= 1 && passes <= MAX_PASSES;
  if (algorithm !== ARGON2ID || !isSane) throw new RangeError('not a stretching of ours');
  return { salt: reader.take(SALT_LENGTH), memoryKiB, passes };
}

/** The same letters give the same key, however the keyboard composes them. 32 bytes. */
export async function passphraseKey(
  stretch: Stretch,
  passphrase: string,
  stretching: Stretching,
  purpose: Purpose,
): Promise<Uint8Array> {
  const bytes = utf8(passphrase.normalize('NFC'));
  try {
    const stretched = await stretch({ ...stretching, passphrase: bytes });
    const key = blake2b256([ascii(`vigil-${purpose}-1`)], stretched);
    wipe(stretched);
    return key;
  } finally {
    wipe(bytes);
  }
}

/** In a thread of its own, so that the window is never held up. @param file the worker's script, absolute. */
export function stretchInWorker(file: string): Stretch {
  return (request) =>
    new Promise((resolve, reject) => {
      const worker = new Worker(file, { workerData: request });
      const fail = (): void => {
        reject(new VigilError('passphrase-no-memory'));
      };
      worker.once('message', resolve);
      worker.once('error', fail);
      // After a message this changes nothing any more.
      worker.once('exit', fail);
    });
}
