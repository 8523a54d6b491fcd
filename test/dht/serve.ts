/** One lasting DHT node: `serve.ts --host IP --port P [--bootstrap HOST:PORT]`; says in a line of JSON when it is up. */
import { parseArgs } from 'node:util';
import { startNode } from './local-dht';

const { values } = parseArgs({
  options: {
    host: { type: 'string' },
    port: { type: 'string' },
    bootstrap: { type: 'string', multiple: true },
  },
});
const { host, port, bootstrap } = values;
if (host === undefined || port === undefined) throw new Error('--host and --port are needed');

const node = await startNode({ host, port: Number(port), bootstrap: bootstrap ?? [] });
process.stdout.write(`${JSON.stringify({ host, port: node.address()?.port })}\n`);
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    void node.destroy().then(() => process.exit(0));
  });
}
