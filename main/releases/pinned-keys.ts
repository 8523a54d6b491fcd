/** By which keys releases are checked. */
import { fromHex } from '../../shared/bytes';
import { releaseKeys } from '../../shared/release/release-keys';

export interface PinnedKeys {
  state: 'none' | 'pinned' | 'test';
  /** 32 bytes each. */
  keys: Uint8Array[];
}

/** A package holds to its own keys, whatever it is told. @param test keys of a test, in hex. */
export function pinnedKeys(test: readonly string[], isPackaged: boolean): PinnedKeys {
  if (test.length > 0 && !isPackaged) return { state: 'test', keys: test.map(fromHex) };
  return { state: releaseKeys.length > 0 ? 'pinned' : 'none', keys: releaseKeys.map(fromHex) };
}
