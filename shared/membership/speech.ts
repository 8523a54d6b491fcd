/**
 * What the statements say of speaking: whether chat is paused, and who is not to be heard. Strict ones stand until a
 * milder one names their hash, as all do (docs/protocol.md, Membership statements).
 */
import { equalPublic, toHex } from '../bytes';
import { ofKind, type CoHost, type Ruling } from './rulings';

export interface Pause {
  hash: Uint8Array;
  /** Who signed it, 32 bytes. */
  signer: Uint8Array;
}

export interface Silence {
  hash: Uint8Array;
  /** Who signed it, 32 bytes. */
  signer: Uint8Array;
  /** identity: of the one it is about. mayBeHeard: whom a silence of all does not reach, in hex. */
  reach: { who: 'one'; identity: Uint8Array } | { who: 'all'; mayBeHeard: ReadonlySet<string> };
}

/** What stands. */
export interface Speech {
  pauses: readonly Pause[];
  silences: readonly Silence[];
}

/** @param counting of one meeting, in any order of signers. */
export function speechOf(
  counting: readonly Ruling[],
  hostIdentity: Uint8Array | null,
  coHosts: readonly CoHost[],
): Speech {
  const resumed = namedBy(ofKind(counting, 'resume-chat').flatMap(({ body }) => body.lifts));
  const ended = namedBy(ofKind(counting, 'end-silence').flatMap(({ body }) => body.lifts));
  const spoken = ofKind(counting, 'let-speak');
  const above = coHosts.filter(({ state }) => state === 'active').map(({ identity }) => identity);
  if (hostIdentity) above.push(hostIdentity);

  const mayBeHeard = (hash: Uint8Array, floor: readonly Uint8Array[]): ReadonlySet<string> => {
    const lifted = spoken.filter(({ body }) => names(body.lifts, hash)).map(({ body }) => body.identity);
    return namedBy([...floor, ...above, ...lifted]);
  };
  const single = ofKind(counting, 'silence')
    .filter(
      ({ hash, body }) =>
        !spoken.some((one) => equalPublic(one.body.identity, body.identity) && names(one.body.lifts, hash)),
    )
    .map(({ hash, signer, body }): Silence => {
      return { hash, signer, reach: { who: 'one', identity: body.identity } };
    });
  const general = ofKind(counting, 'silence-all')
    .filter(({ hash }) => !ended.has(toHex(hash)))
    .map(({ hash, signer, body }): Silence => {
      return { hash, signer, reach: { who: 'all', mayBeHeard: mayBeHeard(hash, body.floor) } };
    });
  return {
    pauses: ofKind(counting, 'pause-chat')
      .filter(({ hash }) => !resumed.has(toHex(hash)))
      .map(({ hash, signer }) => ({ hash, signer })),
    silences: [...single, ...general],
  };
}

/** The silences that reach an identity; none if it may be heard. */
export function silencesOf({ silences }: Speech, identity: Uint8Array): Silence[] {
  return silences.filter(({ reach }) =>
    reach.who === 'one' ? equalPublic(reach.identity, identity) : !reach.mayBeHeard.has(toHex(identity)),
  );
}

function names(lifts: readonly Uint8Array[], hash: Uint8Array): boolean {
  return lifts.some((one) => equalPublic(one, hash));
}

function namedBy(hashes: readonly Uint8Array[]): Set<string> {
  return new Set(hashes.map(toHex));
}
