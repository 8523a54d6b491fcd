import { beforeAll, describe, expect, it } from 'vitest';
import { fromHex } from '../../../../shared/bytes';
import { cryptoReady, ed25519FromSeed } from '../../../../shared/crypto/sodium';
import { NO_HASH, signStatement } from '../../../../shared/membership/statement';
import type { SpotlightView } from '../../../../shared/meeting/views';
import { idOf, inside, three } from '../../../support/world/people';
import type { Person } from '../../../support/world/world';
import { memberOf } from './speaking-up/says';

beforeAll(cryptoReady);

const spotlightOf = (person: Person): SpotlightView | null => inside(person).spotlight;
const put =
  ({ meeting }: Person, peerId: string) =>
  (): void => {
    meeting.spotlight.put(peerId);
  };

describe('somebody in the spotlight', () => {
  it('is so for everybody, and is told by whom; and so is who comes later', () => {
    const { world, alice, bob, carol } = three('spotlight');
    put(alice, bob.peerId)();
    world.run(500);
    for (const person of [alice, carol])
      expect(spotlightOf(person)).toMatchObject({
        peerId: bob.peerId,
        name: 'Bob',
        mine: false,
        by: 'Alice',
      });
    expect(spotlightOf(bob)).toMatchObject({ peerId: bob.peerId, mine: true, by: 'Alice' });
    const dave = world.guest('Dave');
    world.run(1500);
    world.admitFirst(alice);
    world.run(3000);
    expect(spotlightOf(dave)).toEqual(spotlightOf(carol));
    alice.meeting.spotlight.end();
    world.run(500);
    for (const person of [alice, bob, carol, dave]) expect(spotlightOf(person)).toBeNull();
  });

  it('makes room for the next, also of two who decide at once', () => {
    const { world, alice, bob, carol } = three('spotlight moves');
    alice.meeting.moderation.setCoHost(idOf(alice, 'Bob'), true);
    world.run(500);
    put(bob, carol.peerId)();
    world.run(500);
    put(alice, bob.peerId)();
    world.run(500);
    for (const person of [alice, bob, carol]) expect(spotlightOf(person)?.name).toBe('Bob');
    put(bob, alice.peerId)();
    put(alice, carol.peerId)();
    world.run(3000);
    // The host's stands first, and one word ends both.
    for (const person of [alice, bob, carol]) expect(spotlightOf(person)?.name).toBe('Carol');
    bob.meeting.spotlight.end();
    world.run(500);
    for (const person of [alice, bob, carol]) expect(spotlightOf(person)).toBeNull();
  });

  it('is in it no more who leaves, also when they come back', () => {
    const { world, alice, bob, carol } = three('spotlight leaves');
    put(alice, bob.peerId)();
    world.run(500);
    bob.meeting.leave();
    world.run(1000);
    for (const person of [alice, carol]) expect(spotlightOf(person)).toBeNull();
    const again = world.returning(bob);
    world.run(8000);
    for (const person of [alice, carol, again]) expect(spotlightOf(person)).toBeNull();
    expect(put(alice, bob.peerId)).toThrow('no-such-peer');
  });
});

describe('more spotlights than one statement can name', () => {
  const crowded = (seed: string): ReturnType<typeof three> => {
    const meeting = three(seed);
    const { world, alice, bob } = meeting;
    put(alice, bob.peerId)();
    // For nobody who is here: behind these stands the one that is shown.
    for (let count = 0; count < 16; count++)
      alice.meeting.gathered.group.sign({ kind: 'spotlight', peerId: world.random(16), lifts: [] });
    world.run(3000);
    for (const person of [alice, bob]) expect(spotlightOf(person)?.name).toBe('Bob');
    return meeting;
  };

  it('the one that is shown is among those that end', () => {
    const { world, alice, bob, carol } = crowded('spotlights end');
    alice.meeting.spotlight.end();
    world.run(1000);
    for (const person of [alice, bob, carol]) expect(spotlightOf(person)).toBeNull();
  });

  it('the one that is shown is among those that make room', () => {
    const { world, alice, bob, carol } = crowded('spotlights make room');
    put(alice, carol.peerId)();
    world.run(1000);
    for (const person of [alice, bob, carol]) expect(spotlightOf(person)?.name).toBe('Carol');
    carol.meeting.leave();
    world.run(1000);
    for (const person of [alice, bob]) expect(spotlightOf(person)).toBeNull();
  });
});

describe('who has no right', () => {
  it('is refused by the own app, and can end nothing', () => {
    const { world, alice, bob, carol } = three('spotlight of a member');
    expect(put(bob, carol.peerId)).toThrow('not-allowed');
    put(alice, carol.peerId)();
    world.run(500);
    expect(() => {
      bob.meeting.spotlight.end();
    }).toThrow('not-allowed');
    expect(spotlightOf(bob)?.name).toBe('Carol');
  });

  it("is obeyed by nobody who signs with a key of their own, or in the host's name", () => {
    const { world, bob, carol } = three('spotlight of a liar');
    const { meetingId } = carol.meeting.gathered.base;
    const own = ed25519FromSeed(world.random(32));
    const body = { kind: 'spotlight', peerId: fromHex(bob.peerId), lifts: [] } as const;
    const host = world.invite.hostKey;
    const place = carol.meeting.gathered.group.ledger.heads[0];
    const forged = (signer: Uint8Array): Uint8Array => {
      const number = place?.count ?? 0;
      const previous = place?.hash ?? NO_HASH;
      const { bytes } = signStatement(own, meetingId, { number, previous }, body);
      const copy = bytes.slice();
      copy.set(signer, 46);
      return copy;
    };
    for (const signer of [own.publicKey, host])
      memberOf(bob, 'Carol').send({ t: 'statements', list: [forged(signer)], more: false });
    world.run(1000);
    expect(spotlightOf(carol)).toBeNull();
  });

  it('brings no older spotlight back by telling it again', () => {
    const { world, alice, bob, carol } = three('spotlight told again');
    put(alice, bob.peerId)();
    world.run(500);
    const before = carol.meeting.gathered.group.ledger.all;
    alice.meeting.spotlight.end();
    world.run(500);
    memberOf(bob, 'Carol').send({ t: 'statements', list: before.slice(-20), more: false });
    world.run(1000);
    expect(spotlightOf(carol)).toBeNull();
  });
});
