import { beforeAll, describe, expect, it } from 'vitest';
import { concat } from '../../../../shared/bytes';
import { cryptoReady } from '../../../../shared/crypto/sodium';
import { peersOf, World, type Person } from '../../../support/world/world';

beforeAll(cryptoReady);

const knocksOf = ({ meeting }: Person): string[] =>
  meeting.view.phase === 'inside' ? meeting.view.knocks.map(({ name }) => name) : [];

describe('nobody blocks the door', () => {
  it('by being let in and never coming: the place is free again after a minute', () => {
    const world = new World('vanished');
    const host = world.host('Alice');
    const bob = world.guest('Bob');
    world.run(1000);
    bob.connections.open = () => undefined;
    world.admitFirst(host);
    world.run(5000);
    bob.meeting.leave();
    world.run(70_000);
    expect(peersOf(host)).toEqual([]);
    world.guest('Carol');
    world.run(3000);
    expect(knocksOf(host)).toEqual(['Carol']);
  });

  it('by knocking and leaving: the knock goes with the one who knocked', () => {
    const world = new World('withdrawn');
    const host = world.host('Alice');
    const bob = world.guest('Bob');
    world.run(1000);
    bob.meeting.leave();
    world.run(500);
    expect(knocksOf(host)).toEqual([]);
  });

  it('by vanishing without a word: the knock is forgotten after a minute', () => {
    const world = new World('crashed guest');
    const host = world.host('Alice');
    const bob = world.guest('Bob');
    world.run(1000);
    world.bus.tamper = () => [];
    bob.meeting.leave();
    expect(knocksOf(host)).toEqual(['Bob']);
    world.run(61_000);
    expect(knocksOf(host)).toEqual([]);
  });
});

describe('nobody waits for ever', () => {
  it('when the refusal is lost', () => {
    const world = new World('lost refusal');
    const host = world.host('Alice');
    const bob = world.guest('Bob');
    world.run(1000);
    world.bus.tamper = () => [];
    const { view } = host.meeting;
    if (view.phase === 'inside') host.meeting.moderation.decide(view.knocks[0]?.knockId ?? '', false);
    world.bus.tamper = (parcel) => [parcel];
    world.run(20_000);
    expect(bob.meeting.view).toMatchObject({ phase: 'ended', reason: 'denied' });
  });

  it('when the host is gone without a word: the door is looked for again, and found', () => {
    const world = new World('crashed host');
    const host = world.host('Alice');
    const bob = world.guest('Bob');
    world.run(1000);
    world.bus.tamper = () => [];
    host.meeting.leave();
    world.run(100_000);
    expect(bob.meeting.view).toMatchObject({ phase: 'knocking', step: 'looking' });
    world.bus.tamper = (parcel) => [parcel];
    const again = world.host('Alice');
    world.run(31_000);
    expect(knocksOf(again)).toEqual(['Bob']);
  });

  it('while a person takes a long time to decide, the knock stays', () => {
    const world = new World('slow');
    const host = world.host('Alice');
    world.guest('Bob');
    world.run(600_000);
    expect(knocksOf(host)).toEqual(['Bob']);
    world.admitFirst(host);
    world.run(3000);
    expect(peersOf(host)).toEqual([{ name: 'Bob', link: 'open' }]);
  });
});

describe('a broken link', () => {
  it('leaves nothing behind that disturbs the next one', () => {
    const world = new World('leftover');
    const { host, guest } = world.call();
    guest.connections.loseAll();
    host.connections.loseAll();
    world.run(70_000);
    expect(peersOf(guest)).toEqual([{ name: 'Alice', link: 'open' }]);
    expect(host.connections.opened).toHaveLength(2);
    expect(guest.connections.opened).toHaveLength(2);
  });

  it('that keeps breaking is tried ever more slowly', () => {
    const world = new World('flapping');
    const { host, guest } = world.call();
    for (let second = 0; second < 120; second++) {
      world.run(1000);
      guest.connections.loseAll();
      host.connections.loseAll();
    }
    expect(guest.connections.opened.length).toBeLessThan(25);
  });
});

describe('a malicious guest', () => {
  it('gains nothing by an ephemeral key of zeros, and cannot crash the host', () => {
    // Which side initiates follows from random peer ids: try until it is the guest.
    for (let seed = 0; seed < 8; seed++) {
      const world = new World(`zeros ${String(seed)}`);
      const host = world.host('Alice');
      const guest = world.guest('Bob');
      guest.connections.send = () => undefined;
      world.run(1000);
      world.admitFirst(host);
      world.run(300);
      expect(() => {
        host.connections.injectEverywhere(concat(Uint8Array.of(1), new Uint8Array(48)));
        host.connections.injectEverywhere(concat(Uint8Array.of(1), new Uint8Array(200)));
      }).not.toThrow();
      world.run(1000);
      expect(peersOf(host).filter(({ link }) => link === 'open')).toEqual([]);
    }
  });

  it('cannot offer media when it is the host that offers, nor have an answer taken twice', () => {
    const world = new World('media');
    const { host, guest } = world.call();
    const connectionId = guest.connections.opened[0] ?? '';
    const before = host.connections.media.size;
    guest.connections.startMedia(connectionId);
    world.run(500);
    expect(host.drops.get('unexpected')).toBe(1);
    expect(host.connections.media.size).toBe(before);
  });
});
