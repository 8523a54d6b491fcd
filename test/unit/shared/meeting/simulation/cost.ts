/** What one join costs a meeting in control messages: all that is said because of it, by anybody to anybody. */
import { ENVELOPE_LENGTH } from '../../../../../shared/wire/envelope';
import { Crowd } from './crowd';
import { disagreements } from './agreement';
import { FAIR } from './weather';

export interface JoinCost {
  /** People inside, the one who joins counted. */
  participants: number;
  linkMessages: number;
  linkBytes: number;
  relayMessages: number;
  relayBytes: number;
}

const WATCHED_MS = 12_000;

type Sent = Omit<JoinCost, 'participants'>;

function sentDuring({ world }: Crowd, happen: () => void): Sent {
  const { messages, bytes } = world.network.sent;
  const relayed = world.bus.seen.length;
  happen();
  const relayMessages = world.bus.seen.length - relayed;
  return {
    linkMessages: world.network.sent.messages - messages,
    linkBytes: world.network.sent.bytes - bytes,
    relayMessages,
    relayBytes: relayMessages * ENVELOPE_LENGTH,
  };
}

/**
 * Fills meetings up to each size in turn and lets the last one come while all is measured. What the others would
 * have said in that time without it (the hashes of their lists) is subtracted; the newcomer's own hashes are not.
 * @param sizes ascending.
 */
export function measureJoins(sizes: readonly number[]): JoinCost[] {
  const crowd = new Crowd('cost', 2 * Math.max(...sizes), FAIR);
  return sizes.map((participants) => {
    for (let missing = participants - 1 - crowd.here.length; missing > 0; missing -= 10) {
      crowd.join(Math.min(10, missing));
      crowd.run(3000);
    }
    settled(crowd);
    const idle = sentDuring(crowd, () => crowd.run(WATCHED_MS));
    const [newcomer] = crowd.join();
    const all = sentDuring(crowd, () => crowd.run(WATCHED_MS));
    if (!newcomer?.person.meeting.isInside) throw new Error('the newcomer did not come in');
    settled(crowd);
    return {
      participants,
      linkMessages: all.linkMessages - idle.linkMessages,
      linkBytes: all.linkBytes - idle.linkBytes,
      relayMessages: all.relayMessages - idle.relayMessages,
      relayBytes: all.relayBytes - idle.relayBytes,
    };
  });
}

function settled(crowd: Crowd): void {
  if (crowd.settle(60, () => disagreements(crowd).length === 0) === null)
    throw new Error(`no agreement: ${disagreements(crowd).slice(0, 5).join('; ')}`);
}

export function tableOf(costs: readonly JoinCost[]): string {
  const rows = costs.map(({ participants, linkMessages, linkBytes, relayMessages, relayBytes }) =>
    [
      participants,
      linkMessages,
      linkBytes,
      relayMessages,
      relayBytes,
      Math.round(linkMessages / participants),
    ]
      .map((value) => String(value).padStart(14))
      .join(''),
  );
  const head = ['people', 'link messages', 'link bytes', 'relay messages', 'relay bytes', 'per person']
    .map((title) => title.padStart(14))
    .join('');
  return ['control messages per join', head, ...rows].join('\n');
}
