import { beforeAll, describe, expect, it } from 'vitest';
import { cryptoReady } from '../../../../shared/crypto/sodium';
import { generateIdentitySeed, identityFromSeed } from '../../../../shared/identity/identity';
import type { InsideView, PeerView } from '../../../../shared/meeting/views';
import { encodeCodeText } from '../../../../shared/verification/code-text';
import { World, type Person } from '../../../support/world/world';

beforeAll(cryptoReady);

function inside({ meeting }: Person): InsideView {
  const { view } = meeting;
  if (view.phase !== 'inside') throw new Error(`not inside but ${view.phase}`);
  return view;
}

function seenBy(person: Person, name: string): PeerView {
  const peer = inside(person).peers.find((one) => one.name === name);
  if (!peer) throw new Error(`${person.name} does not see ${name}`);
  return peer;
}

const keysOf = (person: Person): number => person.frames.filter(({ type }) => type === 'receive-keys').length;

describe('who somebody is', () => {
  it('is new, verified by number for the one who compared, and remembered', () => {
    const world = new World('number');
    const { host, guest } = world.call();
    expect(seenBy(host, 'Bob').trust).toBe('new');
    host.meeting.verifying.comparedNumber(seenBy(host, 'Bob').peerId, true);
    expect(seenBy(host, 'Bob').trust).toBe('verified');
    expect(seenBy(guest, 'Alice').trust).toBe('new');
    expect(host.book.contacts).toMatchObject([{ name: 'Bob', verified: { by: 'number' } }]);
  });

  it('a number that differs ends the link, with an alarm, and it does not come back', () => {
    const world = new World('other number');
    const { host } = world.call();
    host.meeting.verifying.comparedNumber(seenBy(host, 'Bob').peerId, false);
    world.run(30_000);
    expect(inside(host)).toMatchObject({ peers: [], alarm: 'fingerprint-mismatch' });
  });

  it('each code matches at the other side, and nobody else', () => {
    const world = new World('codes');
    const [alice, bob, carol] = world.gather(['Bob', 'Carol']);
    if (!alice || !bob || !carol) throw new Error('three people');
    const code = (of: Person, forName: string): string =>
      of.meeting.verifying.ownCode(seenBy(of, forName).peerId);
    const scan = (by: Person, at: string, text: string): unknown =>
      by.meeting.verifying.scannedCode(seenBy(by, at).peerId, text);
    expect(scan(alice, 'Bob', 'https://example.org')).toEqual({ verdict: 'not-a-code' });
    expect(scan(alice, 'Bob', code(carol, 'Alice'))).toEqual({ verdict: 'somebody-else', name: 'Carol' });
    expect(scan(alice, 'Bob', code(bob, 'Alice'))).toEqual({ verdict: 'match' });
    expect(seenBy(alice, 'Bob').trust).toBe('verified');
    expect(scan(alice, 'Carol', code(carol, 'Bob'))).toEqual({ verdict: 'no-match' });
    expect(inside(alice).peers.map(({ name }) => name)).toEqual(['Bob']);
  });

  it('the code of an identity verifies whoever has it, and ends the link of one who has not', () => {
    const world = new World('identity codes');
    const [alice, bob, carol] = world.gather(['Bob', 'Carol']);
    if (!alice || !bob || !carol) throw new Error('three people');
    const codeOf = ({ seed }: Person): string =>
      encodeCodeText({ kind: 'identity', shower: identityFromSeed(seed).publicKey });
    const scan = (at: string, text: string): unknown =>
      alice.meeting.verifying.scannedCode(seenBy(alice, at).peerId, text);
    expect(scan('Bob', codeOf(carol))).toEqual({ verdict: 'somebody-else', name: 'Carol' });
    expect(scan('Bob', codeOf(alice))).toEqual({ verdict: 'own-code' });
    expect(inside(alice).peers.map(({ trust }) => trust)).toEqual(['new', 'new']);
    expect(scan('Bob', codeOf(bob))).toEqual({ verdict: 'match' });
    expect(seenBy(alice, 'Bob').trust).toBe('verified');
    expect(alice.book.contacts.find(({ name }) => name === 'Bob')?.verified).toMatchObject({ by: 'code' });
    const stranger = identityFromSeed(generateIdentitySeed(world.random)).publicKey;
    expect(scan('Carol', encodeCodeText({ kind: 'identity', shower: stranger }))).toEqual({
      verdict: 'no-match',
    });
    expect(inside(alice)).toMatchObject({ peers: [{ name: 'Bob' }], alarm: 'fingerprint-mismatch' });
  });

  it('emoji are the same, and verify both when both say so', () => {
    const world = new World('emoji');
    const { host, guest } = world.call();
    const [bob, alice] = [seenBy(host, 'Bob').peerId, seenBy(guest, 'Alice').peerId];
    guest.meeting.verifying.emoji(alice, 'start');
    world.run(1000);
    const [one, other] = [seenBy(host, 'Bob').emoji, seenBy(guest, 'Alice').emoji];
    expect(one).toEqual(other);
    expect(one.phase === 'comparing' && one.emoji).toHaveLength(6);
    host.meeting.verifying.emoji(bob, 'same');
    world.run(500);
    expect(seenBy(host, 'Bob').trust).toBe('new');
    guest.meeting.verifying.emoji(alice, 'same');
    world.run(500);
    expect([seenBy(host, 'Bob').trust, seenBy(guest, 'Alice').trust]).toEqual(['verified', 'verified']);
    expect(guest.book.contacts).toMatchObject([{ name: 'Alice', verified: { by: 'emoji' } }]);
  });

  it('emoji that differ for one end the link for both, and warn both', () => {
    const world = new World('other emoji');
    const { host, guest } = world.call();
    host.meeting.verifying.emoji(seenBy(host, 'Bob').peerId, 'start');
    world.run(1000);
    guest.meeting.verifying.emoji(seenBy(guest, 'Alice').peerId, 'differ');
    world.run(2000);
    for (const person of [host, guest])
      expect(inside(person)).toMatchObject({ peers: [], alarm: 'fingerprint-mismatch' });
  });

  it('the first group code takes its time only when whoever comes in is connected', () => {
    const world = new World('first group code');
    const host = world.host('Alice');
    const guest = world.guest('Bob');
    world.run(1000);
    world.admitFirst(host);
    for (let step = 0; step < 100; step++) {
      world.run(10);
      if (inside(host).peers[0]?.link === 'open') break;
    }
    expect(inside(host)).toMatchObject({ peers: [{ link: 'open' }], groupCode: null });
    world.run(1500);
    expect(inside(host).groupCode).toHaveLength(12);
    expect(inside(guest).groupCode).toEqual(inside(host).groupCode);
  });

  it('the group code verifies everybody in it, but only the code that was compared', () => {
    const world = new World('group');
    const [alice, bob] = world.gather(['Bob', 'Carol']);
    if (!alice || !bob) throw new Error('people');
    world.run(1000);
    const code = inside(alice).groupCode ?? [];
    expect(inside(bob).groupCode).toEqual(code);
    world.guest('Dave');
    world.run(1500);
    world.admitFirst(alice);
    world.run(3000);
    expect(() => {
      alice.meeting.verifying.comparedGroup(code);
    }).toThrow('code-changed');
    alice.meeting.verifying.comparedGroup(inside(alice).groupCode ?? []);
    expect(inside(alice).peers.map(({ trust }) => trust)).toEqual(['verified', 'verified', 'verified']);
    expect(inside(bob).peers.map(({ trust }) => trust)).toEqual(['new', 'new', 'new']);
  });
});

describe('a known name with another key', () => {
  const someoneElse = (world: World): Uint8Array =>
    identityFromSeed(generateIdentitySeed(world.random)).publicKey;

  function met(seed: string): { world: World; host: Person; guest: Person } {
    const world = new World(seed);
    const host = world.host('Alice');
    const guest = world.guest('Bob');
    host.book.port.verified(someoneElse(world), 'bob', 'emoji');
    world.run(1000);
    expect(inside(host).knocks).toMatchObject([{ name: 'Bob', trust: 'changed' }]);
    world.admitFirst(host);
    world.run(3000);
    return { world, host, guest };
  }

  it('is held before media: nothing is sent to it, nothing of it opens', () => {
    const { host, guest } = met('held');
    expect(seenBy(host, 'Bob')).toMatchObject({ trust: 'changed', sharesNameWith: 'bob' });
    expect(host.connections.media.size).toBe(0);
    expect(keysOf(host)).toBe(0);
    expect(keysOf(guest)).toBe(0);
  });

  it.each(['somebody-else', 'same-person'] as const)('goes on when the person decides: %s', (as) => {
    const { world, host, guest } = met(`decided ${as}`);
    host.meeting.verifying.decideKey(seenBy(host, 'Bob').peerId, as);
    world.run(2000);
    expect(seenBy(host, 'Bob').trust).not.toBe('changed');
    expect([host.connections.media.size, guest.connections.media.size]).toEqual([1, 1]);
    expect(keysOf(host)).toBeGreaterThan(0);
    expect(keysOf(guest)).toBeGreaterThan(0);
    expect(host.book.contacts).toHaveLength(as === 'same-person' ? 1 : 2);
  });

  it('is held also where it is the guest who knows the name', () => {
    const world = new World('held by guest');
    const host = world.host('Alice');
    const guest = world.guest('Bob');
    guest.book.port.met(someoneElse(world), 'Alice');
    world.run(1000);
    world.admitFirst(host);
    world.run(3000);
    expect(seenBy(guest, 'Alice').trust).toBe('changed');
    expect(keysOf(host)).toBe(0);
    guest.meeting.verifying.decideKey(seenBy(guest, 'Alice').peerId, 'somebody-else');
    world.run(2000);
    expect([host.connections.media.size, guest.connections.media.size]).toEqual([1, 1]);
    expect(keysOf(host)).toBeGreaterThan(0);
    expect(keysOf(guest)).toBeGreaterThan(0);
  });

  it('is closed if the person wants that, and stays away', () => {
    const { world, host } = met('closed');
    host.meeting.verifying.decideKey(seenBy(host, 'Bob').peerId, 'close');
    world.run(30_000);
    expect(inside(host).peers).toEqual([]);
    expect(inside(host).alarm).toBe('none');
  });
});

describe('somebody who sits between the two, with a meeting towards each', () => {
  it('is told apart by nothing but verifying, and then by everything', () => {
    const [left, right] = [new World('towards Alice'), new World('towards Bob')];
    const alice = left.host('Alice');
    const asBob = left.guest('Bob');
    left.run(1000);
    left.admitFirst(alice);
    left.run(2000);
    const asAlice = right.person('Alice', { role: 'host', hostKeySeed: right.hostKeySeed }, {}, asBob.seed);
    const bob = right.guest('Bob');
    right.run(1000);
    right.admitFirst(asAlice);
    right.run(2000);

    expect([seenBy(alice, 'Bob').trust, seenBy(bob, 'Alice').trust]).toEqual(['new', 'new']);
    const [ofBob, ofAlice] = [seenBy(alice, 'Bob').peerId, seenBy(bob, 'Alice').peerId];
    const number = ({ meeting }: Person, peerId: string): string =>
      meeting.safetyNumber(peerId).groups.join(' ');
    expect(number(alice, ofBob)).not.toBe(number(bob, ofAlice));
    left.run(1000);
    right.run(1000);
    expect(inside(alice).groupCode).not.toEqual(inside(bob).groupCode);

    alice.meeting.verifying.emoji(ofBob, 'start');
    asAlice.meeting.verifying.emoji(seenBy(asAlice, 'Bob').peerId, 'start');
    left.run(1000);
    right.run(1000);
    const [one, other] = [seenBy(alice, 'Bob').emoji, seenBy(bob, 'Alice').emoji];
    expect([one.phase, other.phase]).toEqual(['comparing', 'comparing']);
    expect(one).not.toEqual(other);

    const shown = bob.meeting.verifying.ownCode(ofAlice);
    expect(alice.meeting.verifying.scannedCode(ofBob, shown)).toEqual({ verdict: 'no-match' });
    expect(inside(alice)).toMatchObject({ peers: [], alarm: 'fingerprint-mismatch' });
  });
});
