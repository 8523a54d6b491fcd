/** Numbers that a seed fixes, and networks that lose, delay, repeat and reorder by them. */
import { ascii } from '../../../../../shared/bytes';
import { blake2b } from '../../../../../shared/crypto/sodium';
import type { World } from '../../../../support/world/world';

/** xorshift128 (Marsaglia 2003), seeded through BLAKE2b: quick, and the same on every computer. */
export class Dice {
  readonly #state: Uint32Array;

  constructor(seed: string) {
    this.#state = new Uint32Array(blake2b(16, [ascii(seed)]).slice().buffer);
  }

  /** From 0 up to 1. */
  next(): number {
    const [x = 0, y = 0, z = 0, w = 0] = this.#state;
    const t = x ^ (x << 11);
    this.#state.set([y, z, w, w ^ (w >>> 19) ^ t ^ (t >>> 8)]);
    return (this.#state[3] ?? 0) / 2 ** 32;
  }

  between(low: number, high: number): number {
    return low + this.next() * (high - low);
  }

  chance(probability: number): boolean {
    return this.next() < probability;
  }

  /** Undefined if there is nothing to pick from. */
  pick<Item>(items: readonly Item[]): Item | undefined {
    return items[Math.floor(this.next() * items.length)];
  }
}

export interface Weather {
  /** Milliseconds that a message over a link takes. */
  link: readonly [number, number];
  /** A lost packet of a link is sent again after a while. */
  linkLoss: number;
  relay: readonly [number, number];
  /** The relay hands a message to one listener never, or twice. */
  relayLoss: number;
  relayTwice: number;
}

export const FAIR: Weather = { link: [20, 20], linkLoss: 0, relay: [40, 40], relayLoss: 0, relayTwice: 0 };
export const FOUL: Weather = {
  link: [5, 150],
  linkLoss: 0.03,
  relay: [20, 500],
  relayLoss: 0.1,
  relayTwice: 0.1,
};

/** For many people: with every lost packet lists are compared, which takes its time. */
export const MILD: Weather = { ...FOUL, link: [5, 80], linkLoss: 0.002 };

/** From now on the world's messages meet this weather. */
export function expose(world: World, dice: Dice, weather: Weather): void {
  world.network.delay = () =>
    Math.ceil(dice.between(...weather.link) + (dice.chance(weather.linkLoss) ? dice.between(200, 1000) : 0));
  world.bus.arrivals = () => {
    if (dice.chance(weather.relayLoss)) return [];
    const once = Math.ceil(dice.between(...weather.relay));
    return dice.chance(weather.relayTwice) ? [once, Math.ceil(dice.between(...weather.relay))] : [once];
  };
}
