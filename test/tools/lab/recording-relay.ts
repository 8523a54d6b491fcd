/** A relay that prints every message that it is told, one on each line. Its clock may differ. */
import { parseArgs } from 'node:util';
import { startRelay } from '../../../main/volunteer-server/relay/relay';

const { values } = parseArgs({
  options: {
    host: { type: 'string', default: '127.0.0.1' },
    port: { type: 'string', default: '0' },
    'clock-offset': { type: 'string', default: '0' },
  },
});
const offset = Number(values['clock-offset']);
const relay = await startRelay({
  host: values.host,
  port: Number(values.port),
  now: () => Date.now() + offset,
  tap: (entry) => {
    if (entry.type === 'received') console.log(entry.text.replaceAll('\n', ' '));
  },
});
console.log(`Relay at ${relay.url}.`);
