import { beforeAll, describe, expect, it } from 'vitest';
import { cryptoReady } from '../../../../../shared/crypto/sodium';
import { CHUNK_LENGTH } from '../../../../../shared/files/limits';
import { bytesOf } from '../../../../support/world/files-in-memory';
import { idOf, three } from '../../../../support/world/people';
import { World } from '../../../../support/world/world';
import { begun, fileOf, filesOf, offer, stateOf, take } from './handed-over';

beforeAll(cryptoReady);

const large = bytesOf(40 * CHUNK_LENGTH + 5);

describe('a file', () => {
  it.each([0, 1, CHUNK_LENGTH, CHUNK_LENGTH + 1, 3 * CHUNK_LENGTH - 1])(
    'of %i bytes arrives bit for bit at each who takes it, and at nobody else',
    (length) => {
      const { world, alice, bob, carol } = three(`file of ${String(length)}`);
      const bytes = bytesOf(length);
      const file = offer(alice, bytes);
      world.run(500);
      expect([stateOf(bob), stateOf(carol), stateOf(alice)]).toEqual(['offered', 'offered', 'offered']);
      const place = take(bob);
      world.run(3000);
      expect(place.holds(bytes)).toBe(true);
      expect([stateOf(bob), stateOf(carol)]).toEqual(['done', 'offered']);
      expect(fileOf(alice).receivers.map(({ name, state }) => [name, state])).toEqual([
        ['Bob', 'done'],
        ['Carol', 'offered'],
      ]);
      expect(file.closed()).toBe(false);
      carol.meeting.files.decline(fileOf(carol).id);
      world.run(500);
      expect([stateOf(carol), stateOf(alice)]).toEqual(['declined', 'done']);
      expect(file.closed()).toBe(true);
    },
  );

  it('for one is offered to that one alone', () => {
    const { world, alice, bob, carol } = three('file for one');
    offer(alice, bytesOf(5), idOf(alice, 'Bob'));
    world.run(500);
    expect(fileOf(bob).to?.name).toBe('Bob');
    expect(filesOf(carol)).toEqual([]);
  });

  it('sends nothing before it is taken, and no more than there is room for', () => {
    const { world, alice, bob } = three('file room');
    offer(alice, large);
    world.run(500);
    const before = world.network.sent.bytes;
    world.run(2000);
    expect(world.network.sent.bytes - before).toBeLessThan(CHUNK_LENGTH / 4);
    // Bob's disk takes nothing: what is under way has an end.
    const place = take(bob);
    place.write = () => undefined;
    world.run(5000);
    const sent = world.network.sent.bytes - before;
    expect(sent).toBeGreaterThan(15 * CHUNK_LENGTH);
    expect(sent).toBeLessThan(18 * CHUNK_LENGTH);
  });

  it('is paused and goes on, by either, and is cancelled by either', () => {
    const { world, alice, bob, carol } = three('file paused');
    world.network.pieceMs = 10;
    offer(alice, large);
    world.run(1000);
    const [atBob, atCarol] = [take(bob), take(carol)];
    world.run(1500);
    carol.meeting.files.cancel(fileOf(carol).id);
    bob.meeting.files.pause(fileOf(bob).id);
    world.run(3000);
    expect(stateOf(bob)).toBe('held-here');
    expect(fileOf(alice).receivers.map(({ state }) => state)[0]).toBe('held-there');
    const before = atBob.written;
    expect(before).toBeGreaterThan(0);
    world.run(1000);
    expect(atBob.written).toBe(before);
    bob.meeting.files.resume(fileOf(bob).id);
    world.run(1000);
    alice.meeting.files.pause(fileOf(alice).id);
    world.run(3000);
    expect([stateOf(bob), stateOf(alice)]).toEqual(['held-there', 'held-here']);
    alice.meeting.files.resume(fileOf(alice).id);
    world.run(40_000);
    expect(atBob.holds(large)).toBe(true);
    expect([stateOf(carol), atCarol.state]).toEqual(['cancelled', 'discarded']);
  });

  it('that its sender cancels is gone at the others, and what was written with it', () => {
    const { world, alice, bob } = three('file cancelled');
    world.network.pieceMs = 10;
    const place = begunSlowly(world, alice, bob);
    alice.meeting.files.cancel(fileOf(alice).id);
    world.run(3000);
    expect([stateOf(bob), place.state]).toEqual(['cancelled', 'discarded']);
  });

  it('goes on where it was through three broken links, and nothing that was checked is sent twice', () => {
    const { world, alice, bob } = three('file links');
    world.network.pieceMs = 10;
    const place = begunSlowly(world, alice, bob);
    for (let broken = 0; broken < 3; broken++) {
      alice.connections.loseOne(bob.connections);
      world.run(100);
      expect(stateOf(bob)).toBe('waiting');
      world.run(1500);
    }
    world.run(60_000);
    expect(stateOf(bob)).toBe('done');
    expect(place.holds(large)).toBe(true);
    expect(place.writes).toBe(41);
  });

  it('goes on after an interruption that the link outlives', () => {
    const { world, alice, bob } = three('file interruption');
    world.network.pieceMs = 10;
    const place = begunSlowly(world, alice, bob);
    world.network.cut(alice.connections, bob.connections);
    world.run(6000);
    expect(stateOf(bob)).toBe('waiting');
    world.network.restore(alice.connections, bob.connections);
    world.run(60_000);
    expect(place.holds(large)).toBe(true);
    expect(place.writes).toBe(41);
  });

  it('goes on when a guest has lost everybody and comes back', () => {
    const world = new World('file back');
    const { host, guest } = world.call();
    world.network.pieceMs = 10;
    const place = begunSlowly(world, host, guest);
    world.network.cut(host.connections, guest.connections);
    world.run(100_000);
    world.network.restore(host.connections, guest.connections);
    world.run(120_000);
    expect(place.holds(large)).toBe(true);
    expect(place.writes).toBe(41);
  });

  it('stands while the disk is full, says so, and goes on', () => {
    const { world, alice, bob } = three('file full');
    offer(alice, large);
    world.run(500);
    const place = take(bob);
    place.room = 10 * CHUNK_LENGTH + 1;
    world.run(5000);
    expect(stateOf(bob)).toBe('full');
    expect(fileOf(bob).bytes).toBe(10 * CHUNK_LENGTH);
    expect(fileOf(alice).receivers[0]?.state).toBe('held-there');
    bob.meeting.files.resume(fileOf(bob).id);
    world.run(5000);
    expect(stateOf(bob)).toBe('full');
    place.room = Infinity;
    bob.meeting.files.resume(fileOf(bob).id);
    world.run(10_000);
    expect(place.holds(large)).toBe(true);
  });

  it('that was changed since it was offered ends with that word', () => {
    const { world, alice, bob } = three('file changed');
    const bytes = bytesOf(3 * CHUNK_LENGTH);
    offer(alice, bytes);
    world.run(500);
    bytes[2 * CHUNK_LENGTH + 7]! ^= 1;
    const place = take(bob);
    world.run(3000);
    expect([stateOf(alice), stateOf(bob), place.state]).toEqual(['changed', 'changed', 'discarded']);
  });

  it('ends when its sender leaves or is removed, or its receiver is', () => {
    for (const goes of ['leaves', 'removed'] as const) {
      const { world, alice, bob, carol } = three(`file ${goes}`);
      world.network.pieceMs = 10;
      const place = begunSlowly(world, bob, carol);
      if (goes === 'leaves') bob.meeting.leave();
      else alice.meeting.moderation.remove(idOf(alice, 'Bob'));
      world.run(3000);
      expect([stateOf(carol), place.state]).toEqual(['gone', 'discarded']);
    }
    const { world, alice, bob } = three('file receiver removed');
    begun(world, alice, bob, large);
    alice.meeting.moderation.remove(idOf(alice, 'Bob'));
    world.run(3000);
    expect(fileOf(alice).receivers.find(({ name }) => name === 'Bob')?.state).toBe('gone');
  });

  it('is offered by nobody who may not write, and what was taken before goes on', () => {
    const { world, alice, bob } = three('file paused chat');
    world.network.pieceMs = 10;
    const place = begunSlowly(world, bob, alice);
    alice.meeting.quiet.setPaused(true);
    world.run(3000);
    expect(() => offer(bob, bytesOf(1), null, 'b.bin')).toThrow('file-paused');
    offer(alice, bytesOf(1), null, 'c.bin');
    world.run(20_000);
    expect(place.holds(large)).toBe(true);
    expect(stateOf(bob, 'c.bin')).toBe('offered');
  });

  it('comes by a line of 100 kB a second, paused and resumed, and the window is never full', () => {
    const { world, alice, bob } = three('file slow');
    world.network.pieceMs = 160;
    const bytes = bytesOf(12 * CHUNK_LENGTH);
    offer(alice, bytes);
    world.run(500);
    const place = take(bob);
    for (let round = 0; round < 3; round++) {
      world.run(4000);
      bob.meeting.files.pause(fileOf(bob).id);
      world.run(500);
      bob.meeting.files.resume(fileOf(bob).id);
    }
    world.run(120_000);
    expect(place.holds(bytes)).toBe(true);
    expect(place.writes).toBe(12);
  });

  it('tells how fast it comes', () => {
    const { world, alice, bob } = three('file speed');
    world.network.pieceMs = 10;
    begunSlowly(world, alice, bob);
    world.run(2000);
    expect(fileOf(bob).speed).toBeGreaterThan(CHUNK_LENGTH);
    expect(fileOf(alice).speed).toBeGreaterThan(CHUNK_LENGTH);
  });

  it('of which nothing is whole is deleted when the meeting is left', () => {
    const { world, alice, bob } = three('file left');
    world.network.pieceMs = 10;
    const place = begunSlowly(world, alice, bob);
    bob.meeting.leave();
    expect(place.state).toBe('discarded');
  });
});

function begunSlowly(world: World, from: Parameters<typeof begun>[1], to: Parameters<typeof begun>[2]) {
  offer(from, large);
  world.run(1200);
  const place = take(to);
  world.run(1000);
  return place;
}
