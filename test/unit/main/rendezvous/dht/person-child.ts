/** Listens in the DHT until it works, stops, and has nothing left to do: `person-child.ts HOST:PORT`. */
import { systemClocks } from '../../../../../main/clocks';
import { cryptoReady, randomBytes, type Secret } from '../../../../../shared/crypto/sodium';
import { splitMessage } from '../../../../../shared/wire/envelope';
import { nodesInMemory } from '../../../../../main/rendezvous/dht/dht-beginning';
import { DhtTransport } from '../../../../../main/rendezvous/dht/dht';

await cryptoReady();
const room = {
  topicKey: randomBytes(32) as Secret<'topic key'>,
  envelopeKey: randomBytes(32) as Secret<'envelope key'>,
};
const [from, to, messageId] = [randomBytes(16), new Uint8Array(16), randomBytes(8)];
let works = (): void => undefined;
const working = new Promise<void>((resolve) => {
  works = resolve;
});
const transport = new DhtTransport(
  { nodes: process.argv.slice(2), andUsual: false },
  nodesInMemory(),
  systemClocks,
  {
    changed: () => {
      if (transport.status.state === 'works') works();
    },
  },
);
transport.listen(room, () => undefined, from);
transport.publish(room, splitMessage({ kind: 'hello', from, to, messageId, body: randomBytes(40) }));
await working;
await transport.stop();
process.stdout.write(`${transport.status.state}\n`);
