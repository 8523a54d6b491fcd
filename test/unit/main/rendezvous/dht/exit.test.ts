import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, it, onTestFinished } from 'vitest';
import { startLocalDht } from '../../../../support/dht/local-dht';

it('leaves nothing open when it has stopped: a process that did nothing else ends by itself', async () => {
  const dht = await startLocalDht(3);
  onTestFinished(() => dht.close());
  const child = fileURLToPath(new URL('person-child.ts', import.meta.url));
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ['--import', 'tsx', child, ...dht.bootstrap],
    { timeout: 20_000 },
  );
  expect(stdout).toBe('idle\n');
}, 120_000);
