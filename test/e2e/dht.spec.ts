/** Two apps that have nothing in common but the DHT. */
import { startLocalDht, type LocalDht } from '../support/dht/local-dht';
import { connect, expectPictureOfOther, safetyNumberOf } from '../support/driver/call';
import { expect, test } from '../support/driver/fixtures';

let dht: LocalDht;
test.beforeAll(async () => {
  dht = await startLocalDht(8);
});
test.afterAll(() => dht.close());

test('two people meet by the DHT alone, and see each other', async ({ app }, info) => {
  const options = { relays: [], transports: 'dht', args: dht.bootstrap.map((node) => `--dht-node=${node}`) };
  const [alice, bob] = [await app(options), await app(options)];
  const began = performance.now();
  await connect(alice.page, bob.page);
  // About 5 s on a quiet computer; how busy this one is decides nothing.
  const took = Math.round(performance.now() - began);
  info.annotations.push({ type: 'new meeting to pictures', description: `${String(took)} ms` });
  await expectPictureOfOther(bob.page);
  expect(await safetyNumberOf(alice.page)).toEqual(await safetyNumberOf(bob.page));
});
