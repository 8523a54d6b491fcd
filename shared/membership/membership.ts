/**
 * The state of a meeting, as a pure function of the set of its statements: no clocks, no order of arrival.
 *
 * Between different signers there is no earlier and later. So nothing is decided by which came last: what is
 * strict (remove, lobby on, lock) stands until a milder statement names its hash, and thereby shows that its
 * signer knew of it (docs/protocol.md, Membership statements).
 */
import { comparePublic, equalPublic, toHex } from '../bytes';
import type { Head } from './chain';
import { speechOf, type Speech } from './speech';
import { spotlightsOf, type Spotlight } from './spotlight';
import {
  ofKind,
  rulingsOf,
  type CoHost,
  type Fault,
  type MeetingAnchor,
  type Ruling,
  type RulingOf,
} from './rulings';
import { NO_HASH, type VerifiedStatement } from './statement';

export interface Admitted {
  identity: Uint8Array;
  /** What this person signs with in this meeting, one for each run; sorted. */
  perMeetingKeys: readonly Uint8Array[];
}

export interface Removed {
  identity: Uint8Array;
  /** Hashes that admits have to name before the identity may come in again. */
  standing: readonly Uint8Array[];
  /** The host's removals are lifted by the host only. */
  byHost: boolean;
}

export interface Switch {
  on: boolean;
  /** Hashes that keep it on: what switches it off has to name them all. */
  standing: readonly Uint8Array[];
}

/** Maps have the identity in hex as their key, and are sorted by it. */
export interface Membership {
  /** The identity that the host's first statement admits. */
  hostIdentity: Uint8Array | null;
  /** What the host itself signs with as a member, in the run in which it made the meeting. */
  hostPerMeetingKey: Uint8Array | null;
  admitted: ReadonlyMap<string, Admitted>;
  removed: ReadonlyMap<string, Removed>;
  preAdmitted: ReadonlyMap<string, Uint8Array>;
  coHosts: readonly CoHost[];
  /** On: a person decides about each newcomer. */
  lobby: Switch;
  /** On: nobody comes in who is not admitted. */
  lock: Switch;
  /** Hash of the link that holds now; null while it is the first one. */
  replacedBy: Uint8Array | null;
  endRequested: boolean;
  /** Pauses of chat and silences that stand. */
  speech: Speech;
  /** Spotlights that stand; the first one that is for somebody who is here holds. */
  spotlights: readonly Spotlight[];
  heads: readonly Head[];
  faults: readonly Fault[];
}

/** What a set of statements says about one identity. `unknown` may enter an open meeting without a lobby. */
export type Standing = 'admitted' | 'pre-admitted' | 'removed' | 'unknown';

export function standingOf(membership: Membership, identity: Uint8Array): Standing {
  const key = toHex(identity);
  if (membership.removed.has(key)) return 'removed';
  if (membership.admitted.has(key)) return 'admitted';
  return membership.preAdmitted.has(key) ? 'pre-admitted' : 'unknown';
}

/** @param statements of this meeting, all verified; order and repetition do not matter. */
export function membershipOf(statements: Iterable<VerifiedStatement>, meeting: MeetingAnchor): Membership {
  const { counting, coHosts, hostIdentity, hostPerMeetingKey, heads, faults } = rulingsOf(
    statements,
    meeting,
  );
  const removals = ofKind(counting, 'remove');
  const removed = removedOf(removals, ofKind(counting, 'admit'));
  const staying = <Entry>(entries: ReadonlyMap<string, Entry>): ReadonlyMap<string, Entry> =>
    new Map([...entries].filter(([key]) => !removed.has(key)));

  const lobby = [...ofKind(counting, 'lobby-on').map(({ hash }) => hash)];
  // A removal means nothing where whoever holds the link may come in again.
  if (meeting.open) lobby.push(...removals.map(({ hash }) => hash));
  else lobby.push(NO_HASH);
  const locks = ofKind(counting, 'lock').map(({ hash }) => hash);

  return {
    hostIdentity,
    hostPerMeetingKey,
    removed,
    admitted: staying(admittedOf(counting)),
    preAdmitted: staying(preAdmittedOf(counting)),
    coHosts,
    lobby: switchOf(lobby, ofKind(counting, 'lobby-off')),
    lock: switchOf(locks, ofKind(counting, 'unlock')),
    // One signer, one order: the highest number is the last word.
    replacedBy: ofKind(counting, 'replace-link').at(-1)?.body.linkHash ?? null,
    endRequested: ofKind(counting, 'please-end').length > 0,
    speech: speechOf(counting, hostIdentity, coHosts),
    spotlights: spotlightsOf(counting),
    heads,
    faults,
  };
}

function switchOf(strict: readonly Uint8Array[], mild: readonly RulingOf<'lobby-off' | 'unlock'>[]): Switch {
  const lifted = new Set(mild.flatMap(({ body }) => body.lifts.map(toHex)));
  const standing = strict.filter((hash) => !lifted.has(toHex(hash))).sort(comparePublic);
  return { on: standing.length > 0, standing };
}

function lifts(admit: RulingOf<'admit'>, removal: RulingOf<'remove'>): boolean {
  if (removal.by === 'host' && admit.by !== 'host') return false;
  return (
    equalPublic(admit.body.identity, removal.body.identity) &&
    admit.body.lifts.some((hash) => equalPublic(hash, removal.hash))
  );
}

function removedOf(
  removals: readonly RulingOf<'remove'>[],
  admits: readonly RulingOf<'admit'>[],
): ReadonlyMap<string, Removed> {
  const removed = new Map<string, Removed>();
  for (const removal of removals) {
    if (admits.some((admit) => lifts(admit, removal))) continue;
    const { identity } = removal.body;
    const known = removed.get(toHex(identity));
    removed.set(toHex(identity), {
      identity,
      standing: [...(known?.standing ?? []), removal.hash].sort(comparePublic),
      byHost: known?.byHost === true || removal.by === 'host',
    });
  }
  return sorted(removed);
}

/** Whom the host names co-host is thereby admitted too. */
function admittedOf(counting: readonly Ruling[]): ReadonlyMap<string, Admitted> {
  const admitted = new Map<string, Admitted>();
  for (const { body } of [...ofKind(counting, 'admit'), ...ofKind(counting, 'co-host')]) {
    const { identity, perMeetingKey } = body;
    const keys = admitted.get(toHex(identity))?.perMeetingKeys ?? [];
    if (keys.some((key) => equalPublic(key, perMeetingKey))) continue;
    admitted.set(toHex(identity), {
      identity,
      perMeetingKeys: [...keys, perMeetingKey].sort(comparePublic),
    });
  }
  return sorted(admitted);
}

function preAdmittedOf(counting: readonly Ruling[]): ReadonlyMap<string, Uint8Array> {
  return sorted(
    new Map(ofKind(counting, 'pre-admit').map(({ body }) => [toHex(body.identity), body.identity])),
  );
}

function sorted<Entry>(entries: ReadonlyMap<string, Entry>): ReadonlyMap<string, Entry> {
  return new Map([...entries].sort(([one], [other]) => (one < other ? -1 : 1)));
}
