import { expect, it } from 'vitest';
import { deriveMeetingKeys } from '../../../../../shared/invite/key-schedule';
import { KnockPolicy } from '../../../../../shared/meeting/door/knock-policy';
import { PersonalInvites } from '../../../../../shared/meeting/door/personal-invites';
import { openDoorKey } from '../../../../../shared/meeting/meeting-keys';
import { three } from '../../../../support/world/people';

it('lets in by the door of a member only those about whom a statement has decided, also without a lobby', () => {
  const { world, alice, bob } = three('door of a member');
  alice.meeting.moderation.setLobby(false);
  world.run(1000);
  const { members, group } = bob.meeting.gathered;
  const personal = new PersonalInvites();
  const policy = new KnockPolicy({ members, group, maxParticipants: 16, personal }, world.scheduler);
  const { invite } = world;
  const keys = deriveMeetingKeys(invite);
  const link = { invite, keys, staticKey: openDoorKey(keys) };
  const judged = (knownOnly: boolean): ReturnType<KnockPolicy['judge']> => {
    const knock = {
      identity: new Uint8Array(32),
      salt: new Uint8Array(16),
      perMeetingKey: keys.psk,
      name: '',
    };
    const visitor = { peerId: world.random(16), knock, knockBody: new Uint8Array() };
    return policy.judge(visitor as unknown as Parameters<KnockPolicy['judge']>[0], link, knownOnly);
  };
  expect(judged(false)).toBe('admit');
  expect(judged(true)).toBe('elsewhere');
});
