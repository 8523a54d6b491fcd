/** Two ends of hand-made links, joined in memory: what one end is given, the other one receives at once. */
import { describe, expect, it } from 'vitest';
import { ByHandTransport } from '../../../../../main/rendezvous/by-hand/by-hand-transport';
import { decodeByHandFrame } from '../../../../../main/rendezvous/by-hand/by-hand-frame';
import { randomBytes } from '../../../../../shared/crypto/sodium';
import type { Room } from '../../../../../shared/invite/key-schedule';
import type { Envelope } from '../../../../../shared/wire/envelope';

const room = (): Room => ({
  topicKey: randomBytes(32) as Room['topicKey'],
  envelopeKey: randomBytes(32) as Room['envelopeKey'],
});
const envelope = (body = randomBytes(10)): Envelope => ({
  kind: 'sealed',
  from: randomBytes(16),
  to: randomBytes(16),
  messageId: randomBytes(8),
  part: 0,
  parts: 1,
  body,
});

class World {
  time = 1_800_000_000_000;
  readonly clocks = { wall: () => this.time, steady: () => this.time - 1_000_000 };
  readonly door = new ByHandTransport(this.clocks, { changed: () => this.changes++ });
  readonly guest = new ByHandTransport(this.clocks, { changed: () => this.changes++ });
  changes = 0;
  /** What went from the door to its guest. */
  readonly toGuest: Uint8Array[] = [];

  join(connectionId = 'a'): void {
    const early: (() => void)[] = [];
    this.door.opened(connectionId, 'inviter', (bytes) => {
      this.toGuest.push(bytes);
      early.push(() => {
        this.guest.received(connectionId, bytes);
      });
      if (this.#stands) for (const run of early.splice(0)) run();
    });
    this.guest.opened(connectionId, 'guest', (bytes) => {
      this.door.received(connectionId, bytes);
    });
    this.#stands = true;
    for (const run of early.splice(0)) run();
  }

  #stands = false;
}

describe('a frame of a hand-made link', () => {
  it.each([
    [1, 33],
    [2, 33],
    [3, 1033],
  ])('of type %i has %i bytes, and is none with one more or fewer', (type, length) => {
    const sized = (size: number): Uint8Array => Uint8Array.from({ length: size }, () => type);
    expect(decodeByHandFrame(sized(length))).not.toBeNull();
    for (const size of [0, 1, length - 1, length + 1]) expect(decodeByHandFrame(sized(size))).toBeNull();
  });
});

describe('the transport of hand-made links', () => {
  it('carries envelopes both ways in rooms where both listen', () => {
    const world = new World();
    const meeting = room();
    const heard: Envelope[] = [];
    world.join();
    world.guest.listen(meeting, (one) => heard.push(one));
    world.door.listen(meeting, (one) => heard.push(one));
    const [one, other] = [envelope(), envelope()];
    world.door.publish(meeting, [one]);
    world.guest.publish(meeting, [other]);
    expect(heard).toEqual([one, other]);
    expect(world.guest.status).toMatchObject({ state: 'works', others: 1, lastExchangeAt: world.time });
  });

  it('tells the other end nothing of rooms that it did not name', () => {
    const world = new World();
    world.join();
    const [meeting, others] = [room(), room()];
    world.guest.listen(meeting, () => undefined);
    world.door.listen(others, () => undefined);
    world.door.publish(others, [envelope()]);
    expect(world.toGuest).toEqual([]);
    world.door.publish(meeting, [envelope()]);
    expect(world.toGuest.map((bytes) => decodeByHandFrame(bytes)?.type)).toEqual(['envelope']);
  });

  it('ends with the listening: nothing is sent into a room that was left', () => {
    const world = new World();
    world.join();
    const meeting = room();
    const leave = world.guest.listen(meeting, () => undefined);
    leave();
    world.door.publish(meeting, [envelope()]);
    expect(world.toGuest).toEqual([]);
  });

  it('says again what was said before the link stood, if it is not older than a minute', () => {
    for (const [pause, expected] of [
      [59_000, 1],
      [61_000, 0],
    ] as const) {
      const world = new World();
      const meeting = room();
      let heard = 0;
      world.door.listen(meeting, () => heard++);
      world.guest.listen(meeting, () => undefined);
      world.guest.publish(meeting, [envelope()]);
      world.time += pause;
      world.join();
      expect(heard).toBe(expected);
    }
  });

  it('goes on after anything that is no frame, an envelope that does not open, and a flood', () => {
    const world = new World();
    const meeting = room();
    let heard = 0;
    world.join();
    world.guest.listen(meeting, () => undefined);
    world.door.listen(meeting, () => heard++);
    for (const bytes of [new Uint8Array(0), randomBytes(33), randomBytes(1033), new Uint8Array(1033).fill(3)])
      world.door.received('a', bytes);
    world.door.received('nobody', randomBytes(33));
    for (let count = 0; count < 300; count++) world.door.received('a', new Uint8Array(33).fill(1));
    world.guest.publish(meeting, [envelope()]);
    expect(heard).toBe(0);
    world.time += 1000;
    world.guest.publish(meeting, [envelope()]);
    expect(heard).toBe(1);
  });

  it('keeps sixteen rooms of the other end, and no more', () => {
    const world = new World();
    world.join();
    const rooms = Array.from({ length: 20 }, room);
    for (const one of rooms) world.guest.listen(one, () => undefined);
    for (const one of rooms) world.door.publish(one, [envelope()]);
    expect(world.toGuest).toHaveLength(16);
  });

  it('is idle without a link, works while one stands, and says so', () => {
    const world = new World();
    expect(world.door.status.state).toBe('idle');
    world.join();
    expect(world.door.status.state).toBe('works');
    const before = world.changes;
    world.door.closed('a');
    world.door.closed('a');
    expect(world.door.status.state).toBe('idle');
    expect(world.changes - before).toBe(1);
  });
});
