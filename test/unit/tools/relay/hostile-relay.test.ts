import { verifyEvent } from 'nostr-tools/pure';
import { describe, expect, it, onTestFinished } from 'vitest';
import {
  drop,
  duplicate,
  flipBit,
  flood,
  reorder,
  replayPast,
  truncate,
  type Behaviour,
} from '../../../tools/relay/behaviours';
import { startHostileRelay } from '../../../tools/relay/hostile-relay';
import type { NostrEvent } from '../../../../main/volunteer-server/relay/messages';
import { connect, eventOf } from './client';

async function pair() {
  const relay = await startHostileRelay();
  const [alice, bob] = [await connect(relay.url), await connect(relay.url)];
  onTestFinished(() => relay.close());
  await bob.subscribe('s', { '#t': ['topic'] });
  let rounds = 0;
  /** What bob has been sent so far: he asks for nothing, and the relay's answer ends the list. */
  const delivered = async (): Promise<NostrEvent[]> =>
    (await bob.subscribe(`round-${++rounds}`, { kinds: [1] }))
      .filter(([name]) => name === 'EVENT')
      .map((message) => message[2] as NostrEvent);
  return { relay, alice, bob, delivered };
}

const content = Buffer.from('sealed bytes, of which one bit matters').toString('base64url');
const events = [1, 2, 3].map((n) => eventOf({ content: Buffer.from([n, n, n, n]).toString('base64url') }));
const contentsOf = (list: NostrEvent[]) => list.map((event) => event.content);
const [first = '', second = '', third = ''] = contentsOf(events);

describe('a hostile relay', () => {
  const cases: [what: string, behaviour: Behaviour, delivered: string[]][] = [
    ['drops', drop(({ content: each }) => each === second), [first, third]],
    ['duplicates', duplicate(2), [first, first, second, second, third, third]],
    ['reorders', reorder(3), [third, second, first]],
    ['truncates', truncate(3), [first.slice(0, 3), second.slice(0, 3), third.slice(0, 3)]],
    ['replays the past', replayPast(), [first, second, first, third, first, second]],
  ];
  it.each(cases)('%s', async (_what, behaviour, expected) => {
    const { relay, alice, delivered } = await pair();
    relay.behave(behaviour);
    for (const event of events) expect((await alice.publish(event))[2]).toBe(true);
    const received = await delivered();
    expect(contentsOf(received)).toEqual(expected);
    // A client cannot tell by the signatures.
    expect(received.every((event) => verifyEvent(event))).toBe(true);
  });

  it('flips one bit and signs anew', async () => {
    const { relay, alice, delivered } = await pair();
    relay.behave(flipBit(0.5));
    await alice.publish(eventOf({ content }));
    const [received] = await delivered();
    const [sent, got] = [content, received?.content ?? ''].map((text) => Buffer.from(text, 'base64'));
    const differences = [...sent!].filter((byte, index) => byte !== got![index]);
    expect([got?.length, differences.length]).toEqual([sent?.length, 1]);
    expect(received && verifyEvent(received)).toBe(true);
  });

  it('floods', async () => {
    const { relay, alice, delivered } = await pair();
    relay.behave(flood(20));
    await alice.publish(eventOf({ content }));
    const received = await delivered();
    expect(received.length).toBe(21);
    expect(new Set(received.map((event) => event.content.length))).toEqual(new Set([content.length]));
  });

  it('replays all at will, and remembers what it saw', async () => {
    const { relay, alice, delivered } = await pair();
    for (const event of events) await alice.publish(event);
    expect((await delivered()).length).toBe(3);
    relay.replay();
    expect(contentsOf(await delivered())).toEqual([first, second, third]);
    expect(relay.seen.length).toBe(3);
  });

  it('sends what nobody asked for, and nonsense', async () => {
    const { relay, bob, delivered } = await pair();
    const event = eventOf({ kind: 7, tags: [] });
    relay.force(event);
    expect(await delivered()).toEqual([event]);
    relay.sendToAll('["EVENT"]');
    expect(await bob.next()).toEqual(['EVENT']);
  });

  it('freezes with its sockets open, and thaws', async () => {
    const { relay, alice, bob } = await pair();
    relay.freeze();
    const published = alice.publish(eventOf({ content }));
    expect([alice, bob].map((client) => client.socket.readyState)).toEqual([1, 1]);
    relay.thaw();
    expect((await published)[2]).toBe(true);
    expect((await bob.next())[0]).toBe('EVENT');
  });

  it('cuts its connections', async () => {
    const { relay, alice, bob } = await pair();
    relay.cut();
    expect(await Promise.all([alice.closed, bob.closed])).toEqual([1006, 1006]);
  });
});
