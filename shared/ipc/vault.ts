/** The vault, its lock and the identity in it: what the window sees of them, and what it may ask. */
import { z } from 'zod';
import { none } from './shapes';

const passphrase = z.string().max(1024);

interface VaultProtection {
  /**
   * Of the operating system. weak: it offers no key store, and without a passphrase the file is readable by whoever
   * has the disk. none: the passphrase alone.
   */
  protection: 'key-store' | 'weak' | 'none';
  /** The file opens only with a passphrase, besides. */
  passphrase: boolean;
}

export type VaultView =
  | ({ state: 'ready' } & VaultProtection)
  /** The file could not be read; it was kept under another name and a new identity was made. */
  | ({ state: 'set-aside'; reason: 'damaged' | 'by-user'; keptAs: string } & VaultProtection)
  /**
   * Nothing is kept: the identity lasts until Vigil is closed. key-refused and newer-version: there is a file, it
   * was left as it is, and `vault:start-over` puts it aside.
   */
  | { state: 'memory-only'; reason: 'no-key-store' | 'not-writable' | 'key-refused' | 'newer-version' };

/** locked: nothing else is answered before the passphrase is given, and none is tried for `waitMs` from when it is told. */
export type LockView = { state: 'open' } | { state: 'locked'; waitMs: number };

export const vaultRequests = {
  'app:dismiss-vault-notice': none,
  /** Answered while locked, as are `vault:unlock` and `vault:start-over`; nothing else is. */
  'lock:get': none,
  'vault:unlock': z.object({ passphrase }),
  /** At once, or at the end of the meeting. */
  'vault:lock': none,
  'vault:start-over': none,
  /** current: null where there was none so far. */
  'vault:set-passphrase': z.object({ current: passphrase.nullable(), next: passphrase }),
  'vault:remove-passphrase': z.object({ current: passphrase }),
  /** Asks the user for a file. */
  'identity:export': z.object({ passphrase }),
  'identity:import': z.object({ passphrase }),
  /** What stands in the QR code of the own identity: its public key. */
  'identity:code': none,
  /** A new key: to others a new person. */
  'identity:reset': none,
} as const;
export interface VaultAnswers {
  'lock:get': LockView;
  /** done: false if the user thought better of it. */
  'identity:export': { done: boolean };
  'identity:import': { done: boolean };
  'identity:code': { text: string };
}
