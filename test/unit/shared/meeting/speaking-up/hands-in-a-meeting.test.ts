import { beforeAll, describe, expect, it } from 'vitest';
import { fromHex } from '../../../../../shared/bytes';
import { cryptoReady } from '../../../../../shared/crypto/sodium';
import { reactions } from '../../../../../shared/meeting/messages/spoken-events';
import { idOf, inside, three } from '../../../../support/world/people';
import { World, type Person } from '../../../../support/world/world';
import { Dice } from '../simulation/weather';
import { forge, handsOf, onTheWay, overheard } from './says';

beforeAll(cryptoReady);

const raise = ({ meeting }: Person, up = true): boolean => meeting.speakingUp.raiseHand(up);

describe('hands', () => {
  it('raised at once have one order for all', () => {
    const world = new World('hands at once');
    const people = world.gather(['Bob', 'Carol', 'Dave', 'Erin']);
    const dice = new Dice('hands at once');
    world.network.delay = () => dice.between(5, 900);
    for (const person of people.toReversed()) raise(person);
    world.run(2000);
    const [first, ...others] = people.map(handsOf);
    expect(first?.toSorted()).toEqual(['Alice', 'Bob', 'Carol', 'Dave', 'Erin']);
    for (const other of others) expect(other).toEqual(first);
  });

  it('raised one after the other stand in that order, also for who comes later', () => {
    const { world, alice, bob, carol } = three('hands in a row');
    for (const person of [carol, alice, bob]) {
      raise(person);
      world.run(1000);
    }
    const dave = world.guest('Dave');
    world.run(1500);
    world.admitFirst(alice);
    world.run(3000);
    raise(dave);
    world.run(500);
    for (const person of [alice, bob, carol, dave])
      expect(handsOf(person)).toEqual(['Carol', 'Alice', 'Bob', 'Dave']);
  });

  it('are lowered by their owners, and stand last when raised again', () => {
    const { world, alice, bob, carol } = three('hands again');
    raise(alice);
    world.run(500);
    raise(bob);
    world.run(500);
    raise(alice, false);
    world.run(500);
    expect(handsOf(carol)).toEqual(['Bob']);
    raise(alice);
    world.run(500);
    expect(handsOf(carol)).toEqual(['Bob', 'Alice']);
    expect(inside(alice).speakingUp.hands).toMatchObject([{ mine: false }, { mine: true }]);
  });

  it('are lowered by host and co-hosts for all, the owner too', () => {
    const { world, alice, bob, carol } = three('hands lowered');
    alice.meeting.moderation.setCoHost(idOf(alice, 'Bob'), true);
    for (const person of [carol, alice]) raise(person);
    world.run(1000);
    bob.meeting.speakingUp.lowerHand(carol.peerId);
    world.run(500);
    for (const person of [alice, bob, carol]) expect(handsOf(person)).toEqual(['Alice']);
    raise(carol);
    world.run(500);
    for (const person of [alice, bob, carol]) expect(handsOf(person)).toEqual(['Alice', 'Carol']);
  });

  it('are not lowered by a member', () => {
    const { world, alice, bob, carol } = three('hands and a member');
    raise(carol);
    world.run(500);
    expect(() => bob.meeting.speakingUp.lowerHand(carol.peerId)).toThrow('not-allowed');
    forge(bob, alice, { e: 'lower', peer: fromHex(carol.peerId), raised: 1 });
    world.run(500);
    expect(handsOf(alice)).toEqual(['Carol']);
    expect(alice.drops.get('speech-refused')).toBe(1);
  });

  it('are lowered though that is heard of before they are', () => {
    const { world, alice, bob, carol } = three('hand lowered early');
    onTheWay(carol, (body, send, to) => {
      world.scheduler.timer(to.name === 'Bob' ? 2000 : 0, () => {
        send(body);
      });
    });
    raise(carol);
    world.run(500);
    alice.meeting.speakingUp.lowerHand(carol.peerId);
    world.run(5000);
    for (const person of [alice, bob, carol]) expect(handsOf(person)).toEqual([]);
  });

  it('of somebody who is gone are down', () => {
    const { world, alice, bob, carol } = three('hand of one gone');
    raise(carol);
    raise(bob);
    world.run(500);
    carol.meeting.leave();
    bob.crash(() => 1000);
    world.run(30_000);
    expect(handsOf(alice)).toEqual([]);
  });

  it('stand no earlier than the last word of who lies about them', () => {
    const { world, alice, bob, carol } = three('hand of a liar');
    bob.meeting.speakingUp.chat.write('x', null);
    world.run(500);
    raise(carol);
    world.run(500);
    forge(bob, alice, { e: 'hand', raised: 0 }, { e: 'here', clock: 0, hand: 1, from: 0 });
    world.run(500);
    expect(handsOf(alice)).toEqual(['Carol']);
    expect(alice.drops.get('speech-refused')).toBe(1);
  });

  it('cost one message for each of the others, and so does taking them down', () => {
    const { world, bob } = three('cost of a hand');
    const told = overheard(bob);
    raise(bob);
    world.run(20_000);
    expect(told).toHaveLength(2);
    raise(bob, false);
    world.run(20_000);
    expect(told).toHaveLength(4);
  });

  it('and reactions are not moved faster than a person would', () => {
    const { alice, bob, world } = three('hand that waves');
    const done = Array.from({ length: 12 }, (_, index) => raise(alice, index % 2 === 0));
    expect(done).toEqual([...Array.from({ length: 8 }, () => true), false, true, false, true]);
    expect(alice.meeting.speakingUp.react('heart')).toBe(false);
    world.run(2000);
    expect(alice.meeting.speakingUp.react('heart')).toBe(true);
    world.run(500);
    expect(inside(bob).speakingUp.reactions).toHaveLength(1);
  });
});

describe('reactions', () => {
  it('are seen by all, for ten seconds', () => {
    const { world, alice, bob } = three('reactions');
    for (const reaction of reactions) alice.meeting.speakingUp.react(reaction);
    world.run(500);
    expect(inside(bob).speakingUp.reactions.map(({ reaction }) => reaction)).toEqual([...reactions]);
    expect(inside(alice).speakingUp.reactions).toMatchObject([
      { name: 'Alice', mine: true },
      {},
      {},
      {},
      {},
      {},
    ]);
    world.run(10_000);
    expect(inside(bob).speakingUp.reactions).toEqual([]);
  });

  it('leave no timer behind', () => {
    const left = [false, true].map((reacts) => {
      const { world, alice, bob } = three('reactions at the end');
      if (reacts) alice.meeting.speakingUp.react('laugh');
      world.run(500);
      expect(inside(bob).speakingUp.reactions).toHaveLength(reacts ? 1 : 0);
      bob.meeting.leave();
      return bob.timers();
    });
    expect(left[1]).toBe(left[0]);
  });
});
