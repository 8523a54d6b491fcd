/**
 * Somebody between Alice and Bob who has all the computing it wants. The people compare the first five bits of the
 * first picture instead of all 36, so that luck can be counted.
 */
import { beforeAll, describe, expect, it } from 'vitest';
import { cryptoReady } from '../../../../shared/crypto/sodium';
import { emojiIds, emojiOf, type EmojiId } from '../../../../shared/verification/emoji';
import { EmojiCheck, MAX_TRIES } from '../../../../shared/verification/emoji-check';
import { commitment, comparison, type EmojiParties } from '../../../../shared/verification/emoji-hashes';
import type { EmojiStep } from '../../../../shared/verification/emoji-messages';
import { seededRandom } from '../../../support/world/random';

beforeAll(cryptoReady);

const BITS = 5;
const CODES = 2 ** BITS;
const ROUNDS = 1000;

type Random = (length: number) => Uint8Array;
/** What the order of the identities makes of the attacker, towards one of the two. */
type Role = 'commits' | 'answers';

const shortCode = ([first]: readonly EmojiId[]): number =>
  first === undefined ? -1 : emojiIds.indexOf(first) >> (6 - BITS);
const codeOf = (result: Uint8Array): number => shortCode(emojiOf(result));

/** One honest person with the real state machine; what it says lands in `said`. */
class Leg {
  readonly said: EmojiStep[] = [];
  readonly check: EmojiCheck;
  /** As the attacker computes with them. */
  readonly parties: EmojiParties;
  #timeIsUp = (): void => undefined;

  constructor(
    readonly role: Role,
    handshakeHash: Uint8Array,
    random: Random,
  ) {
    const honest = new Uint8Array(32).fill(2);
    const attacker = new Uint8Array(32).fill(role === 'commits' ? 1 : 3);
    this.parties = { handshakeHash, mine: attacker, theirs: honest };
    this.check = new EmojiCheck(
      { handshakeHash, mine: honest, theirs: attacker },
      {
        random,
        timer: (_, run) => {
          this.#timeIsUp = run;
          return () => {
            this.#timeIsUp = () => undefined;
          };
        },
        send: (step) => this.said.push(step),
        changed: () => undefined,
      },
    );
  }

  /** The person begins; the attacker says what binds it. Its answer's nonce, once the person's computer tells it. */
  bind(nonce: Uint8Array): Uint8Array | null {
    this.said.length = 0;
    this.check.start();
    if (this.role === 'answers') this.check.said({ s: 'nonce', nonce });
    else this.check.said({ s: 'commit', commit: commitment(this.parties, nonce) });
    const last = this.said.at(-1);
    return last?.s === 'nonce' ? last.nonce : null;
  }

  reveal(nonce: Uint8Array): void {
    if (this.role === 'commits') this.check.said({ s: 'reveal', nonce });
  }

  vanish(): void {
    this.#timeIsUp();
  }

  /** The result if the attacker's nonce and the person's were these. */
  codeWith(mine: Uint8Array, theirs: Uint8Array): number {
    const nonces = this.role === 'commits' ? ([mine, theirs] as const) : ([theirs, mine] as const);
    return codeOf(comparison(this.parties, ...nonces));
  }

  get shown(): number {
    const { state } = this.check;
    return state.phase === 'comparing' ? shortCode(state.emoji) : -1;
  }
}

/** Ground for: of eight nonces the one that gives the code most often with four nonces that Bob might have. */
function bestGuess(leg: Leg, wanted: number, random: Random): Uint8Array {
  const imagined = Array.from({ length: 4 }, () => random(32));
  const candidates = Array.from({ length: 8 }, () => {
    const nonce = random(32);
    return { nonce, hits: imagined.filter((theirs) => leg.codeWith(nonce, theirs) === wanted).length };
  });
  return candidates.reduce((best, one) => (one.hits > best.hits ? one : best)).nonce;
}

/** Ground for: a nonce that gives the code with the nonce of which the other side has told. */
function choose(leg: Leg, told: Uint8Array, wanted: number, random: Random): Uint8Array | null {
  for (let tries = 0; tries < 16 * CODES; tries++) {
    const nonce = random(32);
    if (leg.codeWith(nonce, told) === wanted) return nonce;
  }
  return null;
}

/** Finishes with Alice first, so it knows what Bob must see. @param mayVanish gives up where it sees that it lost. */
function attack(towards: [alice: Role, bob: Role], random: Random, mayVanish: boolean): boolean {
  const alice = new Leg(towards[0], random(64), random);
  const toAlice = random(32);
  alice.bind(toAlice);
  alice.reveal(toAlice);
  expect(alice.shown).toBeGreaterThanOrEqual(0);
  const bob = new Leg(towards[1], random(64), random);
  for (let attempt = 0; attempt < MAX_TRIES + 2; attempt++) {
    const guess = bestGuess(bob, alice.shown, random);
    const told = bob.bind(guess);
    if (mayVanish && (told === null || bob.codeWith(guess, told) !== alice.shown)) {
      bob.vanish();
      continue;
    }
    bob.reveal(guess);
    return bob.shown === alice.shown;
  }
  expect(bob.check.state).toEqual({ phase: 'failed', why: 'too-many-tries' });
  return false;
}

function count(seed: string, run: (random: Random) => boolean): number {
  const random = seededRandom(seed);
  return Array.from({ length: ROUNDS }, () => run(random)).filter(Boolean).length;
}

/** Within four and a half standard deviations of a binomial. */
function expectAbout(hits: number, chance: number): void {
  const spread = 4.5 * Math.sqrt(ROUNDS * chance * (1 - chance));
  expect(hits).toBeGreaterThan(ROUNDS * chance - spread);
  expect(hits).toBeLessThan(ROUNDS * chance + spread);
}

describe('somebody in between who grinds', { timeout: 60_000 }, () => {
  it.each([
    ['commits', 'commits'],
    ['commits', 'answers'],
    ['answers', 'commits'],
    ['answers', 'answers'],
  ] as const)('has one guess: to Alice it %s, to Bob it %s', (alice, bob) => {
    const hits = count(`grinder ${alice} ${bob}`, (random) => attack([alice, bob], random, false));
    expectAbout(hits, 1 / CODES);
  });

  it('has three guesses if it vanishes whenever it sees that it lost, and no fourth', () => {
    const hits = count('vanishing grinder', (random) => attack(['commits', 'commits'], random, true));
    expectAbout(hits, 1 - (1 - 1 / CODES) ** MAX_TRIES);
  });

  it('would be right always if it could choose its nonce after it has seen the other: the commitment tells', () => {
    let found = 0;
    const hits = count('grinder without commitment', (random) => {
      const wanted = codeOf(random(16));
      const bob = new Leg('commits', random(64), random);
      const told = bob.bind(random(32));
      if (told === null) throw new Error('Bob does not answer');
      const chosen = choose(bob, told, wanted, random);
      if (!chosen) return false;
      found++;
      bob.reveal(chosen);
      expect(bob.check.state).toEqual({ phase: 'failed', why: 'not-genuine' });
      return bob.shown === wanted;
    });
    expect(found).toBeGreaterThan(0.99 * ROUNDS);
    expect(hits).toBe(0);
  });
});
