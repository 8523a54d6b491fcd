/** coturn as a child of this program: started again after a crash, its words heard by nobody. */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { answersByTcp } from '../reach';
import { coturnConfig, type CoturnPlan } from './coturn-config';

const AGAIN_MS = 2000;
const AGAIN_AT_MOST_MS = 60_000;
const ENDS_WITHIN_MS = 5000;
const OPENS_WITHIN_MS = 15_000;
const ASK_AGAIN_MS = 200;

export interface Coturn {
  /** Ends it, and waits until it has. */
  close: () => Promise<void>;
  restarts: () => number;
}

/** Its ports are open, or are not after a while: whoever checks them says so. */
async function opened({ listen, port }: CoturnPlan): Promise<void> {
  for (let waited = 0; waited < OPENS_WITHIN_MS; waited += ASK_AGAIN_MS) {
    if (await answersByTcp(listen ?? '127.0.0.1', port)) return;
    await pause(ASK_AGAIN_MS);
  }
}

/** @param said about it: never what it said itself. Rejects where it cannot be started at all. */
export async function startCoturn(plan: CoturnPlan, said: (line: string) => void): Promise<Coturn> {
  const file = path.join(plan.folder, 'turnserver.conf');
  await writeFile(file, coturnConfig(plan), { mode: 0o600 });
  let isEnding = false;
  let restarts = 0;
  let waits = AGAIN_MS;
  let timer: NodeJS.Timeout | undefined;
  let child: ChildProcess;
  const begin = (): ChildProcess => {
    // Its words name addresses: nobody hears them. Nothing of this program's environment concerns it.
    const started = spawn('turnserver', ['-c', file], {
      stdio: 'ignore',
      env: { PATH: process.env['PATH'] },
    });
    started.on('error', () => undefined);
    started.on('close', () => {
      if (isEnding) return;
      restarts++;
      said('coturn ended by itself; it is started again');
      timer = setTimeout(() => {
        child = begin();
      }, waits);
      waits = Math.min(waits * 2, AGAIN_AT_MOST_MS);
    });
    return started;
  };
  child = begin();
  await once(child, 'spawn');
  await opened(plan);
  return {
    restarts: () => restarts,
    close: async () => {
      isEnding = true;
      clearTimeout(timer);
      if (child.exitCode === null && child.signalCode === null) {
        const ended = once(child, 'close');
        child.kill('SIGTERM');
        const hard = setTimeout(() => child.kill('SIGKILL'), ENDS_WITHIN_MS);
        await ended;
        clearTimeout(hard);
      }
      await Promise.all(
        ['turnserver.conf', 'turndb', 'turnserver.pid'].map((name) =>
          rm(path.join(plan.folder, name), { force: true }),
        ),
      );
    },
  };
}
