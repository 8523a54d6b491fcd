import { expect, it } from 'vitest';
import { Forwarding } from '../../../../../shared/meeting/members/forwarding';
import type { Member } from '../../../../../shared/meeting/members/member';

const FRAME = new Uint8Array(40);
const carried: string[] = [];

function member(peerId: string): Member {
  const send = (): number => carried.push(peerId);
  return { canCarry: true, facts: { peerId }, send } as unknown as Member;
}
const ports = { steady: () => 0, drop: () => undefined };

it('keeps a bounded number of whom members have named, and of somebody who has gone nothing', () => {
  const [alice, bob] = [member('aa'.repeat(16)), member('bb'.repeat(16))];
  const forwarding = new Forwarding({ all: () => [alice, bob], get: () => undefined }, ports);
  for (let made = 0; made < 10_000; made++)
    forwarding.heardThrough(made.toString(16).padStart(32, '0'), bob.facts.peerId);
  expect(forwarding.kept).toBeLessThanOrEqual(64);
  forwarding.heardThrough('cc'.repeat(16), bob.facts.peerId);
  forwarding.forward('cc'.repeat(16), FRAME, { mends: false });
  forwarding.dropped('cc'.repeat(16));
  forwarding.forward('cc'.repeat(16), FRAME, { mends: false });
  expect(carried).toEqual([bob, alice].map(({ facts }) => facts.peerId));
  forwarding.dropped(bob.facts.peerId);
  expect(forwarding.kept).toBe(0);
});
