import { beforeAll, describe, expect, it, vi } from 'vitest';
import { equalPublic, toHex } from '../../../../shared/bytes';
import { cryptoReady, ed25519FromSeed } from '../../../../shared/crypto/sodium';
import { deriveMeetingKeys } from '../../../../shared/invite/key-schedule';
import { StatementLedger } from '../../../../shared/meeting/group/statement-ledger';
import { Member } from '../../../../shared/meeting/members/member';
import { NO_HASH, signStatement } from '../../../../shared/membership/statement';
import { StatementSet } from '../../../../shared/membership/statement-set';
import { idOf, inside, seen, three } from '../../../support/world/people';
import { peersOf, World } from '../../../support/world/world';

beforeAll(cryptoReady);

describe('a co-host who is removed', () => {
  it('signs nothing any more that counts', () => {
    const { world, alice, bob } = three('removed co-host');
    alice.meeting.moderation.setCoHost(idOf(alice, 'Bob'), true);
    world.run(1000);
    const removing = vi.spyOn(StatementLedger.prototype, 'remove');
    alice.meeting.moderation.remove(idOf(alice, 'Bob'));
    const ledger = removing.mock.contexts[0] as StatementLedger;
    removing.mockRestore();
    world.run(2000);
    expect(bob.meeting.view).toMatchObject({ phase: 'ended', reason: 'removed' });
    expect(ledger.standingOf(bob.identity)).toBe('removed');
    expect(ledger.membership.coHosts.map(({ state }) => state)).toEqual(['dropped']);
  });
});

describe('a removal by this person', () => {
  it('counts here too, also of somebody with whom it stayed before', () => {
    const world = new World('change of mind');
    const [alice, bob, carol, dave] = world.gather(['Bob', 'Carol', 'Dave']);
    if (!alice || !bob || !carol || !dave) throw new Error('four people');
    alice.meeting.moderation.setCoHost(idOf(alice, 'Bob'), true);
    world.run(1000);
    bob.meeting.moderation.remove(idOf(bob, 'Carol'));
    bob.meeting.moderation.remove(idOf(bob, 'Dave'));
    world.run(1000);
    alice.meeting.moderation.answered('removals', false);
    world.run(1000);
    expect(seen(alice)).toContain('Dave');
    alice.meeting.moderation.remove(idOf(alice, 'Dave'));
    world.run(1000);
    expect(seen(alice)).not.toContain('Dave');
  });
});

describe('a link that was replaced', () => {
  it('is so for a door as well that was not told the new one', () => {
    const { world, alice, bob } = three('replaced unheard');
    alice.meeting.moderation.setCoHost(idOf(alice, 'Bob'), true);
    world.run(1000);
    const toBob = alice.meeting.members.get(idOf(alice, 'Bob'));
    if (!toBob) throw new Error('no Bob');
    const send = toBob.send.bind(toBob);
    toBob.send = (message) => message.t !== 'link-now' && send(message);
    alice.meeting.moderation.replaceLink();
    world.run(500);
    alice.meeting.leave();
    world.run(2000);
    const thief = world.guest('Mallory');
    world.run(6000);
    expect(inside(bob).knocks).toEqual([]);
    expect(thief.meeting.view).toMatchObject({ phase: 'ended', reason: 'replaced' });
  });

  it('is told again to whoever was out of reach', () => {
    const world = new World('replaced out of reach');
    const { host, guest } = world.call();
    world.network.cut(host.connections, guest.connections, true);
    world.run(4000);
    // What is said now goes down with the link.
    host.meeting.moderation.replaceLink();
    world.run(12_000);
    world.network.restore(host.connections, guest.connections);
    world.run(10_000);
    expect(seen(guest)).toEqual(['Alice']);
    expect(guest.connections.opened.length).toBeGreaterThan(1);
    expect(guest.meeting.invite.secret).toEqual(host.meeting.invite.secret);
  });
});

describe('people who are introduced and not there', () => {
  it('take no place from those who knock', () => {
    const { world, alice, bob } = three('ghosts');
    const toAlice = bob.meeting.members.get(idOf(bob, 'Alice'));
    for (let count = 0; count < 20; count++) {
      toAlice?.send({ t: 'introduce', peers: [world.random(16)] });
      world.run(250);
    }
    // As many as one member may bring.
    expect(alice.drops.get('introduction-refused')).toBe(12);
    const dave = world.guest('Dave');
    world.run(2000);
    expect(dave.meeting.view).toMatchObject({ phase: 'knocking', step: 'asked' });
  });
});

describe('an invitation elsewhere', () => {
  it('that a person is asked about is not exchanged for another one meanwhile', () => {
    const { world, bob, carol, alice } = three('moves');
    const [first, second] = [new World('first'), new World('second')];
    alice.meeting.moderation.askToMove([idOf(alice, 'Carol')], first.invite);
    world.run(500);
    bob.meeting.moderation.askToMove([idOf(bob, 'Carol')], second.invite);
    world.run(500);
    expect(inside(carol).asks).toEqual([{ kind: 'move', from: 'Alice' }]);
    expect(carol.meeting.moderation.offered.secret).toEqual(first.invite.secret);
    carol.meeting.moderation.answered('move', false);
    expect(inside(carol).asks).toEqual([{ kind: 'move', from: 'Bob' }]);
    expect(carol.meeting.moderation.offered.secret).toEqual(second.invite.secret);
    carol.meeting.moderation.answered('move', false);
    expect(inside(carol).asks).toEqual([]);
  });

  it('goes to all who are meant, or to nobody', () => {
    const { world, alice, bob, carol } = three('move to somebody gone');
    const gone = [idOf(bob, 'Carol'), 'ff'.repeat(16)];
    expect(() => bob.meeting.moderation.askToMove(gone, new World('next').invite)).toThrow('no-such-peer');
    world.run(500);
    expect(inside(carol).asks).toEqual([]);
    expect(inside(alice).asks).toEqual([]);
  });
});

describe('the lobby of an open meeting', () => {
  it('that a flood turned on is off when the host says so, whoever else saw the flood', () => {
    const world = new World('flood is over', { open: true });
    const alice = world.host('Alice');
    const bob = world.guest('Bob');
    world.run(4000);
    alice.meeting.moderation.setCoHost(idOf(alice, 'Bob'), true);
    world.run(12_000);
    for (let index = 0; index < 8; index++) world.guest(`Guest ${String(index)}`);
    world.run(9000);
    expect([inside(alice).lobby, inside(bob).lobby]).toEqual([true, true]);
    world.run(12_000);
    alice.meeting.moderation.setLobby(false);
    world.run(3000);
    expect([inside(alice).lobby, inside(bob).lobby]).toEqual([false, false]);
  });
});

describe('a host key that contradicts itself', () => {
  it('ends nothing: those who are together stay so, and are told', () => {
    const { world, alice, bob, carol } = three('host contradicts');
    const { meetingId } = deriveMeetingKeys(world.invite);
    const place = { number: 0, previous: NO_HASH };
    const { bytes } = signStatement(ed25519FromSeed(world.hostKeySeed), meetingId, place, { kind: 'lock' });
    alice.meeting.members.get(idOf(alice, 'Bob'))?.send({ t: 'statements', list: [bytes], more: false });
    world.run(15_000);
    expect([seen(bob), seen(carol)]).toEqual([
      ['Alice', 'Carol'],
      ['Alice', 'Bob'],
    ]);
    expect([inside(bob).alarm, inside(carol).alarm]).toEqual(['host-contradiction', 'host-contradiction']);
    const forgotten = [bob, carol].flatMap(({ frames }) =>
      frames.filter(({ type }) => type === 'forget-peer'),
    );
    expect(forgotten).toEqual([]);
    // Nobody new comes by it.
    const dave = world.guest('Dave');
    world.run(5000);
    expect(dave.meeting.view.phase).toBe('knocking');
  });
});

describe('strangers of an open meeting', () => {
  it('are counted once each, whoever lets them in', () => {
    const world = new World('four strangers', { open: true });
    const alice = world.host('Alice');
    const bob = world.guest('Bob');
    world.run(4000);
    alice.meeting.leave();
    world.run(12_000);
    for (let index = 0; index < 4; index++) world.guest(`Guest ${String(index)}`);
    world.run(8000);
    expect(inside(bob).lobby).toBe(false);
    expect(seen(bob)).toHaveLength(4);
  });
});

describe('a co-host who says another key again and again', () => {
  it('does not use up what the host may sign', () => {
    const { world, alice, bob, carol } = three('many keys');
    alice.meeting.moderation.setCoHost(idOf(alice, 'Bob'), true);
    world.run(1000);
    const toAlice = bob.meeting.members.get(idOf(bob, 'Alice'));
    for (let count = 0; count < 20; count++) {
      toAlice?.send({ t: 'self', microphone: true, camera: true, perMeetingKey: world.random(32) });
      world.run(100);
    }
    alice.meeting.moderation.setCoHost(idOf(alice, 'Carol'), true);
    world.run(1000);
    expect(inside(carol).rights).toBe('co-host');
  });
});

describe('a removal that waits for an answer', () => {
  it('is not asked about any more when the person has gone', () => {
    const world = new World('gone meanwhile');
    const [alice, bob, , dave] = world.gather(['Bob', 'Carol', 'Dave']);
    if (!alice || !bob || !dave) throw new Error('four people');
    alice.meeting.moderation.remove(idOf(alice, 'Carol'));
    alice.meeting.moderation.remove(idOf(alice, 'Dave'));
    world.run(2000);
    expect(inside(bob).asks).toEqual([{ kind: 'removals', names: ['Dave'], me: false }]);
    dave.meeting.leave();
    world.run(2000);
    expect(inside(bob).asks).toEqual([]);
  });
});

describe('an unanswered question about removals', () => {
  it('makes no later removal wait, once those whom it is about are gone', () => {
    const world = new World('old question');
    const [alice, bob, carol, dave, erin] = world.gather(['Bob', 'Carol', 'Dave', 'Erin']);
    if (!alice || !bob || !carol || !dave || !erin) throw new Error('five people');
    alice.meeting.moderation.remove(carol.peerId);
    world.run(500);
    alice.meeting.moderation.remove(dave.peerId);
    world.run(2000);
    expect(bob.meeting.moderation.asks).toMatchObject([{ kind: 'removals' }]);
    dave.meeting.leave();
    world.run(60_000);
    alice.meeting.moderation.remove(erin.peerId);
    world.run(2000);
    expect(peersOf(bob).map(({ name }) => name)).toEqual(['Alice']);
    expect(bob.meeting.moderation.asks).toEqual([]);
  });
});

describe('statements that nobody signed', () => {
  it('are looked at once, and then not from the same member for a while', () => {
    const world = new World('forged');
    const [alice, bob, mallory] = world.gather(['Bob', 'Mallory']);
    if (!alice || !bob || !mallory) throw new Error('three people');
    const [genuine] = alice.meeting.gathered.group.ledger.all;
    if (!genuine) throw new Error('nothing was signed');
    const forged = Array.from({ length: 20 }, (_, index) => {
      const bytes = genuine.slice();
      const last = bytes.length - 1 - (index % 32);
      bytes[last] = (bytes[last] ?? 0) ^ (1 + index);
      return bytes;
    });
    const add = vi.spyOn(StatementSet.prototype, 'add');
    const toAlice = mallory.meeting.members.all.find(({ name }) => name === 'Alice');
    for (let times = 0; times < 100; times++) toAlice?.send({ t: 'statements', list: forged, more: false });
    world.run(1000);
    const looks = add.mock.calls.length;
    add.mockRestore();
    expect(looks).toBe(1);
    world.run(12_000);
    alice.meeting.moderation.setLock(true);
    world.run(1000);
    expect(bob.meeting.view).toMatchObject({ locked: true, alarm: 'none' });
  });
});

describe('statements that nobody signed', () => {
  it('are not looked at from another channel of the same identity either, nor sooner by a clock that is set', () => {
    const world = new World('forged twice');
    const [alice, mallory] = world.gather(['Mallory']);
    if (!alice || !mallory) throw new Error('two people');
    const second = world.returning(mallory);
    world.run(5000);
    const [genuine] = alice.meeting.gathered.group.ledger.all;
    if (!genuine) throw new Error('nothing was signed');
    const forged = genuine.map((byte, index) => (index === genuine.length - 1 ? byte ^ 1 : byte));
    const add = vi.spyOn(StatementSet.prototype, 'add');
    const looks = (): number => add.mock.calls.filter(([bytes]) => equalPublic(bytes, forged)).length;
    const say = (times: number): void => {
      for (const { meeting } of [mallory, second]) {
        const toAlice = meeting.members.all.find(({ name }) => name === 'Alice');
        if (!toAlice) throw new Error('nobody to say it to');
        for (let time = 0; time < times; time++)
          toAlice.send({ t: 'statements', list: [forged], more: false });
      }
      world.run(1000);
    };
    say(500);
    expect(looks()).toBe(1);
    alice.clock.offset -= 60_000;
    say(1);
    alice.clock.offset += 120_000;
    say(1);
    alice.clock.offset = 0;
    expect(looks()).toBe(1);
    world.run(10_000);
    say(1);
    expect(looks()).toBe(2);
    add.mockRestore();
  });
});

describe('a removed person with two computers', () => {
  it('gets no keys of a newcomer, though the door that let it in is gone before it was judged', () => {
    const world = new World('two computers');
    const [alice, mallory] = world.gather(['Mallory']);
    if (!alice || !mallory) throw new Error('two people');
    world.run(1000);
    const second = world.returning(mallory);
    world.run(5000);
    expect(peersOf(mallory).map(({ name }) => name)).toEqual(['Alice', 'Mallory']);
    // Something that the host signed, and that they keep back.
    const known = alice.meeting.gathered.group.ledger.all.map(toHex);
    alice.meeting.moderation.setLock(true);
    alice.meeting.moderation.setLock(false);
    world.run(1000);
    const keptBack = mallory.meeting.gathered.group.ledger.all.filter((one) => !known.includes(toHex(one)));
    expect(keptBack.length).toBeGreaterThan(0);
    // Both keep doors of their own, hear nothing of the removal, and let in anybody.
    world.network.cut(alice.connections, mallory.connections);
    world.network.cut(alice.connections, second.connections);
    alice.meeting.moderation.remove(mallory.peerId);
    alice.meeting.leave();
    world.run(60_000);
    const { standingOf } = StatementLedger.prototype;
    const greedy = vi.spyOn(StatementLedger.prototype, 'standingOf').mockImplementation(function (
      this: StatementLedger,
      identity,
    ) {
      return this.doorProof.length > 0 ? 'admitted' : standingOf.call(this, identity);
    });
    // And never say all that they know, but at last what they kept back: whoever hears news looks again whom to tell.
    let isKeptBack = true;
    const told = (statements: Uint8Array[]) =>
      statements.filter((one) => !isKeptBack || !keptBack.some((other) => equalPublic(one, other)));
    const { send } = Member.prototype;
    const given: Member[] = [];
    const evasive = vi.spyOn(Member.prototype, 'send').mockImplementation(function (this: Member, message) {
      if (message.t === 'key') given.push(this);
      return send.call(
        this,
        message.t === 'statements' ? { ...message, list: told(message.list), more: true } : message,
      );
    });
    const nora = world.guest('Nora');
    const together = (): boolean =>
      nora.meeting.view.phase === 'inside' && peersOf(nora).every(({ link }) => link === 'open');
    for (let tenths = 0; tenths < 100 && !(together() && peersOf(nora).length === 2); tenths++)
      world.run(100);
    expect(peersOf(nora).map(({ link }) => link)).toEqual(['open', 'open']);
    const { door } = nora.meeting.members;
    const [first, other] = door?.facts.peerId === mallory.peerId ? [mallory, second] : [second, mallory];
    first.meeting.leave();
    world.run(1000);
    isKeptBack = false;
    const toNora = other.meeting.members.all.find(({ name }) => name === 'Nora');
    toNora?.send({ t: 'statements', list: keptBack, more: true });
    world.run(20_000);
    expect(nora.meeting.gathered.group.ledger.all.map(toHex)).toEqual(
      expect.arrayContaining(keptBack.map(toHex)),
    );
    greedy.mockRestore();
    evasive.mockRestore();
    expect(given.filter((to) => nora.meeting.members.all.includes(to)).map(({ name }) => name)).toEqual([]);
  });
});
