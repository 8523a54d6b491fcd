/** What tests ask of people in a simulated meeting. */
import type { InsideView } from '../../../shared/meeting/views';
import { peersOf, World, type Person } from './world';

export function inside({ meeting }: Person): InsideView {
  const { view } = meeting;
  if (view.phase !== 'inside') throw new Error(`not inside but ${view.phase}`);
  return view;
}

/** Names of those with whom a link stands. */
export const seen = (person: Person): string[] =>
  peersOf(person)
    .filter(({ link }) => link === 'open')
    .map(({ name }) => name)
    .sort();

export function idOf(person: Person, name: string): string {
  const peer = inside(person).peers.find((one) => one.name === name);
  if (!peer) throw new Error(`${person.name} does not see ${name}`);
  return peer.peerId;
}

/** A world with Alice, who is the host, Bob and Carol. */
export function three(seed: string): { world: World; alice: Person; bob: Person; carol: Person } {
  const world = new World(seed);
  const [alice, bob, carol] = world.gather(['Bob', 'Carol']);
  if (!alice || !bob || !carol) throw new Error('three people');
  return { world, alice, bob, carol };
}
