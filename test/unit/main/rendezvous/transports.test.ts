import { describe, expect, it } from 'vitest';
import { Relays } from '../../../../main/rendezvous/nostr/relays';
import { Transports } from '../../../../main/rendezvous/transports';
import { freshContents } from '../../../../main/vault/contents';
import { nodesInMemory } from '../../../../main/rendezvous/dht/dht-beginning';
import type { Settings } from '../../../../shared/ipc';

function statesWith(change: Partial<Settings>): string[] {
  const settings = (): Settings => ({ ...freshContents().settings, ...change });
  const nothing = (): void => undefined;
  const relays = new Relays(settings, null, nothing, () => () => undefined);
  const ways = new Transports({
    settings,
    fixed: null,
    relays,
    dhtNodes: null,
    knownDhtNodes: nodesInMemory(),
    allows: () => true,
    changed: nothing,
  });
  return ways.statuses.map(({ transport, state }) => `${transport} ${state}`);
}

describe('ways to find each other', () => {
  it('leave the local network alone for whoever hides the own address, always or until somebody is verified', () => {
    expect(statesWith({})).toContain('lan idle');
    expect(statesWith({ hideAddress: true })).toContain('lan off');
    expect(statesWith({ directAfterVerified: true })).toContain('lan off');
  });
});
