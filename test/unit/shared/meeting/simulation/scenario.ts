/** A meeting's eventful hour, pressed into minutes. After each chapter all have to agree again in bounded time. */
import { disagreements } from './agreement';
import { insideOf, type Crowd, type Participant } from './crowd';

export interface Chapter {
  name: string;
  play: (crowd: Crowd) => void;
  /** Simulated seconds until all agree again. */
  within: number;
}

export interface Outcome {
  chapter: string;
  /** Null: not in time. */
  seconds: number | null;
  wrong: string[];
}

export function playThrough(crowd: Crowd, chapters: readonly Chapter[]): Outcome[] {
  return chapters.map(({ name, play, within }) => {
    play(crowd);
    const seconds = crowd.settle(within, () => disagreements(crowd).length === 0);
    return { chapter: name, seconds, wrong: seconds === null ? disagreements(crowd).slice(0, 10) : [] };
  });
}

function some(crowd: Crowd, count: number, of: readonly Participant[]): Participant[] {
  const left = [...of];
  return Array.from({ length: Math.min(count, left.length) }, () => {
    const [one] = left.splice(Math.floor(crowd.dice.next() * left.length), 1);
    return one;
  }).filter((one) => one !== undefined);
}

const part = (size: number, of: number): number => Math.max(1, Math.round(size / of));

/** Beyond that each step costs seconds of computing: the more people, the fewer of them move. */
const MANY = 30;

/** Everybody comes: half of them at once (of many, most), the rest one by one. */
export const gathering = (size: number): Chapter[] => [
  {
    name: 'burst of joins',
    within: 120,
    play: (crowd) => {
      // A door answers twenty hellos a second: whoever is not among them asks again ever later.
      for (let left = size > MANY ? size - 15 : part(size, 2); left > 0; left -= 40) {
        crowd.join(Math.min(left, 40));
        crowd.run(6000);
      }
    },
  },
  {
    name: 'joins one by one',
    within: 40,
    play: (crowd) => {
      while (crowd.here.length < size) {
        crowd.join();
        crowd.run(crowd.dice.between(100, size > MANY ? 3000 : 1500));
      }
    },
  },
];

/** People leave, vanish, come back, and are sent away, by host and co-hosts. */
export const comingsAndGoings = (size: number): Chapter[] => [
  {
    name: 'co-hosts are named',
    within: 10,
    play: (crowd) => {
      for (const one of some(crowd, 2, crowd.plainMembers)) crowd.nameCoHost(one);
    },
  },
  {
    name: 'some leave, and one comes',
    within: 30,
    play: (crowd) => {
      const leavers = some(crowd, part(size, size > MANY ? 25 : 12), crowd.plainMembers);
      crowd.join();
      for (const one of leavers) {
        crowd.leave(one);
        crowd.run(crowd.dice.between(0, 400));
      }
    },
  },
  {
    name: 'some vanish',
    within: 40,
    play: (crowd) => {
      for (const one of some(crowd, part(size, size > MANY ? 25 : 12), crowd.plainMembers)) {
        crowd.crash(one);
        crowd.run(crowd.dice.between(0, 400));
      }
    },
  },
  {
    name: 'who left or vanished comes back',
    within: 40,
    play: (crowd) => {
      const gone = crowd.all.filter(({ fate }) => fate === 'left' || fate === 'crashed');
      for (const one of gone) if (crowd.here.length < size) crowd.rejoin(one);
    },
  },
  {
    name: 'host and co-hosts send some away',
    within: 40,
    play: (crowd) => {
      for (const one of some(crowd, part(size, size > MANY ? 30 : 16), crowd.plainMembers)) {
        const keeper = crowd.dice.pick([crowd.host, ...crowd.coHosts].filter((each) => each !== undefined));
        if (keeper) crowd.remove(keeper, one);
        crowd.run(crowd.dice.between(0, 5000));
      }
    },
  },
  {
    name: 'without a lobby, and with it again',
    within: 30,
    play: (crowd) => {
      steer(crowd, false);
      crowd.doormen = false;
      crowd.join(2);
      crowd.run(8000);
      crowd.doormen = true;
      steer(crowd, true);
      crowd.join();
    },
  },
];

function steer({ host }: Crowd, lobby: boolean): void {
  if (host) insideOf(host.person)?.moderation.setLobby(lobby);
}

/** Two thirds and one third do not reach each other for a while. */
export const partition = (milliseconds: number, within: number): Chapter => ({
  name: `partition of ${String(milliseconds / 1000)} s`,
  within,
  play: (crowd) => {
    const connections = crowd.here.map(({ person }) => person.connections);
    const cut = Math.floor(connections.length / 3);
    crowd.world.network.interrupt([connections.slice(0, cut), connections.slice(cut)], () =>
      crowd.patience(),
    );
    crowd.run(milliseconds);
    crowd.world.network.join();
  },
});

/** Everybody's computer slept for a moment: all links are made anew, and all pairs renew their keys. */
export const renewal = (within: number): Chapter => ({
  name: 'all renew their keys',
  within,
  play: (crowd) => {
    for (const { person } of crowd.inside) {
      person.meeting.networkChanged(true);
      crowd.run(crowd.dice.between(0, 100));
    }
    // So long a first message waits; a generation follows the last pair's renewal.
    crowd.run(20_000);
  },
});

/** The relay is down while people want in. */
export const relayOutage: Chapter = {
  name: 'relay outage',
  within: 120,
  play: (crowd) => {
    crowd.world.bus.tamper = () => [];
    crowd.join(2);
    crowd.run(20_000);
    crowd.world.bus.tamper = (parcel) => [parcel];
  },
};

/** The meeting goes on without its host, then without anybody who may sign. */
export const withoutKeepers: Chapter[] = [
  {
    name: 'the host leaves, and some come',
    within: 40,
    play: (crowd) => {
      if (crowd.host) crowd.leave(crowd.host);
      crowd.join(2);
    },
  },
  {
    name: 'a co-host vanishes, and comes back in a run that cannot sign',
    within: 40,
    play: (crowd) => {
      const [one] = crowd.coHosts;
      if (!one) return;
      crowd.crash(one);
      crowd.run(30_000);
      crowd.rejoin(one);
      crowd.join();
    },
  },
  {
    name: 'the host comes back as a guest',
    within: 40,
    play: (crowd) => {
      const [first] = crowd.all;
      if (first) crowd.rejoin(first);
    },
  },
  {
    name: 'no keeper is left, and somebody known comes back',
    within: 60,
    play: (crowd) => {
      for (const one of crowd.coHosts) crowd.leave(one);
      crowd.run(3000);
      const [one] = some(crowd, 1, crowd.plainMembers);
      if (!one) return;
      crowd.leave(one);
      crowd.rejoin(one);
    },
  },
];
