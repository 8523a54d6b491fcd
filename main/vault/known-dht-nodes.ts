/** DHT nodes that answered, kept in the vault: a search begins with them although all usual nodes are cut off. */
import type { KnownDhtNodes } from '../rendezvous/dht/dht-beginning';
import type { Vault } from './vault';

/** While the vault is locked there are none; a vault that cannot be written changes nothing for the meeting. */
export function nodesInVault(
  vault: Pick<Vault, 'isLocked' | 'knownDhtNodes' | 'saveKnownDhtNodes'>,
): KnownDhtNodes {
  return {
    read: () => (vault.isLocked ? [] : vault.knownDhtNodes),
    keep: (nodes) => {
      if (!vault.isLocked) vault.saveKnownDhtNodes(nodes).catch(() => undefined);
    },
  };
}
