/**
 * What keeps the connection of one pair going once their channel stands: restarted, replaced or offered again, as
 * long as any carrier brings the messages that it takes (docs/protocol.md, When a link breaks). It is told what
 * happened and when, looks at the connection, and says what to do; whoever holds it does so, in order, and at once.
 */
import type { SteadyTime } from '../../clocks';
import type { CompactDescription } from '../../wire/description';
import type { Allowance } from '../limits/rate-limit';
import type { MemberConnection } from './member-connection';
import type { MemberMessage } from '../messages/member-messages';
import type { Drop } from '../ports';
import { RecoverySchedule, type ScheduleEffect, type ScheduleEvent } from './recovery-schedule';

/** A connection that is gone is offered again after these pauses, in milliseconds, the last one over and over. */
const REBUILD_PAUSES_MS = [0, 1000, 2000, 4000, 8000, 15_000];
/** A connection that held so long begins with the first pause again. */
const STEADY_MS = 30_000;
/** A restart for a better path waits for what is under way, but not for ever. */
const RENEWAL = { firstMs: 1000, maxMs: 4000, limitMs: 20_000 };

/** What can be waited for. */
export type RecoveryTimer = 'tick' | 'rebuild' | 'renewal';

export type RecoveryEvent =
  /** Before that nothing is recovered. */
  | { type: 'channel-stands' }
  | { type: 'opened' }
  | { type: 'lost' }
  /** Interrupted, or back. */
  | { type: 'path-changed' }
  /** A restart that was to be tried is not possible now. */
  | { type: 'not-restarted'; instead: 'say-again' | 'replace' }
  /** The other described its end. */
  | { type: 'described'; kind: 'offer' | 'answer'; description: CompactDescription }
  | { type: 'wanted'; message: Extract<MemberMessage, { t: 'link-wanted' }> }
  /** everything: a connection that seems to work is restarted as well. */
  | { type: 'network-changed'; everything: boolean }
  /** Another path may be open to this side now, though the connection works. */
  | { type: 'renew' }
  | Extract<ScheduleEvent, { type: 'tick' }>
  | { type: 'rebuild' }
  | { type: 'renewal' }
  | { type: 'ended' };

export type RecoveryEffect =
  | { type: 'offer' }
  | { type: 'answer'; remote: CompactDescription }
  | { type: 'accept'; remote: CompactDescription }
  /** otherwise: what to come back with if it is not possible now; null: nothing. */
  | { type: 'restart'; otherwise: 'say-again' | 'replace' | null }
  | { type: 'close' }
  | { type: 'say'; message: MemberMessage }
  | { type: 'join-room' }
  | { type: 'leave-room' }
  /** inMs: when to say that it is time, instead of whatever was wanted before; null: never. */
  | { type: 'wake'; by: RecoveryTimer; inMs: number | null }
  /** Media can be negotiated. again: in the place of a connection that was lost. */
  | { type: 'linked'; again: boolean }
  | { type: 'changed' }
  | { type: 'give-up' }
  | { type: 'drop'; reason: Drop };

interface Renewal {
  connectionId: string;
  /** As many there were before. */
  restarts: number;
  pauseMs: number;
  elapsedMs: number;
}

export class ConnectionRecovery {
  readonly #schedule = new RecoverySchedule();
  #begun = false;
  #rebuilds = 0;
  #linkedAt: number | null = null;
  #renewal: Renewal | null = null;

  /**
   * @param initiates this side has the lower peer id: it offers connections, so offers never cross.
   * @param allowance how often candidates may be gathered because the other says so.
   */
  constructor(
    private readonly connection: Pick<
      MemberConnection,
      'state' | 'healthy' | 'tag' | 'restarts' | 'unanswered' | 'isNamedBy'
    >,
    private readonly initiates: boolean,
    private readonly allowance: Allowance,
  ) {}

  /** There was a connection once. */
  get wasLinked(): boolean {
    return this.#linkedAt !== null;
  }

  handle(event: RecoveryEvent, now: SteadyTime): RecoveryEffect[] {
    switch (event.type) {
      case 'channel-stands':
        return this.#begin(now);
      case 'opened':
        return this.#begun ? [...this.#follow(now), this.#linked(now)] : [];
      case 'lost':
        return this.#lost(now);
      case 'path-changed':
        return this.#pathChanged(now);
      case 'not-restarted':
        return event.instead === 'say-again' ? this.#sayAgain() : this.#replaceBroken(now);
      case 'described':
        return this.#described(event.kind, event.description);
      case 'wanted':
        return this.#wanted(event.message, now);
      case 'network-changed':
        return this.#networkChanged(event.everything);
      case 'renew':
        return this.#renew();
      case 'tick':
        return this.#scheduled(event, now);
      case 'rebuild':
        return this.connection.state.state === 'none' ? [{ type: 'offer' }] : [];
      case 'renewal':
        return this.#renewOnce();
      case 'ended':
        return this.#end(now);
    }
  }

  /** On the connection that there is, or the first one is offered. */
  #begin(now: SteadyTime): RecoveryEffect[] {
    this.#begun = true;
    const effects: RecoveryEffect[] = [];
    if (this.connection.state.state === 'open') effects.push(this.#linked(now));
    else if (this.initiates) effects.push({ type: 'offer' });
    return [...effects, ...this.#follow(now)];
  }

  #end(now: SteadyTime): RecoveryEffect[] {
    this.#begun = false;
    this.#renewal = null;
    return [
      { type: 'wake', by: 'rebuild', inMs: null },
      { type: 'wake', by: 'renewal', inMs: null },
      ...this.#scheduled({ type: 'ended' }, now),
    ];
  }

  #linked(now: SteadyTime): RecoveryEffect {
    const again = this.#linkedAt !== null;
    this.#linkedAt = now;
    return { type: 'linked', again };
  }

  /** The lower peer id offers again, by whatever carrier there is. */
  #lost(now: SteadyTime): RecoveryEffect[] {
    if (this.#linkedAt !== null && now - this.#linkedAt > STEADY_MS) this.#rebuilds = 0;
    const inMs = REBUILD_PAUSES_MS[this.#rebuilds++] ?? REBUILD_PAUSES_MS.at(-1) ?? 0;
    return [
      ...this.#follow(now),
      { type: 'wake', by: 'rebuild', inMs: this.initiates ? inMs : null },
      ...(this.initiates ? [] : this.#sayAgain()),
      { type: 'changed' },
    ];
  }

  /** The side that offered the connection restarts it; the other asks for that. */
  #pathChanged(now: SteadyTime): RecoveryEffect[] {
    if (!this.#begun) return [{ type: 'changed' }];
    const { state } = this.connection;
    const isBroken = state.state === 'open' && state.interrupted;
    return [
      ...(isBroken ? [{ type: 'restart', otherwise: 'say-again' } as const] : []),
      ...this.#follow(now),
      { type: 'changed' },
    ];
  }

  #described(kind: 'offer' | 'answer', remote: CompactDescription): RecoveryEffect[] {
    if (kind === 'answer') return [{ type: 'accept', remote }];
    return [this.initiates ? { type: 'drop', reason: 'unexpected' } : { type: 'answer', remote }];
  }

  /** What is meant is the connection that stands here, and not a restart that is long made. */
  #wanted(
    { link, restarts, gone }: Extract<MemberMessage, { t: 'link-wanted' }>,
    now: SteadyTime,
  ): RecoveryEffect[] {
    if (this.connection.state.state !== 'open') return [];
    const late = !gone && restarts !== this.connection.restarts;
    if (late || !this.connection.isNamedBy(link)) return [{ type: 'drop', reason: 'restart-stale' }];
    if (!gone) return [{ type: 'restart', otherwise: null }];
    if (!this.initiates) return [{ type: 'drop', reason: 'unexpected' }];
    return this.allowance.take() ? this.#replace(now) : [{ type: 'drop', reason: 'restart-refused' }];
  }

  #networkChanged(everything: boolean): RecoveryEffect[] {
    if (!this.#begun || (this.connection.healthy && !everything)) return [];
    const { state } = this.connection;
    if (state.state !== 'open') return this.#sayAgain();
    if (state.side === 'answer') return this.#want(false);
    return [{ type: 'restart', otherwise: 'replace' }];
  }

  /** Candidates of the network before are of no use. */
  #replaceBroken(now: SteadyTime): RecoveryEffect[] {
    return this.connection.healthy ? [] : this.#replace(now);
  }

  #renew(): RecoveryEffect[] {
    const { state, restarts } = this.connection;
    this.#renewal =
      state.state === 'open'
        ? { connectionId: state.connectionId, restarts, pauseMs: RENEWAL.firstMs, elapsedMs: 0 }
        : null;
    return [{ type: 'wake', by: 'renewal', inMs: null }, ...this.#renewOnce()];
  }

  /** Restarts a connection that works, or asks for that, now and again until it is done. */
  #renewOnce(): RecoveryEffect[] {
    const renewal = this.#renewal;
    const { state, restarts } = this.connection;
    const isSame = state.state === 'open' && state.connectionId === renewal?.connectionId;
    if (!renewal || !isSame || restarts > renewal.restarts) {
      this.#renewal = null;
      return [];
    }
    const effects: RecoveryEffect[] =
      state.side === 'offer' ? [{ type: 'restart', otherwise: null }] : this.#want(false);
    const { pauseMs, elapsedMs } = renewal;
    const isLast = elapsedMs >= RENEWAL.limitMs;
    const next = { pauseMs: Math.min(pauseMs * 2, RENEWAL.maxMs), elapsedMs: elapsedMs + pauseMs };
    this.#renewal = isLast ? null : { ...renewal, ...next };
    return isLast ? effects : [...effects, { type: 'wake', by: 'renewal', inMs: pauseMs }];
  }

  /** Another connection in the place of this one. */
  #replace(now: SteadyTime): RecoveryEffect[] {
    return [
      ...(this.initiates ? [{ type: 'offer' } as const] : [{ type: 'close' } as const, ...this.#want(true)]),
      ...this.#scheduled({ type: 'health', healthy: false }, now),
      { type: 'changed' },
    ];
  }

  /** What is under way; what is wanted; or that this side is there. */
  #sayAgain(): RecoveryEffect[] {
    const { unanswered, state } = this.connection;
    if (unanswered) return [{ type: 'say', message: unanswered }];
    const asksForRestart = state.state === 'open' && state.side === 'answer';
    const asksForConnection = state.state === 'none' && !this.initiates;
    if (asksForRestart || asksForConnection) return this.#want(asksForConnection);
    return [{ type: 'say', message: { t: 'here' } }];
  }

  #want(gone: boolean): RecoveryEffect[] {
    const { tag } = this.connection;
    const restarts = gone ? 0 : this.connection.restarts;
    return tag ? [{ type: 'say', message: { t: 'link-wanted', link: tag, restarts, gone } }] : [];
  }

  /** The connection may work now, or no longer. */
  #follow(now: SteadyTime): RecoveryEffect[] {
    return this.#scheduled({ type: 'health', healthy: this.connection.healthy }, now);
  }

  #scheduled(event: ScheduleEvent, now: SteadyTime): RecoveryEffect[] {
    if (event.type === 'health' && !this.#begun) return [];
    return this.#schedule.handle(event, now).flatMap((effect) => this.#due(effect, now));
  }

  #due(effect: ScheduleEffect, now: SteadyTime): RecoveryEffect[] {
    if (effect.type === 'say-again') return this.#sayAgain();
    if (effect.type !== 'replace') return [effect];
    // The other side waits for the lower peer id to offer.
    return this.connection.state.state === 'open' && this.initiates ? this.#replace(now) : [];
  }
}
