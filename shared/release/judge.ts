/** Whether what claims to be news of a release is taken. */
import { equalPublic } from '../bytes';
import { SIGNER_AHEAD_SECONDS } from './limits';
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

export const outcomeOf = (verdict: ReleaseVerdict): 'accepted' | 'known' | ReleaseRefusal =>
  verdict.verdict === 'refused' ? verdict.why : verdict.verdict;

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
  const same = ofVersion(kept, manifest.version);
  if (same && !equalPublic(same.content, release.content)) return refused('conflict', release);
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

/** How many contradictions stay an alarm. */
export const KEPT_CONTRADICTIONS = 4;

/** Of each version the first that was found, the newest versions first: none takes another one's place. */
export function withContradiction(kept: readonly Release[], release: Release): readonly Release[] {
  if (ofVersion(kept, release.manifest.version)) return kept;
  return [...kept, release]
    .toSorted((a, b) => compareVersions(b.manifest.version, a.manifest.version))
    .slice(0, KEPT_CONTRADICTIONS);
}

/** What somebody says that they hold. */
export interface ReleaseNews {
  version: Version;
  /** When it was signed, in Unix seconds. */
  issued: number;
  /** As of a release, 32 bytes. */
  content: Uint8Array;
}

export const newsOf = ({ manifest: { version, issued }, content }: Release): ReleaseNews => ({
  version,
  issued,
  content,
});

export const isSameNews = (a: ReleaseNews, b: ReleaseNews): boolean =>
  compareVersions(a.version, b.version) === 0 && a.issued === b.issued && equalPublic(a.content, b.content);

export interface Known {
  running: Version;
  /** What was accepted before, the newest first. */
  kept: readonly Release[];
  /** One of each version of which two different ones are known. */
  contradictions: readonly Release[];
}

/** Whether what somebody tells of would be accepted, or would be an alarm, if it is so. */
export function isNewsTo(
  { version, issued, content }: ReleaseNews,
  { running, kept, contradictions }: Known,
): boolean {
  const same = ofVersion(kept, version);
  if (same && !equalPublic(same.content, content)) return !ofVersion(contradictions, version);
  const [newest] = kept;
  if (!newest) return compareVersions(version, running) >= 0;
  const order = compareVersions(version, newest.manifest.version);
  return order > 0 ? compareVersions(version, running) >= 0 : order === 0 && issued > newest.manifest.issued;
}

export const ofVersion = (releases: readonly Release[], version: Version): Release | undefined =>
  releases.find(({ manifest }) => compareVersions(manifest.version, version) === 0);
