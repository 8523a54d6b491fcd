import { beforeAll, describe, expect, it } from 'vitest';
import { cryptoReady } from '../../../../shared/crypto/sodium';
import type { MemberMessage } from '../../../../shared/meeting/messages/member-messages';
import { fromHex } from '../../../../shared/bytes';
import { deriveMeetingKeys } from '../../../../shared/invite/key-schedule';
import type { Message } from '../../../../shared/wire/reassembly';
import { inside } from '../../../support/world/people';
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

describe('copies of a knock, by somebody who has the link', () => {
  function copied(seed: string) {
    const world = new World(seed);
    const { room } = deriveMeetingKeys(world.invite);
    const alice = world.host('Alice');
    const heard: Message[] = [];
    world.bus.join(room, fromHex(alice.peerId), (message) => heard.push(message));
    const bob = world.guest('Bob');
    world.run(2000);
    const knock = heard.find(({ kind }) => kind === 'knock');
    if (!knock) throw new Error('nobody knocked');
    const attacker = world.bus.join(room, knock.from, () => undefined);
    const copy = (): void => {
      attacker.publish('knock', fromHex(alice.peerId), knock.body);
    };
    const knocksShown = (): string[] => inside(alice).knocks.map(({ name }) => name);
    return { world, alice, bob, copy, knocksShown };
  }

  it('are not answered each', () => {
    const { world, bob, copy, knocksShown } = copied('copied knock');
    const topicOf = (): Set<string> => new Set(world.bus.seen.slice(before).map(({ topic }) => topic));
    const before = world.bus.seen.length;
    copy();
    const [ofTheRoom] = topicOf();
    for (let count = 0; count < 1000; count++) copy();
    world.run(900);
    const answers = world.bus.seen.slice(before).filter(({ topic }) => topic !== ofTheRoom);
    expect(answers.length).toBeGreaterThan(0);
    expect(answers.length).toBeLessThan(10);
    expect(knocksShown()).toEqual(['Bob']);
    expect(bob.meeting.view).toMatchObject({ phase: 'knocking', step: 'asked' });
  });

  it('keep no knock of somebody who has gone, and none of somebody who waits is lost', () => {
    const { world, bob, copy, knocksShown } = copied('copies for the dead');
    const copyFor = (seconds: number): void => {
      for (let second = 0; second < seconds; second += 5) {
        copy();
        world.run(5000);
      }
    };
    copyFor(200);
    expect(knocksShown()).toEqual(['Bob']);
    bob.crash(() => 0);
    copyFor(90);
    expect(knocksShown()).toEqual([]);
  });
});
