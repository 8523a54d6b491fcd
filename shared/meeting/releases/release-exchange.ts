/** News of releases in a meeting: who has some says so; who wants it asks; what comes unasked is dropped. */
import { VigilError } from '../../errors';
import { isSameNews, type ReleaseNews } from '../../release/judge';
import { compareVersions, showVersion } from '../../release/version';
import type { Member } from '../members/member';
import type { Members } from '../members/members';
import { releaseBody, releaseIn, type ReleaseStep } from '../messages/release-messages';
import type { Drop, Ports } from '../ports';
import type { ReleaseOfferView } from '../views';
import { ReleaseTellers } from './release-tellers';

/** Whoever has not answered until then can be asked again. */
const ANSWER_MS = 20_000;

interface Told {
  /** What it says that it has. */
  news: ReleaseNews;
  /** Ends the waiting for what was asked for; null: nothing was. */
  asked: (() => void) | null;
}

interface Offer extends Told {
  member: Member;
  inVain: boolean;
}

export interface ReleaseExchangeOptions {
  members: Pick<Members, 'get' | 'all'>;
  viewChanged: () => void;
}

export class ReleaseExchange {
  readonly #told = new Map<Member, Told>();
  readonly #tellers: ReleaseTellers;

  constructor(
    private readonly options: ReleaseExchangeOptions,
    private readonly ports: Pick<Ports, 'releases' | 'timer' | 'steady' | 'drop'>,
  ) {
    this.#tellers = new ReleaseTellers(ports);
  }

  /** The newest that is news here, of those who were not asked in vain first; of two alike that of whoever said so first. */
  get view(): ReleaseOfferView | null {
    let best: Offer | null = null;
    for (const member of this.options.members.all) {
      const told = this.#told.get(member);
      if (!told || member.state.phase !== 'open' || !this.ports.releases.isNews(told.news)) continue;
      const offer = { ...told, member, inVain: this.#tellers.of(member).inVain };
      if (!best || isBefore(offer, best)) best = offer;
    }
    if (!best) return null;
    const { member, news, asked } = best;
    return {
      peerId: member.facts.peerId,
      name: member.name,
      version: showVersion(news.version),
      asked: asked !== null,
    };
  }

  opened(member: Member): void {
    const newest = this.ports.releases.newest();
    if (newest) tell(member, newest);
  }

  gone(member: Member): void {
    this.#told.get(member)?.asked?.();
    this.#told.delete(member);
  }

  /** Another one was accepted here. */
  accepted(): void {
    const newest = this.ports.releases.newest();
    if (!newest) return;
    for (const member of this.options.members.all) if (member.state.phase === 'open') tell(member, newest);
    this.options.viewChanged();
  }

  /** Throws VigilError no-such-peer where that member offers nothing. */
  ask(peerId: string): void {
    const member = this.options.members.get(peerId);
    const told = member && this.#told.get(member);
    if (!member || !told || told.asked) throw new VigilError('no-such-peer');
    if (!member.send({ t: 'release', step: { s: 'wanted' } })) throw new VigilError('no-such-peer');
    told.asked = this.ports.timer(ANSWER_MS, () => {
      told.asked = null;
      this.#tellers.of(member).inVain = true;
      this.options.viewChanged();
    });
    this.options.viewChanged();
  }

  said(from: Member, step: ReleaseStep): void {
    switch (step.s) {
      case 'held':
        this.#held(from, step);
        break;
      case 'wanted':
        this.#wanted(from);
        break;
      case 'given':
        this.#given(from, step.body);
        break;
    }
  }

  end(): void {
    for (const { asked } of this.#told.values()) asked?.();
    this.#told.clear();
    this.#tellers.end();
  }

  #held(from: Member, { version, issued, content }: ReleaseNews): void {
    const teller = this.#tellers.of(from);
    if (!teller.held.take()) {
      this.#drop('release-flood');
      return;
    }
    if (teller.lied) return;
    const news = { version, issued, content };
    const told = this.#told.get(from);
    if (told) told.news = news;
    else this.#told.set(from, { news, asked: null });
    this.options.viewChanged();
  }

  #wanted(from: Member): void {
    const newest = this.ports.releases.newest();
    if (!newest) this.#drop('release-unexpected');
    else if (!this.#tellers.of(from).wanted.take()) this.#drop('release-flood');
    else from.send({ t: 'release', step: { s: 'given', body: releaseBody(newest.bytes) } });
  }

  #given(from: Member, body: Uint8Array): void {
    const told = this.#told.get(from);
    if (!told?.asked) {
      this.#drop('release-unexpected');
      return;
    }
    this.gone(from);
    const teller = this.#tellers.of(from);
    const bytes = releaseIn(body);
    const taken = bytes && this.ports.releases.take(bytes, from.name);
    if (!taken?.news || !isSameNews(taken.news, told.news)) teller.lied = true;
    // Two releases of one version are known now: it is as well that somebody said so.
    const isOfUse = ['accepted', 'known', 'conflict'].includes(taken?.outcome ?? '');
    teller.inVain = !isOfUse;
    if (teller.lied || !isOfUse) this.#drop('release-refused');
    this.options.viewChanged();
  }

  #drop(reason: Drop): void {
    this.ports.drop(reason);
  }
}

function tell(member: Member, { version, issued, content }: ReleaseNews): void {
  member.send({ t: 'release', step: { s: 'held', version, issued, content } });
}

function isBefore(a: Offer, b: Offer): boolean {
  if (a.inVain !== b.inVain) return b.inVain;
  return compareVersions(a.news.version, b.news.version) > 0;
}
