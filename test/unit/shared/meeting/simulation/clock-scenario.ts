/** Clocks that people and time servers set, computers that sleep, and timers that are late. */
import type { Sleep } from '../../../../support/world/computer';
import type { Crowd, Participant } from './crowd';
import type { Chapter } from './scenario';

const MINUTE = 60_000;
/** Two that are off by so much in opposite directions still take each other's hellos. */
const MOST_MS = 4.5 * MINUTE;

/** From now on people's clocks differ by minutes, and every few seconds somebody's is set. */
export function unsteadyClocks(crowd: Crowd): void {
  const { scheduler } = crowd.world;
  const setOne = (): void => {
    const one = crowd.dice.pick(crowd.here);
    if (one) one.person.clock.offset = crowd.dice.between(-MOST_MS, MOST_MS);
    scheduler.timer(crowd.dice.between(1000, 5000), setOne);
  };
  for (const { person } of crowd.here) person.clock.offset = crowd.dice.between(-MOST_MS, MOST_MS);
  setOne();
}

/** From now on each timer is late by up to so much, as on a computer that is busy or saves power. */
export function lateTimers(crowd: Crowd, milliseconds: number): void {
  for (const { person } of crowd.here) person.clock.late = () => crowd.dice.between(0, milliseconds);
}

/** A third of all sleep at once, for so long, on computers whose steady clock stops or runs meanwhile. */
export const sleepers = (sleep: Sleep, milliseconds: number, within: number): Chapter => ({
  name: `a third sleeps for ${String(milliseconds / 1000)} s, ${sleep}`,
  within,
  play: (crowd) => {
    const asleep = crowd.here.filter(() => crowd.dice.chance(1 / 3));
    for (const one of asleep) {
      crowd.sleep(one, sleep);
      crowd.run(crowd.dice.between(0, 1000));
    }
    crowd.run(milliseconds);
    for (const one of asleep) {
      crowd.wake(one);
      crowd.run(crowd.dice.between(0, 1000));
    }
  },
});

/** The host's computer sleeps while somebody wants in. */
export const sleepingHost = (sleep: Sleep): Chapter => ({
  name: `the host sleeps while somebody comes, ${sleep}`,
  within: 60,
  play: (crowd) => {
    const { host } = crowd;
    if (!host) return;
    crowd.sleep(host, sleep);
    crowd.join();
    crowd.run(40_000);
    crowd.wake(host);
  },
});

/** Whoever does not see everybody else over a connection that works. */
export function parted(crowd: Crowd): string[] {
  const names = ({ person }: Participant): string[] => {
    const { view } = person.meeting;
    return view.phase === 'inside'
      ? view.peers.flatMap(({ name, link }) => (link === 'open' ? name : []))
      : [];
  };
  return crowd.here
    .filter((one) => names(one).length !== crowd.here.length - 1)
    .map(({ person }) => person.name);
}
