/**
 * The two kinds of time, which types keep apart. Wall time says when something was, to people and to other computers;
 * people and time servers set it, forwards and backwards. Steady time says only how long something took: every interval,
 * timeout, expiry of something kept, rate limit and pause goes by it.
 */
declare const kind: unique symbol;

/** Unix milliseconds by this computer's clock. A plain number is taken for it; a steady time is not. */
export type WallTime = number & { readonly [kind]?: 'wall' };

/**
 * Milliseconds since some moment of this run, never less than before; on some systems it stands still while the computer
 * sleeps. A plain number is taken for it; a wall time is not.
 */
export type SteadyTime = number & { readonly [kind]?: 'steady' };

export type WallClock = () => WallTime;
export type SteadyClock = () => SteadyTime;

export interface Clocks {
  /** For hellos, links, topics, and to tell when something happened: nothing is measured by it. */
  wall: WallClock;
  /** For everything that lasts. */
  steady: SteadyClock;
}

/** Unix seconds, with their fraction. */
export function unixSeconds(at: WallTime): number {
  return at / 1000;
}
