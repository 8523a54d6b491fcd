/** News of releases in a meeting: who has some says so; who wants it asks; what comes unasked is dropped. */
import { VigilError } from '../../errors';
import { compareVersions, showVersion } from '../../release/version';
import { Allowance } from '../limits/rate-limit';
import type { Member } from '../members/member';
import type { Members } from '../members/members';
import { releaseBody, releaseIn, type ReleaseStep } from '../messages/release-messages';
import type { Drop, Ports, ReleaseNews } from '../ports';
import type { ReleaseOfferView } from '../views';

/** What one member may say of it at once, and one more every so many milliseconds. */
const HELD = { capacity: 4, refillMs: 60_000 };
const WANTED = { capacity: 3, refillMs: 60_000 };
/** Whoever has not answered until then can be asked again. */
const ANSWER_MS = 20_000;

interface Told {
  held: Allowance;
  wanted: Allowance;
  /** What it says that it has; null: nothing, or what came of it was refused. */
  news: ReleaseNews | null;
  /** Ends the waiting for what was asked for; null: nothing was. */
  asked: (() => void) | null;
  /** What it handed over was refused: nothing more of it is offered. */
  refused: boolean;
  /** It was asked and did not answer: whoever else has news comes before it. */
  silent: boolean;
}

export interface ReleaseExchangeOptions {
  members: Pick<Members, 'get' | 'all'>;
  viewChanged: () => void;
}

export class ReleaseExchange {
  readonly #told = new Map<string, Told>();

  constructor(
    private readonly options: ReleaseExchangeOptions,
    private readonly ports: Pick<Ports, 'releases' | 'timer' | 'steady' | 'drop'>,
  ) {}

  /** The newest that is news here, of those who were not silent first; of two alike that of whoever said so first. */
  get view(): ReleaseOfferView | null {
    let best: { member: Member; told: Told; news: ReleaseNews } | null = null;
    for (const member of this.options.members.all) {
      const told = this.#told.get(member.facts.peerId);
      const news = told?.news;
      if (!told || !news || member.state.phase !== 'open' || !this.ports.releases.isNews(news)) continue;
      if (!best || isBefore({ told, news }, best)) best = { member, told, news };
    }
    if (!best) return null;
    const { member, told, news } = best;
    return {
      peerId: member.facts.peerId,
      name: member.name,
      version: showVersion(news.version),
      asked: told.asked !== null,
    };
  }

  opened(member: Member): void {
    const newest = this.ports.releases.newest();
    if (newest) tell(member, newest);
  }

  gone({ facts }: Member): void {
    this.#told.get(facts.peerId)?.asked?.();
    this.#told.delete(facts.peerId);
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
    const told = this.#told.get(peerId);
    if (!member || !told?.news || told.asked) throw new VigilError('no-such-peer');
    if (!member.send({ t: 'release', step: { s: 'wanted' } })) throw new VigilError('no-such-peer');
    const stop = this.ports.timer(ANSWER_MS, () => {
      told.asked = null;
      told.silent = true;
      this.options.viewChanged();
    });
    told.asked = stop;
    this.options.viewChanged();
  }

  said(from: Member, step: ReleaseStep): void {
    const told = this.#toldBy(from);
    switch (step.s) {
      case 'held':
        this.#held(told, step);
        break;
      case 'wanted':
        this.#wanted(from, told);
        break;
      case 'given':
        this.#given(from, told, step.body);
        break;
    }
  }

  end(): void {
    for (const { asked } of this.#told.values()) asked?.();
    this.#told.clear();
  }

  #held(told: Told, { version, issued }: ReleaseNews): void {
    if (!told.held.take()) {
      this.#drop('release-flood');
      return;
    }
    if (told.refused) return;
    told.news = { version, issued };
    this.options.viewChanged();
  }

  #wanted(from: Member, told: Told): void {
    const newest = this.ports.releases.newest();
    if (!newest) this.#drop('release-unexpected');
    else if (!told.wanted.take()) this.#drop('release-flood');
    else from.send({ t: 'release', step: { s: 'given', body: releaseBody(newest.bytes) } });
  }

  #given(from: Member, told: Told, body: Uint8Array): void {
    if (!told.asked) {
      this.#drop('release-unexpected');
      return;
    }
    told.asked();
    told.asked = null;
    told.news = null;
    told.silent = false;
    const bytes = releaseIn(body);
    if (!bytes || !this.ports.releases.take(bytes, from.name)) {
      told.refused = true;
      this.#drop('release-refused');
    }
    this.options.viewChanged();
  }

  #drop(reason: Drop): void {
    this.ports.drop(reason);
  }

  #toldBy({ facts }: Member): Told {
    const known = this.#told.get(facts.peerId);
    if (known) return known;
    const { steady } = this.ports;
    const told: Told = {
      held: new Allowance(HELD.capacity, HELD.refillMs, steady),
      wanted: new Allowance(WANTED.capacity, WANTED.refillMs, steady),
      news: null,
      asked: null,
      refused: false,
      silent: false,
    };
    this.#told.set(facts.peerId, told);
    return told;
  }
}

function tell(member: Member, { version, issued }: ReleaseNews): void {
  member.send({ t: 'release', step: { s: 'held', version, issued } });
}

interface Offer {
  told: Told;
  news: ReleaseNews;
}

function isBefore(a: Offer, b: Offer): boolean {
  if (a.told.silent !== b.told.silent) return b.told.silent;
  return compareVersions(a.news.version, b.news.version) > 0;
}
