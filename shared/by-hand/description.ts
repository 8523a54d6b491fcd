/** A compact description as few bytes: what a code that a camera reads has room for (docs/protocol.md, By hand). */
import { ascii, ByteReader, concat, uintBE } from '../bytes';
import { compactDescriptionSchema, type Candidate, type CompactDescription } from '../wire/description';
import {
  addressLengths,
  packAddress,
  unpackAddress,
  type AddressFamily,
  type PackedAddress,
} from './address';

const types: readonly Candidate['type'][] = ['host', 'srflx', 'prflx', 'relay'];
const families: readonly AddressFamily[] = ['name', 'ip4', 'ip6'];

/** Type preferences (RFC 8445, section 5.1.2.2), in the order of `types`. */
const preferences = [126, 100, 110, 0];

/** How many candidates of one type and family are told: enough ways, and a text that is still short. */
const places: Partial<Record<`${Candidate['type']} ${AddressFamily}`, number>> = {
  'host name': 2,
  'host ip4': 2,
  'host ip6': 1,
  'srflx ip4': 1,
  'srflx ip6': 1,
  'relay ip4': 1,
};

interface Packed {
  candidate: Candidate;
  address: PackedAddress;
}

/** The best of each type and family. */
function chosen(candidates: readonly Candidate[]): Packed[] {
  const packed = candidates
    .toSorted((a, b) => b.priority - a.priority)
    .flatMap((candidate) => {
      const address = packAddress(candidate.address);
      return address ? [{ candidate, address }] : [];
    });
  const kindOf = ({ candidate, address }: Packed): keyof typeof places =>
    `${candidate.type} ${address.family}`;
  return packed.filter((one, index) => {
    const before = packed.slice(0, index).filter((other) => kindOf(other) === kindOf(one)).length;
    return before < (places[kindOf(one)] ?? 0);
  });
}

/** Null if no address is left that could be told: nobody could come that way. */
export function packDescription(description: CompactDescription): Uint8Array | null {
  const candidates = chosen(description.candidates);
  if (candidates.length === 0) return null;
  const { ufrag, pwd, fingerprint } = description;
  return concat(
    Uint8Array.of(ufrag.length),
    ascii(ufrag),
    Uint8Array.of(pwd.length),
    ascii(pwd),
    fingerprint,
    ...candidates.flatMap(({ candidate, address }) => [
      Uint8Array.of(types.indexOf(candidate.type) * 16 + families.indexOf(address.family)),
      address.bytes,
      uintBE(candidate.port, 2),
    ]),
  );
}

/**
 * Throws on anything that is not such a description. @param setup the invitation's side begins DTLS, because only it
 * learns when the answer has arrived: `active` in an invitation, `passive` in an answer.
 */
export function unpackDescription(bytes: Uint8Array, setup: 'active' | 'passive'): CompactDescription {
  const reader = new ByteReader(bytes);
  const text = (): string => String.fromCharCode(...reader.take(reader.uintBE(1)));
  const ufrag = text();
  const pwd = text();
  const fingerprint = reader.take(32);
  const candidates: Candidate[] = [];
  while (reader.remaining > 0) candidates.push(readCandidate(reader, candidates.length));
  return compactDescriptionSchema.parse({ ufrag, pwd, fingerprint, setup, candidates });
}

function readCandidate(reader: ByteReader, index: number): Candidate {
  const kind = reader.uintBE(1);
  const type = types[kind >> 4];
  const family = families[kind & 15];
  if (!type || !family) throw new RangeError('unknown kind of candidate');
  const address = unpackAddress({ family, bytes: reader.take(addressLengths[family]) });
  return {
    protocol: 'udp',
    type,
    address,
    port: reader.uintBE(2),
    // They stand in the order of their priority (RFC 8445, section 5.1.2.1).
    priority: (preferences[kind >> 4] ?? 0) * 2 ** 24 + (65_535 - index) * 256 + 255,
    foundation: String(index + 1),
  };
}
