import { beforeAll, describe, expect, it } from 'vitest';
import { cryptoReady } from '../../../../shared/crypto/sodium';
import { idOf, inside, seen, three } from '../../../support/world/people';
import type { Person, World } from '../../../support/world/world';

beforeAll(cryptoReady);

const firstKnock = (person: Person): string => inside(person).knocks[0]?.knockId ?? '';
const names = (person: Person): string[] => inside(person).knocks.map(({ name }) => name);

function knock(world: World, newcomer: Person): Person {
  world.run(3000);
  return newcomer;
}

describe('a key that was blocked', () => {
  it('is refused, now and whenever it comes again, and nobody is asked', () => {
    const { world, alice } = three('blocked');
    const dave = knock(world, world.guest('Dave'));
    alice.meeting.moderation.block(firstKnock(alice));
    world.run(2000);
    expect(dave.meeting.view).toMatchObject({ phase: 'ended', reason: 'denied' });
    const again = world.returning(dave);
    for (let moment = 0; moment < 30; moment++) {
      world.run(200);
      expect(names(alice)).toEqual([]);
    }
    expect(again.meeting.view).toMatchObject({ phase: 'ended', reason: 'denied' });
  });

  it('is blocked also when it was declined before', () => {
    const { world, alice } = three('declined, then blocked');
    const dave = knock(world, world.guest('Dave'));
    const knockId = firstKnock(alice);
    alice.meeting.moderation.decide(knockId, false);
    world.run(60_000);
    alice.meeting.moderation.block(knockId);
    knock(world, world.returning(dave));
    expect(names(alice)).toEqual([]);
  });

  it('keeps nobody else out: a new key is asked about', () => {
    const { world, alice } = three('another key');
    knock(world, world.guest('Dave'));
    alice.meeting.moderation.block(firstKnock(alice));
    world.run(2000);
    knock(world, world.guest('Dave'));
    expect(names(alice)).toEqual(['Dave']);
  });

  it('is refused by whoever blocked it at the door of another keeper too', () => {
    const { world, alice, bob } = three('blocked by a co-host');
    alice.meeting.moderation.setCoHost(idOf(alice, 'Bob'), true);
    world.run(1000);
    const dave = knock(world, world.guest('Dave'));
    bob.meeting.moderation.block(firstKnock(bob));
    world.run(2000);
    expect(dave.meeting.view).toMatchObject({ phase: 'ended', reason: 'denied' });
    const again = world.returning(dave);
    for (let moment = 0; moment < 30; moment++) {
      world.run(200);
      expect(names(bob)).toEqual([]);
    }
    expect(again.meeting.view).toMatchObject({ phase: 'ended', reason: 'denied' });
    expect(names(alice)).toEqual([]);
  });

  it('stays in if somebody let it in, and comes back', () => {
    const { world, alice } = three('let in, then blocked');
    const dave = world.guest('Dave');
    world.run(3000);
    const knockId = firstKnock(alice);
    alice.meeting.moderation.decide(knockId, true);
    world.run(3000);
    alice.meeting.moderation.block(knockId);
    world.run(1000);
    expect(seen(dave)).toEqual(['Alice', 'Bob', 'Carol']);
    dave.meeting.leave();
    world.run(1000);
    const again = world.returning(dave);
    world.run(5000);
    expect(seen(again)).toEqual(['Alice', 'Bob', 'Carol']);
  });
});

it('only those can block who decide, and only somebody who knocked', () => {
  const { world, alice, bob } = three('no such knock');
  knock(world, world.guest('Dave'));
  expect(() => {
    bob.meeting.moderation.block(firstKnock(alice));
  }).toThrow('no-such-knock');
  expect(() => {
    alice.meeting.moderation.block('ab'.repeat(16));
  }).toThrow('no-such-knock');
});
