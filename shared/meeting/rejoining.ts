/** When a guest who is inside looks for the door again, because those who are here are but a part of the meeting. */
import { toHex } from '../bytes';
import type { SteadyClock, SteadyTime } from '../clocks';
import type { MeetingSession } from './session';
import { lostPeerView } from './members/member-view';
import type { Member } from './members/member';
import type { Ports } from './ports';
import type { Self } from './self';
import type { Join } from './joining/join';
import type { PeerView } from './views';

/** Whoever stays away longer comes back through the door by itself. Milliseconds. */
const LOOK_FOR_MS = 10 * 60_000;

export class Rejoining {
  readonly #partition: Partition;
  /** Whom a guest saw last: shown as interrupted while the door is looked for again. */
  #lastSeen: readonly Member[] = [];

  constructor(
    private readonly self: Self,
    { steady }: Pick<Ports, 'steady'>,
  ) {
    this.#partition = new Partition(steady);
  }

  /** Somebody came, went, or the way in went on. */
  follow(inside: MeetingSession, join: Join): void {
    if (isAlone(inside)) return;
    const { members, group } = inside;
    if (!join.isUnderWay) this.#lastSeen = members.all;
    const here = (): string[] => [
      toHex(this.self.peerId),
      ...members.all.filter((one) => group.isHere(one)).map(({ facts }) => facts.peerId),
    ];
    const mustLook = this.#partition.mustLook(here, inside.hostIsHere);
    if (mustLook && !join.isUnderWay) join.lookAgain();
    else if (!mustLook && join.isUnderWay && !isConnecting(join)) join.end();
  }

  opened({ state }: Member): void {
    if (state.phase === 'open') this.#partition.settled(toHex(state.introduction.identity));
  }

  lost({ facts, identity }: Member, { group }: MeetingSession): void {
    if (!identity) return;
    this.#partition.lost(toHex(identity), facts.peerId, group.access.roleOf(identity) === 'host');
  }

  /** Those who were seen last, while nobody is here and the door is looked for. */
  seenLast({ group, acquaintances }: MeetingSession): PeerView[] {
    return this.#lastSeen.map((member) => lostPeerView(member, group, acquaintances));
  }
}

/** Without a proven connection to anybody. */
export function isAlone({ members }: MeetingSession): boolean {
  return !members.all.some(({ state }) => state.phase === 'open');
}

function isConnecting({ step }: Join): boolean {
  return step === 'connecting';
}

interface Lost {
  peerId: string;
  isHost: boolean;
  at: SteadyTime;
}

/**
 * A meeting that fell in two: the half without the host looks for the door again, or, if the host had left before,
 * the half without the lowest peer id. So the halves find each other, and nobody else announces anything.
 */
class Partition {
  /** By identity, in hex. */
  readonly #lost = new Map<string, Lost>();

  constructor(private readonly steady: SteadyClock) {}

  /** No path to somebody is left, and it said no goodbye. */
  lost(identity: string, peerId: string, isHost: boolean): void {
    this.#lost.set(identity, { peerId, isHost, at: this.steady() });
  }

  /** It is back, or was removed, or said goodbye elsewhere. */
  settled(identity: string): void {
    this.#lost.delete(identity);
  }

  /** Whether this half has to look. @param here says peer ids, the own one with them. */
  mustLook(here: () => readonly string[], hostIsHere: boolean): boolean {
    for (const [identity, { at }] of this.#lost)
      if (this.steady() - at > LOOK_FOR_MS) this.#lost.delete(identity);
    const lost = [...this.#lost.values()];
    if (hostIsHere || lost.length === 0) return false;
    if (lost.some(({ isHost }) => isHost)) return true;
    const lowest = [...here()].sort()[0] ?? '';
    return lost.some(({ peerId }) => peerId < lowest);
  }
}
