/** Which relays are in use, how they do, and whether this computer's clock agrees with theirs. */
import { systemClocks } from '../../clocks';
import { randomBytes } from '../../../shared/crypto/sodium';
import { VigilError } from '../../../shared/errors';
import { MAX_RELAYS, type RelayStatus, type Settings } from '../../../shared/ipc';
import { mayBeHinted } from '../../../shared/wire/hinted-host';
import { canonicalRelayUrl } from '../../../shared/wire/relay-url';
import { signHere, type Sign } from './signing';
import { NostrTransport } from './nostr-transport';
import type { AgentFor } from './relay-socket';

/** Many relays refuse what is a minute old, and a door what is ten minutes off; before that one is told. */
const CLOCK_TOLERANCE_MS = 45 * 1000;

/** Throws VigilError on a bad URL, an empty or a too long list; returns canonical URLs, each once. */
export function checkedRelays(relays: Settings['relays']): Settings['relays'] {
  if (relays.length === 0) throw new VigilError('relay-list-empty');
  if (relays.length > MAX_RELAYS) throw new VigilError('relay-list-too-long');
  const byUrl = new Map(relays.map((relay) => [usableRelayUrl(relay.url), relay]));
  return [...byUrl].map(([url, relay]) => ({ ...relay, url }));
}

export class Relays {
  #transport: NostrTransport | null = null;
  /** How far each relay's clock is from this computer's, in milliseconds. */
  readonly #clocks = new Map<string, number>();

  /** @param fixed relays for this run instead of those in the settings. @param agents for one meeting's relays. */
  constructor(
    private readonly settings: () => Settings,
    private readonly fixed: readonly string[] | null,
    private readonly changed: () => void,
    private readonly agents: () => AgentFor,
    private readonly sign: Sign = signHere,
  ) {}

  /** More than half of the relays say so: a single one cannot raise a false alarm, or hide a true one. */
  get clockIsOff(): boolean {
    const off = [...this.#clocks.values()].filter((difference) => Math.abs(difference) > CLOCK_TOLERANCE_MS);
    return off.length > this.#clocks.size / 2;
  }

  get statuses(): RelayStatus[] {
    const live = new Map(this.#transport?.statuses.map((status) => [status.url, status]));
    const known = this.#known();
    const listed = known.map(({ url, enabled }) => {
      const status = live.get(url);
      live.delete(url);
      return status ? { ...status, enabled } : { ...idle(url), enabled };
    });
    return [...listed, ...[...live.values()].map((status) => ({ ...status, enabled: true }))];
  }

  /** Canonical URLs of the relays that are switched on, in random order so that none is everybody's first. */
  enabled(): string[] {
    const urls = this.#known().flatMap(({ url, enabled }) => (enabled ? [url] : []));
    return urls
      .map((url) => ({ url, order: randomBytes(4).join() }))
      .sort((a, b) => (a.order < b.order ? -1 : 1))
      .map(({ url }) => url);
  }

  /** One meeting's transport, by those relays that its link names and the best of the own ones. */
  transport(fromLink: readonly string[]): NostrTransport {
    const named = fromLink.flatMap((url) => {
      try {
        const usable = usableRelayUrl(url);
        return this.#isListed(usable) || mayBeHinted(usable) ? [usable] : [];
      } catch {
        return [];
      }
    });
    const clock = (url: string, relayClock: number): void => {
      this.#clocks.set(url, relayClock - systemClocks.wall());
      this.changed();
    };
    // What was told before the clock was put right, or by relays that are not asked any more, counts no longer.
    this.#clocks.clear();
    const candidates = { named, own: this.enabled() };
    this.#transport = new NostrTransport(
      candidates,
      systemClocks.wall,
      {
        changed: this.changed,
        clock,
        maySignIn: (url) => this.#maySignIn(url),
        mayBeLocal: (url) => this.#isListed(url),
      },
      this.agents(),
      this.sign,
    );
    return this.#transport;
  }

  /** Only to relays of the own list: a link cannot ask for it. */
  #maySignIn(url: string): boolean {
    return this.#known().some((relay) => relay.url === url && relay.signIn);
  }

  /** Switched on or not: a link leads into a private network only where the person named that very relay. */
  #isListed(url: string): boolean {
    return this.#known().some((relay) => relay.url === url);
  }

  #known(): Settings['relays'] {
    return this.fixed
      ? checkedRelays(this.fixed.map((url) => ({ url, enabled: true, signIn: false })))
      : this.settings().relays;
  }
}

/** The canonical form, of an address that the platform can use as well. */
function usableRelayUrl(url: string): string {
  const canonical = canonicalRelayUrl(url);
  if (!URL.canParse(canonical)) throw new VigilError('relay-url-invalid');
  return canonical;
}

function idle(url: string): Omit<RelayStatus, 'enabled'> {
  return { url, state: 'idle', refusal: null, lastAnswerAt: null, roundTripMs: null };
}
