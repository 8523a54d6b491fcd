/** Many people speak up while carriers fail: whatever two people both have is in one order, and nothing is there twice. */
import { beforeAll, expect, it, vi } from 'vitest';
import { cryptoReady } from '../../../../../shared/crypto/sodium';
import { Member } from '../../../../../shared/meeting/members/member';
import { WHOLE } from './whole';
import { Crowd, insideOf, type Participant } from './crowd';
import { disagreements } from './agreement';
import { gathering, partition, playThrough } from './scenario';
import { FAIR } from './weather';

beforeAll(cryptoReady);
vi.setConfig({ testTimeout: 600_000 });

const idsOf = ({ person }: Participant): string[] =>
  insideOf(person)?.speakingUp.chat.messages.map(({ from, text }) => `${from.peerId} ${text}`) ?? [];
const handsOf = ({ person }: Participant): string[] =>
  insideOf(person)?.speakingUp.view.hands.map(({ peerId }) => peerId) ?? [];

/** In what order two see what both have. */
function differ(one: Participant, other: Participant): boolean {
  const [first, second] = [idsOf(one), idsOf(other)];
  const common = (ids: string[], others: string[]): string => {
    const there = new Set(others);
    return ids.filter((id) => there.has(id)).join();
  };
  return common(first, second) !== common(second, first);
}

/** For so long everybody writes, and moves hands, now and then. */
function talk(crowd: Crowd, milliseconds: number): number {
  let said = 0;
  for (let left = milliseconds; left > 0; left -= 500) {
    const one = crowd.dice.pick(crowd.inside);
    const speakingUp = one && insideOf(one.person)?.speakingUp;
    const text = `${crowd.world.scheduler.now()}`;
    if (speakingUp?.chat.write(text, null).ok === true) said++;
    const waving = crowd.dice.pick(crowd.inside);
    if (waving) insideOf(waving.person)?.speakingUp.raiseHand(crowd.dice.chance(0.6));
    crowd.run(500);
  }
  return said;
}

function expectOneOrder(crowd: Crowd): void {
  for (const one of crowd.here) {
    expect(new Set(idsOf(one)).size).toBe(idsOf(one).length);
    for (const other of crowd.here) expect(differ(one, other)).toBe(false);
  }
  const [first, ...others] = crowd.here.map(handsOf);
  for (const other of others) expect(other).toEqual(first);
}

it.each(WHOLE ? ['hazel', 'holly', 'ivy'] : ['hazel'])(
  'seed %s: one order of messages and hands for all, in foul weather and across a partition',
  (seed) => {
    const crowd = new Crowd(seed, 30);
    playThrough(crowd, gathering(8));
    const said = talk(crowd, 30_000);
    expect(said).toBeGreaterThan(20);
    crowd.run(20_000);
    expectOneOrder(crowd);
    // Nobody came or went: all have all.
    expect(new Set(crowd.here.map((one) => idsOf(one).join())).size).toBe(1);
    // Talking goes on while the meeting is in two parts.
    playThrough(crowd, [partition(20_000, 60)]);
    talk(crowd, 10_000);
    crowd.join(2);
    talk(crowd, 20_000);
    crowd.run(40_000);
    expectOneOrder(crowd);
    expect(crowd.all.filter(({ person }) => person.drops.has('member-flood'))).toEqual([]);
  },
);

it('a spotlight in a meeting of 16 costs fifteen messages, its end the same, and nothing more later', () => {
  const crowd = new Crowd('cost of a spotlight', 32, FAIR);
  crowd.join(15);
  crowd.run(10_000);
  expect(crowd.settle(60, () => disagreements(crowd).length === 0)).not.toBeNull();
  const sends = vi.spyOn(Member.prototype, 'send');
  const told = (): number => sends.mock.calls.filter(([message]) => message.t === 'statements').length;
  const host = crowd.inside.find(({ person }) => insideOf(person)?.group.ledger.rights === 'host');
  const other = crowd.inside.find((one) => one !== host);
  const spotlight = host && insideOf(host.person)?.spotlight;
  const lit = (): (string | undefined)[] =>
    crowd.here.map(({ person }) => insideOf(person)?.spotlight.view?.peerId);
  spotlight?.put(other?.person.peerId ?? '');
  crowd.run(12_000);
  expect(told()).toBe(15);
  expect(new Set(lit())).toEqual(new Set([other?.person.peerId]));
  spotlight?.end();
  crowd.run(12_000);
  expect(told()).toBe(30);
  expect(new Set(lit())).toEqual(new Set([undefined]));
  sends.mockRestore();
});

it('a message and a hand in a meeting of 16 cost fifteen messages each, and nothing more later', () => {
  const crowd = new Crowd('cost of a word', 32, FAIR);
  crowd.join(15);
  crowd.run(10_000);
  expect(crowd.settle(60, () => disagreements(crowd).length === 0)).not.toBeNull();
  const says = vi.spyOn(Member.prototype, 'send');
  const sent = (): number => says.mock.calls.filter(([message]) => message.t === 'say').length;
  const [, one] = crowd.inside;
  const speakingUp = one && insideOf(one.person)?.speakingUp;
  const { network } = crowd.world;
  const idle = (): number => {
    const before = network.sent.messages;
    crowd.run(12_000);
    return network.sent.messages - before;
  };
  const nothing = idle();
  speakingUp?.chat.write('hello', null);
  const before = network.sent.messages;
  crowd.run(12_000);
  expect(sent()).toBe(15);
  expect(network.sent.messages - before - nothing).toBe(0);
  speakingUp?.raiseHand(true);
  crowd.run(12_000);
  expect(sent()).toBe(30);
  for (const other of crowd.here) {
    expect(idsOf(other)).toHaveLength(1);
    expect(handsOf(other)).toHaveLength(1);
  }
  says.mockRestore();
});
