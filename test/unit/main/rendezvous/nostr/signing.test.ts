import { fileURLToPath } from 'node:url';
import { generateSecretKey, getPublicKey, verifyEvent } from 'nostr-tools/pure';
import { describe, expect, it, onTestFinished } from 'vitest';
import { NostrRelay } from '../../../../../main/rendezvous/nostr/relay';
import { SigningThread, signHere, type Sign } from '../../../../../main/rendezvous/nostr/signing';
import { envelope, relayOf, room, usual } from './relay-clients';

const file = fileURLToPath(new URL('signing-worker.mjs', import.meta.url));
const event = (content: string) => ({ kind: 20_000, created_at: 1, tags: [['x', 'topic']], content });
const key = generateSecretKey();

/** How long this thread can do nothing else, in milliseconds. */
function held(sign: Sign, times: number): { ms: number; done: Promise<unknown> } {
  const began = performance.now();
  const signed = Array.from({ length: times }, (_, index) => sign(event(String(index)), key));
  return { ms: performance.now() - began, done: Promise.all(signed) };
}

describe('signatures of events', () => {
  it('are genuine, and come in the order in which they were asked for', async () => {
    const { sign } = new SigningThread(file);
    const order: string[] = [];
    const asked = ['a', 'b', 'c'].map(async (content) => {
      const signed = await sign(event(content), key);
      order.push(signed.content);
      return signed;
    });
    for (const signed of await Promise.all(asked)) {
      expect(verifyEvent(signed)).toBe(true);
      expect(signed.pubkey).toBe(getPublicKey(key));
    }
    expect(order).toEqual(['a', 'b', 'c']);
  }, 60_000);

  it('do not hold up the thread that asks for them', async () => {
    const { sign } = new SigningThread(file);
    await held(sign, 8).done;
    await held(signHere, 8).done;
    const [there, here] = [held(sign, 200), held(signHere, 200)];
    await there.done;
    expect(there.ms).toBeLessThan(here.ms / 4);
  }, 60_000);

  it('are made here when the thread cannot be had, or ends', async () => {
    const { sign } = new SigningThread(`${file}.missing`);
    const signed = await Promise.all([sign(event('a'), key), sign(event('b'), key)]);
    expect(signed.map((one) => verifyEvent(one))).toEqual([true, true]);
    expect(verifyEvent(await sign(event('c'), key))).toBe(true);
  }, 60_000);

  it('are left to the thread by a relay that much is published to', async () => {
    const { url } = await relayOf(usual, onTestFinished);
    let asked = 0;
    const events = { changed: () => undefined, clock: () => undefined };
    const relay = new NostrRelay(url, Date.now, events, undefined, (draft, secret) => {
      asked++;
      return signHere(draft, secret);
    });
    const shared = room();
    const heard: string[] = [];
    relay.listen(shared, ({ kind }) => heard.push(kind));
    relay.publish(shared, [envelope('hello')]);
    await expect.poll(() => heard, { timeout: 30_000 }).toContain('hello');
    expect(asked).toBeGreaterThan(0);
    await relay.stop();
  }, 60_000);
});
