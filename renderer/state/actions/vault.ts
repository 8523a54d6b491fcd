/** What concerns the vault's lock and the identity in it. Passphrases pass through and are kept nowhere here. */
import type { Outcome, VigilBridge } from '../../../shared/ipc';
import type { ErrorCode } from '../contract';
import type { VaultDone } from '../notice';

/** cancelled: the user chose no file. */
export type VaultAnswer = { kind: 'done' } | { kind: 'cancelled' } | { kind: 'failed'; code: ErrorCode };

export type IdentityCode = { kind: 'made'; text: string } | { kind: 'failed'; code: ErrorCode };

export interface VaultActions {
  unlock: (passphrase: string) => Promise<VaultAnswer>;
  lockNow: () => void;
  /** current: null where there was none so far. */
  setPassphrase: (current: string | null, next: string) => Promise<VaultAnswer>;
  removePassphrase: (current: string) => Promise<VaultAnswer>;
  exportIdentity: (passphrase: string) => Promise<VaultAnswer>;
  importIdentity: (passphrase: string) => Promise<VaultAnswer>;
  resetIdentity: () => Promise<VaultAnswer>;
  /** What stands in the QR code of the own identity. */
  identityCode: () => Promise<IdentityCode>;
}

export function createVaultActions(
  { request }: VigilBridge,
  tellDone: (what: VaultDone) => void,
): VaultActions {
  async function answer(
    asked: Promise<Outcome<{ done: boolean } | undefined>>,
    what?: VaultDone,
  ): Promise<VaultAnswer> {
    const outcome = await asked.catch(() => ({ ok: false, code: 'internal' }) as const);
    if (!outcome.ok) return { kind: 'failed', code: outcome.code };
    if (outcome.value?.done === false) return { kind: 'cancelled' };
    if (what !== undefined) tellDone(what);
    return { kind: 'done' };
  }
  return {
    unlock: (passphrase) => answer(request['vault:unlock']({ passphrase })),
    lockNow: () => {
      void request['vault:lock'](undefined);
    },
    setPassphrase: (current, next) =>
      answer(request['vault:set-passphrase']({ current, next }), 'passphrase-set'),
    removePassphrase: (current) =>
      answer(request['vault:remove-passphrase']({ current }), 'passphrase-removed'),
    exportIdentity: (passphrase) => answer(request['identity:export']({ passphrase }), 'identity-exported'),
    importIdentity: (passphrase) => answer(request['identity:import']({ passphrase }), 'identity-imported'),
    resetIdentity: () => answer(request['identity:reset'](undefined), 'identity-reset'),
    identityCode: async () => {
      const outcome = await request['identity:code'](undefined).catch(
        () => ({ ok: false, code: 'internal' }) as const,
      );
      return outcome.ok ? { kind: 'made', text: outcome.value.text } : { kind: 'failed', code: outcome.code };
    },
  };
}
