/**
 * Keeps the link of one pair going once their channel stands: restarted, replaced or offered again, as long as any
 * carrier brings the messages that it takes (docs/protocol.md, When a link breaks).
 */
import type { Room } from '../../invite/key-schedule';
import type { CompactDescription } from '../../wire/description';
import { Allowance } from '../allowance';
import { Carriers, type CarriersEvents } from './carriers';
import { MemberConnection, type MemberConnectionEvents } from './member-connection';
import type { MemberMessage } from '../messages/member-messages';
import type { Ports } from '../ports';
import { retry } from '../limits/backoff';

/** A link that is gone is offered again after these pauses, in milliseconds, the last one over and over. */
const REBUILD_PAUSES_MS = [0, 1000, 2000, 4000, 8000, 15_000];
/** A link that held so long begins with the first pause again. */
const STEADY_LINK_MS = 30_000;
/** Candidates are gathered so often because of one member, and once more after each pause. */
const GATHERINGS = 8;
const GATHERING_PAUSE_MS = 10_000;
/** A restart for a better path waits for what is under way, but not for ever. */
const RENEWAL = { firstMs: 1000, maxMs: 4000, limitMs: 20_000 };

export interface ConnectionRecoveryEvents {
  say: (message: MemberMessage) => void;
  /** Media can be negotiated. @param again in the place of a link that was lost. */
  linked: (again: boolean) => void;
  changed: () => void;
}

export type ConnectionHooks = Omit<MemberConnectionEvents, 'described' | 'restart' | 'changed'>;
export type CarrierHooks = Omit<CarriersEvents, 'sayAgain' | 'replace'>;

export class ConnectionRecovery {
  readonly connection: MemberConnection;
  readonly carriers: Carriers;
  readonly #allowance: Allowance;
  #begun = false;
  #rebuilds = 0;
  #linkedAt: number | null = null;
  #stopRebuild: (() => void) | null = null;
  #stopRenewal: (() => void) | null = null;

  /** @param initiates this side has the lower peer id: it offers links, so offers never cross. */
  constructor(
    pair: { self: Uint8Array; peerId: string },
    private readonly initiates: boolean,
    private readonly ports: Ports,
    private readonly events: ConnectionRecoveryEvents,
    connection: ConnectionHooks,
    carriers: CarrierHooks,
  ) {
    this.#allowance = new Allowance(GATHERINGS, GATHERING_PAUSE_MS, ports.now);
    this.connection = new MemberConnection(pair.peerId, ports, this.#allowance, {
      ...connection,
      described: (kind, description) => {
        events.say({ t: 'link', kind, description });
      },
      restart: events.say,
      changed: () => {
        this.#pathChanged();
      },
    });
    this.carriers = new Carriers(pair, this.connection, ports, {
      ...carriers,
      sayAgain: () => {
        this.#sayAgain();
      },
      replace: () => {
        if (this.connection.state.state === 'open' && initiates) this.#replace();
      },
    });
  }

  /** There was a link once. */
  get wasLinked(): boolean {
    return this.#linkedAt !== null;
  }

  /** The channel stands: on the link that there is, or the first one is offered. */
  begin(room: Room): void {
    this.#begun = true;
    this.connection.channelStands();
    if (this.connection.state.state === 'open') this.linked();
    else if (this.initiates) this.connection.offer();
    this.carriers.begin(room);
  }

  /** The link stands, and the channel too. */
  linked(): void {
    const again = this.#linkedAt !== null;
    this.#linkedAt = this.ports.now();
    this.carriers.follow();
    this.events.linked(again);
  }

  /** The lower peer id offers again, by whatever carrier there is. */
  lost(): void {
    const { now } = this.ports;
    if (this.#linkedAt !== null && now() - this.#linkedAt > STEADY_LINK_MS) this.#rebuilds = 0;
    const pause = REBUILD_PAUSES_MS[this.#rebuilds++] ?? REBUILD_PAUSES_MS.at(-1) ?? 0;
    this.carriers.follow();
    this.#stopRebuild?.();
    if (this.initiates) {
      this.#stopRebuild = this.ports.timer(pause, () => {
        if (this.connection.state.state === 'none') this.connection.offer();
      });
    } else this.#sayAgain();
    this.events.changed();
  }

  described(kind: 'offer' | 'answer', description: CompactDescription): void {
    if (kind === 'answer') this.connection.accept(description);
    else if (this.initiates) this.ports.drop('unexpected');
    else this.connection.answer(description);
  }

  /** What is meant is the link that stands here, and not a restart that is long made. */
  wanted({ link, restarts, gone }: Extract<MemberMessage, { t: 'link-wanted' }>): void {
    if (this.connection.state.state !== 'open') return;
    const late = !gone && restarts !== this.connection.restarts;
    if (late || !this.connection.isNamedBy(link)) this.ports.drop('restart-stale');
    else if (!gone) this.connection.restart();
    else if (!this.initiates) this.ports.drop('unexpected');
    else if (this.#allowance.take()) this.#replace();
    else this.ports.drop('restart-refused');
  }

  /** @param everything a link that seems to work is restarted as well. */
  networkChanged(everything: boolean): void {
    if (!this.#begun || (this.connection.healthy && !everything)) return;
    const { state } = this.connection;
    if (state.state !== 'open') this.#sayAgain();
    else if (state.side === 'answer') this.#want(false);
    // Candidates of the network before are of no use.
    else if (!this.connection.restart() && !this.connection.healthy) this.#replace();
  }

  /** Restarts a link that works, because this side may take another path now. */
  renew(): void {
    this.#stopRenewal?.();
    const { state: before, restarts } = this.connection;
    const forMs = { limit: RENEWAL.limitMs, then: () => undefined };
    this.#stopRenewal = retry(this.ports, { ...RENEWAL, forMs }, () => {
      const { state } = this.connection;
      const isSame =
        before.state === 'open' && state.state === 'open' && state.connectionId === before.connectionId;
      if (!isSame || this.connection.restarts > restarts) this.#stopRenewal?.();
      else if (state.side === 'offer') this.connection.restart();
      else this.#want(false);
    });
  }

  /** @param linger the other should still read the last message. */
  end(linger: boolean): void {
    this.#begun = false;
    this.#stopRebuild?.();
    this.#stopRenewal?.();
    this.carriers.end();
    this.connection.close(linger);
  }

  /** The side that offered the link restarts it; the other asks for that. */
  #pathChanged(): void {
    const { state } = this.connection;
    if (this.#begun) {
      if (state.state === 'open' && state.interrupted && !this.connection.restart()) this.#sayAgain();
      this.carriers.follow();
    }
    this.events.changed();
  }

  /** Another connection in the place of this one. */
  #replace(): void {
    if (this.initiates) {
      this.connection.offer();
    } else {
      this.connection.close(false);
      this.#sayAgain();
    }
    this.carriers.follow();
    this.events.changed();
  }

  /** What is under way; what is wanted; or that one is there. */
  #sayAgain(): void {
    if (this.connection.sayAgain()) return;
    const { state } = this.connection;
    const asksForRestart = state.state === 'open' && state.side === 'answer';
    const asksForLink = state.state === 'none' && !this.initiates;
    if (asksForRestart || asksForLink) this.#want(asksForLink);
    else this.events.say({ t: 'here' });
  }

  #want(gone: boolean): void {
    const { tag, restarts } = this.connection;
    if (tag) this.events.say({ t: 'link-wanted', link: tag, restarts, gone });
  }
}
