import { beforeAll, describe, expect, it } from 'vitest';
import { cryptoReady } from '../../../../shared/crypto/sodium';
import type { MemberMessage } from '../../../../shared/meeting/messages/member-messages';
import { peersOf, World, type Person } from '../../../support/world/world';

beforeAll(cryptoReady);

const MANY = 6000;

/** To the only other one. */
function flood({ meeting }: Person, message: MemberMessage): void {
  const [other] = meeting.members.all;
  for (let count = 0; count < MANY; count++) other?.send(message);
}

const droppedBy = (person: Person): number => person.drops.get('member-flood') ?? 0;

describe('a member who never stops talking', () => {
  it.each<MemberMessage>([
    { t: 'roster-hash', hash: new Uint8Array(32) },
    { t: 'statements', list: [new Uint8Array(200)], more: false },
    { t: 'introduce', peers: [] },
    { t: 'forwarded', from: new Uint8Array(16), frame: new Uint8Array(40) },
  ])('is heeded only so often: $t', (message) => {
    const world = new World(`flood of ${message.t}`);
    const { host, guest } = world.call();
    flood(guest, message);
    world.run(500);
    expect(droppedBy(host)).toBeGreaterThan(MANY / 4);
    expect(droppedBy(guest)).toBe(0);
  });

  it('is heard again afterwards, and was there all the time', () => {
    const world = new World('flood ends');
    const { host, guest } = world.call();
    flood(guest, { t: 'introduce', peers: [] });
    world.run(3000);
    const before = droppedBy(host);
    guest.meeting.setSelf({ microphone: false, camera: false });
    world.run(1000);
    expect(host.meeting.view).toMatchObject({ peers: [{ name: 'Bob', microphone: false, camera: false }] });
    expect(peersOf(host)).toEqual([{ name: 'Bob', link: 'open' }]);
    expect(droppedBy(host)).toBe(before);
  });

  it('can be removed while it talks', () => {
    const world = new World('flood and removal');
    const { host, guest } = world.call();
    flood(guest, { t: 'roster-hash', hash: new Uint8Array(32) });
    const { view } = host.meeting;
    host.meeting.moderation.remove(view.phase === 'inside' ? (view.peers[0]?.peerId ?? '') : '');
    world.run(1000);
    expect(peersOf(host)).toEqual([]);
    expect(guest.meeting.view).toMatchObject({ phase: 'ended', reason: 'removed' });
  });
});
