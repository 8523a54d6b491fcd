/** The operating system's key store, through Electron's asynchronous safeStorage. */
import { safeStorage } from 'electron';
import { fromBase64Url, toBase64Url } from '../../shared/bytes';

export interface KeyStore {
  /** weak: whoever has the disk can undo it. */
  protection: 'key-store' | 'weak';
  wrap: (key: Uint8Array) => Promise<Uint8Array>;
  /** `rewrap` asks for the key to be wrapped again, because the store's own key has changed. */
  unwrap: (wrapped: Uint8Array) => Promise<{ key: Uint8Array; rewrap: boolean }>;
}

/** Null where the system offers nothing to protect a key with. */
export async function openKeyStore(): Promise<KeyStore | null> {
  const backend = process.platform === 'linux' ? safeStorage.getSelectedStorageBackend() : null;
  const weak = backend === 'basic_text' || backend === 'unknown';
  // Without this Electron refuses to store anything where there is no key ring.
  if (weak) safeStorage.setUsePlainTextEncryption(true);
  if (!(await safeStorage.isAsyncEncryptionAvailable())) return null;
  return {
    protection: weak ? 'weak' : 'key-store',
    wrap: async (key) => new Uint8Array(await safeStorage.encryptStringAsync(toBase64Url(key))),
    unwrap: async (wrapped) => {
      const { result, shouldReEncrypt } = await safeStorage.decryptStringAsync(Buffer.from(wrapped));
      return { key: fromBase64Url(result), rewrap: shouldReEncrypt };
    },
  };
}
