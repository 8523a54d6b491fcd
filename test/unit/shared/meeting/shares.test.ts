import { beforeAll, describe, expect, it } from 'vitest';
import { cryptoReady } from '../../../../shared/crypto/sodium';
import {
  decodeMemberMessage,
  encodeMemberMessage,
} from '../../../../shared/meeting/messages/member-messages';
import { encodeCbor, type CborValue } from '../../../../shared/wire/cbor';
import type { Share } from '../../../../shared/wire/share';
import { inside, three } from '../../../support/world/people';
import { World, type Person } from '../../../support/world/world';

beforeAll(cryptoReady);

const own = { microphone: true, camera: true };
const screen: Share = { source: 'screen', paused: false };

const sharesSeen = (person: Person): Record<string, Share | null> =>
  Object.fromEntries(inside(person).peers.map(({ name, share }) => [name, share]));

/** The window of this person shows, or does not show, the screen that comes over its latest link. */
function views(person: Person, shown: boolean): void {
  person.meeting.connectionEvent(person.connections.opened.at(-1) ?? '', { type: 'screen-view', shown });
}

describe('a screen that is shared', () => {
  it('is told to everybody, as it is paused, goes on and ends', () => {
    const { world, alice, bob, carol } = three('shares');
    expect(sharesSeen(bob)).toEqual({ Alice: null, Carol: null });
    for (const share of [screen, { ...screen, paused: true }, screen, null]) {
      alice.meeting.setSelf({ ...own, share });
      world.run(500);
      for (const other of [bob, carol]) expect(sharesSeen(other)['Alice']).toEqual(share);
      expect(sharesSeen(carol)['Bob']).toBeNull();
    }
  });

  it('is told to whoever comes later, with the first message', () => {
    const world = new World('late');
    const { host } = world.call();
    host.meeting.setSelf({ ...own, share: { source: 'window', paused: true } });
    const carol = world.guest('Carol');
    world.run(1500);
    world.admitFirst(host);
    world.run(3000);
    expect(sharesSeen(carol)['Alice']).toEqual({ source: 'window', paused: true });
  });

  it('of two people at the same moment is each seen by the other and by the third', () => {
    const { world, alice, bob, carol } = three('both');
    alice.meeting.setSelf({ ...own, share: screen });
    bob.meeting.setSelf({ ...own, share: { source: 'window', paused: false } });
    world.run(500);
    expect(sharesSeen(alice)['Bob']?.source).toBe('window');
    expect(sharesSeen(bob)['Alice']?.source).toBe('screen');
    expect(Object.values(sharesSeen(carol)).map((share) => share?.source)).toEqual(
      expect.arrayContaining(['screen', 'window']),
    );
  });

  it('is told again over another link, and is gone with its owner', () => {
    const world = new World('again');
    const { host, guest } = world.call();
    host.meeting.setSelf({ ...own, share: screen });
    world.run(500);
    expect(sharesSeen(guest)['Alice']).toEqual(screen);
    host.meeting.leave();
    world.run(1000);
    expect(inside(guest).peers.filter(({ share }) => share !== null)).toEqual([]);
  });
});

describe('whether a shared screen is shown', () => {
  it('reaches the one who shares it, on the link of the two and no other', () => {
    const { world, alice, bob, carol } = three('screen-views');
    // The latest link of Carol is the one to Bob.
    views(carol, false);
    world.run(500);
    views(carol, true);
    world.run(500);
    expect(bob.connections.shownScreens.map(([, shown]) => shown)).toEqual([false, true]);
    expect(new Set(bob.connections.shownScreens.map(([connectionId]) => connectionId)).size).toBe(1);
    expect(alice.connections.shownScreens).toEqual([]);
    expect(bob.connections.shown).toEqual([]);
  });

  it('is heeded four times a second and no more, and the latest is not lost', () => {
    const world = new World('screen-flood');
    const { host, guest } = world.call();
    for (let i = 0; i < 41; i++) views(guest, i % 2 === 1);
    world.run(500);
    expect(host.connections.shownScreens).toHaveLength(4);
    world.run(1000);
    expect(host.connections.shownScreens).toHaveLength(5);
    expect(host.connections.shownScreens.at(-1)?.[1]).toBe(false);
    expect(host.drops.get('view-flood')).toBeGreaterThan(30);
  });
});

describe('messages about a shared screen', () => {
  const self = { t: 'self' as const, ...own, perMeetingKey: new Uint8Array(32) };

  it('come back as they were said, and without a share where there is none', () => {
    for (const message of [
      self,
      { ...self, share: screen },
      { t: 'screen-view' as const, shown: true },
      { t: 'screen-view' as const, shown: false },
    ])
      expect(decodeMemberMessage(encodeMemberMessage(message))).toEqual(message);
    expect(decodeMemberMessage(encodeMemberMessage(self))).not.toHaveProperty('share');
  });

  it.each<CborValue>([
    null,
    'screen',
    {},
    { source: 'screen' },
    { paused: true },
    { source: 'camera', paused: false },
    { source: 'screen', paused: 1 },
    [{ source: 'screen', paused: false }],
  ])('are dropped whole when the share is %j', (share) => {
    expect(decodeMemberMessage(encodeCbor({ ...self, share }))).toBeNull();
  });

  it('hold no title of a window: what is not known is ignored', () => {
    const told = { ...self, share: { ...screen, title: 'A letter to the lawyer' } };
    expect(JSON.stringify(decodeMemberMessage(encodeCbor(told)))).not.toContain('lawyer');
  });

  it.each<CborValue>([0, 1, 'true', null, {}])('are ignored when what is shown is %j', (shown) => {
    expect(decodeMemberMessage(encodeCbor({ t: 'screen-view', shown }))).toBeNull();
  });
});
