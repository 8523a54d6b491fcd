/** Network namespaces of this run, which end with it, however it ends. Linux, as root. */
import { execFileSync, spawn, type ChildProcess, type SpawnOptions } from 'node:child_process';
import { atExit } from '../scripts/processes.mjs';
import type { Step } from './plan';

const PREFIX = 'vigil-lab';

/** Runs a command to its end; throws with its words. */
export function runStep({ argv: [program, ...args], input }: Step): string {
  return execFileSync(program, args, {
    encoding: 'utf8',
    stdio: ['pipe', 'pipe', 'pipe'],
    timeout: 10_000,
    ...(input === undefined ? {} : { input }),
  });
}

function quietly<T>(action: () => T): T | undefined {
  try {
    return action();
  } catch {
    // It is not there.
    return undefined;
  }
}

function existing(): string[] {
  const list = quietly(() => runStep({ argv: ['ip', 'netns', 'list'] })) ?? '';
  return list.split('\n').map((line) => line.split(' ')[0] ?? '');
}

/** With everything that still runs in it. */
function remove(name: string): void {
  const pids = quietly(() => runStep({ argv: ['ip', 'netns', 'pids', name] })) ?? '';
  for (const pid of pids.split('\n').map(Number)) if (pid > 0) quietly(() => process.kill(pid, 'SIGKILL'));
  quietly(() => runStep({ argv: ['ip', 'netns', 'delete', name] }));
}

const isAlive = (pid: number): boolean => quietly(() => process.kill(pid, 0)) === true;

/** Those of runs that were killed before they could clean up. */
export function removeStale(): void {
  for (const name of existing()) {
    const run = new RegExp(`^${PREFIX}-(\\d+)-`).exec(name);
    if (run && !isAlive(Number(run[1]))) remove(name);
  }
}

/** Why no namespaces can be had here; null if they can. */
export function obstacle(): string | null {
  if (process.platform !== 'linux') return 'the lab needs the network namespaces of Linux';
  if (process.getuid?.() !== 0) return 'the lab makes network namespaces, which needs root';
  const probe = `${PREFIX}-${String(process.pid)}-probe`;
  try {
    runStep({ argv: ['ip', 'netns', 'add', probe] });
    runStep({ argv: ['ip', 'netns', 'exec', probe, 'nft', 'list', 'tables'] });
    return null;
  } catch {
    return 'network namespaces or nftables cannot be used here';
  } finally {
    remove(probe);
  }
}

let networks = 0;

/** A set of namespaces of one network. */
export class Namespaces {
  readonly #number = ++networks;
  readonly #forget: () => void;

  constructor(private readonly names: readonly string[]) {
    this.#forget = atExit(() => {
      this.#removeAll();
    });
  }

  named = (namespace: string): string =>
    `${PREFIX}-${String(process.pid)}-${String(this.#number)}-${namespace}`;

  run(namespace: string, argv: readonly [string, ...string[]], input?: string): string {
    const inside: Step['argv'] = ['ip', 'netns', 'exec', this.named(namespace), ...argv];
    return runStep({ argv: inside, ...(input === undefined ? {} : { input }) });
  }

  start(namespace: string, argv: readonly string[], options: SpawnOptions): ChildProcess {
    return spawn('ip', ['netns', 'exec', this.named(namespace), ...argv], options);
  }

  end(): void {
    this.#forget();
    this.#removeAll();
  }

  #removeAll(): void {
    for (const name of this.names) remove(this.named(name));
  }
}
