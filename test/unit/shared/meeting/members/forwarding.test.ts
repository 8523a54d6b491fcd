import { expect, it } from 'vitest';
import { Forwarding } from '../../../../../shared/meeting/members/forwarding';
import type { Member } from '../../../../../shared/meeting/members/member';

const member = (peerId: string): Member => ({ canCarry: true, facts: { peerId } }) as unknown as Member;
const ports = { steady: () => 0, drop: () => undefined };

it('keeps a bounded number of whom members have named, and of somebody who has gone nothing', () => {
  const [alice, bob] = [member('aa'.repeat(16)), member('bb'.repeat(16))];
  const forwarding = new Forwarding({ all: () => [alice, bob], get: () => undefined }, ports);
  for (let made = 0; made < 10_000; made++)
    forwarding.heardThrough(made.toString(16).padStart(32, '0'), bob.facts.peerId);
  expect(forwarding.kept).toBeLessThanOrEqual(64);
  forwarding.heardThrough('cc'.repeat(16), bob.facts.peerId);
  expect(forwarding.carrierTo('cc'.repeat(16))).toBe(bob);
  forwarding.dropped('cc'.repeat(16));
  expect(forwarding.carrierTo('cc'.repeat(16))).toBe(alice);
  forwarding.dropped(bob.facts.peerId);
  expect(forwarding.kept).toBe(0);
});
