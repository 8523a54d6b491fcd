/** Keeps changed settings, once each of them was looked at. */
import { fromUtf8, utf8 } from '../shared/crypto/sodium';
import { VigilError } from '../shared/errors';
import { cleanName, MAX_NAME_BYTES, nameBytes } from '../shared/identity/name';
import { areShortcuts, refusalEverywhere, type RequestArgument, type Settings } from '../shared/ipc';
import { checkedPage } from '../shared/invite/page-link';
import { checkedDhtNodes } from './rendezvous/dht/dht-node-list';
import { checkedTurn } from './meeting/ice/ice-servers';
import { checkedRelays } from './rendezvous/nostr/relays';
import type { Vault } from './vault/vault';

/**
 * Rejects with VigilError name-too-long, vault-write-failed, bad-request for a page that opens no invites and for keys
 * that cannot stand for a shortcut, and with the code of each relay, DHT node or TURN server that is none, or one too many.
 */
export async function saveSettings(
  vault: Pick<Vault, 'saveSettings'>,
  change: RequestArgument<'settings:save'>,
): Promise<void> {
  const given = Object.entries(change).filter(([, value]) => value !== undefined);
  const checked = Object.fromEntries(given) as Partial<Settings>;
  if (checked.name !== undefined) {
    if (utf8(cleanName(checked.name)).length > MAX_NAME_BYTES) throw new VigilError('name-too-long');
    checked.name = fromUtf8(nameBytes(checked.name));
  }
  if (checked.invitePage !== undefined && checked.invitePage !== '') {
    const page = checkedPage(checked.invitePage, (text) => (URL.canParse(text) ? new URL(text) : null));
    if (page === null) throw new VigilError('bad-request');
    checked.invitePage = page;
  }
  if (checked.relays) checked.relays = checkedRelays(checked.relays);
  if (checked.dhtNodes) checked.dhtNodes = checkedDhtNodes(checked.dhtNodes);
  if (checked.turn) checked.turn = checkedTurn(checked.turn);
  const isMac = process.platform === 'darwin';
  if (checked.shortcuts && !areShortcuts(checked.shortcuts, isMac)) throw new VigilError('bad-request');
  const { muteEverywhere = null } = checked;
  if (muteEverywhere !== null && refusalEverywhere(muteEverywhere, isMac) !== null)
    throw new VigilError('bad-request');
  await vault.saveSettings(checked);
}
