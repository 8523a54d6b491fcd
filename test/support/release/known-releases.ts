/** What an app knows of releases, with a vault in memory. */
import { OwnBuild } from '../../../main/releases/own-build';
import { Releases } from '../../../main/releases/releases';
import { directly } from '../../../main/rendezvous/nostr/relay-socket';
import type { KeptReleases } from '../../../main/vault/contents';
import { DAY, ISSUED, pinnedKeys } from './releases';

export class VaultInMemory {
  isLocked = false;
  releases: KeptReleases = { accepted: [], contradictions: [] };
  fails = false;
  saveReleases(releases: KeptReleases): Promise<void> {
    if (this.fails) return Promise.reject(new Error('full'));
    this.releases = releases;
    return Promise.resolve();
  }
}

interface Setting {
  vault?: VaultInMemory;
  now?: number;
  version?: string;
  keys?: Uint8Array[];
}

export function releasesOf({
  vault = new VaultInMemory(),
  now = ISSUED + DAY,
  version = '0.1.0',
  keys,
}: Setting = {}): { releases: Releases; vault: VaultInMemory; told: () => number } {
  let told = 0;
  const releases = new Releases({
    ...{ vault, version, wall: () => now * 1000, web: () => ({ agentFor: directly }) },
    pinned: { state: keys?.length === 0 ? 'none' : 'pinned', keys: keys ?? pinnedKeys() },
    build: new OwnBuild({ archive: null, changed: () => undefined }),
    changed: () => undefined,
    accepted: () => {
      told++;
    },
  });
  return { releases, vault, told: () => told };
}
