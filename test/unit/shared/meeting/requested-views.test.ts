import { beforeAll, describe, expect, it } from 'vitest';
import { cryptoReady } from '../../../../shared/crypto/sodium';
import {
  decodeMemberMessage,
  encodeMemberMessage,
} from '../../../../shared/meeting/messages/member-messages';
import { encodeCbor } from '../../../../shared/wire/cbor';
import { World, type Person } from '../../../support/world/world';

beforeAll(cryptoReady);

/** The window of this person shows the picture that comes over its latest link so tall. */
function views(person: Person, height: 0 | 90 | 180 | 720): void {
  person.meeting.connectionEvent(person.connections.opened.at(-1) ?? '', { type: 'view', height });
}

describe('how tall a picture is shown', () => {
  it('reaches the one who sends it, on the link of the two and no other', () => {
    const world = new World('views');
    const [alice, bob, carol] = world.gather(['Bob', 'Carol']);
    if (!alice || !bob || !carol) throw new Error('somebody is missing');
    // The latest link of Carol is the one to Bob.
    views(carol, 0);
    world.run(500);
    views(carol, 180);
    world.run(500);
    expect(bob.connections.shown.map(([, height]) => height)).toEqual([0, 180]);
    expect(new Set(bob.connections.shown.map(([connectionId]) => connectionId)).size).toBe(1);
    expect(alice.connections.shown).toEqual([]);
    expect(carol.connections.shown).toEqual([]);
  });

  it('is heeded four times a second and no more, and the latest is not lost', () => {
    const world = new World('flood');
    const { host, guest } = world.call();
    for (let i = 0; i < 40; i++) views(guest, i % 2 === 0 ? 0 : 720);
    views(guest, 90);
    world.run(500);
    expect(host.connections.shown).toHaveLength(4);
    world.run(1000);
    expect(host.connections.shown).toHaveLength(5);
    expect(host.connections.shown.at(-1)?.[1]).toBe(90);
  });

  it.each([-1, 1, 91, 100_000, 0.5, '90', null])('is ignored when it is %j', (height) => {
    expect(decodeMemberMessage(encodeCbor({ t: 'view', height }))).toBeNull();
  });

  it('comes back as it was said', () => {
    expect(decodeMemberMessage(encodeMemberMessage({ t: 'view', height: 360 }))).toEqual({
      t: 'view',
      height: 360,
    });
  });
});
