import { beforeAll, describe, expect, it } from 'vitest';
import { cryptoReady } from '../../../../../shared/crypto/sodium';
import { encodeSpoken, type SpokenEvent } from '../../../../../shared/meeting/messages/spoken-events';
import { idOf, inside, three } from '../../../../support/world/people';
import { World, type Person } from '../../../../support/world/world';
import { Dice } from '../simulation/weather';
import { forge, onTheWay, overheard, textsOf } from './says';

beforeAll(cryptoReady);

const write = ({ meeting }: Person, text: string, to: string | null = null): unknown =>
  meeting.speakingUp.chat.write(text, to);

function four(seed: string): { world: World; people: Person[] } {
  const world = new World(seed);
  return { world, people: world.gather(['Bob', 'Carol', 'Dave']) };
}

describe('chat to all', () => {
  it('is in one order for all, whoever writes at once and however long it takes', () => {
    const { world, people } = four('chat order');
    const dice = new Dice('chat order');
    world.network.delay = () => dice.between(5, 900);
    for (let count = 0; count < 28; count++) {
      write(people[count % 4]!, String(count));
      world.run(dice.between(0, 700));
    }
    world.run(5000);
    const [first, ...others] = people.map(textsOf);
    expect(first).toHaveLength(28);
    for (const other of others) expect(other).toEqual(first);
  });

  it('is the same, and each message there once, when carriers lose, repeat and reorder', () => {
    const { world, people } = four('chat on bad carriers');
    const dice = new Dice('chat on bad carriers');
    for (const person of people)
      onTheWay(person, (body, send) => {
        const copies = dice.pick([0, 1, 1, 2]) ?? 1;
        for (let copy = 0; copy < copies; copy++)
          world.scheduler.timer(dice.between(0, 4000), () => {
            send(body);
          });
      });
    for (let count = 0; count < 24; count++) {
      write(people[count % 4]!, String(count));
      world.run(dice.between(0, 700));
    }
    world.run(90_000);
    const [first, ...others] = people.map(textsOf);
    expect(first?.toSorted()).toEqual(Array.from({ length: 24 }, (_, index) => String(index)).toSorted());
    for (const other of others) expect(other).toEqual(first);
  });

  it('puts an answer behind what it answers, though it comes first', () => {
    const { world, people } = four('answer first');
    const [alice, bob, carol] = people as [Person, Person, Person];
    onTheWay(alice, (body, send, to) => {
      world.scheduler.timer(to.name === 'Carol' ? 5000 : 0, () => {
        send(body);
      });
    });
    write(alice, 'question');
    world.run(500);
    write(bob, 'answer');
    world.run(1000);
    expect(textsOf(carol)).toEqual(['answer']);
    world.run(6000);
    expect(textsOf(carol)).toEqual(['question', 'answer']);
    expect(textsOf(alice)).toEqual(['question', 'answer']);
    expect(carol.meeting.speakingUp.chat.messages.map(({ late }) => late)).toEqual([true, false]);
  });

  it('names its author, and is cleaned at both ends', () => {
    const { world, alice, bob } = three('who wrote');
    write(alice, ' one\u202e \r\n two ');
    world.run(500);
    forge(alice, bob, { e: 'chat', clock: 99, text: '\u202ethree\u0000' });
    world.run(500);
    expect(bob.meeting.speakingUp.chat.messages).toMatchObject([
      { from: { peerId: alice.peerId, name: 'Alice' }, mine: false, to: null, text: 'one\n two' },
      { text: 'three' },
    ]);
    expect(alice.meeting.speakingUp.chat.messages).toMatchObject([{ mine: true, text: 'one\n two' }]);
    expect(inside(bob).speakingUp.chatCount).toBe(2);
  });
});

describe('a private message', () => {
  it('reaches one person, at the same place for both, and nobody else learns of it', () => {
    const { world, alice, bob, carol } = three('private');
    write(alice, 'to all');
    world.run(500);
    const toldCarol = overheard(alice);
    for (const text of ['one', 'two']) write(alice, text, bob.peerId);
    world.run(500);
    write(bob, 'three', alice.peerId);
    world.run(500);
    write(alice, 'to all again');
    world.run(500);
    const both = ['to all', 'one', 'two', 'three', 'to all again'];
    expect([alice, bob].map(textsOf)).toEqual([both, both]);
    expect(textsOf(carol)).toEqual(['to all', 'to all again']);
    // Nor can she tell by the clock that something was said in between.
    const heard = toldCarol.filter(([name]) => name === 'Carol').map(([, event]) => event);
    expect(heard).toEqual([{ e: 'chat', clock: 2, text: 'to all again' }]);
    expect(bob.meeting.speakingUp.chat.messages[1]).toMatchObject({
      from: { name: 'Alice' },
      to: { peerId: bob.peerId, name: 'Bob' },
    });
    expect(alice.meeting.speakingUp.chat.messages[1]).toMatchObject({ mine: true, to: { name: 'Bob' } });
  });

  it('to nobody who is here is an error, and nothing is said', () => {
    const { world, alice, bob } = three('private to nobody');
    expect(() => write(alice, 'x', 'ff'.repeat(16))).toThrow('no-such-peer');
    world.run(500);
    expect([textsOf(alice), textsOf(bob)]).toEqual([[], []]);
  });
});

describe('a newcomer', () => {
  it('sees nothing from before it came, and is in the order of the others from its first word on', () => {
    const world = new World('newcomer');
    const [alice, bob] = world.gather(['Bob']) as [Person, Person];
    for (const text of ['one', 'two', 'three']) write(alice, text);
    world.run(1000);
    const carol = world.guest('Carol');
    world.run(1500);
    world.admitFirst(alice);
    world.run(3000);
    expect(textsOf(carol)).toEqual([]);
    write(carol, 'four');
    world.run(500);
    write(bob, 'five');
    world.run(500);
    expect(textsOf(alice)).toEqual(['one', 'two', 'three', 'four', 'five']);
    expect(textsOf(bob)).toEqual(['one', 'two', 'three', 'four', 'five']);
    expect(textsOf(carol)).toEqual(['four', 'five']);
  });

  it('that is not let in hears nothing', () => {
    const { world, alice } = three('not let in');
    world.guest('Dave');
    world.run(2000);
    const told = overheard(alice);
    write(alice, 'x');
    world.run(500);
    expect(told.map(([name]) => name)).toEqual(['Bob', 'Carol']);
  });
});

describe('across a link that breaks', () => {
  it.each([
    ['for a moment', 6000],
    ['so long that it is replaced', 30_000],
  ])('%s, what was written meanwhile is there once', (_, milliseconds) => {
    const world = new World(`chat and a broken link, ${milliseconds}`);
    const { host, guest } = world.call();
    world.run(1000);
    world.network.cut(host.connections, guest.connections, true);
    for (const text of ['one', 'two', 'three']) write(host, text);
    write(guest, 'four');
    world.run(milliseconds);
    world.network.restore(host.connections, guest.connections);
    world.run(25_000);
    expect(textsOf(host).toSorted()).toEqual(['four', 'one', 'three', 'two']);
    expect(textsOf(guest)).toEqual(textsOf(host));
  });

  it('so long that both are lost to each other, what was written before is there once after the return', () => {
    const world = new World('chat and a lost link');
    const { host, guest } = world.call();
    world.run(1000);
    write(host, 'before');
    world.run(1000);
    world.network.cut(host.connections, guest.connections, true);
    write(host, 'one');
    write(guest, 'two');
    world.run(120_000);
    expect(inside(host).peers).toEqual([]);
    world.network.restore(host.connections, guest.connections);
    world.run(60_000);
    write(guest, 'after');
    world.run(3000);
    expect(textsOf(host)).toHaveLength(4);
    expect(textsOf(guest)).toEqual(textsOf(host));
    expect(textsOf(host).at(-1)).toBe('after');
  });

  it('goes through somebody in between', () => {
    const { world, alice, bob, carol } = three('chat in between');
    world.network.cut(alice.connections, bob.connections, true);
    world.run(8000);
    write(alice, 'one');
    world.run(1000);
    write(bob, '王'.repeat(4000));
    world.run(1000);
    for (const person of [alice, bob, carol]) expect(textsOf(person)).toEqual(['one', '王'.repeat(4000)]);
  });
});

describe('a text that cannot be', () => {
  it.each([
    ['nothing', '', 'empty'],
    ['white space', ' \n\t\u3000', 'empty'],
    ['what shows nothing', '\u200b\u202e\ud800', 'empty'],
    ['one character too many', 'x'.repeat(4001), 'too-long'],
    ['64 KB', 'x'.repeat(65_536), 'too-long'],
  ])('of %s is not sent', (_, text, why) => {
    const { world, alice, bob } = three(`not sent: ${why}`);
    const told = overheard(alice);
    expect(write(alice, text)).toEqual({ ok: false, why });
    world.run(500);
    expect([told, textsOf(alice), textsOf(bob)]).toEqual([[], [], []]);
  });

  it.each<[string, SpokenEvent | { e: string }]>([
    ['too long', { e: 'chat', clock: 5, text: 'x'.repeat(4001) }],
    ['empty', { e: 'chat', clock: 5, text: '' }],
    ['invisible', { e: 'chat', clock: 5, text: '\u2060\u202e' }],
    ['of a later version', { e: 'hologram' }],
  ])('and comes all the same (%s) is dropped, and what follows is not', (_, event) => {
    const { world, alice, bob } = three('malformed');
    forge(alice, bob, event, { e: 'chat', clock: 6, text: 'next' });
    world.run(500);
    expect(textsOf(bob)).toEqual(['next']);
    expect(bob.drops.get('speech-malformed')).toBe(1);
  });

  it('in a body that is none changes nothing', () => {
    const { world, alice, bob } = three('no body');
    const toBob = alice.meeting.members.get(idOf(alice, 'Bob'));
    for (const length of [0, 255, 256]) toBob?.send({ t: 'say', body: new Uint8Array(length).fill(0xff) });
    world.run(500);
    expect(bob.drops.get('speech-malformed')).toBe(3);
    write(alice, 'x');
    world.run(500);
    expect(textsOf(bob)).toEqual(['x']);
  });
});

describe('too much', () => {
  it('is not written by an honest app, which says when it goes on', () => {
    const { world, alice, bob } = three('too fast');
    for (let count = 0; count < 8; count++) expect(write(alice, String(count))).toEqual({ ok: true });
    expect(write(alice, 'x')).toEqual({ ok: false, why: 'too-fast', waitMs: 3000 });
    world.run(1000);
    expect(write(alice, 'x')).toEqual({ ok: false, why: 'too-fast', waitMs: 2000 });
    world.run(2000);
    expect(write(alice, 'y')).toEqual({ ok: true });
    world.run(500);
    expect(textsOf(bob)).toHaveLength(9);
  });

  it('of one member is not taken, and drowns nobody else', () => {
    const { world, alice, bob, carol } = three('flood of chat');
    const flood = Array.from({ length: 1000 }, (_, index): SpokenEvent => {
      return { e: 'chat', clock: index + 1, text: `flood ${index}` };
    });
    forge(carol, bob, ...flood);
    world.run(500);
    const fromCarol = textsOf(bob).length;
    expect(fromCarol).toBeLessThanOrEqual(32);
    expect(bob.drops.get('speech-flood')).toBeGreaterThan(0);
    write(alice, 'heard');
    world.run(500);
    expect(textsOf(bob)).toContain('heard');
  });

  it('that an honest person wrote while cut off arrives all the same', () => {
    const world = new World('cut off and busy');
    const { host, guest } = world.call();
    world.run(1000);
    world.network.cut(host.connections, guest.connections, true);
    for (let count = 0; count < 20; count++) {
      expect(write(host, String(count))).toEqual({ ok: true });
      world.run(3000);
    }
    world.network.restore(host.connections, guest.connections);
    world.run(60_000);
    expect(textsOf(guest)).toEqual(textsOf(host));
    expect(textsOf(guest)).toHaveLength(20);
  });
});

describe('a liar', () => {
  it('moves nothing far ahead: what others write stands behind it', () => {
    const { world, alice, bob, carol } = three('clock of a liar');
    forge(carol, bob, { e: 'chat', clock: 2 ** 48 - 1, text: 'last word' });
    forge(carol, alice, { e: 'chat', clock: 2 ** 48 - 1, text: 'last word' });
    world.run(500);
    write(bob, 'no');
    world.run(500);
    expect(textsOf(bob)).toEqual(['last word', 'no']);
    expect(textsOf(alice)).toEqual(['last word', 'no']);
  });

  it('cannot put a message before what it said itself', () => {
    const { world, alice, bob } = three('backdated');
    forge(alice, bob, { e: 'chat', clock: 9, text: 'one' }, { e: 'chat', clock: 1, text: 'two' });
    world.run(500);
    expect(textsOf(bob)).toEqual(['one', 'two']);
  });

  it('about its numbers is heard no more, and nothing else happens', () => {
    const { world, alice, bob, carol } = three('last number');
    const last = { e: 'here', clock: 0, hand: 0, from: 0xfffffffe } as const;
    const toBob = alice.meeting.members.get(idOf(alice, 'Bob'));
    toBob?.send({ t: 'say', body: encodeSpoken(0xfffffffe, last) });
    world.run(10_000);
    write(carol, 'x');
    world.run(500);
    expect(textsOf(bob)).toEqual(['x']);
    expect(inside(bob).lists).toEqual({ alarms: [], cannotCompare: [] });
  });

  it('that says it has taken what was never said loses nothing of others', () => {
    const { world, alice, bob, carol } = three('heard too much');
    const toAlice = bob.meeting.members.get(idOf(bob, 'Alice'));
    toAlice?.send({ t: 'roster-hash', hash: new Uint8Array(32), heard: new Uint8Array(4).fill(0xff) });
    world.run(500);
    write(alice, 'x');
    world.run(5000);
    expect(textsOf(carol)).toEqual(['x']);
  });
});

describe('somebody who may not be heard here', () => {
  it('is not read either, and is told nothing', () => {
    const { world, alice, bob, carol } = three('not to be heard');
    carol.meeting.gathered.group.access.refuse(bob.identity);
    const told = overheard(carol);
    write(bob, 'x');
    write(carol, 'y');
    world.run(10_000);
    expect(textsOf(carol)).toEqual(['y']);
    expect(carol.drops.get('speech-refused')).toBeGreaterThan(0);
    expect(told.map(([name]) => name)).toEqual(['Alice']);
    expect(textsOf(alice)).toHaveLength(2);
  });
});

describe('when somebody goes', () => {
  it('nothing of the chat is kept', () => {
    const { world, alice, bob } = three('gone with it');
    write(alice, 'x');
    world.run(500);
    const { speakingUp } = bob.meeting;
    expect(speakingUp.chat.messages).toHaveLength(1);
    bob.meeting.leave();
    expect(speakingUp.chat.messages).toEqual([]);
    expect(() => bob.meeting.speakingUp).toThrow('no-meeting');
  });

  it('by a removal, it is told nothing more, and nothing more of it is shown', () => {
    const { world, alice, bob, carol } = three('removed from chat');
    const told = overheard(bob);
    alice.meeting.moderation.remove(idOf(alice, 'Carol'));
    world.run(1000);
    write(bob, 'without her');
    world.run(500);
    expect(told.map(([name]) => name)).toEqual(['Alice']);
    expect(carol.meeting.view.phase).toBe('ended');
  });
});
