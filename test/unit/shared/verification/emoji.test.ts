import { beforeAll, describe, expect, it } from 'vitest';
import { toHex } from '../../../../shared/bytes';
import { cryptoReady, randomBytes } from '../../../../shared/crypto/sodium';
import { emojiIds, emojiOf } from '../../../../shared/verification/emoji';
import { EmojiCheck, MAX_TRIES, STEP_LIMIT_MS } from '../../../../shared/verification/emoji-check';
import { commitment, comparison, type EmojiParties } from '../../../../shared/verification/emoji-hashes';
import type { EmojiStep } from '../../../../shared/verification/emoji-messages';
import { Scheduler } from '../../../support/world/scheduler';
import { seededRandom } from '../../../support/world/random';

beforeAll(cryptoReady);

const lower = new Uint8Array(32).fill(1);
const higher = new Uint8Array(32).fill(2);
const hash = new Uint8Array(64).fill(7);

interface End {
  check: EmojiCheck;
  said: EmojiStep[];
}

function end(scheduler: Scheduler, parties: EmojiParties, tell: (step: EmojiStep) => void): End {
  const said: EmojiStep[] = [];
  const check = new EmojiCheck(parties, {
    random: seededRandom(`nonces ${String(parties.mine[0])}`),
    timer: scheduler.timer,
    send: (step) => {
      said.push(step);
      scheduler.timer(10, () => {
        tell(step);
      });
    },
    changed: () => undefined,
  });
  return { check, said };
}

/** Two ends of one channel. @param change what somebody in between makes of a step. */
function pair(
  change: (step: EmojiStep) => EmojiStep | null = (step) => step,
  theirHash = hash,
): { scheduler: Scheduler; low: End; high: End } {
  const scheduler = new Scheduler();
  const pass = (to: () => End) => (step: EmojiStep) => {
    const passed = change(step);
    if (passed) to().check.said(passed);
  };
  const low: End = end(
    scheduler,
    { handshakeHash: hash, mine: lower, theirs: higher },
    pass(() => high),
  );
  const high: End = end(
    scheduler,
    { handshakeHash: theirHash, mine: higher, theirs: lower },
    pass(() => low),
  );
  return { scheduler, low, high };
}

const shown = ({ check }: End): readonly string[] => {
  const { state } = check;
  return state.phase === 'comparing' ? state.emoji : [];
};

describe('six emoji', () => {
  it('are 64 different ones, six bits each, from the first 36 bits', () => {
    expect(new Set(emojiIds).size).toBe(64);
    expect(emojiOf(Uint8Array.of(0, 0, 0, 0, 0))).toEqual(new Array(6).fill(emojiIds[0]));
    expect(emojiOf(Uint8Array.of(0xff, 0xff, 0xff, 0xff, 0xf0))).toEqual(new Array(6).fill(emojiIds[63]));
    // 000001 000010 000011 000100 000101 000110
    const places = emojiOf(Uint8Array.of(0x04, 0x20, 0xc4, 0x14, 0x60)).map((id) => emojiIds.indexOf(id));
    expect(places).toEqual([1, 2, 3, 4, 5, 6]);
  });

  it.each(['low', 'high'] as const)('are the same for both, whoever starts: %s', (starter) => {
    const { scheduler, low, high } = pair();
    (starter === 'low' ? low : high).check.start();
    scheduler.run(200);
    expect(shown(low)).toHaveLength(6);
    expect(shown(low)).toEqual(shown(high));
    low.check.answer(true);
    scheduler.run(50);
    expect(low.check.state.phase).toBe('comparing');
    high.check.answer(true);
    scheduler.run(50);
    expect([low.check.state.phase, high.check.state.phase]).toEqual(['same', 'same']);
  });

  it('one person who sees something else ends it for both', () => {
    const { scheduler, low, high } = pair();
    low.check.start();
    scheduler.run(200);
    high.check.answer(false);
    scheduler.run(50);
    expect(low.check.state).toEqual({ phase: 'failed', why: 'mismatch' });
    expect(high.check.state).toEqual({ phase: 'failed', why: 'mismatch' });
  });

  it('differ when the two have different handshakes: that is what somebody in between has', () => {
    const other = new Uint8Array(64).fill(8);
    const { scheduler, low, high } = pair((step) => step, other);
    low.check.start();
    scheduler.run(200);
    // The commitment is bound to the handshake, so it does not even come to comparing.
    expect(high.check.state).toEqual({ phase: 'failed', why: 'not-genuine' });
  });

  it('and what is committed to depend on the handshake, both people and the nonces, each by itself', () => {
    const nonces = [lower, higher] as const;
    const parties = { handshakeHash: hash, mine: lower, theirs: higher };
    const others = [
      { ...parties, handshakeHash: new Uint8Array(64) },
      { ...parties, mine: new Uint8Array(32) },
      { ...parties, theirs: new Uint8Array(32).fill(3) },
    ];
    const results = [parties, ...others].map((one) => toHex(comparison(one, ...nonces)));
    results.push(toHex(comparison(parties, lower, lower)), toHex(comparison(parties, higher, higher)));
    expect(new Set(results).size).toBe(6);
    const commitments = [parties, ...others].map((one) => toHex(commitment(one, lower)));
    commitments.push(toHex(commitment(parties, higher)));
    expect(new Set(commitments).size).toBe(5);
  });

  it('a nonce that was not committed to is refused', () => {
    const { scheduler, low, high } = pair((step) =>
      step.s === 'reveal' ? { s: 'reveal', nonce: randomBytes(32) } : step,
    );
    low.check.start();
    scheduler.run(200);
    expect(high.check.state).toEqual({ phase: 'failed', why: 'not-genuine' });
  });

  it('vanishing after the commitment is a failure, and counts as a try', () => {
    const { scheduler, low, high } = pair((step) => (step.s === 'reveal' ? null : step));
    for (let round = 0; round < MAX_TRIES; round++) {
      low.check.cancel();
      high.check.cancel();
      low.check.start();
      scheduler.run(STEP_LIMIT_MS + 500);
      expect(high.check.state).toEqual({ phase: 'failed', why: 'vanished' });
    }
    high.check.start();
    expect(high.check.state).toEqual({ phase: 'failed', why: 'too-many-tries' });
    const before = high.said.length;
    high.check.said({ s: 'commit', commit: randomBytes(32) });
    expect(high.said).toHaveLength(before);
  });

  it('steps out of turn change nothing', () => {
    const { scheduler, low, high } = pair();
    low.check.start();
    scheduler.run(200);
    const emoji = shown(low);
    for (const step of [
      { s: 'start' },
      { s: 'commit', commit: randomBytes(32) },
      { s: 'nonce', nonce: randomBytes(32) },
      { s: 'reveal', nonce: randomBytes(32) },
    ] as const) {
      low.check.said(step);
      high.check.said(step);
    }
    expect(shown(low)).toEqual(emoji);
    expect(shown(high)).toEqual(emoji);
  });
});
