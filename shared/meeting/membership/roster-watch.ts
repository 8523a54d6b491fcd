/**
 * Compares the own roster with every peer's, and raises an alarm where they stay different. Pure: it is told
 * what happened and when, and says what to send; whoever holds it calls `tick` a few times a second.
 */
import { equalPublic, toHex } from '../../bytes';
import { differencesOf, isRoster, rosterHash, type Difference, type Roster } from './roster';

/** All in milliseconds. */
export const HASH_INTERVAL = 2000;
export const HASH_FRESH_FOR = 6000;
export const ALARM_AFTER = 5000;
/** A peer that sends hash after hash gets a list at most this often. */
export const LIST_INTERVAL = 1000;

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
  /** `since`: when the difference was first seen. */
  | { type: 'differs'; peerId: Uint8Array; difference: Difference; since: number }
  /** Its hash differs, but no list of it says where. */
  | { type: 'unexplained'; peerId: Uint8Array; since: number };

export interface RosterView {
  /** Peers without a hash for 6 s. An alarm about them stays: silence is no agreement. */
  cannotCompare: readonly Uint8Array[];
  alarms: readonly RosterAlarm[];
}

interface Clock {
  difference: Difference;
  since: number;
}

interface Peer {
  peerId: Uint8Array;
  /** When its last hash or list arrived, or when it joined. */
  heardAt: number;
  /** The last hash that it sent, or that of its last list. */
  hash: Uint8Array | null;
  list: { roster: Roster; hash: Uint8Array } | null;
  clocks: ReadonlyMap<string, Clock>;
  unexplainedSince: number | null;
  listSentAt: number | null;
}

/** Every `now` is in milliseconds of a steady clock. */
export class RosterWatch {
  #own: { roster: Roster; hash: Uint8Array };
  #hashSentAt: number | null = null;
  readonly #peers = new Map<string, Peer>();

  /** Throws RangeError if `own` is not a roster. @param meetingId 32 bytes. */
  constructor(
    private readonly meetingId: Uint8Array,
    own: Roster,
  ) {
    this.#own = this.#hashed(own);
  }

  /** Events of peers that did not join are ignored. Throws RangeError only if the own list is not a roster. */
  handle(event: RosterEvent, now: number): RosterEffect[] {
    if (event.type === 'own') return this.#changeOwn(event.roster, now);
    const key = toHex(event.peerId);
    const peer = this.#peers.get(key);
    if (event.type === 'left') this.#peers.delete(key);
    else if (event.type === 'joined') this.#peers.set(key, peer ?? newPeer(event.peerId, now));
    else if (peer && event.type === 'hash') return this.#hear(peer, event.hash, now);
    else if (peer && event.type === 'list') return this.#read(peer, event.roster, now);
    return [];
  }

  tick(now: number): RosterEffect[] {
    const due = this.#hashSentAt === null || now - this.#hashSentAt >= HASH_INTERVAL;
    return due ? this.#sendHash(now) : [];
  }

  view(now: number): RosterView {
    const peers = [...this.#peers.values()];
    return {
      cannotCompare: peers.filter((peer) => now - peer.heardAt >= HASH_FRESH_FOR).map(({ peerId }) => peerId),
      alarms: peers.flatMap(alarmsOf).filter(({ since }) => now - since >= ALARM_AFTER),
    };
  }

  #changeOwn(roster: Roster, now: number): RosterEffect[] {
    const own = this.#hashed(roster);
    const same = equalPublic(own.hash, this.#own.hash);
    this.#own = own;
    if (same) return [];
    for (const peer of this.#peers.values()) this.#compare(peer, now);
    return this.#sendHash(now);
  }

  #hear(peer: Peer, hash: Uint8Array, now: number): RosterEffect[] {
    peer.heardAt = now;
    peer.hash = hash;
    this.#compare(peer, now);
    if (this.#agrees(peer)) return [];
    if (!peer.list || !equalPublic(peer.list.hash, hash)) peer.unexplainedSince ??= now;
    return this.#sendList(peer, now);
  }

  #read(peer: Peer, roster: Roster, now: number): RosterEffect[] {
    // As good as none: the clock for a difference without a list runs on.
    if (!isRoster(roster)) return [];
    peer.heardAt = now;
    peer.list = this.#hashed(roster);
    peer.hash = peer.list.hash;
    peer.unexplainedSince = null;
    this.#compare(peer, now);
    return this.#agrees(peer) ? [] : this.#sendList(peer, now);
  }

  #agrees({ hash }: Peer): boolean {
    return hash !== null && equalPublic(hash, this.#own.hash);
  }

  /** Clocks of what still differs run on, whatever else changed meanwhile. */
  #compare(peer: Peer, now: number): void {
    if (this.#agrees(peer)) {
      peer.clocks = new Map();
      peer.list = null;
      peer.unexplainedSince = null;
    }
    if (!peer.list) return;
    const differences = differencesOf(this.#own.roster, peer.list.roster);
    const { clocks } = peer;
    peer.clocks = new Map(
      [...differences].map(([key, difference]) => [
        key,
        { difference, since: clocks.get(key)?.since ?? now },
      ]),
    );
  }

  #sendList(peer: Peer, now: number): RosterEffect[] {
    if (peer.listSentAt !== null && now - peer.listSentAt < LIST_INTERVAL) return [];
    peer.listSentAt = now;
    return [{ type: 'send-list', to: peer.peerId, roster: this.#own.roster }];
  }

  #sendHash(now: number): RosterEffect[] {
    this.#hashSentAt = now;
    return [{ type: 'send-hash', hash: this.#own.hash }];
  }

  #hashed(roster: Roster): { roster: Roster; hash: Uint8Array } {
    return { roster, hash: rosterHash(this.meetingId, roster) };
  }
}

function newPeer(peerId: Uint8Array, now: number): Peer {
  return {
    peerId,
    heardAt: now,
    hash: null,
    list: null,
    clocks: new Map(),
    unexplainedSince: null,
    listSentAt: null,
  };
}

function alarmsOf({ peerId, clocks, unexplainedSince }: Peer): RosterAlarm[] {
  const alarms: RosterAlarm[] = [...clocks.values()].map((clock) => ({ type: 'differs', peerId, ...clock }));
  if (unexplainedSince !== null) alarms.push({ type: 'unexplained', peerId, since: unexplainedSince });
  return alarms;
}
