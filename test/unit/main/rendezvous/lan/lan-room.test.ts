import { beforeEach, describe, expect, it, vi, afterEach } from 'vitest';
import { LanRoom } from '../../../../../main/rendezvous/lan/lan-room';
import { hostNameOf, introduce, portOf, recognise, runId } from '../../../../../main/rendezvous/lan/names';
import { randomBytes } from '../../../../../shared/crypto/sodium';
import { topicOf } from '../../../../../shared/wire/topics';
import { envelope, room } from './loopback';

/** 2026-01-15 12:30 UTC: the middle of a period. */
const NOON = Date.UTC(2026, 0, 15, 12, 30);
const HOUR_MS = 3_600_000;

beforeEach(() => {
  vi.useFakeTimers({ now: NOON });
});
afterEach(() => {
  vi.useRealTimers();
});

function listened(shared = room()) {
  const asked: (readonly string[])[] = [];
  const called: string[] = [];
  const ends: ((wasJoined: boolean) => void)[] = [];
  const one = new LanRoom(shared, {
    ask: (names) => asked.push(names),
    call: (_topic, address, port, ended) => {
      called.push(`${address}:${String(port)}`);
      ends.push(ended);
      return true;
    },
  });
  return { one, asked, called, ends, shared };
}

describe('questions', () => {
  it('come with growing pauses, and end: a door that waits for hours asks nothing', () => {
    const { one, asked } = listened();
    one.search();
    vi.advanceTimersByTime(1000);
    expect(asked).toHaveLength(3);
    vi.advanceTimersByTime(9000);
    expect(asked).toHaveLength(6);
    vi.advanceTimersByTime(24 * HOUR_MS);
    expect(asked).toHaveLength(6);
  });

  it('are asked again with every hello, at most one in a second', () => {
    const { one, asked } = listened();
    one.search();
    vi.advanceTimersByTime(60_000);
    for (let i = 0; i < 5; i++) one.publish([envelope('hello')]);
    expect(asked).toHaveLength(7);
    vi.advanceTimersByTime(30_000);
    one.publish([envelope('hello')]);
    expect(asked).toHaveLength(8);
  });

  it('end when the room is left', () => {
    const { one, asked } = listened();
    one.search();
    vi.advanceTimersByTime(1);
    one.leave();
    vi.advanceTimersByTime(HOUR_MS);
    expect(asked).toHaveLength(1);
    expect(vi.getTimerCount()).toBe(0);
  });

  it('are for the names of the hour, which change', () => {
    const { one, asked, shared } = listened();
    const nameAt = (time: number) =>
      hostNameOf(topicOf(shared.topicKey, 'lan', '', Math.floor(time / HOUR_MS)));
    one.search();
    vi.advanceTimersByTime(1);
    expect(asked[0]).toEqual([nameAt(NOON)]);
    expect(one.topicNamed(nameAt(NOON - HOUR_MS))).not.toBeNull();
    vi.setSystemTime(NOON + 2 * HOUR_MS);
    expect(one.topicNamed(nameAt(NOON))).toBeNull();
    one.search();
    vi.advanceTimersByTime(1);
    expect(asked.at(-1)).toEqual([nameAt(NOON + 2 * HOUR_MS)]);
  });
});

describe('calls', () => {
  it('go to who answers at once, and to who asks only if no call comes from there', () => {
    const { one, called, shared } = listened();
    const name = hostNameOf(topicOf(shared.topicKey, 'lan', '', Math.floor(NOON / HOUR_MS)));
    one.found(name, '10.0.0.2', 7, 'answer');
    one.found(name, '10.0.0.3', 7, 'question');
    one.found('other.local', '10.0.0.4', 7, 'answer');
    expect(called).toEqual(['10.0.0.2:7']);
    vi.advanceTimersByTime(300);
    expect(called).toEqual(['10.0.0.2:7', '10.0.0.3:7']);
  });

  it('are not repeated while one lasts, nor within a second, and bounded', () => {
    const { one, called, ends } = listened();
    for (let i = 0; i < 3; i++) one.callAt('10.0.0.2', 7);
    expect(called).toHaveLength(1);
    ends[0]?.(false);
    one.callAt('10.0.0.2', 7);
    expect(called).toHaveLength(1);
    vi.advanceTimersByTime(1000);
    one.callAt('10.0.0.2', 7);
    expect(called).toHaveLength(2);
    for (let port = 100; port < 1000; port++) one.callAt('10.0.0.2', port);
    expect(called).toHaveLength(65);
  });
});

describe('an introduction', () => {
  it('is recognised with the same topic, side and nonces only, and tells the id to nobody else', () => {
    const [topic, nonces, id] = [randomBytes(32), randomBytes(64), runId(randomBytes(14), 40_000)];
    const said = introduce(topic, 'caller', nonces, id);
    expect(said).toHaveLength(48);
    expect(recognise(topic, 'caller', nonces, said)).toEqual(id);
    expect(portOf(id)).toBe(40_000);
    expect(recognise(topic, 'called', nonces, said)).toBeNull();
    expect(recognise(randomBytes(32), 'caller', nonces, said)).toBeNull();
    expect(recognise(topic, 'caller', randomBytes(64), said)).toBeNull();
    for (let at = 0; at < said.length; at++) {
      const altered = said.map((byte, index) => (index === at ? byte ^ 1 : byte));
      expect(recognise(topic, 'caller', nonces, altered)).toBeNull();
    }
    expect(Buffer.from(said).includes(Buffer.from(id))).toBe(false);
  });
});
