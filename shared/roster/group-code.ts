/** A number that all who see the same meeting can read to each other: the same for all, or somebody is lied to. */
import { ascii, comparePublic, concat, uintBE } from '../bytes';
import { sha512 } from '../crypto/sodium';
import { nameBytes } from '../identity/name';
import { numericFingerprint, SAFETY_NUMBER_ROUNDS } from '../identity/safety-number';

export interface Named {
  /** 32 bytes. */
  identity: Uint8Array;
  /** At most 64 bytes of UTF-8, cleaned (shared/identity/name.ts). */
  name: string;
}

/**
 * Sixty digits as twelve groups of five, over every entry of the roster: who is there with two devices counts
 * twice. Takes some milliseconds, on purpose: members can try keys until two rosters give the same digits.
 * @param meetingId 32 bytes.
 */
export function groupCode(meetingId: Uint8Array, people: readonly Named[]): string[] {
  const entries = people.map(({ identity, name }) => {
    const bytes = nameBytes(name);
    return concat(identity, uintBE(bytes.length, 1), bytes);
  });
  const digest = sha512(concat(ascii('vigil-code-1'), meetingId, ...entries.sort(comparePublic)));
  // The safety number of two things that are both the roster: each half takes its own 5,200 rounds.
  const half = (number: number): { publicKey: Uint8Array; identifier: Uint8Array } => ({
    publicKey: concat(Uint8Array.of(number), digest),
    identifier: digest,
  });
  return numericFingerprint(half(0), half(1), SAFETY_NUMBER_ROUNDS).match(/\d{5}/g) ?? [];
}
