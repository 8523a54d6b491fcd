/** The releases that this person accepted: judged one by one, kept in the vault, never led back. */
import { unixSeconds, type WallClock } from '../../shared/clocks';
import {
  isNewsTo,
  judgeRelease,
  ofVersion,
  outcomeOf,
  withContradiction,
  withRelease,
  type ReleaseNews,
  type ReleaseVerdict,
} from '../../shared/release/judge';
import { standingOf, type BuildStanding } from '../../shared/release/build-standing';
import { openRelease, type Release } from '../../shared/release/signed-release';
import { parseVersion, type Version } from '../../shared/release/version';
import type { KeptReleases } from '../vault/contents';
import type { Vault } from '../vault/vault';

export interface AcceptedOptions {
  /** 32 bytes each. */
  keys: readonly Uint8Array[];
  /** Of this app. */
  version: string;
  vault: Pick<Vault, 'isLocked' | 'releases' | 'saveReleases'>;
  wall: WallClock;
}

export class AcceptedReleases {
  readonly running: Version;
  #kept: readonly Release[] = [];
  #contradictions: readonly Release[] = [];

  constructor(private readonly options: AcceptedOptions) {
    this.running = parseVersion(options.version) ?? [0, 0, 0];
    this.reload();
  }

  /** From the vault; while it is locked there are none. What the pinned keys did not sign is left out. */
  reload(): void {
    const { vault } = this.options;
    const { accepted, contradictions }: KeptReleases = vault.isLocked
      ? { accepted: [], contradictions: [] }
      : vault.releases;
    this.#kept = accepted.flatMap((bytes) => this.#opened(bytes) ?? []);
    this.#contradictions = contradictions.flatMap((bytes) => this.#opened(bytes) ?? []);
  }

  get newest(): Release | null {
    return this.#kept[0] ?? null;
  }

  /** Of a version that was accepted, and another release than that: the newest version first. */
  get contradictions(): readonly Release[] {
    return this.#contradictions;
  }

  /** The newest, unless another release of its version is known: then neither is to be installed. */
  get undisputed(): Release | null {
    const { newest } = this;
    return newest && !ofVersion(this.#contradictions, newest.manifest.version) ? newest : null;
  }

  /**
   * What becomes of it, at once. `kept` rejects with VigilError locked or vault-write-failed. @param bytes of anybody.
   */
  accept(bytes: Uint8Array): { verdict: ReleaseVerdict; kept: Promise<void> } {
    const { keys, wall } = this.options;
    const now = unixSeconds(wall());
    const verdict = judgeRelease(bytes, { keys, now, running: this.running, kept: this.#kept });
    if (verdict.verdict === 'accepted') this.#kept = withRelease(this.#kept, verdict.release);
    else if (outcomeOf(verdict) === 'conflict' && verdict.release)
      this.#contradictions = withContradiction(this.#contradictions, verdict.release);
    else return { verdict, kept: Promise.resolve() };
    return { verdict, kept: this.#save() };
  }

  isNews(news: ReleaseNews): boolean {
    return (
      this.options.keys.length > 0 &&
      isNewsTo(news, { running: this.running, kept: this.#kept, contradictions: this.#contradictions })
    );
  }

  standing(version: Version | null, build: Uint8Array): BuildStanding {
    return standingOf(version, build, this.#kept);
  }

  #save(): Promise<void> {
    return this.options.vault.saveReleases({
      accepted: this.#kept.map(({ bytes }) => bytes),
      contradictions: this.#contradictions.map(({ bytes }) => bytes),
    });
  }

  #opened(bytes: Uint8Array): Release | null {
    return openRelease(bytes, this.options.keys).release;
  }
}
