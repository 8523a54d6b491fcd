/** The list of who is in the meeting, as each member sees it, and its hash, by which members compare. */
import { ascii, comparePublic, concat, equalPublic, toHex, uintBE } from '../bytes';
import { blake2b, blake2b256 } from '../crypto/sodium';
import { IDENTITY_LENGTH, PEER_ID_LENGTH } from '../identity/identity';
import { nameBytes } from '../identity/name';
import type { Head } from '../membership/chain';
import { MAX_SIGNERS } from '../membership/co-hosts';
import { HASH_LENGTH, KEY_LENGTH } from '../membership/statement-body';

export const NAME_HASH_LENGTH = 16;
export const MAX_ROSTER_ENTRIES = 100;
const LABEL = ascii('vigil-roster-1');

export interface RosterEntry {
  /** 32 bytes. */
  identity: Uint8Array;
  /** 16 bytes: two devices of one identity are two entries. */
  peerId: Uint8Array;
  /** 16 bytes. */
  nameHash: Uint8Array;
}

export interface Roster {
  /** Everybody with whom a member channel is finished, and oneself; at most 100. */
  entries: readonly RosterEntry[];
  /** How far the chain of each signer stands; at most 17. */
  heads: readonly Head[];
}

/** How two rosters differ in one place. */
export type Difference =
  | { kind: 'missing-here'; entry: RosterEntry }
  | { kind: 'missing-there'; entry: RosterEntry }
  /** The same peer under two names; the entry is the own one. */
  | { kind: 'other-name'; entry: RosterEntry }
  | { kind: 'other-statements'; signer: Uint8Array };

/** BLAKE2b-128("vigil-name-1" ‖ name): 16 bytes. */
export function nameHashOf(name: string): Uint8Array {
  return blake2b(NAME_HASH_LENGTH, [ascii('vigil-name-1'), nameBytes(name)]);
}

/** False for lists that are too long, name somebody twice, or hold a field of another length. */
export function isRoster({ entries, heads }: Roster): boolean {
  return (
    entries.length <= MAX_ROSTER_ENTRIES &&
    heads.length <= MAX_SIGNERS &&
    entries.every(isEntry) &&
    heads.every(isHead) &&
    new Set(entries.map(entryKey)).size === entries.length &&
    new Set(heads.map(({ signer }) => toHex(signer))).size === heads.length
  );
}

function isEntry({ identity, peerId, nameHash }: RosterEntry): boolean {
  return (
    identity.length === IDENTITY_LENGTH &&
    peerId.length === PEER_ID_LENGTH &&
    nameHash.length === NAME_HASH_LENGTH
  );
}

function isHead({ signer, count, hash }: Head): boolean {
  return signer.length === KEY_LENGTH && hash.length === HASH_LENGTH && isU32(count);
}

function isU32(value: number): boolean {
  return Number.isInteger(value) && value >= 0 && value <= 0xffffffff;
}

/**
 * 32 bytes, the same whatever the order: `BLAKE2b-256("vigil-roster-1" ‖ meetingId32 ‖ count u16 ‖
 * sorted(identity32 ‖ peerId16 ‖ nameHash16) ‖ signers u16 ‖ sorted(signer32 ‖ count u32 ‖ hash32 ‖
 * contradicted u8))`. Throws RangeError on what is not a roster.
 */
export function rosterHash(meetingId: Uint8Array, roster: Roster): Uint8Array {
  if (!isRoster(roster)) throw new RangeError('not a roster');
  const entries = roster.entries.map(({ identity, peerId, nameHash }) => concat(identity, peerId, nameHash));
  const heads = roster.heads.map(({ signer, count, hash, contradicted }) =>
    concat(signer, uintBE(count, 4), hash, Uint8Array.of(contradicted ? 1 : 0)),
  );
  return blake2b256([
    LABEL,
    meetingId,
    uintBE(entries.length, 2),
    ...entries.sort(comparePublic),
    uintBE(heads.length, 2),
    ...heads.sort(comparePublic),
  ]);
}

/** Every place in which two rosters differ, by a key that stays the same however it differs. */
export function differencesOf(here: Roster, there: Roster): Map<string, Difference> {
  const differences = new Map<string, Difference>();
  const theirEntries = new Map(there.entries.map((entry) => [entryKey(entry), entry]));
  for (const entry of here.entries) {
    const key = entryKey(entry);
    const theirs = theirEntries.get(key);
    theirEntries.delete(key);
    if (!theirs) differences.set(key, { kind: 'missing-there', entry });
    else if (!equalPublic(theirs.nameHash, entry.nameHash))
      differences.set(key, { kind: 'other-name', entry });
  }
  for (const [key, entry] of theirEntries) differences.set(key, { kind: 'missing-here', entry });
  for (const signer of signersThatDiffer(here.heads, there.heads))
    differences.set(`statements of ${toHex(signer)}`, { kind: 'other-statements', signer });
  return differences;
}

const keys = new WeakMap<RosterEntry, string>();

/** Entries are compared again and again: each key is made once. */
function entryKey(entry: RosterEntry): string {
  const known = keys.get(entry);
  if (known !== undefined) return known;
  const key = `${toHex(entry.identity)}:${toHex(entry.peerId)}`;
  keys.set(entry, key);
  return key;
}

function signersThatDiffer(here: readonly Head[], there: readonly Head[]): Uint8Array[] {
  const lacks = (heads: readonly Head[], wanted: Head): boolean =>
    !heads.some(
      (head) =>
        equalPublic(head.signer, wanted.signer) &&
        equalPublic(head.hash, wanted.hash) &&
        head.count === wanted.count &&
        head.contradicted === wanted.contradicted,
    );
  return [...here.filter((head) => lacks(there, head)), ...there.filter((head) => lacks(here, head))].map(
    ({ signer }) => signer,
  );
}
