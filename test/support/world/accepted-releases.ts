/** What somebody in the simulated world has accepted of releases. */
import type { WallClock } from '../../../shared/clocks';
import { unixSeconds } from '../../../shared/clocks';
import type { ReleasesPort } from '../../../shared/meeting/ports';
import { standingOf } from '../../../shared/release/build-standing';
import {
  isNewsTo,
  judgeRelease,
  newsOf,
  outcomeOf,
  withContradiction,
  withRelease,
  type ReleaseVerdict,
} from '../../../shared/release/judge';
import type { Release } from '../../../shared/release/signed-release';
import type { Version } from '../../../shared/release/version';
import { pinnedKeys } from '../release/releases';

export class AcceptedReleases {
  kept: Release[] = [];
  contradictions: readonly Release[] = [];
  running: Version = [0, 1, 0];
  /** What was handed over, accepted or not. */
  readonly taken: { bytes: Uint8Array; name: string; outcome: string }[] = [];

  constructor(private readonly wall: WallClock) {}

  accept(bytes: Uint8Array): string {
    return outcomeOf(this.#judge(bytes));
  }

  #judge(bytes: Uint8Array): ReleaseVerdict {
    const { kept, running } = this;
    const now = unixSeconds(this.wall());
    const verdict = judgeRelease(bytes, { keys: pinnedKeys(), now, running, kept });
    if (verdict.verdict === 'accepted') this.kept = withRelease(kept, verdict.release);
    if (outcomeOf(verdict) === 'conflict' && verdict.release)
      this.contradictions = withContradiction(this.contradictions, verdict.release);
    return verdict;
  }

  readonly port: ReleasesPort = {
    newest: () => {
      const [release] = this.kept;
      return release ? { ...newsOf(release), bytes: release.bytes } : null;
    },
    isNews: (news) => isNewsTo(news, this),
    take: (bytes, name) => {
      const verdict = this.#judge(bytes);
      const outcome = outcomeOf(verdict);
      this.taken.push({ bytes, name, outcome });
      return { outcome, news: verdict.release && newsOf(verdict.release) };
    },
    standing: (version, build) => standingOf(version, build, this.kept),
  };
}
