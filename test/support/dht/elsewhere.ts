/** A local DHT in a process of its own: what it does keeps nobody else waiting. */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { startLocalDht } from './local-dht';

const self = fileURLToPath(import.meta.url);

export interface DhtElsewhere {
  /** `HOST:PORT` of the first node. */
  bootstrap: readonly string[];
  close: () => Promise<void>;
}

/** Ends with this process at the latest. */
export async function startDhtElsewhere(size: number): Promise<DhtElsewhere> {
  const child = fork(self, [String(size)], { execArgv: ['--import', 'tsx'] });
  const ended = once(child, 'exit');
  const [bootstrap] = (await Promise.race([
    once(child, 'message'),
    ended.then(() => Promise.reject(new Error('the DHT did not start'))),
  ])) as [string[]];
  return {
    bootstrap,
    close: async () => {
      child.disconnect();
      await ended;
    },
  };
}

if (process.argv[1] === self) {
  const dht = await startLocalDht(Number(process.argv[2]));
  process.once('disconnect', () => {
    void dht.close().then(() => process.exit(0));
  });
  process.send?.(dht.bootstrap);
}
