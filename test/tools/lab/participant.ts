/** A participant in one of the lab's homes, told what to do; every order has a time bound. */
import type { ChildProcess } from 'node:child_process';
import { createInterface } from 'node:readline';
import { root } from '../scripts/paths.mjs';
import { atExit, endGroup } from '../scripts/processes.mjs';
import type { CommandName, Commands, StartOptions } from './agent-commands';
import type { Answer, Order } from './agent-messages';
import type { Network } from './network';

const LIMIT_MS = 60_000;
const END_LIMIT_MS = 8_000;

type Value<N extends CommandName> = Awaited<ReturnType<Commands[N]>>;

interface Waiting {
  resolve: (value: unknown) => void;
  reject: (error: Error) => void;
}

export class Participant {
  readonly #child: ChildProcess;
  readonly #waiting = new Map<number, Waiting>();
  readonly #forget: () => void;
  #number = 0;

  constructor(
    network: Network,
    readonly home: string,
    readonly name: string,
    /** Of the picture and the tone. */
    readonly index: number,
  ) {
    this.#child = network.start(home, [process.execPath, '--import', 'tsx', 'test/tools/lab/agent.ts'], {
      cwd: root,
      stdio: ['pipe', 'pipe', 'ignore'],
      detached: true,
    });
    this.#forget = atExit(() => {
      endGroup(this.#child, 'SIGKILL');
    });
    if (this.#child.stdout)
      createInterface(this.#child.stdout).on('line', (line) => {
        this.#answered(JSON.parse(line) as Answer);
      });
    this.#child.stdin?.on('error', () => undefined);
    this.#child.once('exit', () => {
      for (const { reject } of this.#waiting.values()) reject(new Error(`${name}'s agent has ended`));
      this.#waiting.clear();
    });
  }

  async tell<N extends CommandName>(
    command: N,
    ...[argument]: Parameters<Commands[N]> extends [infer A] ? [A] : []
  ): Promise<Value<N>> {
    const order: Order = { id: ++this.#number, name: command, argument };
    const value = await new Promise<unknown>((resolve, reject) => {
      const timer = setTimeout(() => {
        settle(() => reject(new Error(`not done in ${String(LIMIT_MS / 1000)} s`)));
      }, LIMIT_MS);
      const settle = (end: () => void): void => {
        clearTimeout(timer);
        this.#waiting.delete(order.id);
        end();
      };
      this.#waiting.set(order.id, {
        resolve: (result) => settle(() => resolve(result)),
        reject: (error) => settle(() => reject(error)),
      });
      this.#child.stdin?.write(`${JSON.stringify(order)}\n`);
    }).catch((error: unknown) => {
      throw new Error(`${this.name}, ${command}: ${error instanceof Error ? error.message : String(error)}`);
    });
    return value as Value<N>;
  }

  start(options: Omit<StartOptions, 'index'>): Promise<void> {
    return this.tell('start', { ...options, index: this.index });
  }

  /** Milliseconds until the other's picture moves here; null if it does not in time. */
  sees(other: Participant, limitMs = 20_000): Promise<number | null> {
    return this.tell('sees', { name: other.name, index: other.index, limitMs });
  }

  hears(other: Participant): Promise<boolean> {
    return this.tell('hears', { name: other.name, index: other.index });
  }

  async end(): Promise<void> {
    const { exitCode, signalCode } = this.#child;
    if (exitCode === null && signalCode === null) {
      const ended = new Promise<void>((resolve) => this.#child.once('exit', () => resolve()));
      const timer = setTimeout(() => endGroup(this.#child, 'SIGKILL'), END_LIMIT_MS);
      this.#child.stdin?.end();
      await ended;
      clearTimeout(timer);
    }
    this.#forget();
  }

  #answered(answer: Answer): void {
    const waiting = this.#waiting.get(answer.id);
    if (answer.ok) waiting?.resolve(answer.value);
    else waiting?.reject(new Error(answer.error));
  }
}
