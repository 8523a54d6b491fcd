/** When a guest who is inside looks for the door again, because those who are here are but a part of the meeting. */
import { toHex } from '../bytes';
import type { PeerView } from '../ipc';
import type { Inside } from './session';
import { lostPeerView } from './views';
import type { Member } from './members/member';
import type { Ports } from './ports';
import { Reunion } from './reunion';
import type { Self } from './self';
import type { WayIn } from './joining/join';

export class FindingAgain {
  readonly #reunion: Reunion;
  /** Whom a guest saw last: shown as interrupted while the door is looked for again. */
  #lastSeen: readonly Member[] = [];

  constructor(
    private readonly self: Self,
    { now }: Pick<Ports, 'now'>,
  ) {
    this.#reunion = new Reunion(now);
  }

  /** Somebody came, went, or the way in went on. */
  follow(inside: Inside, way: WayIn): void {
    if (isAlone(inside)) return;
    const { members, assembly } = inside;
    if (!way.isUnderWay) this.#lastSeen = members.all;
    const here = (): string[] => [
      toHex(this.self.peerId),
      ...members.all.filter((one) => assembly.isHere(one)).map(({ facts }) => facts.peerId),
    ];
    const mustLook = this.#reunion.mustLook(here, inside.hostIsHere);
    if (mustLook && !way.isUnderWay) way.lookAgain();
    else if (!mustLook && way.isUnderWay && !isConnecting(way)) way.end();
  }

  opened({ state }: Member): void {
    if (state.phase === 'open') this.#reunion.settled(toHex(state.introduction.identity));
  }

  lost({ facts, identity }: Member, { assembly }: Inside): void {
    if (!identity) return;
    this.#reunion.lost(toHex(identity), facts.peerId, assembly.admission.roleOf(identity) === 'host');
  }

  /** Those who were seen last, while nobody is here and the door is looked for. */
  seenLast({ assembly, company }: Inside): PeerView[] {
    return this.#lastSeen.map((member) => lostPeerView(member, assembly, company));
  }
}

/** Without a proven link to anybody. */
export function isAlone({ members }: Inside): boolean {
  return !members.all.some(({ state }) => state.phase === 'open');
}

function isConnecting({ step }: WayIn): boolean {
  return step === 'connecting';
}
