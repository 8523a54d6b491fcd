/** News of releases, as the app and its meetings have it. No server is asked but one that the person names, once. */
import { toHex } from '../../shared/bytes';
import { unixSeconds, type WallClock } from '../../shared/clocks';
import type { ReleaseOutcome, ReleasesView } from '../../shared/ipc/releases';
import type { ReleasesPort } from '../../shared/meeting/ports';
import type { ReleaseFile } from '../../shared/release/manifest';
import { compareVersions, showVersion } from '../../shared/release/version';
import { AcceptedReleases, type AcceptedOptions } from './accepted-releases';
import { Getting } from './getting';
import type { OwnBuild } from './own-build';
import type { PinnedKeys } from './pinned-keys';
import { readPage } from './read-page';
import { MayNotBeAsked, parseReleaseAddress, type Web } from './web-get';

export interface ReleasesOptions extends Pick<AcceptedOptions, 'version' | 'vault'> {
  pinned: PinnedKeys;
  wall: WallClock;
  build: OwnBuild;
  /** A fresh way for each time something is asked. */
  web: () => Web;
  changed: () => void;
  /** Another one is known: the members of a meeting are told. */
  accepted: () => void;
}

const FITTING_ARCHS: ReadonlySet<string> = new Set([process.arch, 'universal']);

export class Releases {
  readonly #accepted: AcceptedReleases;
  readonly getting: Getting;
  #outcome: ReleasesView['outcome'] = null;
  #isAsking = false;

  constructor(private readonly options: ReleasesOptions) {
    const { pinned, changed, web } = options;
    this.#accepted = new AcceptedReleases({ ...options, keys: pinned.keys });
    this.getting = new Getting({ web, changed });
  }

  /** The vault was locked or opened. */
  reload(): void {
    this.#accepted.reload();
  }

  get view(): ReleasesView {
    const { pinned, build } = this.options;
    const { contradiction, running } = this.#accepted;
    const standing = build.isReleased ? this.#accepted.standing(running, build.hash) : 'not-released';
    return {
      keys: pinned.state,
      build: build.hash.some((byte) => byte !== 0) ? toHex(build.hash) : '',
      // A package whose archive could not be read yet.
      standing: build.isReleased && standing === 'not-released' ? 'unknown' : standing,
      newest: this.#newestView,
      contradiction: contradiction && showVersion(contradiction.manifest.version),
      isAsking: this.#isAsking,
      outcome: this.#outcome,
      getting: this.getting.view,
    };
  }

  /** Files of the newest release. */
  get files(): readonly ReleaseFile[] {
    return this.#accepted.newest?.manifest.files ?? [];
  }

  /** @param from the name of the member who handed it over; null: a file or a page. */
  accept(bytes: Uint8Array, from: string | null): ReleaseOutcome {
    const { verdict, kept } = this.#accepted.accept(bytes);
    const outcome = verdict.verdict === 'refused' ? verdict.why : verdict.verdict;
    this.#said(outcome, from);
    if (outcome === 'accepted') this.options.accepted();
    kept.catch(() => {
      this.#said(outcome === 'accepted' ? 'not-kept' : 'conflict-not-kept', from);
    });
    return outcome;
  }

  /** Asks the page that the person named, once. Never rejects. */
  async askPage(text: string): Promise<void> {
    if (this.#isAsking) return;
    const address = parseReleaseAddress(text);
    if (!address) {
      this.#said('page-address', null);
      return;
    }
    this.#isAsking = true;
    this.options.changed();
    const answer = await readPage(address, this.options.web()).catch(whyNoAnswer);
    this.#isAsking = false;
    if (typeof answer === 'string') this.#said(answer, null);
    else this.accept(answer, null);
  }

  readonly port: ReleasesPort = {
    newest: () => {
      const { newest } = this.#accepted;
      if (!newest) return null;
      const { version, issued } = newest.manifest;
      return { version, issued, bytes: newest.bytes };
    },
    isNews: (news) => this.#accepted.isNews(news),
    take: (bytes, name) => ['accepted', 'known'].includes(this.accept(bytes, name)),
    standing: (version, build) => this.#accepted.standing(version, build),
  };

  get #newestView(): ReleasesView['newest'] {
    const { newest, running } = this.#accepted;
    if (!newest) return null;
    const { version, issued, expires, files } = newest.manifest;
    return {
      version: showVersion(version),
      isNewer: compareVersions(version, running) > 0,
      issuedAt: issued * 1000,
      expiresAt: expires * 1000,
      isOver: unixSeconds(this.options.wall()) > expires,
      files: files.map(({ name, kind, size, platform, arch }) => ({
        ...{ name, kind, size },
        fits: platform === process.platform && FITTING_ARCHS.has(arch),
      })),
    };
  }

  #said(outcome: ReleaseOutcome, from: string | null): void {
    this.#outcome = { outcome, from };
    this.options.changed();
  }
}

function whyNoAnswer(error: unknown): ReleaseOutcome {
  if (!(error instanceof MayNotBeAsked)) return 'page-unreachable';
  return error.why === 'onion' ? 'page-onion' : 'page-address';
}
