/** The vault, its lock and the identity in it: what the window sees of them, and what it may ask. */
import { z } from 'zod';
import { none } from './shapes';

const passphrase = z.string().max(1024);

const vaultProtection = {
  /**
   * Of the operating system. weak: it offers no key store, and without a passphrase the file is readable by whoever
   * has the disk. none: the passphrase alone.
   */
  protection: z.enum(['key-store', 'weak', 'none']),
  /** The file opens only with a passphrase, besides. */
  passphrase: z.boolean(),
};

export const vaultViewSchema = z.discriminatedUnion('state', [
  z.object({ state: z.literal('ready'), ...vaultProtection }),
  /** The file could not be read; it was kept under another name and a new identity was made. */
  z.object({
    state: z.literal('set-aside'),
    ...vaultProtection,
    reason: z.enum(['damaged', 'by-user']),
    keptAs: z.string(),
  }),
  /**
   * Nothing is kept: the identity lasts until Vigil is closed. key-refused and newer-version: there is a file, it
   * was left as it is, and `vault:start-over` puts it aside.
   */
  z.object({
    state: z.literal('memory-only'),
    reason: z.enum(['no-key-store', 'not-writable', 'key-refused', 'newer-version']),
  }),
]);
export type VaultView = z.infer<typeof vaultViewSchema>;

/** locked: nothing else is answered before the passphrase is given, at the earliest at `retryAt` (Unix ms). */
export const lockViewSchema = z.discriminatedUnion('state', [
  z.object({ state: z.literal('open') }),
  z.object({ state: z.literal('locked'), retryAt: z.number().nullable() }),
]);
export type LockView = z.infer<typeof lockViewSchema>;

export const vaultRequests = {
  'app:dismiss-vault-notice': { argument: none, answer: none },
  /** Answered while locked, as are `vault:unlock` and `vault:start-over`; nothing else is. */
  'lock:get': { argument: none, answer: lockViewSchema },
  'vault:unlock': { argument: z.object({ passphrase }), answer: none },
  /** At once, or at the end of the meeting. */
  'vault:lock': { argument: none, answer: none },
  'vault:start-over': { argument: none, answer: none },
  /** current: null where there was none so far. */
  'vault:set-passphrase': {
    argument: z.object({ current: passphrase.nullable(), next: passphrase }),
    answer: none,
  },
  'vault:remove-passphrase': { argument: z.object({ current: passphrase }), answer: none },
  /** Asks the user for a file. done: false if the user thought better of it. */
  'identity:export': { argument: z.object({ passphrase }), answer: z.object({ done: z.boolean() }) },
  'identity:import': { argument: z.object({ passphrase }), answer: z.object({ done: z.boolean() }) },
  /** What stands in the QR code of the own identity: its public key. */
  'identity:code': { argument: none, answer: z.object({ text: z.string() }) },
  /** A new key: to others a new person. */
  'identity:reset': { argument: none, answer: none },
} as const;
