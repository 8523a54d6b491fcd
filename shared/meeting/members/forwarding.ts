/** Passes frames on for pairs that have no path of their own, and sends the own ones through somebody in between. */
import { fromHex } from '../../bytes';
import type { Member } from './member';
import type { ForwardWay } from './member-state';
import { MAX_FORWARDED } from '../messages/member-messages';
import type { Ports } from '../ports';
import { RateLimit } from '../limits/rate-limit';

/** Of whom it is known through whom they were heard: more than there can be members, those who have just gone too. */
const MAX_HEARD = 64;
/** Messages that one member passes on for a pair, in a second. */
const FORWARDS_PER_SECOND = 20;

export interface ForwardingOptions {
  all: () => readonly Member[];
  get: (peerId: string) => Member | undefined;
}

export class Forwarding {
  /** Through whom somebody was last heard. */
  readonly #via = new Map<string, string>();
  readonly #forwards = new Map<string, RateLimit>();

  constructor(
    private readonly members: ForwardingOptions,
    private readonly ports: Pick<Ports, 'steady' | 'drop'>,
  ) {}

  /** Only of what was genuine: anybody can say that it passes on what somebody said. */
  heardThrough(peerId: string, via: string): void {
    // Whoever was heard last is kept longest.
    this.#via.delete(peerId);
    this.#via.set(peerId, via);
    const [oldest] = this.#via.keys();
    if (this.#via.size > MAX_HEARD && oldest !== undefined) this.#via.delete(oldest);
  }

  /** Of how many others something is kept. */
  get kept(): number {
    return this.#via.size + this.#forwards.size;
  }

  /** It is gone: what was kept and counted for it is not needed. */
  dropped(peerId: string): void {
    this.#via.delete(peerId);
    for (const [other, via] of this.#via) if (via === peerId) this.#via.delete(other);
    for (const pair of this.#forwards.keys()) if (pair.includes(peerId)) this.#forwards.delete(pair);
  }

  clear(): void {
    this.#via.clear();
  }

  /** Somebody can carry to it. */
  reaches(peerId: string): boolean {
    return this.#carriersTo(peerId).length > 0;
  }

  /** Of the own side. */
  forward(peerId: string, frame: Uint8Array, way: ForwardWay): void {
    if (frame.length > MAX_FORWARDED) return;
    for (const carrier of this.#chosen(peerId, way))
      carrier.send({ t: 'forward', to: fromHex(peerId), frame });
  }

  /** What mends a connection goes by a second one too: one that lets through what it likes keeps no two apart. */
  #chosen(peerId: string, way: ForwardWay): readonly Member[] {
    const able = this.#carriersTo(peerId);
    if ('via' in way) return able.filter(({ facts }) => facts.peerId === way.via);
    return able.slice(0, way.mends ? 2 : 1);
  }

  /** By whom it was heard last first, then those who are here longest. */
  #carriersTo(peerId: string): Member[] {
    const able = this.members.all().filter((member) => member.canCarry && member.facts.peerId !== peerId);
    const last = this.#via.get(peerId);
    return [
      ...able.filter(({ facts }) => facts.peerId === last),
      ...able.filter(({ facts }) => facts.peerId !== last),
    ];
  }

  /** For others. */
  passOn(from: Member, to: string, frame: Uint8Array): void {
    const target = this.members.get(to);
    // Only pairs of members are counted: a made-up addressee must not cost anything.
    if (!target?.canCarry || target === from || !this.#mayForward(`${from.facts.peerId}:${to}`)) {
      this.ports.drop('forward-refused');
      return;
    }
    target.send({ t: 'forwarded', from: fromHex(from.facts.peerId), frame });
  }

  #mayForward(pair: string): boolean {
    const limit = this.#forwards.get(pair) ?? new RateLimit(FORWARDS_PER_SECOND, this.ports.steady);
    this.#forwards.set(pair, limit);
    return limit.take();
  }
}
