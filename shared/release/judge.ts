/** Whether what claims to be news of a release is taken. */
import { SIGNER_AHEAD_SECONDS } from './limits';
import { isSameRelease } from './manifest';
import { openRelease, type Release } from './signed-release';
import { compareVersions, type Version } from './version';

/**
 * no-keys: this build has none to check by. older: something newer is known, or runs. conflict: another release of the
 * same version is known, signed as well. known: nothing new.
 */
export const releaseRefusals = [
  'no-keys',
  'unreadable',
  'unsigned',
  'ahead-of-clock',
  'older',
  'conflict',
] as const;
export type ReleaseRefusal = (typeof releaseRefusals)[number];

export type ReleaseVerdict =
  | { verdict: 'accepted' | 'known'; release: Release }
  | { verdict: 'refused'; why: ReleaseRefusal; release: Release | null };

export interface Judging {
  /** Pinned release keys, 32 bytes each. */
  keys: readonly Uint8Array[];
  /** Unix seconds. */
  now: number;
  running: Version;
  /** What was accepted before, the newest first. */
  kept: readonly Release[];
}

/** Never throws. @param bytes of anybody. */
export function judgeRelease(bytes: Uint8Array, { keys, now, running, kept }: Judging): ReleaseVerdict {
  const refused = (why: ReleaseRefusal, about: Release | null = null): ReleaseVerdict => ({
    verdict: 'refused',
    why,
    release: about,
  });
  if (keys.length === 0) return refused('no-keys');
  const opened = openRelease(bytes, keys);
  if (!opened.release) return refused(opened.why);
  const { release } = opened;
  const { manifest } = release;
  if (manifest.issued > now + SIGNER_AHEAD_SECONDS) return refused('ahead-of-clock', release);
  const same = kept.find((one) => compareVersions(one.manifest.version, manifest.version) === 0);
  if (same && !isSameRelease(same.manifest, manifest)) return refused('conflict', release);
  const [newest] = kept;
  if (compareVersions(manifest.version, running) < 0) return refused('older', release);
  if (newest && compareVersions(manifest.version, newest.manifest.version) < 0)
    return refused('older', release);
  if (!same) return { verdict: 'accepted', release };
  if (manifest.issued < same.manifest.issued) return refused('older', release);
  // Said again with a later end.
  return { verdict: manifest.issued > same.manifest.issued ? 'accepted' : 'known', release };
}

/** How many accepted ones are kept, to know their builds by. */
export const KEPT_RELEASES = 4;

/** What is kept once this one is accepted: of its version this one alone, the newest first. */
export function withRelease(kept: readonly Release[], release: Release): Release[] {
  const others = kept.filter(
    ({ manifest }) => compareVersions(manifest.version, release.manifest.version) !== 0,
  );
  return [release, ...others].slice(0, KEPT_RELEASES);
}

/** Whether what somebody tells of would be accepted, if it is so. @param news issued: Unix seconds. */
export function isNewsTo(
  { version, issued }: { version: Version; issued: number },
  running: Version,
  kept: readonly Release[],
): boolean {
  const [newest] = kept;
  if (!newest) return compareVersions(version, running) >= 0;
  const order = compareVersions(version, newest.manifest.version);
  return order > 0 ? compareVersions(version, running) >= 0 : order === 0 && issued > newest.manifest.issued;
}
