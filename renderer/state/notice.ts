/** Short news for the person: what failed, what is done. */
import type { ErrorCode } from './contract';

export type Notice =
  | { kind: 'none' }
  | { kind: 'error'; code: ErrorCode }
  | { kind: 'done'; what: DoneThing }
  | { kind: 'contacts-added'; count: number };

export type DoneThing =
  | VaultDone
  | 'invite-copied'
  | 'hand-text-copied'
  | 'link-replaced'
  | 'number-copied'
  | 'group-code-copied'
  | 'message-copied'
  | 'address-copied'
  | 'saved'
  | 'report-saved'
  | 'contact-forgotten'
  | 'contacts-exported';

export type VaultDone =
  'passphrase-set' | 'passphrase-removed' | 'identity-exported' | 'identity-imported' | 'identity-reset';
