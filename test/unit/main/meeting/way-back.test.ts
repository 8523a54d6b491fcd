import { beforeAll, describe, expect, it } from 'vitest';
import type { Previewed } from '../../../../main/meeting/preview';
import { WayBack } from '../../../../main/meeting/way-back';
import { cryptoReady, randomBytes } from '../../../../shared/crypto/sodium';
import { noHints } from '../../../../shared/invite/hints';
import type { Invite, MeetingSecret } from '../../../../shared/invite/link';
import type { EndReason, MeetingView } from '../../../../shared/ipc';
import { insideWith, nowhere, type Inside } from '../../../support/meeting-views';

beforeAll(cryptoReady);

const NOW = 1_900_000_000_000;
const hostKey = new Uint8Array(32).fill(7);

/** The same meeting each time, by another link. */
const inviteOf = (expiry = NOW / 1000 + 3600): Invite => ({
  ...{ open: false, expiry, hostKey, hints: noHints },
  secret: randomBytes(32) as MeetingSecret,
});
const meeting = { hostKey };
const guestOf = (invite: Invite): Previewed => ({ role: 'guest', invite, handInvitation: null });
const facts = { title: '', expiresAt: NOW, role: 'guest' } as const;
const ended = (reason: EndReason, wasInside = false): MeetingView => ({
  ...facts,
  ...{ phase: 'ended', reason, wasInside },
});
const peers = [{ peerId: 'a' }] as Inside['peers'];
const amongOthers = (): MeetingView => insideWith([], [], { role: 'guest', peers });

function entered(invite = inviteOf(), isThrowaway = false): WayBack {
  const way = new WayBack();
  way.entered(guestOf(invite), isThrowaway);
  return way;
}

function enteredByHand(): WayBack {
  const way = new WayBack();
  const handInvitation = {} as NonNullable<Extract<Previewed, { role: 'guest' }>['handInvitation']>;
  way.entered({ role: 'guest', invite: inviteOf(), handInvitation }, false);
  return way;
}

describe('the way back for a guest', () => {
  it.each(['denied', 'full', 'locked', 'no-path'] as const)('is offered after %s', (reason) => {
    const invite = inviteOf();
    const way = entered(invite);
    way.follow(ended(reason), meeting);
    expect(way.at(NOW)).toBe(invite);
    expect(way.shownIn(ended(reason), NOW)).toMatchObject({ askAgain: true });
  });

  it.each(['expired', 'replaced', 'removed', 'fingerprint-mismatch'] as const)(
    'is not offered after %s',
    (reason) => {
      const way = entered();
      way.follow(ended(reason, true), meeting);
      expect(way.at(NOW)).toBeNull();
      expect(way.shownIn(ended(reason), NOW)).toEqual(ended(reason));
    },
  );

  it('is not offered to a one-time identity, which it would make the usual one', () => {
    const way = entered(inviteOf(), true);
    way.follow(ended('denied'), meeting);
    expect(way.at(NOW)).toBeNull();
    const other = entered(inviteOf(), true);
    other.left(amongOthers());
    expect(other.shownIn(nowhere, NOW)).toEqual(nowhere);
  });

  it('is not offered after a removal, whatever link of the meeting is followed later', () => {
    const way = entered();
    way.follow(ended('removed', true), meeting);
    way.entered(guestOf(inviteOf()), false);
    way.follow(ended('denied'), meeting);
    expect(way.at(NOW)).toBeNull();
  });

  it.each([
    ['under a one-time identity', (): WayBack => entered(inviteOf(), true)],
    ['by hand', () => enteredByHand()],
    ['from another meeting', () => new WayBack()],
  ])('is not offered after a removal of somebody who came %s', (_how, come) => {
    const way = come();
    way.follow(ended('removed', true), meeting);
    way.entered(guestOf(inviteOf()), false);
    way.follow(ended('full'), meeting);
    expect(way.at(NOW)).toBeNull();
    way.entered(guestOf({ ...inviteOf(), hostKey: new Uint8Array(32).fill(8) }), false);
    expect(way.at(NOW)).not.toBeNull();
  });

  it('is not offered to whoever was inside and is declined', () => {
    const way = entered();
    way.follow(ended('denied', true), meeting);
    expect(way.at(NOW)).toBeNull();
  });

  it('is offered once after being declined: whoever was blocked is declined for good', () => {
    const way = entered();
    way.follow(ended('denied'), meeting);
    way.follow(ended('denied'), meeting);
    expect(way.at(NOW)).not.toBeNull();
    way.entered(guestOf(inviteOf()), false);
    way.follow(ended('denied'), meeting);
    expect(way.at(NOW)).toBeNull();
  });

  it('is offered to a guest who left others there, and to nobody else', () => {
    const invite = inviteOf();
    const way = entered(invite);
    way.left(amongOthers());
    way.follow(ended('left', true), meeting);
    const { expiry } = invite;
    expect(way.shownIn(nowhere, NOW)).toEqual({ phase: 'none', rejoin: { expiresAt: expiry * 1000 } });
    for (const view of [nowhere, insideWith([], [], { role: 'guest', peers: [] }), ended('full')]) {
      const other = entered();
      other.left(view);
      expect(other.shownIn(nowhere, NOW)).toEqual(nowhere);
    }
    const host = new WayBack();
    host.entered({ role: 'host', expiresAt: NOW }, false);
    host.left(insideWith([], [], { role: 'host', peers }));
    expect(host.shownIn(nowhere, NOW)).toEqual(nowhere);
  });

  it('ends with the link', () => {
    const way = entered(inviteOf(NOW / 1000));
    way.left(amongOthers());
    expect(way.at(NOW)).toBeNull();
  });
});
