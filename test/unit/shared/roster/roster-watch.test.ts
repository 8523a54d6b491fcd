import { beforeAll, describe, expect, it } from 'vitest';
import { ascii, toHex } from '../../../../shared/bytes';
import { blake2b, cryptoReady } from '../../../../shared/crypto/sodium';
import { nameHashOf, rosterHash, type Roster, type RosterEntry } from '../../../../shared/roster/roster';
import {
  RosterWatch,
  type RosterAlarm,
  type RosterEffect,
  type RosterEvent,
} from '../../../../shared/roster/roster-watch';
import { identityOf, MEETING_ID } from '../membership/people';

beforeAll(cryptoReady);

const peerIdOf = (name: string): Uint8Array => blake2b(16, [ascii(name), ascii('device')]);
const entryOf = (name: string): RosterEntry => ({
  identity: identityOf(name),
  peerId: peerIdOf(name),
  nameHash: nameHashOf(name),
});
const rosterOf = (...names: string[]): Roster => ({ entries: names.map(entryOf), heads: [] });

/** Alice's watch; what bob is told and answers is played by hand. */
class Alice {
  readonly watch: RosterWatch;
  readonly sent: RosterEffect[] = [];

  constructor(...names: string[]) {
    this.watch = new RosterWatch(MEETING_ID, rosterOf(...names));
    this.handle({ type: 'joined', peerId: peerIdOf('bob') }, 0);
  }

  handle(event: RosterEvent, now: number): void {
    this.sent.push(...this.watch.handle(event, now));
  }

  tick(now: number): RosterEffect[] {
    return this.watch.tick(now);
  }

  own(now: number, ...names: string[]): void {
    this.handle({ type: 'own', roster: rosterOf(...names) }, now);
  }

  hashOf(peer: string, now: number, ...names: string[]): void {
    this.handle(
      { type: 'hash', peerId: peerIdOf(peer), hash: rosterHash(MEETING_ID, rosterOf(...names)) },
      now,
    );
  }

  listOf(peer: string, now: number, ...names: string[]): void {
    this.handle({ type: 'list', peerId: peerIdOf(peer), roster: rosterOf(...names) }, now);
  }

  /** Alarms in words: whose list, what, whom. */
  alarms(now: number): string[] {
    return this.watch.view(now).alarms.map(inWords);
  }

  silent(now: number): string[] {
    return this.watch.view(now).cannotCompare.map(nameOf);
  }
}

const NAMES = [
  'alice',
  'bob',
  'carol',
  'ghost',
  ...Array.from({ length: 30 }, (_, index) => `guest ${String(index)}`),
];

function nameOf(peerId: Uint8Array): string {
  return NAMES.find((name) => toHex(peerIdOf(name)) === toHex(peerId)) ?? 'nobody';
}

function inWords(alarm: RosterAlarm): string {
  const peer = nameOf(alarm.peerId);
  if (alarm.type === 'unexplained') return `${peer}: unexplained`;
  const { difference } = alarm;
  if (difference.kind === 'other-statements') return `${peer}: other statements`;
  return `${peer}: ${difference.kind} ${nameOf(difference.entry.peerId)}`;
}

describe('comparing rosters', () => {
  it('tells the own hash every two seconds, and a change with the next: a join costs no further hash', () => {
    const alice = new Alice('alice', 'bob');
    const [hash, longer] = [rosterOf('alice', 'bob'), rosterOf('alice', 'bob', 'carol')].map((roster) =>
      rosterHash(MEETING_ID, roster),
    );
    expect(alice.tick(0)).toEqual([]);
    expect(alice.tick(1999)).toEqual([]);
    expect(alice.tick(2000)).toEqual([{ type: 'send-hash', hash }]);
    alice.own(2500, 'alice', 'bob', 'carol');
    alice.own(2600, 'carol', 'bob', 'alice');
    expect(alice.sent).toEqual([]);
    expect(alice.tick(3999)).toEqual([]);
    expect(alice.tick(4000)).toEqual([{ type: 'send-hash', hash: longer }]);
  });

  it('waits with the hash until the own list has settled, half a second at most', () => {
    const alice = new Alice('alice', 'bob');
    expect(alice.tick(0)).toEqual([]);
    alice.own(1900, 'alice', 'bob', 'carol');
    expect(alice.tick(2000)).toEqual([]);
    alice.own(2300, 'alice', 'bob');
    expect(alice.tick(2499)).toEqual([]);
    expect(alice.tick(2500)).toHaveLength(1);
  });

  it('sends the list to whom differs for a second, and again every two seconds', () => {
    const alice = new Alice('alice', 'bob');
    alice.hashOf('bob', 1000, 'alice', 'bob');
    const lists: number[] = [];
    for (let now = 1100; now <= 6600; now += 100) {
      alice.hashOf('bob', now, 'alice', 'bob', 'ghost');
      if (alice.tick(now).some(({ type }) => type === 'send-list')) lists.push(now);
    }
    expect(lists).toEqual([2100, 4100, 6100]);
  });

  it('sends no list to whom is a moment behind: where it differs is known', () => {
    const alice = new Alice('alice', 'bob');
    alice.own(1000, 'alice', 'bob', 'carol');
    alice.hashOf('bob', 1100, 'alice', 'bob');
    expect(alice.tick(2900).filter(({ type }) => type === 'send-list')).toEqual([]);
    expect(alice.alarms(5499)).toEqual([]);
    expect(alice.alarms(5500)).toEqual(['bob: missing-there carol']);
    // After some seconds it is no longer a moment.
    expect(alice.tick(6000).filter(({ type }) => type === 'send-list')).toHaveLength(1);
  });

  it('answers a list that differs with the own one, and one that agrees with nothing', () => {
    const alice = new Alice('alice', 'bob');
    alice.listOf('bob', 1000, 'alice', 'bob');
    expect(alice.sent).toEqual([]);
    alice.listOf('bob', 1100, 'bob');
    expect(alice.sent).toEqual([
      { type: 'send-list', to: peerIdOf('bob'), roster: rosterOf('alice', 'bob') },
    ]);
  });

  it('says with whom it cannot compare after 6 s without a hash', () => {
    const alice = new Alice('alice', 'bob');
    expect(alice.silent(5999)).toEqual([]);
    expect(alice.silent(6000)).toEqual(['bob']);
    alice.hashOf('bob', 7000, 'alice', 'bob');
    expect(alice.silent(12_999)).toEqual([]);
    expect(alice.silent(13_000)).toEqual(['bob']);
    alice.handle({ type: 'left', peerId: peerIdOf('bob') }, 13_100);
    expect(alice.silent(20_000)).toEqual([]);
  });

  it('ignores hashes and lists of those who are not there', () => {
    const alice = new Alice('alice', 'bob');
    alice.hashOf('ghost', 0, 'ghost');
    alice.listOf('ghost', 0, 'ghost');
    expect(alice.watch.view(60_000)).toEqual({ cannotCompare: [peerIdOf('bob')], alarms: [] });
  });
});

describe('the alarm', () => {
  it('names who is missing for whom, 4.5 s after they last agreed and not before', () => {
    const alice = new Alice('alice', 'bob', 'carol');
    alice.hashOf('bob', 1000, 'alice', 'bob', 'carol');
    alice.hashOf('bob', 3000, 'alice', 'bob', 'ghost');
    alice.listOf('bob', 4200, 'alice', 'bob', 'ghost');
    expect(alice.alarms(5499)).toEqual([]);
    expect(alice.alarms(5500)).toEqual(['bob: missing-there carol', 'bob: missing-here ghost']);
  });

  it('counts from when the own entry came or went, if that was later', () => {
    const alice = new Alice('alice', 'bob', 'carol');
    alice.hashOf('bob', 1000, 'alice', 'bob', 'carol');
    alice.own(2000, 'alice', 'bob', 'ghost');
    alice.listOf('bob', 2500, 'alice', 'bob', 'carol');
    expect(alice.alarms(6499)).toEqual([]);
    expect(alice.alarms(6500)).toEqual(['bob: missing-there ghost', 'bob: missing-here carol']);
  });

  it('counts from no earlier than the hash before could tell: one who was not heard for long has time to catch up', () => {
    const alice = new Alice('alice', 'bob', 'carol');
    alice.hashOf('bob', 1000, 'alice', 'bob', 'carol');
    alice.hashOf('bob', 9000, 'alice', 'bob');
    alice.listOf('bob', 10_100, 'alice', 'bob');
    expect(alice.alarms(10_999)).toEqual([]);
    expect(alice.alarms(11_000)).toEqual(['bob: missing-there carol']);
  });

  it('is gone when the lists agree: by hash, by list, or because the own one changed', () => {
    const remedies: ((alice: Alice) => void)[] = [
      (alice) => alice.hashOf('bob', 7000, 'alice', 'bob', 'carol'),
      (alice) => alice.listOf('bob', 7000, 'alice', 'bob', 'carol'),
      (alice) => alice.own(7000, 'alice', 'bob'),
    ];
    for (const remedy of remedies) {
      const alice = new Alice('alice', 'bob', 'carol');
      alice.listOf('bob', 0, 'alice', 'bob');
      expect(alice.alarms(6000)).toHaveLength(1);
      remedy(alice);
      expect(alice.alarms(60_000)).toEqual([]);
    }
  });

  it('does not come for a join that all learn of within 5 s', () => {
    const alice = new Alice('alice', 'bob');
    alice.own(1000, 'alice', 'bob', 'carol');
    alice.hashOf('bob', 2000, 'alice', 'bob');
    alice.listOf('bob', 2050, 'alice', 'bob');
    alice.hashOf('bob', 4000, 'alice', 'bob', 'carol');
    expect(alice.alarms(60_000)).toEqual([]);
  });

  it('is not hidden by a stream of joins: each differing entry has its own clock', () => {
    const alice = new Alice('alice', 'bob', 'ghost');
    const inside: string[] = [];
    for (let index = 0; index < 20; index++) {
      const now = 1000 + index * 400;
      inside.push(`guest ${String(index)}`);
      alice.own(now, 'alice', 'bob', 'ghost', ...inside);
      // Bob is always one guest behind, and never has the ghost.
      alice.hashOf('bob', now + 100, 'alice', 'bob', ...inside.slice(0, -1));
      alice.listOf('bob', now + 150, 'alice', 'bob', ...inside.slice(0, -1));
      const expected = now + 150 >= 4500 ? ['bob: missing-there ghost'] : [];
      expect(alice.alarms(now + 150)).toEqual(expected);
    }
    expect(alice.alarms(9000)).toEqual(['bob: missing-there ghost']);
  });

  it('comes for a difference that no list explains, stream of joins or not', () => {
    const alice = new Alice('alice', 'bob');
    for (let index = 0; index < 12; index++)
      alice.hashOf('bob', 1000 + index * 500, 'alice', 'bob', `guest ${String(index)}`);
    expect(alice.alarms(4499)).toEqual([]);
    expect(alice.alarms(4500)).toEqual(['bob: unexplained']);
    alice.listOf('bob', 6600, 'alice', 'bob', 'guest 11');
    expect(alice.alarms(6600)).toEqual([]);
    expect(alice.alarms(8500)).toEqual(['bob: missing-here guest 11']);
  });

  it('takes a list that is none for no list', () => {
    const alice = new Alice('alice', 'bob');
    alice.hashOf('bob', 0, 'alice', 'bob', 'ghost');
    alice.listOf('bob', 10, 'bob', 'bob');
    expect(alice.alarms(5000)).toEqual(['bob: unexplained']);
  });

  it('stays when the peer falls silent, and goes when it leaves', () => {
    const alice = new Alice('alice', 'bob', 'carol');
    alice.listOf('bob', 0, 'alice', 'bob');
    expect(alice.alarms(60_000)).toEqual(['bob: missing-there carol']);
    expect(alice.silent(60_000)).toEqual(['bob']);
    alice.handle({ type: 'left', peerId: peerIdOf('bob') }, 60_000);
    expect(alice.watch.view(60_000)).toEqual({ cannotCompare: [], alarms: [] });
  });

  it('is kept for each peer apart', () => {
    const alice = new Alice('alice', 'bob', 'carol');
    alice.handle({ type: 'joined', peerId: peerIdOf('carol') }, 0);
    alice.listOf('bob', 0, 'alice', 'bob');
    alice.listOf('carol', 3000, 'alice', 'carol');
    expect(alice.alarms(4999)).toEqual(['bob: missing-there carol']);
    expect(alice.alarms(5000)).toEqual(['bob: missing-there carol', 'carol: missing-there bob']);
    alice.hashOf('bob', 8100, 'alice', 'bob', 'carol');
    expect(alice.alarms(8100)).toEqual(['carol: missing-there bob']);
  });

  it('keeps its clock when a peer joins again, or when an entry differs in another way', () => {
    const alice = new Alice('alice', 'bob', 'carol');
    alice.listOf('bob', 0, 'alice', 'bob');
    alice.handle({ type: 'joined', peerId: peerIdOf('bob') }, 3000);
    const renamed = [entryOf('alice'), entryOf('bob'), { ...entryOf('carol'), nameHash: nameHashOf('Caro') }];
    alice.handle({ type: 'list', peerId: peerIdOf('bob'), roster: { entries: renamed, heads: [] } }, 4000);
    expect(alice.alarms(5000)).toEqual(['bob: other-name carol']);
  });

  it('comes for statements that differ, too', () => {
    const alice = new Alice('alice', 'bob');
    const head = { signer: identityOf('host'), count: 1, hash: identityOf('x'), contradicted: false };
    const roster = { ...rosterOf('alice', 'bob'), heads: [head] };
    alice.handle({ type: 'list', peerId: peerIdOf('bob'), roster }, 0);
    expect(alice.alarms(5000)).toEqual(['bob: other statements']);
  });
});

describe('two watches', () => {
  it('that talk to each other both name a ghost that only one of them sees, within five seconds', () => {
    const names = ['alice', 'bob'] as const;
    const watches = {
      alice: new RosterWatch(MEETING_ID, rosterOf('alice', 'bob', 'ghost')),
      bob: new RosterWatch(MEETING_ID, rosterOf('alice', 'bob')),
    };
    const otherOf = (name: 'alice' | 'bob'): 'alice' | 'bob' => (name === 'alice' ? 'bob' : 'alice');
    const deliver = (from: 'alice' | 'bob', effects: RosterEffect[], now: number): void => {
      for (const effect of effects) {
        const peerId = peerIdOf(from);
        const event: RosterEvent =
          effect.type === 'send-hash'
            ? { type: 'hash', peerId, hash: effect.hash }
            : { type: 'list', peerId, roster: effect.roster };
        deliver(otherOf(from), watches[otherOf(from)].handle(event, now), now);
      }
    };
    for (const name of names) watches[name].handle({ type: 'joined', peerId: peerIdOf(otherOf(name)) }, 0);
    const run = (from: number, to: number): void => {
      for (let now = from; now <= to; now += 250)
        for (const name of names) deliver(name, watches[name].tick(now), now);
    };
    const words = (now: number): string[] =>
      names.flatMap((name) => watches[name].view(now).alarms.map(inWords));
    run(0, 4250);
    expect(words(4250)).toEqual([]);
    run(4500, 5000);
    expect(words(5000)).toEqual(['bob: missing-there ghost', 'alice: missing-here ghost']);
    const own: RosterEvent = { type: 'own', roster: rosterOf('alice', 'bob', 'ghost') };
    deliver('bob', watches.bob.handle(own, 7600), 7600);
    run(7750, 10_000);
    expect(words(10_000)).toEqual([]);
    run(10_250, 20_000);
    expect(words(20_000)).toEqual([]);
  });
});
