import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import type { SteadyTime } from '../../../../../shared/clocks';
import { decodeSpoken, type SpokenEvent } from '../../../../../shared/meeting/messages/spoken-events';
import { Inbox, MAX_EARLY } from '../../../../../shared/meeting/speaking-up/inbox';
import { MAX_UNHEARD, Outbox, type Said } from '../../../../../shared/meeting/speaking-up/outbox';

/** One says, the other takes; the test carries. */
class Pair {
  now: SteadyTime = 0;
  outbox = new Outbox(() => this.now);
  inbox = new Inbox();
  readonly taken: (SpokenEvent | null)[] = [];
  takes = true;

  say(clock: number): Uint8Array {
    const body = this.outbox.add({ e: 'hand', raised: clock });
    if (!body) throw new Error('too much is unheard');
    return body;
  }

  arrive(body: Uint8Array): void {
    const numbered = decodeSpoken(body);
    if (!numbered) throw new Error('no event');
    this.inbox.receive(numbered, (event) => {
      if (this.takes) this.taken.push(event);
      return this.takes;
    });
  }

  /** The hashes of the list of people, every two seconds. */
  hash(): Uint8Array[] {
    this.now += 2000;
    return this.outbox.heard(this.inbox.expected);
  }

  get clocks(): number[] {
    return this.taken.flatMap((event) => (event?.e === 'hand' ? [event.raised] : []));
  }
}

const upTo = (count: number): number[] => Array.from({ length: count }, (_, index) => index + 1);

describe('what is said to one other', () => {
  it('is taken once and in order, however it is lost, repeated and reordered', () => {
    const fate = fc.record({
      copies: fc.constantFrom(0, 1, 1, 2),
      order: fc.double({ noNaN: true, min: 0, max: 1 }),
    });
    fc.assert(
      fc.property(
        fc.array(fate, { maxLength: 400, size: 'max' }),
        fc.integer({ min: 1, max: 60 }),
        (fates, count) => {
          const pair = new Pair();
          const left = fates.values();
          const carry = (bodies: Uint8Array[]): void => {
            const arrivals = bodies.flatMap((body) => {
              // Nothing is lost for ever.
              const { copies, order } = left.next().value ?? { copies: 1, order: 0 };
              return Array.from({ length: copies }, () => ({ body, order }));
            });
            for (const { body } of arrivals.toSorted((one, other) => one.order - other.order))
              pair.arrive(body);
          };
          carry(upTo(count).map((clock) => pair.say(clock)));
          for (let round = 0; round < 400 && pair.taken.length < count; round++) carry(pair.hash());
          expect(pair.clocks).toEqual(upTo(count));
        },
      ),
      { numRuns: 50 },
    );
  });

  it('is said once where nothing is lost', () => {
    const pair = new Pair();
    for (const clock of upTo(20)) pair.arrive(pair.say(clock));
    for (let round = 0; round < 5; round++) expect(pair.hash()).toEqual([]);
  });

  it('is not said again before it can have been heard', () => {
    const pair = new Pair();
    pair.say(1);
    expect(pair.hash()).toEqual([]);
    expect(pair.hash()).toHaveLength(1);
    expect(pair.hash()).toEqual([]);
  });

  it('waits at its sender while it is not taken', () => {
    const pair = new Pair();
    pair.takes = false;
    pair.arrive(pair.say(1));
    expect(pair.inbox.expected).toBe(0);
    pair.takes = true;
    pair.hash();
    for (const body of pair.hash()) pair.arrive(body);
    expect(pair.clocks).toEqual([1]);
  });

  it('is kept in bounded number, on both sides', () => {
    const pair = new Pair();
    const bodies = upTo(MAX_UNHEARD).map((clock) => pair.say(clock));
    expect(pair.outbox.add({ e: 'hand', raised: 0 })).toBeNull();
    // The first one is missing: of the others only so many wait.
    for (const body of bodies.slice(1)) pair.arrive(body);
    pair.arrive(bodies[0]!);
    expect(pair.clocks).toEqual(upTo(MAX_EARLY + 1));
    pair.outbox.heard(pair.inbox.expected);
    expect(pair.outbox.add({ e: 'hand', raised: 0 })).not.toBeNull();
  });

  it('passes over what is not understood', () => {
    const pair = new Pair();
    pair.arrive(pair.outbox.add({ e: 'hologram' } as unknown as Said)!);
    pair.arrive(pair.say(1));
    expect(pair.taken).toEqual([null, { e: 'hand', raised: 1 }]);
  });
});

describe('after one side has forgotten the other', () => {
  const here: Said = { e: 'here', clock: 0, hand: 0 };

  it('the one that remembers is taken from where it is', () => {
    const pair = new Pair();
    for (const clock of upTo(40)) pair.arrive(pair.say(clock));
    pair.hash();
    pair.inbox = new Inbox();
    const lost = pair.say(41);
    pair.arrive(pair.outbox.add(here)!);
    pair.arrive(lost);
    expect(pair.clocks.slice(40)).toEqual([41]);
    expect(pair.taken.at(-1)).toMatchObject({ e: 'here', from: 40 });
  });

  it('the one that forgot goes on where the other expects it', () => {
    const pair = new Pair();
    for (const clock of upTo(40)) pair.arrive(pair.say(clock));
    pair.outbox = new Outbox(() => pair.now);
    pair.arrive(pair.outbox.add(here)!);
    pair.arrive(pair.say(41));
    expect(pair.clocks).toEqual(upTo(40));
    pair.hash();
    for (const body of pair.hash()) pair.arrive(body);
    expect(pair.clocks).toEqual(upTo(41));
  });

  it('nothing that a first event still may bring is given up for a later one', () => {
    const pair = new Pair();
    const [first, second] = [pair.outbox.add(here)!, pair.say(1)];
    // Another handshake, before anything of the first had arrived.
    pair.arrive(pair.outbox.add(here)!);
    pair.arrive(second);
    pair.arrive(first);
    expect(pair.taken.map((event) => event?.e)).toEqual(['here', 'hand', 'here']);
  });
});
