/** What is known of a build by the releases that were accepted. */
import { equalPublic } from '../bytes';
import { BUILD_HASH_LENGTH } from './limits';
import type { Release } from './signed-release';
import { compareVersions, type Version } from './version';

/** named: a release of this version names it. unnamed: it does not. unknown: of this version no release is known. */
export type BuildStanding = 'named' | 'unnamed' | 'unknown' | 'not-released';

/** @param build the first 8 bytes of its hash; zeros: it says that it is no released build. */
export function standingOf(
  version: Version | null,
  build: Uint8Array,
  kept: readonly Release[],
): BuildStanding {
  if (build.every((byte) => byte === 0)) return 'not-released';
  const release = version && kept.find(({ manifest }) => compareVersions(manifest.version, version) === 0);
  if (!release) return 'unknown';
  const isNamed = release.manifest.builds.some(({ hash }) =>
    equalPublic(hash.subarray(0, BUILD_HASH_LENGTH), build),
  );
  return isNamed ? 'named' : 'unnamed';
}
