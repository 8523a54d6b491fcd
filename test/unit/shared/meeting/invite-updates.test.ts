import { beforeAll, describe, expect, it } from 'vitest';
import { equalPublic } from '../../../../shared/bytes';
import { cryptoReady } from '../../../../shared/crypto/sodium';
import { noHints } from '../../../../shared/invite/hints';
import type { Invite, MeetingSecret } from '../../../../shared/invite/link';
import { InviteUpdates } from '../../../../shared/meeting/invite-updates';
import type { Membership } from '../../../../shared/membership/membership';

beforeAll(cryptoReady);

const inviteOf = (secret: number): Invite => ({
  open: false,
  expiry: 1,
  secret: new Uint8Array(32).fill(secret) as MeetingSecret,
  hostKey: new Uint8Array(32),
  hints: noHints,
});

/** @param person the same for all runs of one person. */
const memberOf = (person: number) => ({
  state: {
    phase: 'open' as const,
    introduction: {
      identity: new Uint8Array(32).fill(person),
      salt: new Uint8Array(16),
      version: '',
      buildHash: new Uint8Array(16),
      name: '',
    },
    microphone: false,
    camera: false,
    share: null,
    recording: null,
    perMeetingKey: null,
  },
});

function meeting() {
  let named: Invite | null = null;
  let holds = inviteOf(1);
  const drops: string[] = [];
  const updates = new InviteUpdates(
    {
      rights: 'none',
      get membership(): Membership {
        return { replacedBy: named?.secret ?? null } as unknown as Membership;
      },
      isReplaced: (invite) => named !== null && !equalPublic(named.secret, invite.secret),
    },
    { roleOf: () => 'member' },
    {
      get invite() {
        return holds;
      },
      invites: { replacements: [], personal: [] },
      replaceBy: (invite) => (holds = invite),
      cameAlone: () => false,
    },
    { drop: (reason) => drops.push(reason) },
  );
  return { updates, drops, holds: () => holds, name: (invite: Invite) => (named = invite) };
}

describe('a link that is said to hold now', () => {
  it('needs no place where a statement names it, however many were told before', () => {
    const { updates, drops, holds, name } = meeting();
    for (let person = 1; person <= 32; person++) updates.said(memberOf(person), inviteOf(100 + person));
    updates.said(memberOf(40), inviteOf(200));
    expect(drops).toEqual(['unexpected']);
    // Who has a place may think better of it.
    updates.said(memberOf(1), inviteOf(201));
    expect(drops).toHaveLength(1);
    name(inviteOf(201));
    updates.follow();
    expect(holds()).toEqual(inviteOf(201));
    name(inviteOf(2));
    updates.said(memberOf(41), inviteOf(2));
    expect(holds()).toEqual(inviteOf(2));
  });

  it('waits for its statement in one place of its own, which runs of somebody else do not take', () => {
    const { updates, drops, holds, name } = meeting();
    for (let run = 0; run < 100; run++) updates.said(memberOf(1), inviteOf(100 + run));
    updates.said(memberOf(2), inviteOf(2));
    expect(drops).toEqual([]);
    updates.follow();
    expect(holds()).toEqual(inviteOf(1));
    name(inviteOf(2));
    updates.follow();
    expect(holds()).toEqual(inviteOf(2));
  });
});
