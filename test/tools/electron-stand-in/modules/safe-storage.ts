/**
 * `safeStorage` without an operating system's key store: the key lies in the user data folder, readable by
 * whoever has the disk. That is what Electron calls `basic_text`, and the stand-in says so.
 */
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { app } from '../app';

const VERSION = Buffer.from('v10');
const KEY_BYTES = 32;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const HEAD_BYTES = VERSION.length + NONCE_BYTES + TAG_BYTES;

function storageKey(): Buffer {
  if (!app.isReady()) throw new Error('safeStorage cannot be used before app is ready');
  const file = path.join(app.getPath('userData'), 'stand-in-key');
  if (fs.existsSync(file)) return fs.readFileSync(file);
  const key = randomBytes(KEY_BYTES);
  fs.mkdirSync(path.dirname(file), { recursive: true });
  fs.writeFileSync(file, key, { mode: 0o600, flag: 'wx' });
  return key;
}

function encrypt(plainText: string): Buffer {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv('aes-256-gcm', storageKey(), nonce);
  const body = Buffer.concat([cipher.update(plainText, 'utf8'), cipher.final()]);
  return Buffer.concat([VERSION, nonce, cipher.getAuthTag(), body]);
}

function decrypt(encrypted: Buffer, method: string): string {
  const failure = new Error(`Error while decrypting the ciphertext provided to safeStorage.${method}.`);
  if (encrypted.length < HEAD_BYTES || !encrypted.subarray(0, VERSION.length).equals(VERSION)) throw failure;
  const nonce = encrypted.subarray(VERSION.length, VERSION.length + NONCE_BYTES);
  const decipher = createDecipheriv('aes-256-gcm', storageKey(), nonce);
  decipher.setAuthTag(encrypted.subarray(VERSION.length + NONCE_BYTES, HEAD_BYTES));
  try {
    return Buffer.concat([decipher.update(encrypted.subarray(HEAD_BYTES)), decipher.final()]).toString(
      'utf8',
    );
  } catch {
    throw failure;
  }
}

export const safeStorage = {
  isEncryptionAvailable: () => app.isReady(),
  encryptString: encrypt,
  decryptString: (encrypted: Buffer) => decrypt(encrypted, 'decryptString'),
  isAsyncEncryptionAvailable: () => Promise.resolve(app.isReady()),
  encryptStringAsync: async (plainText: string) => Promise.resolve(encrypt(plainText)),
  decryptStringAsync: async (encrypted: Buffer) => {
    const result = decrypt(encrypted, 'decryptStringAsync');
    return Promise.resolve({ result, shouldReEncrypt: false });
  },
  getSelectedStorageBackend: () => (app.isReady() ? ('basic_text' as const) : ('unknown' as const)),
  setUsePlainTextEncryption: () => undefined,
};
