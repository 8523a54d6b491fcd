/** Servers that volunteers gave this person a text of: kept in the vault, tested, used, and lent meeting by meeting. */
import { toHex } from '../../shared/bytes';
import { unixSeconds, type SteadyClock, type WallClock } from '../../shared/clocks';
import { blake2b, randomBytes, utf8 } from '../../shared/crypto/sodium';
import { VigilError } from '../../shared/errors';
import type { RequestAnswer, Settings } from '../../shared/ipc';
import { MAX_VOLUNTEERS, type VolunteerView } from '../../shared/ipc/volunteers';
import { MARK_LENGTH, turnLoginsOf, type LentVolunteer } from '../../shared/volunteer/lent';
import { relayUrlOf, turnUrlsOf } from '../../shared/volunteer/place';
import {
  encodeVolunteerText,
  readVolunteerText,
  type Volunteer,
} from '../../shared/volunteer/volunteer-text';
import type { TurnLogin } from '../../shared/wire/turn-url';
import type { AgentFor } from '../rendezvous/nostr/relay-socket';
import type { Vault } from '../vault/vault';
import type { KeptVolunteer } from '../vault/volunteer-record';
import { lentOf } from './pass';
import { testRelay, testServer } from './test-volunteer';

/** Of own passes, in seconds: a meeting that goes on longer asks anew when it connects anew. */
const OWN_SECONDS = 24 * 3600;
const TEST_SECONDS = 300;

export interface VolunteersOptions {
  vault: Pick<Vault, 'isLocked' | 'volunteers' | 'saveVolunteers'>;
  /** Of main's own connections; null in private mode, where it makes none to volunteers. */
  agents: () => AgentFor | null;
  /** Where an IPv4 address is reached from here. */
  placeOf: (host: string) => Promise<string>;
  wall: WallClock;
  steady: SteadyClock;
  changed: () => void;
}

interface Known extends KeptVolunteer {
  id: string;
  volunteer: Volunteer;
}

export class Volunteers {
  /** One for all that this run of the app connects: it tells a volunteer no more than the address does. */
  #mark: Uint8Array | null = null;

  constructor(private readonly options: VolunteersOptions) {}

  get views(): VolunteerView[] {
    return this.#all.map(({ id, volunteer, use, lend, refused }) => ({
      ...{ id, host: volunteer.host, use, lend, refused },
      parts: [
        'server' as const,
        ...(volunteer.relayPort === null ? [] : (['relay'] as const)),
        ...turnUrlsOf(volunteer).map(({ way }) => way),
      ],
    }));
  }

  /** Wherever they are, used or not. */
  get places(): Volunteer[] {
    return this.#all.map(({ volunteer }) => volunteer);
  }

  /** The same settings with the relays of volunteers that are in use. */
  withRelays(settings: Settings): Settings {
    const listed = new Set(settings.relays.map(({ url }) => url));
    const added = this.relayUrls.filter((url) => !listed.has(url));
    return {
      ...settings,
      relays: [...settings.relays, ...added.map((url) => ({ url, enabled: true, signIn: false }))],
    };
  }

  /** Of volunteers that are in use. */
  get relayUrls(): string[] {
    return this.#used.flatMap(({ volunteer }) => relayUrlOf(volunteer) ?? []);
  }

  /** For this person's own connections. */
  turn(): TurnLogin[] {
    this.#mark ??= randomBytes(MARK_LENGTH);
    const mark = this.#mark;
    return this.#used.flatMap(({ volunteer }) =>
      turnLoginsOf(lentOf(volunteer, this.#in(OWN_SECONDS), mark)),
    );
  }

  /** For whoever comes by the link of a new meeting, as long as the link is good. @param until Unix seconds. */
  lend(until: number): LentVolunteer | null {
    const [first] = this.#used.filter(({ lend }) => lend);
    return first ? lentOf(first.volunteer, until, randomBytes(MARK_LENGTH)) : null;
  }

  /** Throws VigilError as `readVolunteerText` does, volunteer-list-full, vault-write-failed. */
  async add(pasted: string): Promise<string> {
    const volunteer = readVolunteerText(pasted);
    const text = encodeVolunteerText(volunteer);
    // A new text of the same server takes the place of the old one.
    const others = this.#all.filter((one) => one.volunteer.host !== volunteer.host);
    if (others.length >= MAX_VOLUNTEERS) throw new VigilError('volunteer-list-full');
    await this.#save([...others, { text, use: true, lend: false, refused: false }]);
    return idOf(text);
  }

  /** Throws VigilError no-such-volunteer, vault-write-failed. */
  async change(id: string, change: Partial<Pick<KeptVolunteer, 'use' | 'lend' | 'refused'>>): Promise<void> {
    this.#find(id);
    await this.#save(this.#all.map((one) => (one.id === id ? { ...one, ...change } : one)));
  }

  /** Throws VigilError no-such-volunteer, vault-write-failed. */
  async remove(id: string): Promise<void> {
    this.#find(id);
    await this.#save(this.#all.filter((one) => one.id !== id));
  }

  /** Another certificate ends the test, and the use of it. Throws VigilError no-such-volunteer, vault-write-failed. */
  async test(id: string): Promise<RequestAnswer<'volunteer:test'>> {
    const { volunteer, refused } = this.#find(id);
    const { placeOf, steady } = this.options;
    const agents = this.options.agents();
    const server = agents
      ? await testServer(volunteer, placeOf, steady)
      : ({ result: 'not-private' } as const);
    const isOther = server.result === 'other-certificate';
    const isNews = isOther !== refused && (isOther || server.result === 'works');
    if (isNews) await this.change(id, { refused: isOther });
    const hasRelay = volunteer.relayPort !== null;
    if (isOther) return { server, relay: hasRelay ? { result: 'not-used' } : null, turn: [] };
    const relay = agents ? await testRelay(volunteer, agents, steady) : ({ result: 'not-private' } as const);
    const [ways, logins] = [
      turnUrlsOf(volunteer),
      turnLoginsOf(lentOf(volunteer, this.#in(TEST_SECONDS), randomBytes(MARK_LENGTH))),
    ];
    return {
      server,
      relay: hasRelay ? relay : null,
      turn: logins.map((login, index) => ({ way: ways[index]?.way ?? 'udp', ...login })),
    };
  }

  #in(seconds: number): number {
    return unixSeconds(this.options.wall()) + seconds;
  }

  get #used(): Known[] {
    return this.#all.filter(({ use, refused }) => use && !refused);
  }

  /** One that cannot be read is passed over. */
  get #all(): Known[] {
    const { vault } = this.options;
    if (vault.isLocked) return [];
    return vault.volunteers.flatMap((kept) => {
      try {
        return [{ ...kept, id: idOf(kept.text), volunteer: readVolunteerText(kept.text) }];
      } catch {
        return [];
      }
    });
  }

  #find(id: string): Known {
    const found = this.#all.find((one) => one.id === id);
    if (!found) throw new VigilError('no-such-volunteer');
    return found;
  }

  async #save(all: readonly KeptVolunteer[]): Promise<void> {
    const kept = all.map(({ text, use, lend, refused }) => ({ text, use, lend, refused }));
    await this.options.vault.saveVolunteers(kept);
    this.options.changed();
  }
}

function idOf(text: string): string {
  return toHex(blake2b(16, [utf8(text)]));
}
