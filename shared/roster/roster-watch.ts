/**
 * Compares the own roster with every peer's, and raises an alarm where they stay different. Pure: it is told
 * what happened and when, and says what to send; whoever holds it calls `tick` a few times a second.
 */
import { equalPublic, toHex } from '../bytes';
import type { SteadyTime } from '../clocks';
import { OwnRoster } from './own-roster';
import { isRoster, type Difference, type Roster } from './roster';

/** All in milliseconds. */
export const HASH_INTERVAL = 2000;
/** A hash that is due waits until the own list has not changed for so long, and no longer than that. */
export const SETTLE_FOR = 500;
export const HASH_FRESH_FOR = 6000;
/** Looked at twice a second, so that the alarm is there within 5 s. */
export const ALARM_AFTER = 4500;
/** A list is sent when hashes have differed for so long: mostly the slower one comes to agree by itself. */
export const LIST_AFTER = 1000;
/** One peer gets a list at most this often. */
export const LIST_INTERVAL = 2000;

export type RosterEvent =
  /** The own list changed: somebody came, went, or a statement arrived. */
  | { type: 'own'; roster: Roster }
  /** A member channel with this peer is finished. */
  | { type: 'joined'; peerId: Uint8Array }
  /** It left, or was removed: nothing about its view matters any more. */
  | { type: 'left'; peerId: Uint8Array }
  | { type: 'hash'; peerId: Uint8Array; hash: Uint8Array }
  | { type: 'list'; peerId: Uint8Array; roster: Roster };

export type RosterEffect =
  /** To everybody. */
  { type: 'send-hash'; hash: Uint8Array } | { type: 'send-list'; to: Uint8Array; roster: Roster };

export type RosterAlarm =
  /** `since`: when the two last agreed about it, as far as is known. */
  | { type: 'differs'; peerId: Uint8Array; difference: Difference; since: SteadyTime }
  /** Its hash differs, but no list of it says where. */
  | { type: 'unexplained'; peerId: Uint8Array; since: SteadyTime };

export interface RosterView {
  /** Peers without a hash for 6 s. An alarm about them stays: silence is no agreement. */
  cannotCompare: readonly Uint8Array[];
  alarms: readonly RosterAlarm[];
}

interface Clock {
  difference: Difference;
  since: SteadyTime;
}

interface Peer {
  peerId: Uint8Array;
  /** When its last hash or list arrived, or when it joined. */
  heardAt: SteadyTime;
  /** Something that differs now cannot have differed before. */
  agreedAt: SteadyTime;
  /** When the first of the hashes came that have differed ever since; null while they agree. */
  differsSince: SteadyTime | null;
  /** The last hash that it sent, or that of its last list. */
  hash: Uint8Array | null;
  /** When that hash came for the first time in a row. */
  hashSince: SteadyTime;
  list: { roster: Roster; hash: Uint8Array } | null;
  clocks: ReadonlyMap<string, Clock>;
  unexplainedSince: SteadyTime | null;
  listSentAt: SteadyTime | null;
}

export class RosterWatch {
  readonly #own: OwnRoster;
  #hashSentAt: SteadyTime | null = null;
  readonly #peers = new Map<string, Peer>();

  /** Throws RangeError if `own` is not a roster. @param meetingId 32 bytes. */
  constructor(meetingId: Uint8Array, own: Roster) {
    this.#own = new OwnRoster(meetingId, own);
  }

  /** Events of peers that did not join are ignored. Throws RangeError only if the own list is not a roster. */
  handle(event: RosterEvent, now: SteadyTime): RosterEffect[] {
    if (event.type === 'own') return this.#changeOwn(event.roster, now);
    const key = toHex(event.peerId);
    const peer = this.#peers.get(key);
    if (event.type === 'left') this.#peers.delete(key);
    else if (event.type === 'joined') this.#peers.set(key, peer ?? newPeer(event.peerId, now));
    else if (peer && event.type === 'hash') return this.#hear(peer, event.hash, now);
    else if (peer && event.type === 'list') return this.#read(peer, event.roster, now);
    return [];
  }

  tick(now: SteadyTime): RosterEffect[] {
    this.#own.forget(now);
    // The first one waits as well: whoever comes in meets the others one by one.
    this.#hashSentAt ??= now;
    const wait = now - this.#own.changedAt < SETTLE_FOR ? SETTLE_FOR : 0;
    const effects: RosterEffect[] =
      now - this.#hashSentAt >= HASH_INTERVAL + wait ? [this.#sendHash(now)] : [];
    for (const peer of this.#peers.values()) {
      const hasLasted = peer.differsSince !== null && now - peer.differsSince >= LIST_AFTER;
      if (hasLasted && !this.#isBehind(peer)) effects.push(...this.#sendList(peer, now));
    }
    return effects;
  }

  view(now: SteadyTime): RosterView {
    const peers = [...this.#peers.values()];
    return {
      cannotCompare: peers.filter((peer) => now - peer.heardAt >= HASH_FRESH_FOR).map(({ peerId }) => peerId),
      alarms: peers.flatMap(alarmsOf).filter(({ since }) => now - since >= ALARM_AFTER),
    };
  }

  #changeOwn(roster: Roster, now: SteadyTime): RosterEffect[] {
    if (!this.#own.replace(roster, now)) return [];
    for (const peer of this.#peers.values()) this.#compare(peer, now);
    return [];
  }

  #hear(peer: Peer, hash: Uint8Array, now: SteadyTime): RosterEffect[] {
    this.#say(peer, hash, now);
    this.#compare(peer, now);
    return [];
  }

  #read(peer: Peer, roster: Roster, now: SteadyTime): RosterEffect[] {
    // As good as none: the clock for a difference without a list runs on.
    if (!isRoster(roster)) return [];
    peer.list = this.#own.hashed(roster);
    this.#say(peer, peer.list.hash, now);
    this.#compare(peer, now);
    return this.#agrees(peer) ? [] : this.#sendList(peer, now);
  }

  #say(peer: Peer, hash: Uint8Array, now: SteadyTime): void {
    if (!peer.hash || !equalPublic(peer.hash, hash)) peer.hashSince = now;
    peer.heardAt = now;
    peer.hash = hash;
  }

  #agrees({ hash }: Peer): boolean {
    return hash !== null && equalPublic(hash, this.#own.hash);
  }

  /** Its last hash is one of the own list a moment ago. */
  #isBehind({ hash }: Peer): boolean {
    return hash !== null && this.#own.former(hash) !== undefined;
  }

  /** Clocks of what still differs run on, whatever else changed meanwhile. */
  #compare(peer: Peer, now: SteadyTime): void {
    if (peer.hash === null) return;
    if (this.#agrees(peer)) {
      peer.agreedAt = peer.heardAt;
      peer.differsSince = null;
      peer.clocks = new Map();
      peer.list = null;
      peer.unexplainedSince = null;
      return;
    }
    peer.differsSince ??= now;
    const { hash } = peer;
    peer.list = this.#own.former(hash) ?? peer.list;
    const isExplained = peer.list !== null && equalPublic(peer.list.hash, hash);
    peer.unexplainedSince = isExplained ? null : (peer.unexplainedSince ?? earliest(peer));
    if (!peer.list) return;
    const differences = this.#own.differencesTo(peer.list.roster);
    const { clocks } = peer;
    peer.clocks = new Map(
      [...differences].map(([key, difference]) => [
        key,
        { difference, since: clocks.get(key)?.since ?? this.#sinceWhen(key, peer) },
      ]),
    );
  }

  /** The alarm counts from when the two parted, not from when it was noticed. */
  #sinceWhen(key: string, peer: Peer): number {
    return Math.max(this.#own.touchedAt(key), earliest(peer));
  }

  #sendList(peer: Peer, now: SteadyTime): RosterEffect[] {
    if (peer.listSentAt !== null && now - peer.listSentAt < LIST_INTERVAL) return [];
    peer.listSentAt = now;
    return [{ type: 'send-list', to: peer.peerId, roster: this.#own.roster }];
  }

  #sendHash(now: SteadyTime): RosterEffect {
    this.#hashSentAt = now;
    return { type: 'send-hash', hash: this.#own.hash };
  }
}

function newPeer(peerId: Uint8Array, now: SteadyTime): Peer {
  return {
    peerId,
    heardAt: now,
    agreedAt: now,
    differsSince: null,
    hash: null,
    hashSince: now,
    list: null,
    clocks: new Map(),
    unexplainedSince: null,
    listSentAt: null,
  };
}

/** Before that the two cannot have differed as they do now: hashes come every two seconds. */
function earliest({ agreedAt, hashSince }: Peer): number {
  return Math.max(agreedAt, hashSince - HASH_INTERVAL - SETTLE_FOR);
}

function alarmsOf({ peerId, clocks, unexplainedSince }: Peer): RosterAlarm[] {
  const alarms: RosterAlarm[] = [...clocks.values()].map((clock) => ({ type: 'differs', peerId, ...clock }));
  if (unexplainedSince !== null) alarms.push({ type: 'unexplained', peerId, since: unexplainedSince });
  return alarms;
}
