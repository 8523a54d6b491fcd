/** Compares the own list of people with everybody's, several times a second, and says where they differ. */
import { comparePublic, fromHex, toHex, uintBE } from '../../bytes';
import type { SteadyTime } from '../../clocks';
import type { Head } from '../../membership/chain';
import { MAX_ROSTER_ENTRIES, nameHashOf, type Roster, type RosterEntry } from '../../roster/roster';
import {
  RosterWatch,
  type RosterAlarm,
  type RosterEffect,
  type RosterEvent,
} from '../../roster/roster-watch';
import type { Member } from '../members/member';
import type { MemberMessage } from '../messages/member-messages';
import type { Ports } from '../ports';
import type { Self } from '../self';
import type { ListAlarm } from '../views';
import { AwakeClock } from './awake-clock';

const TICK_MS = 500;
/** Somebody who has said nothing for so long is gone. */
const SILENT_LIMIT_MS = 20_000;

export interface RosterExchangeOptions {
  meetingId: Uint8Array;
  self: Self;
  members: () => readonly Member[];
  heads: () => Head[];
  /** How many of its events were taken. */
  heard: (member: Member) => number;
  react: () => void;
  silent: (member: Member) => void;
}

export class RosterExchange {
  readonly #watch: RosterWatch;
  /** By member, not by peer id: whoever comes back is somebody new to listen for. */
  readonly #heard = new Map<Member, SteadyTime>();
  /** What the member itself says of when it was heard last. */
  readonly #heardAt = new WeakMap<Member, SteadyTime>();
  readonly #clock: AwakeClock;
  readonly #self: RosterEntry;
  readonly #entries = new WeakMap<Member, RosterEntry>();
  #shown = JSON.stringify([[], []]);
  #stop: (() => void) | null = null;

  constructor(
    private readonly options: RosterExchangeOptions,
    private readonly ports: Pick<Ports, 'steady' | 'timer'>,
  ) {
    this.#clock = new AwakeClock(ports.steady);
    const { identity, peerId, name } = options.self;
    this.#self = { identity: identity.publicKey, peerId, nameHash: nameHashOf(name) };
    this.#watch = new RosterWatch(options.meetingId, this.#own());
    this.#tick();
  }

  /** Names of those with whom nothing can be compared right now. */
  get cannotCompare(): string[] {
    return this.#watch.view(this.#clock.now()).cannotCompare.map((peerId) => this.#nameOf(peerId));
  }

  get alarms(): ListAlarm[] {
    return this.#watch.view(this.#clock.now()).alarms.map((alarm) => this.#alarmOf(alarm));
  }

  isSilent(peerId: string): boolean {
    return this.#watch.view(this.#clock.now()).cannotCompare.some((silent) => toHex(silent) === peerId);
  }

  /** Somebody came, went, or a statement arrived. */
  ownChanged(): void {
    this.#followMembers();
    this.#handle({ type: 'own', roster: this.#own() });
  }

  said(from: Member, message: Extract<MemberMessage, { t: 'roster-hash' | 'roster-list' }>): void {
    const peerId = fromHex(from.facts.peerId);
    this.#heard.set(from, this.#clock.now());
    if (message.t === 'roster-hash') this.#handle({ type: 'hash', peerId, hash: message.hash });
    else this.#handle({ type: 'list', peerId, roster: { entries: message.entries, heads: message.heads } });
  }

  end(): void {
    this.#stop?.();
  }

  #tick(): void {
    // First of all: whatever goes wrong below, it is tried again.
    this.#stop = this.ports.timer(TICK_MS, () => {
      this.#tick();
    });
    const now = this.#clock.now();
    this.ownChanged();
    this.#perform(this.#watch.tick(now));
    // While a link is mended hashes do not get through, other messages do.
    for (const member of this.#heard.keys()) {
      const isNews = member.heardAt !== this.#heardAt.get(member);
      this.#heardAt.set(member, member.heardAt);
      if (isNews && member.path !== 'open') this.#heard.set(member, now);
    }
    for (const [member, heard] of [...this.#heard])
      if (now - heard > SILENT_LIMIT_MS) this.options.silent(member);
    this.#tellIfChanged();
  }

  /** Whoever has a channel is compared with; whoever has none is not. */
  #followMembers(): void {
    const open = this.options.members().filter(({ state }) => state.phase === 'open');
    for (const member of [...this.#heard.keys()]) {
      if (open.includes(member)) continue;
      this.#heard.delete(member);
      this.#handle({ type: 'left', peerId: fromHex(member.facts.peerId) });
    }
    for (const member of open) {
      if (this.#heard.has(member)) continue;
      this.#heard.set(member, this.#clock.now());
      this.#handle({ type: 'joined', peerId: fromHex(member.facts.peerId) });
    }
  }

  #tellIfChanged(): void {
    const shown = JSON.stringify([this.alarms, this.cannotCompare]);
    if (shown === this.#shown) return;
    this.#shown = shown;
    this.options.react();
  }

  #handle(event: RosterEvent): void {
    this.#perform(this.#watch.handle(event, this.#clock.now()));
  }

  #perform(effects: RosterEffect[]): void {
    for (const effect of effects) {
      const to = effect.type === 'send-list' ? toHex(effect.to) : null;
      for (const member of this.options.members()) {
        if (effect.type === 'send-hash') this.#sendHash(member, effect.hash);
        else if (member.facts.peerId === to) sendList(member, effect.roster);
      }
    }
  }

  #sendHash(member: Member, hash: Uint8Array): void {
    member.send({ t: 'roster-hash', hash, heard: uintBE(this.options.heard(member), 4) });
  }

  #own(): Roster {
    const others = this.options.members().flatMap((member) => this.#entryOf(member) ?? []);
    const all = [this.#self, ...others];
    // A moment's surplus, while somebody has come back and is not yet gone: all leave out the same.
    const isTooLong = all.length > MAX_ROSTER_ENTRIES;
    const entries = isTooLong ? all.sort(byPeerId).slice(0, MAX_ROSTER_ENTRIES) : all;
    return { entries, heads: this.options.heads() };
  }

  /** Names are fixed for a run. */
  #entryOf(member: Member): RosterEntry | null {
    const { state, facts } = member;
    if (state.phase !== 'open') return null;
    const known = this.#entries.get(member);
    if (known) return known;
    const { identity, name } = state.introduction;
    const entry = { identity, peerId: fromHex(facts.peerId), nameHash: nameHashOf(name) };
    this.#entries.set(member, entry);
    return entry;
  }

  #alarmOf(alarm: RosterAlarm): ListAlarm {
    const peer = this.#nameOf(alarm.peerId);
    if (alarm.type === 'unexplained') return { kind: 'unexplained', peer, about: '' };
    const { difference } = alarm;
    const about = 'entry' in difference ? this.#nameOf(difference.entry.peerId) : '';
    return { kind: difference.kind, peer, about };
  }

  /** Empty for somebody whom only others see. */
  #nameOf(peerId: Uint8Array): string {
    const hex = toHex(peerId);
    if (hex === toHex(this.options.self.peerId)) return this.options.self.name;
    return this.options.members().find(({ facts }) => facts.peerId === hex)?.name ?? '';
  }
}

function byPeerId(one: RosterEntry, other: RosterEntry): number {
  return comparePublic(one.peerId, other.peerId);
}

function sendList(member: Member, { entries, heads }: Roster): void {
  member.send({ t: 'roster-list', entries: [...entries], heads: [...heads] });
}
