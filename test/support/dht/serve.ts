/**
 * One lasting DHT node: `serve.ts --host IP --port P [--bootstrap HOST:PORT] [--clock-offset MS] [--record]`; says in a
 * line of JSON when it is up, and if it records, in one line each what it is asked.
 */
import { parseArgs } from 'node:util';
import { loadHyperdht } from '../../../main/rendezvous/dht/hyperdht';
import { startNode } from './local-dht';
import { recording } from './recording';

const { values } = parseArgs({
  options: {
    host: { type: 'string' },
    port: { type: 'string' },
    bootstrap: { type: 'string', multiple: true },
    'clock-offset': { type: 'string', default: '0' },
    record: { type: 'boolean', default: false },
  },
});
const { host, port, bootstrap } = values;
if (host === undefined || port === undefined) throw new Error('--host and --port are needed');

const [realNow, offset] = [Date.now.bind(Date), Number(values['clock-offset'])];
Date.now = () => realNow() + offset;
const say = (line: unknown): void => void process.stdout.write(`${JSON.stringify(line)}\n`);
const Usual = await loadHyperdht();
const Constructor = values.record
  ? recording(Usual, (request) => {
      say({ request });
    })
  : Usual;
const node = await startNode({ host, port: Number(port), bootstrap: bootstrap ?? [] }, Constructor);
say({ host, port: node.address()?.port });
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    void node.destroy().then(() => process.exit(0));
  });
}
