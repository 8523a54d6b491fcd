/** Which certificate counts at which host, whatever authorities say: that of a volunteer text, or of a link in its meeting. */
import { equalPublic } from '../../shared/bytes';
import type { VolunteerPlace } from '../../shared/volunteer/place';

/** Chromium's numbers for its question: it counts; it does not; as Chromium itself finds. */
const [COUNTS, DOES_NOT_COUNT, AS_USUAL] = [0, -2, -3];

export interface KnownPlaces {
  /** Of volunteers whose text this person has. */
  own: () => readonly VolunteerPlace[];
  /** Hosts of relays and TURN servers that this person listed: no link says what counts there. */
  listedHosts: () => ReadonlySet<string>;
}

type Pinned = Pick<VolunteerPlace, 'host' | 'certificate'>;

export class Pins {
  #lent: Pinned | null = null;

  constructor(private readonly known: KnownPlaces) {}

  /** What the link of the meeting that is on says; null: nothing. */
  follow(lent: Pinned | null): void {
    this.#lent = lent;
  }

  /** SHA-256 of the one certificate that counts there, 32 bytes; null: none is named. */
  at(host: string): Uint8Array | null {
    const name = bare(host);
    const own = this.known.own().find((one) => bare(one.host) === name);
    if (own) return own.certificate;
    if (this.#lent === null || bare(this.#lent.host) !== name || this.known.listedHosts().has(name))
      return null;
    return this.#lent.certificate;
  }

  /** Chromium asks, before anything is sent. @param fingerprint `sha256/BASE64` of the certificate. */
  verdict(host: string, fingerprint: string): number {
    const pin = this.at(host);
    if (pin === null) return AS_USUAL;
    const shown = new Uint8Array(Buffer.from(fingerprint.replace(/^sha256\//, ''), 'base64'));
    return equalPublic(shown, pin) ? COUNTS : DOES_NOT_COUNT;
  }
}

/** IPv6 without brackets, lower case. */
export function bare(host: string): string {
  return host.toLowerCase().replace(/^\[(.*)\]$/, '$1');
}
