/** What the window may ask about the vault's lock and about the identity in it. */
import { randomBytes } from '../../../shared/crypto/sodium';
import { VigilError } from '../../../shared/errors';
import { generateIdentitySeed, identityFromSeed } from '../../../shared/identity/identity';
import { encodeCodeText } from '../../../shared/verification/code-text';
import { exportIdentity, importIdentity } from '../../vault/identity-transfer';
import type { Handlers } from '../server';
import type { Locking } from '../../vault/locking';
import type { Stretch } from '../../vault/stretch';
import type { Vault } from '../../vault/vault';

type VaultRequest = Extract<keyof Handlers, `lock:${string}` | `vault:${string}` | `identity:${string}`>;

export interface VaultHandlersOptions {
  vault: Vault;
  locking: Locking;
  stretch: Stretch;
  /** In a meeting one is somebody: who that is must not change under way. */
  isBusy: () => boolean;
  changed: () => void;
  /** The identity is another one from now on. */
  replaced: () => void;
}

export function vaultHandlers(options: VaultHandlersOptions): Pick<Handlers, VaultRequest> {
  const { vault, locking, stretch, isBusy, changed, replaced } = options;
  const refuseWhileBusy = (): void => {
    if (isBusy()) throw new VigilError('already-in-meeting');
  };
  return {
    'lock:get': () => locking.view,
    'vault:unlock': async ({ passphrase }) => {
      await locking.unlock(passphrase);
    },
    'vault:lock': () => {
      locking.lock();
    },
    'vault:start-over': async () => {
      await vault.startOver();
      locking.tell();
      changed();
    },
    'vault:set-passphrase': async ({ current, next }) => {
      await vault.setPassphrase(current, next);
      changed();
    },
    'vault:remove-passphrase': async ({ current }) => {
      await vault.removePassphrase(current);
      changed();
    },
    'identity:export': async ({ passphrase }) => ({
      done: await exportIdentity(vault, passphrase, stretch),
    }),
    'identity:import': async ({ passphrase }) => {
      refuseWhileBusy();
      const done = await importIdentity(vault, passphrase, stretch, refuseWhileBusy);
      if (done) replaced();
      changed();
      return { done };
    },
    'identity:code': () => {
      const shower = identityFromSeed(vault.identitySeed).publicKey;
      return { text: encodeCodeText({ kind: 'identity', shower }) };
    },
    'identity:reset': async () => {
      refuseWhileBusy();
      await vault.replaceIdentity(generateIdentitySeed(randomBytes));
      replaced();
      changed();
    },
  };
}
