/** What a host says to those who wait. */
import { beforeAll, describe, expect, it } from 'vitest';
import { cryptoReady } from '../../../../shared/crypto/sodium';
import { decodeDoorMessage, encodeDoorMessage } from '../../../../shared/meeting/messages/door-messages';
import { MAX_NOTE_LENGTH } from '../../../../shared/meeting/messages/note-length';
import { encodeCbor } from '../../../../shared/wire/cbor';
import { World, type Person } from '../../../support/world/world';

beforeAll(cryptoReady);

const NOTE = 'We start when everyone is here.\nBring chapter four.';

const hostWith = (world: World, note: string): Person =>
  world.person('Alice', { role: 'host', hostKeySeed: world.hostKeySeed, note });

const shownTo = ({ meeting: { view } }: Person): string => (view.phase === 'knocking' ? view.note : '');

/** Envelopes that the relay sees until somebody waits, with the note or without. */
function envelopesUntilAsked(note: string): number {
  const world = new World('length');
  hostWith(world, note);
  const guest = world.guest('Bob');
  world.run(1500);
  expect(guest.meeting.view).toMatchObject({ step: 'asked' });
  return world.bus.seen.length;
}

describe('a note to those who wait', () => {
  it('is shown to whoever asks to join, before anybody decides', () => {
    const world = new World('note');
    hostWith(world, NOTE);
    const guest = world.guest('Bob');
    expect(shownTo(guest)).toBe('');
    world.run(1500);
    expect(guest.meeting.view).toMatchObject({ phase: 'knocking', step: 'asked', note: NOTE });
  });

  it('is not there where the host says nothing', () => {
    const world = new World('none');
    world.host('Alice');
    const guest = world.guest('Bob');
    world.run(1500);
    expect(guest.meeting.view).toMatchObject({ phase: 'knocking', step: 'asked', note: '' });
  });

  it('cannot turn the text around it, climb into other lines or show what is hidden', () => {
    const world = new World('tricks');
    hostWith(world, `a\u202Eb\u0000c${'\u0301'.repeat(100)}\n\n\n\nd`);
    const guest = world.guest('Bob');
    world.run(1500);
    expect(shownTo(guest)).not.toMatch(/[\u202E\u0000]|\n{3}/u);
    expect(shownTo(guest).length).toBeLessThan(20);
  });

  it('is heeded from the host alone, whatever the app of a co-host says', () => {
    const world = new World('co-host');
    const host = hostWith(world, NOTE);
    const carol = world.guest('Carol');
    world.run(1500);
    world.admitFirst(host);
    world.run(3000);
    const options = Reflect.get(carol.meeting.gathered.door, 'options') as { note?: string };
    options.note = 'Call me at once.';
    host.meeting.moderation.setCoHost(carol.peerId, true);
    world.run(2000);
    host.meeting.leave();
    world.run(3000);
    const bob = world.guest('Bob');
    world.run(6000);
    expect(bob.meeting.view).toMatchObject({ phase: 'knocking', step: 'asked', note: '' });
  });

  it('is heeded at no open door, which anybody with the link can keep', () => {
    const world = new World('open', { open: true });
    const host = hostWith(world, NOTE);
    host.meeting.moderation.setLobby(true);
    const guest = world.guest('Bob');
    world.run(3000);
    expect(guest.meeting.view).toMatchObject({ phase: 'knocking', step: 'asked', note: '' });
  });

  it('does not tell a relay by its length that there is one', () => {
    const longest = '燭'.repeat(MAX_NOTE_LENGTH);
    expect(new TextEncoder().encode(longest)).toHaveLength(600);
    expect(envelopesUntilAsked(longest)).toBe(envelopesUntilAsked(''));
  });

  it('is no message if it is too long or no text', () => {
    const message = { t: 'waiting', note: 'a'.repeat(MAX_NOTE_LENGTH) } as const;
    expect(decodeDoorMessage(encodeDoorMessage(message))).toEqual(message);
    expect(decodeDoorMessage(encodeCbor({ t: 'waiting', note: 'a'.repeat(MAX_NOTE_LENGTH + 1) }))).toBeNull();
    expect(decodeDoorMessage(encodeCbor({ t: 'waiting', note: 7 }))).toBeNull();
  });
});
