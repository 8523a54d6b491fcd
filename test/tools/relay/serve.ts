/** The relay as a program: `npm run relay -- --port 7777 --host 127.0.0.1`. */
import { parseArgs } from 'node:util';
import { startRelay } from '../../../main/volunteer-server/relay/relay';

const usage = 'npm run relay -- [--port 7777] [--host 127.0.0.1] [--quiet]';

function options() {
  const { values } = parseArgs({
    options: {
      port: { type: 'string', default: '7777' },
      host: { type: 'string', default: '127.0.0.1' },
      quiet: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  const port = Number(values.port);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) throw new Error('--port is a number up to 65535');
  return { ...values, port };
}

try {
  const { port, host, quiet, help } = options();
  if (help) {
    console.log(usage);
  } else {
    const relay = await startRelay({
      port,
      host,
      log: quiet ? () => undefined : (line) => console.error(line),
    });
    console.log(`Relay at ${relay.url}. Ctrl-C ends it.`);
    const end = (): void => void relay.close();
    process.once('SIGINT', end);
    process.once('SIGTERM', end);
  }
} catch (error) {
  console.error(`${error instanceof Error ? error.message : String(error)}\n${usage}`);
  process.exitCode = 1;
}
