/** Signers and identities for tests of membership: repeatable, and able to misbehave. */
import { ascii, concat } from '../../../../shared/bytes';
import { blake2b256, ed25519FromSeed, type Ed25519KeyPair } from '../../../../shared/crypto/sodium';
import type { MeetingAnchor } from '../../../../shared/membership/rulings';
import {
  NO_HASH,
  signStatement,
  type ChainPlace,
  type VerifiedStatement,
} from '../../../../shared/membership/statement';
import type { StatementBody } from '../../../../shared/membership/statement-body';

export const MEETING_ID: Uint8Array = new Uint8Array(32).fill(7);

/** 32 bytes whose bit 255 is 0, as in every identity. */
export function identityOf(name: string): Uint8Array {
  return blake2b256([ascii('identity '), ascii(name)]).map((byte, index) =>
    index === 31 ? byte & 0x7f : byte,
  );
}

/** What `name` signs with. */
export function keyOf(name: string): Ed25519KeyPair {
  return ed25519FromSeed(blake2b256([ascii('key '), ascii(name)]));
}

export class Signer {
  readonly keyPair: Ed25519KeyPair;
  readonly said: VerifiedStatement[] = [];

  constructor(readonly name: string) {
    this.keyPair = keyOf(name);
  }

  get key(): Uint8Array {
    return this.keyPair.publicKey;
  }

  get identity(): Uint8Array {
    return identityOf(this.name);
  }

  /** The next statement of an honest chain. */
  say(body: StatementBody): VerifiedStatement {
    const previous = this.said.at(-1)?.hash ?? NO_HASH;
    const statement = this.sayAt({ number: this.said.length, previous }, body);
    this.said.push(statement);
    return statement;
  }

  /** A statement anywhere, of which this signer itself keeps nothing. */
  sayAt(place: ChainPlace, body: StatementBody, meetingId = MEETING_ID): VerifiedStatement {
    return signStatement(this.keyPair, meetingId, place, body);
  }

  /** Another statement at the place of one that was made before. */
  contradict({ number, previous }: ChainPlace, body: StatementBody): VerifiedStatement {
    return this.sayAt({ number, previous }, body);
  }
}

export const admit = (name: string, ...lifts: VerifiedStatement[]): StatementBody => ({
  kind: 'admit',
  identity: identityOf(name),
  perMeetingKey: keyOf(name).publicKey,
  lifts: lifts.map(({ hash }) => hash),
});
export const remove = (name: string): StatementBody => ({ kind: 'remove', identity: identityOf(name) });
export const preAdmit = (name: string): StatementBody => ({ kind: 'pre-admit', identity: identityOf(name) });
export const coHost = (name: string): StatementBody => ({
  kind: 'co-host',
  identity: identityOf(name),
  perMeetingKey: keyOf(name).publicKey,
});
export const drop = (name: string, counting: number): StatementBody => ({
  kind: 'drop-co-host',
  perMeetingKey: keyOf(name).publicKey,
  counting,
});
export const lobbyOff = (...lifts: Uint8Array[]): StatementBody => ({ kind: 'lobby-off', lifts });
export const unlock = (...lifts: VerifiedStatement[]): StatementBody => ({
  kind: 'unlock',
  lifts: lifts.map(({ hash }) => hash),
});

/** A meeting whose host has named itself, and nothing more. */
export function meetingOf(open = false): { host: Signer; anchor: MeetingAnchor } {
  const host = new Signer('host');
  host.say(admit('host'));
  return { host, anchor: { meetingId: MEETING_ID, hostKey: host.key, open } };
}

/** Changes one byte of a statement. */
export function altered(bytes: Uint8Array, place: number): Uint8Array {
  return concat(bytes.subarray(0, place), Uint8Array.of((bytes[place] ?? 0) ^ 1), bytes.subarray(place + 1));
}
