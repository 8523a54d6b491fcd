/** Many who ask to join at once. */
import type { KnockView, Trust } from '../../../renderer/state/contract';
import type { Snapshot } from '../../../renderer/state/snapshot';
import { amara, inside, jonas, now, tomas } from './fixtures';

let made = 0;
function knock(name: string, minutes: number, trust: Trust = 'new'): KnockView {
  const knockId = (made++).toString(16).padStart(32, '0');
  const contactName = trust === 'changed' ? name : null;
  return { knockId, byLink: null, name, since: now - minutes * 60_000, trust, contactName };
}

const twelve = [
  knock('Elena', 5, 'verified'),
  knock('Farid', 3, 'verified'),
  knock('Noor', 1, 'verified'),
  knock('Guest 7', 4),
  knock('Mei Lin', 4, 'changed'),
  knock('Jonas', 3),
  knock('Tomás', 3, 'met'),
  knock('非常に長い名前のひと 🕯️🕯️ مريم عبد الرحمن الطويلة', 2),
  knock('Ada', 2),
  knock('Ben', 1),
  knock('', 1),
  knock('Zoë', 0),
];
const [elena, farid] = twelve;
const peers = [{ ...amara, trust: 'verified' as const }, jonas, tomas];
const at = (knocks: KnockView[], others = peers): Partial<Snapshot> => ({
  meeting: inside({ peers: others, knocks }),
});
const joined = { ...jonas, peerId: elena?.knockId ?? '', name: 'Elena', trust: 'verified' as const };

export const knockStates: Record<string, Partial<Snapshot>> = {
  'knocks-two': at(twelve.slice(5, 7)),
  'knocks-verified': at([elena, farid].flatMap((one) => one ?? [])),
  'knocks-twelve': at(twelve),
  'knocks-over': at(twelve),
  'knocks-alone': { meeting: inside({ peers: [], groupCode: null, knocks: twelve }) },
  'knocks-block': at(twelve),
  'knocks-all': at(twelve),
  'knocks-decided': at(twelve),
  /** What comes after it: one is in, one has gone. */
  'knocks-decided-then': at(
    twelve.filter((_, index) => index !== 0 && index !== 3),
    [...peers, joined],
  ),
};
