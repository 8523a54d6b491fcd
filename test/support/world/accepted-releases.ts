/** What somebody in the simulated world has accepted of releases. */
import type { WallClock } from '../../../shared/clocks';
import { unixSeconds } from '../../../shared/clocks';
import type { ReleasesPort } from '../../../shared/meeting/ports';
import { standingOf } from '../../../shared/release/build-standing';
import { isNewsTo, judgeRelease, withRelease } from '../../../shared/release/judge';
import type { Release } from '../../../shared/release/signed-release';
import type { Version } from '../../../shared/release/version';
import { pinnedKeys } from '../release/releases';

export class AcceptedReleases {
  kept: Release[] = [];
  running: Version = [0, 1, 0];
  /** What was handed over, accepted or not. */
  readonly taken: { bytes: Uint8Array; name: string; outcome: string }[] = [];

  constructor(private readonly wall: WallClock) {}

  accept(bytes: Uint8Array): string {
    const { kept, running } = this;
    const now = unixSeconds(this.wall());
    const verdict = judgeRelease(bytes, { keys: pinnedKeys(), now, running, kept });
    if (verdict.verdict === 'accepted') this.kept = withRelease(kept, verdict.release);
    return verdict.verdict === 'refused' ? verdict.why : verdict.verdict;
  }

  readonly port: ReleasesPort = {
    newest: () => {
      const [release] = this.kept;
      if (!release) return null;
      const { version, issued } = release.manifest;
      return { version, issued, bytes: release.bytes };
    },
    isNews: (news) => isNewsTo(news, this.running, this.kept),
    take: (bytes, name) => {
      const outcome = this.accept(bytes);
      this.taken.push({ bytes, name, outcome });
      return ['accepted', 'known'].includes(outcome);
    },
    standing: (version, build) => standingOf(version, build, this.kept),
  };
}
