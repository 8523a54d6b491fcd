/** News of releases, as the app and its meetings have it. No server is asked but one that the person names, once. */
import { equalPublic, toHex } from '../../shared/bytes';
import { unixSeconds, type WallClock } from '../../shared/clocks';
import { VigilError } from '../../shared/errors';
import type { ReleaseOutcome, ReleasesView } from '../../shared/ipc/releases';
import type { ReleasesPort } from '../../shared/meeting/ports';
import { newsOf, outcomeOf, type ReleaseVerdict } from '../../shared/release/judge';
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
  #page: AbortController | null = null;

  constructor(private readonly options: ReleasesOptions) {
    const { pinned, changed, web } = options;
    this.#accepted = new AcceptedReleases({ ...options, keys: pinned.keys });
    this.getting = new Getting({ web, changed });
  }

  /**
   * The vault is about to be locked, or the app to end: nothing is asked, fetched or remembered any more. Resolves when
   * nothing of what was not checked is left.
   */
  async stop(): Promise<void> {
    this.#page?.abort();
    this.#page = null;
    this.#outcome = null;
    await this.getting.reset(null);
  }

  /** Who was in a meeting is not said after it. */
  meetingOver(): void {
    if (this.#outcome === null || this.#outcome.from === null) return;
    this.#outcome = null;
    this.options.changed();
  }

  /** The vault was locked or opened. */
  reload(): void {
    this.#accepted.reload();
  }

  get view(): ReleasesView {
    const { pinned, build } = this.options;
    const { contradictions, running } = this.#accepted;
    const standing = build.isReleased ? this.#accepted.standing(running, build.hash) : 'not-released';
    return {
      keys: pinned.state,
      build: build.hash.some((byte) => byte !== 0) ? toHex(build.hash) : '',
      // A package whose archive could not be read yet.
      standing: build.isReleased && standing === 'not-released' ? 'unknown' : standing,
      newest: this.#newestView,
      contradictions: contradictions.map(({ manifest }) => showVersion(manifest.version)),
      isAsking: this.#page !== null,
      outcome: this.#outcome,
      getting: this.getting.view,
    };
  }

  /** Files of the newest release; none while there are two different ones of its version. */
  get files(): readonly ReleaseFile[] {
    return this.#accepted.undisputed?.manifest.files ?? [];
  }

  /**
   * Throws VigilError locked: nobody knows then what was accepted before.
   * @param from the name of the member who handed it over; null: a file or a page.
   */
  accept(bytes: Uint8Array, from: string | null): ReleaseOutcome {
    return outcomeOf(this.#judged(bytes, from));
  }

  /** Asks the page that the person named, once. Never rejects. */
  async askPage(text: string): Promise<void> {
    if (this.#page) return;
    const address = parseReleaseAddress(text);
    if (!address) {
      this.#said('page-address', null);
      return;
    }
    const page = new AbortController();
    this.#page = page;
    this.options.changed();
    const answer = await readPage(address, this.options.web(), page.signal).catch(whyNoAnswer);
    if (page.signal.aborted) return;
    this.#page = null;
    if (typeof answer === 'string') this.#said(answer, null);
    else this.accept(answer, null);
  }

  readonly port: ReleasesPort = {
    newest: () => {
      const { newest } = this.#accepted;
      return newest && { ...newsOf(newest), bytes: newest.bytes };
    },
    isNews: (news) => this.#accepted.isNews(news),
    take: (bytes, name) => {
      const verdict = this.#judged(bytes, name);
      return { outcome: outcomeOf(verdict), news: verdict.release && newsOf(verdict.release) };
    },
    standing: (version, build) => this.#accepted.standing(version, build),
  };

  get #newestView(): ReleasesView['newest'] {
    const { newest, running } = this.#accepted;
    if (!newest) return null;
    const { version, issued, expires } = newest.manifest;
    return {
      version: showVersion(version),
      isNewer: compareVersions(version, running) > 0,
      issuedAt: issued * 1000,
      expiresAt: expires * 1000,
      isOver: unixSeconds(this.options.wall()) > expires,
      files: this.files.map(({ name, kind, size, platform, arch }) => ({
        ...{ name, kind, size },
        fits: platform === process.platform && FITTING_ARCHS.has(arch),
      })),
    };
  }

  #judged(bytes: Uint8Array, from: string | null): ReleaseVerdict {
    if (this.options.vault.isLocked) throw new VigilError('locked');
    const before = this.#accepted.undisputed;
    const { verdict, kept } = this.#accepted.accept(bytes);
    const after = this.#accepted.undisputed;
    // What is known of a file holds for the release that it was held against.
    if (before && !(after && equalPublic(before.content, after.content)))
      void this.getting.reset('other-release');
    const outcome = outcomeOf(verdict);
    const said = this.#said(outcome, from);
    if (outcome === 'accepted') this.options.accepted();
    kept.catch(() => {
      if (this.#outcome === said) this.#said(outcome === 'accepted' ? 'not-kept' : 'conflict-not-kept', from);
    });
    return verdict;
  }

  #said(outcome: ReleaseOutcome, from: string | null): NonNullable<ReleasesView['outcome']> {
    const said = { outcome, from };
    this.#outcome = said;
    this.options.changed();
    return said;
  }
}

function whyNoAnswer(error: unknown): ReleaseOutcome {
  if (!(error instanceof MayNotBeAsked)) return 'page-unreachable';
  return error.why === 'onion' ? 'page-onion' : 'page-address';
}
